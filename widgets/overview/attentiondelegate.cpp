// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/overview/attentiondelegate.h"

#include "widgets/components/focusring.h"
#include "widgets/overview/attentionview.h"
#include "widgets/overview/overviewlook.h"
#include "widgets/theme/textline.h"
#include "widgets/theme/theme.h"

#include <QPainter>

namespace tidegate {

namespace {

constexpr int textLeft = 42;
constexpr int top = 10;
constexpr int firstLine = 20;
constexpr int lineGap = 3;
constexpr int bottom = 11;
constexpr int right = 14;
constexpr int linkGap = 20;

int wrappedHeight(const QFont& font, int width, const QString& text)
{
    if (text.isEmpty())
        return 0;
    return QFontMetrics(font).boundingRect(QRect(0, 0, std::max(80, width), 1000), Qt::TextWordWrap, text).height();
}

int wordsWidth(int bannerWidth)
{
    return bannerWidth - textLeft - right;
}

bool isJob(const QModelIndex& index)
{
    return !index.data(AttentionRole::JobName).toString().isEmpty();
}

} // namespace

std::array<AttentionDelegate::LinkPlace, 2> AttentionDelegate::links(const QRect& banner)
{
    std::array<LinkPlace, 2> places{{{Link::Log, tr("Log"), {}}, {Link::Monitor, tr("Monitor"), {}}}};
    const QFontMetrics metrics(Theme::instance().sans(13, 600));
    int end = banner.right() - right;
    for (auto place = places.rbegin(); place != places.rend(); ++place) {
        const int wide = metrics.horizontalAdvance(place->text);
        place->area = QRect(end - wide, banner.top() + top, wide + 1, firstLine);
        end -= wide + linkGap;
    }
    return places;
}

AttentionDelegate::Link AttentionDelegate::linkAt(const QRect& row, const QPoint& at)
{
    for (const LinkPlace& place : links(row.adjusted(0, 0, 0, -gap))) {
        if (place.area.adjusted(-6, -4, 6, 4).contains(at))
            return place.link;
    }
    return Link::None;
}

void AttentionDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = Theme::instance();
    const State state = stateOf(static_cast<Standing>(index.data(AttentionRole::Standing).toInt()));
    const QRect banner = option.rect.adjusted(0, 0, 0, -gap);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme.color(tintToken(state)));
    painter->drawRoundedRect(banner, 6, 6);
    painter->setRenderHint(QPainter::Antialiasing, false);
    if (isJob(index)) {
        paintState(*painter, QRectF(banner.left() + 14, banner.top() + top + 2, 16, 16), state);
        paintWords(*painter, banner, index);
    } else {
        painter->setFont(theme.sans(13));
        painter->setPen(theme.color(Token::Text));
        drawElidedLine(*painter, banner.adjusted(textLeft, 0, -right, 0), index.data().toString());
    }
    if (option.state.testFlag(QStyle::State_HasFocus) && static_cast<const AttentionView*>(parent())->hasRing())
        paintFocusRing(*painter, banner, 6);
    painter->restore();
}

void AttentionDelegate::paintWords(QPainter& painter, const QRect& banner, const QModelIndex& index) const
{
    const Theme& theme = Theme::instance();
    const auto places = links(banner);
    QRect line(banner.left() + textLeft, banner.top() + top,
               places.front().area.left() - linkGap - banner.left() - textLeft, firstLine);
    painter.setFont(theme.mono(13, 600));
    painter.setPen(theme.color(Token::Text));
    const QString name = painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, line.width());
    drawTextLine(painter, line, name);
    line.setLeft(line.left() + painter.fontMetrics().horizontalAdvance(name) + 12);
    painter.setFont(theme.sans(12));
    painter.setPen(theme.color(Token::Text2));
    drawElidedLine(painter, line, index.data(AttentionRole::Headline).toString());
    painter.setFont(theme.sans(13, 600));
    painter.setPen(theme.color(Token::Accent));
    for (const LinkPlace& place : places)
        drawTextLine(painter, place.area, place.text);

    QRect words(banner.left() + textLeft, banner.top() + top + firstLine + lineGap, wordsWidth(banner.width()), 1000);
    const auto paragraph = [&](const QString& text, const QFont& font, Token color) {
        painter.setFont(font);
        painter.setPen(theme.color(color));
        QRect used;
        painter.drawText(words, Qt::TextWordWrap, text, &used);
        words.setTop(words.top() + (text.isEmpty() ? 0 : used.height() + lineGap));
    };
    paragraph(index.data(AttentionRole::Reason).toString(), theme.sans(13), Token::Text);
    paragraph(index.data(AttentionRole::Advice).toString(), theme.sans(12), Token::Text2);
}

QSize AttentionDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = Theme::instance();
    const int width = option.rect.width();
    if (!isJob(index))
        return {width, 36 + gap};
    const int words = wordsWidth(width);
    int height = top + firstLine + bottom;
    for (const auto& [role, font] :
         {std::pair(AttentionRole::Reason, theme.sans(13)), std::pair(AttentionRole::Advice, theme.sans(12))}) {
        const int lines = wrappedHeight(font, words, index.data(role).toString());
        height += lines > 0 ? lines + lineGap : 0;
    }
    return {width, height + gap};
}

} // namespace tidegate
