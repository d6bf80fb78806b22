// SPDX-License-Identifier: GPL-3.0-or-later
// What keys and mouse do in a LogView.
#include "widgets/log/loglines.h"
#include "widgets/log/logview.h"

#include <QClipboard>
#include <QFocusEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>

#include <algorithm>

namespace tidegate {

QString LogView::selectedText() const
{
    QStringList lines;
    for (int row = std::max(0, std::min(m_current, m_anchor)); isSelected(row); ++row)
        lines << wholeLine(lineAt(row));
    return lines.join(u'\n');
}

void LogView::copySelection() const
{
    if (m_current >= 0)
        QGuiApplication::clipboard()->setText(selectedText());
}

void LogView::moveCurrent(int row, bool extend)
{
    if (rows() == 0)
        return;
    m_current = std::clamp(row, 0, rows() - 1);
    if (!extend || m_anchor < 0)
        m_anchor = m_current;
    const int page = verticalScrollBar()->pageStep();
    if (m_current < firstVisibleRow())
        verticalScrollBar()->setValue(m_current);
    else if (m_current >= firstVisibleRow() + page)
        verticalScrollBar()->setValue(m_current - page + 1);
    viewport()->update();
}

/// Single letters, as in other readers of logs.
bool LogView::letterPressed(QKeyEvent* event)
{
    const QString letter = event->text();
    if ((event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) != 0)
        return false;
    if (letter == u"/")
        Q_EMIT searchWanted();
    else if (letter == u"n" || letter == u"N")
        findNext(event->modifiers().testFlag(Qt::ShiftModifier));
    else if (letter == u"f" || letter == u"F")
        setFollowing(!m_following);
    else
        return false;
    return true;
}

void LogView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy))
        return copySelection();
    if (event->matches(QKeySequence::SelectAll)) {
        m_anchor = 0;
        return moveCurrent(rows() - 1, true);
    }
    if (letterPressed(event))
        return;
    const bool extend = event->modifiers().testFlag(Qt::ShiftModifier);
    const int page = verticalScrollBar()->pageStep();
    const int from = m_current < 0 ? firstVisibleRow() + page - 1 : m_current;
    switch (event->key()) {
    case Qt::Key_Up:
        return moveCurrent(from - 1, extend);
    case Qt::Key_Down:
        return moveCurrent(from + 1, extend);
    case Qt::Key_PageUp:
        return moveCurrent(from - page, extend);
    case Qt::Key_PageDown:
        return moveCurrent(from + page, extend);
    case Qt::Key_Home:
        return moveCurrent(0, extend);
    case Qt::Key_End:
        moveCurrent(rows() - 1, extend);
        return setFollowing(true);
    default:
        event->ignore(); // the page has keys of its own
    }
}

void LogView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && event->position().y() < rows() * lineHeight)
        moveCurrent(rowAt(static_cast<int>(event->position().y())), event->modifiers().testFlag(Qt::ShiftModifier));
}

void LogView::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons().testFlag(Qt::LeftButton))
        moveCurrent(rowAt(static_cast<int>(event->position().y())), true);
}

void LogView::mouseReleaseEvent(QMouseEvent* event)
{
    event->accept();
}

void LogView::focusInEvent(QFocusEvent* event)
{
    m_keyboardFocus = event->reason() != Qt::MouseFocusReason;
    viewport()->update();
}

void LogView::focusOutEvent(QFocusEvent*)
{
    m_keyboardFocus = false;
    viewport()->update();
}

} // namespace tidegate
