// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/overview/overviewdelegate.h"

#include "models/overview/overviewrows.h"
#include "widgets/components/focusring.h"
#include "widgets/overview/heatstrip.h"
#include "widgets/overview/overviewlook.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/textline.h"
#include "widgets/theme/theme.h"

#include <QPainter>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int padding = 8;
constexpr int glyph = 13;
constexpr int glyphGap = 9;
constexpr int accentBar = 3;
constexpr int stripHeight = 16;

OverviewRow::Kind kindOf(const QModelIndex& index)
{
    return static_cast<OverviewRow::Kind>(index.data(OverviewRole::Kind).toInt());
}

Standing standingOf(const QModelIndex& index)
{
    return static_cast<Standing>(index.data(OverviewRole::Standing).toInt());
}

/// Text, and quietly behind it what else there is to say.
void drawPair(QPainter& painter, const QRect& area, const QString& text, const QFont& font, const QString& label)
{
    const Theme& theme = Theme::instance();
    painter.setFont(font);
    drawElidedLine(painter, area, text);
    const int end = std::min(area.width(), painter.fontMetrics().horizontalAdvance(text) + padding);
    painter.setFont(theme.sans(12));
    painter.setPen(theme.color(Token::Text2));
    drawElidedLine(painter, area.adjusted(end, 0, 0, 0), label);
}

void paintName(QPainter& painter, const QRect& inner, const QModelIndex& index)
{
    const Theme& theme = Theme::instance();
    const QString text = index.data().toString();
    const QString label = index.data(OverviewRole::Label).toString();
    const QRect square(inner.left(), inner.center().y() - glyph / 2, glyph, glyph);
    const QRect words = inner.adjusted(glyph + glyphGap, 0, 0, 0);
    switch (kindOf(index)) {
    case OverviewRow::Kind::Section:
        painter.setPen(theme.color(Token::Text2));
        return drawPair(painter, inner, text, theme.sans(12, 650), label);
    case OverviewRow::Kind::Fold:
        icon(index.data(OverviewRole::IsOpen).toBool() ? u"chevron-down"_s : u"chevron-right"_s)
            .paint(&painter, square.adjusted(-1, -1, 2, 2));
        painter.setFont(theme.sans(13));
        painter.setPen(theme.color(Token::Text2));
        return drawElidedLine(painter, words, text);
    case OverviewRow::Kind::Job:
        break;
    }
    const bool known = index.data(OverviewRole::IsKnown).toBool();
    paintState(painter, square, known ? stateOf(standingOf(index)) : State::NoData);
    painter.setPen(theme.color(Token::Text));
    drawPair(painter, words, text, theme.mono(12), label);
}

Token delayColor(const QModelIndex& index)
{
    switch (standingOf(index)) {
    case Standing::Failed:
        return Token::Fail;
    case Standing::Late:
    case Standing::Waiting:
        return Token::Warn;
    default:
        return Token::Text;
    }
}

void paintTrend(QPainter& painter, const QRect& area, int trend)
{
    if (trend == 0)
        return;
    const QPointF middle = QRectF(area).center();
    const double way = trend > 0 ? -1 : 1;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(painter.pen().color());
    painter.setPen(Qt::NoPen);
    painter.drawPolygon(
        QPolygonF{middle + QPointF(-3, -2.5 * way), middle + QPointF(3, -2.5 * way), middle + QPointF(0, 2.5 * way)});
    painter.restore();
}

void paintNumber(QPainter& painter, const QRect& inner, const QModelIndex& index)
{
    const Theme& theme = Theme::instance();
    const bool fold = kindOf(index) == OverviewRow::Kind::Fold;
    const bool quiet = fold || index.column() == OverviewColumn::Next;
    painter.setFont(theme.mono(12));
    painter.setPen(theme.color(quiet ? Token::Text2 : Token::Text));
    if (index.column() == OverviewColumn::Delay) {
        if (!fold)
            painter.setPen(theme.color(delayColor(index)));
        // In the padding, so that numbers stand below each other and below their header.
        paintTrend(painter, QRect(inner.right() + 2, inner.top(), 6, inner.height()),
                   index.data(OverviewRole::Trend).toInt());
    }
    drawElidedLine(painter, inner, index.data().toString(), Qt::AlignRight);
}

void paintProof(QPainter& painter, const QRect& inner, const QModelIndex& index)
{
    const Theme& theme = Theme::instance();
    const auto look = static_cast<ProofLook>(index.data(OverviewRole::Proof).toInt());
    paintState(painter, QRect(inner.left(), inner.center().y() - glyph / 2, glyph, glyph), stateOf(look));
    painter.setFont(theme.sans(12));
    const bool fold = kindOf(index) == OverviewRow::Kind::Fold;
    painter.setPen(theme.color(look == ProofLook::Different ? Token::Warn : fold ? Token::Text2 : Token::Text));
    drawElidedLine(painter, inner.adjusted(glyph + glyphGap, 0, 0, 0), index.data().toString());
}

/// The row as a whole, whatever column is painted: ground, accent, hairline, focus.
void paintRow(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index)
{
    const Theme& theme = Theme::instance();
    const QRect& cell = option.rect;
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected || option.state.testFlag(QStyle::State_MouseOver))
        painter.fillRect(cell, theme.color(selected ? Token::Selection : Token::Hover));
    paintHairline(painter, cell.left(), cell.bottom(), cell.width());
    if (selected && index.column() == 0)
        painter.fillRect(QRect(cell.left(), cell.top(), accentBar, cell.height()), theme.color(Token::Accent));
}

} // namespace

void OverviewDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    paintRow(*painter, option, index);
    paintContent(*painter, option.rect.adjusted(padding, 0, -padding, -1), index);
    painter->restore();
}

void OverviewDelegate::paintContent(QPainter& painter, const QRect& inner, const QModelIndex& index) const
{
    switch (index.column()) {
    case OverviewColumn::Job:
        return paintName(painter, inner, index);
    case OverviewColumn::Verified:
        return paintProof(painter, inner, index);
    default:
        return paintNumber(painter, inner, index);
    }
}

QSize OverviewDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {80, Theme::instance().rowHeight()};
}

void StripDelegate::paintContent(QPainter& painter, const QRect& inner, const QModelIndex& index) const
{
    const QRect strip(inner.left(), inner.center().y() - stripHeight / 2 + 1, inner.width(), stripHeight);
    paintHeatStrip(painter, strip, index.data(OverviewRole::Cells).value<std::vector<OverviewCell>>());
}

} // namespace tidegate
