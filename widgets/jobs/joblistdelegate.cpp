// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobs/joblistdelegate.h"

#include "models/joblistroles.h"
#include "widgets/theme/statepainter.h"
#include "widgets/theme/theme.h"

#include <QPainter>

namespace tidegate {

namespace {

constexpr int jobHeight = 28;
constexpr int groupHeight = 32;
constexpr int margin = 12;
constexpr int glyph = 13;
constexpr int accentBar = 3;

State glyphOf(JobState state)
{
    switch (state) {
    case JobState::Invalid:
    case JobState::Failed:
        return State::Failed;
    case JobState::Running:
        return State::Running;
    case JobState::Applied:
        return State::Ok;
    case JobState::Paused:
        return State::Paused;
    case JobState::Idle:
        return State::Idle;
    }
    return State::Idle;
}

Token colorOfStateText(const QModelIndex& index)
{
    const auto state = index.data(JobListRole::State).value<JobState>();
    if (state == JobState::Running)
        return Token::Accent;
    if (index.data(JobListRole::IsEdited).toBool())
        return Token::Changed;
    return state == JobState::Failed || state == JobState::Invalid ? Token::Fail : Token::Text2;
}

} // namespace

QSize JobListDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return {option.rect.width(), index.data(JobListRole::IsGroup).toBool() ? groupHeight : jobHeight};
}

void JobListDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    if (index.data(JobListRole::IsGroup).toBool())
        paintGroup(painter, option.rect, index);
    else
        paintJob(painter, option, index);
    painter->restore();
}

void JobListDelegate::paintGroup(QPainter* painter, const QRect& rect, const QModelIndex& index) const
{
    const auto inner = rect.adjusted(margin, 0, -margin, 0);
    auto& theme = Theme::instance();
    const auto bold = theme.sans(12, 600);
    painter->setFont(bold);
    painter->setPen(themeColor(Token::Text2));
    const auto name = index.data(JobListRole::Name).toString();
    painter->drawText(inner, Qt::AlignLeft | Qt::AlignVCenter, name);
    const auto used = QFontMetrics(bold).horizontalAdvance(name) + 8;
    painter->setFont(theme.mono(12));
    painter->drawText(inner.adjusted(used, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                      index.data(JobListRole::Count).toString());
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), themeColor(Token::Line));
}

void JobListDelegate::paintJob(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto& rect = option.rect;
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected) {
        painter->fillRect(rect, themeColor(Token::Selection));
        painter->fillRect(QRect(rect.left(), rect.top(), accentBar, rect.height()), themeColor(Token::Accent));
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        painter->fillRect(rect, themeColor(Token::Hover));
    }
    const QRectF square(rect.left() + margin, rect.top() + (rect.height() - glyph) / 2.0, glyph, glyph);
    paintState(*painter, square, glyphOf(index.data(JobListRole::State).value<JobState>()));

    auto& theme = Theme::instance();
    auto inner = rect.adjusted(margin + glyph + 8, 0, -10, 0);
    const auto stateFont = theme.sans(12);
    const auto stateText = index.data(JobListRole::StateText).toString();
    const auto stateWidth = QFontMetrics(stateFont).horizontalAdvance(stateText);
    painter->setFont(stateFont);
    painter->setPen(themeColor(colorOfStateText(index)));
    painter->drawText(inner, Qt::AlignRight | Qt::AlignVCenter, stateText);

    inner.setRight(inner.right() - stateWidth - 8);
    const auto nameFont = theme.mono(13);
    painter->setFont(nameFont);
    painter->setPen(themeColor(Token::Text));
    painter->drawText(
        inner, Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetrics(nameFont).elidedText(index.data(JobListRole::Name).toString(), Qt::ElideRight, inner.width()));
    if (selected && option.state.testFlag(QStyle::State_HasFocus) &&
        option.state.testFlag(QStyle::State_KeyboardFocusChange)) {
        painter->setPen(QPen(themeColor(Token::Accent), 2));
        painter->drawRect(rect.adjusted(1, 1, -1, -1));
    }
}

} // namespace tidegate
