// SPDX-License-Identifier: GPL-3.0-or-later
// How a LogView paints its lines.
#include "widgets/components/focusring.h"
#include "widgets/log/loglines.h"
#include "widgets/log/logview.h"
#include "widgets/theme/textline.h"
#include "widgets/theme/theme.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace tidegate {

namespace {

constexpr int timeLeft = 28;
constexpr int letterLeft = 136;
constexpr int textLeft = 160;

} // namespace

void LogView::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), themeColor(Token::Canvas));
    painter.setFont(Theme::instance().mono(12));
    if (rows() == 0)
        paintEmpty(painter);
    const int first = firstVisibleRow();
    const int before = m_widest;
    for (int row = first; row < rows() && (row - first) * lineHeight < viewport()->height(); ++row)
        paintLine(painter, row, QRect(0, (row - first) * lineHeight, viewport()->width(), lineHeight));
    if (m_widest > before)
        QMetaObject::invokeMethod(this, &LogView::updateRange, Qt::QueuedConnection);
    if (m_keyboardFocus)
        paintFocusRing(painter, viewport()->rect(), 2);
}

void LogView::paintEmpty(QPainter& painter) const
{
    painter.save();
    painter.setFont(Theme::instance().sans(13));
    painter.setPen(themeColor(Token::Text2));
    drawTextLine(painter, QRect(timeLeft, 6, viewport()->width(), lineHeight), m_emptyText);
    painter.restore();
}

void LogView::paintLine(QPainter& painter, int row, const QRect& line)
{
    const Theme& theme = Theme::instance();
    const QModelIndex index = lineAt(row);
    const LogSeverity severity = severityOf(index);
    if (isSelected(row))
        painter.fillRect(line, theme.color(Token::Selection));
    else if (severity == LogSeverity::Error)
        painter.fillRect(line, theme.color(Token::FailTint));
    const int shift = -horizontalScrollBar()->value();
    const auto put = [&](int left, Token color, const QString& text) {
        painter.setPen(theme.color(color));
        painter.drawText(QRect(left + shift, line.top(), std::max(m_widest, line.width()) + 2000, lineHeight),
                         Qt::AlignVCenter | Qt::TextSingleLine, text);
    };
    const QString text = lineText(index);
    paintHits(painter, line, text, textLeft + shift);
    put(timeLeft, Token::Text2, lineTime(index));
    put(letterLeft, levelColor(severity), levelLetter(severity));
    put(textLeft, Token::Text, text);
    m_widest = std::max(m_widest, textLeft + painter.fontMetrics().horizontalAdvance(text) + 24);
    if (isSelected(row) && row == m_current)
        painter.fillRect(QRect(0, line.top(), 3, line.height()), theme.color(Token::Accent));
}

void LogView::paintHits(QPainter& painter, const QRect& line, const QString& text, int left) const
{
    const QFontMetrics metrics = painter.fontMetrics();
    for (const auto& [begin, length] : m_search.hits(text)) {
        const int from = metrics.horizontalAdvance(text.left(begin));
        const int wide = metrics.horizontalAdvance(text.mid(begin, length));
        painter.fillRect(QRect(left + from, line.top() + 2, wide, line.height() - 4), themeColor(Token::SearchHit));
    }
}

} // namespace tidegate
