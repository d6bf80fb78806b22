// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/log/logview.h"

#include "models/monitor/logroles.h"
#include "widgets/components/focusring.h"
#include "widgets/theme/theme.h"

#include <QClipboard>
#include <QDateTime>
#include <QFocusEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int timeLeft = 28;
constexpr int letterLeft = 136;
constexpr int textLeft = 160;

QString letter(LogSeverity severity)
{
    switch (severity) {
    case LogSeverity::Debug:
        return u"D"_s;
    case LogSeverity::Info:
        return u"I"_s;
    case LogSeverity::Warning:
        return u"W"_s;
    case LogSeverity::Error:
        break;
    }
    return u"E"_s;
}

Token letterColor(LogSeverity severity)
{
    return severity == LogSeverity::Error ? Token::Fail : severity == LogSeverity::Warning ? Token::Warn : Token::Text2;
}

QString timeText(const QModelIndex& line)
{
    return line.data(LogRole::At).toDateTime().toLocalTime().toString(u"HH:mm:ss.zzz"_s);
}

LogSeverity severityOf(const QModelIndex& line)
{
    return static_cast<LogSeverity>(line.data(LogRole::Severity).toInt());
}

} // namespace

LogView::LogView(const QString& name, QWidget* parent) : QAbstractScrollArea(parent)
{
    setObjectName(name);
    setAccessibleName(tr("Log"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    verticalScrollBar()->setSingleStep(1);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &LogView::onScrolled);
    connect(&Theme::instance(), &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

void LogView::setModel(QAbstractItemModel* model)
{
    if (m_model)
        m_model->disconnect(this);
    m_model = model;
    connect(model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex&, int first, int last) { onInserted(last - first + 1); });
    connect(model, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex&, int first, int last) { onRemoved(first, last); });
    connect(model, &QAbstractItemModel::modelReset, this, &LogView::onReset);
    connect(model, &QAbstractItemModel::layoutChanged, this, &LogView::onReset);
    onReset();
}

int LogView::rows() const
{
    return m_model ? m_model->rowCount() : 0;
}

QModelIndex LogView::lineAt(int row) const
{
    return m_model ? m_model->index(row, 0) : QModelIndex();
}

int LogView::firstVisibleRow() const
{
    return verticalScrollBar()->value();
}

int LogView::rowAt(int y) const
{
    return std::clamp(firstVisibleRow() + y / lineHeight, -1, rows() - 1);
}

bool LogView::isSelected(int row) const
{
    return m_current >= 0 && row >= std::min(m_current, m_anchor) && row <= std::max(m_current, m_anchor);
}

void LogView::setFollowing(bool following)
{
    if (following) {
        const QScopedValueRollback guard(m_ownScroll, true);
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    }
    if (m_following == following)
        return;
    m_following = following;
    describe();
    Q_EMIT followingChanged(following);
}

void LogView::updateRange()
{
    const QScopedValueRollback guard(m_ownScroll, true);
    const int page = std::max(1, viewport()->height() / lineHeight);
    verticalScrollBar()->setPageStep(page);
    verticalScrollBar()->setRange(0, std::max(0, rows() - page));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setRange(0, std::max(0, m_widest - viewport()->width()));
    if (m_following)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    viewport()->update();
}

void LogView::onInserted(int)
{
    updateRange();
    describe();
}

void LogView::onRemoved(int first, int last)
{
    // The oldest fell out at the top: what is in view and what is chosen keep their lines.
    const int count = last - first + 1;
    const auto shifted = [&](int row) { return row > last ? row - count : row >= first ? -1 : row; };
    m_current = shifted(m_current);
    m_anchor = m_current < 0 ? -1 : std::max(0, shifted(m_anchor));
    const int top = firstVisibleRow();
    if (!m_following && first <= top) {
        const QScopedValueRollback guard(m_ownScroll, true);
        verticalScrollBar()->setValue(std::max(first, top - count));
    }
    updateRange();
}

void LogView::onReset()
{
    m_current = -1;
    m_anchor = -1;
    m_widest = 0;
    updateRange();
    describe();
}

void LogView::onScrolled()
{
    if (!m_ownScroll)
        setFollowing(verticalScrollBar()->value() >= verticalScrollBar()->maximum());
    viewport()->update();
}

void LogView::describe()
{
    const int count = rows();
    const QString follow = m_following ? tr("following") : tr("standing still");
    setAccessibleDescription(count == 0 ? tr("empty, %1").arg(follow)
                                        : tr("%1 lines, %2; last: %3").arg(count).arg(follow, lineText(count - 1)));
}

QString LogView::lineText(int row) const
{
    const QModelIndex line = lineAt(row);
    return u"%1 %2 %3"_s.arg(timeText(line), letter(severityOf(line)), line.data(LogRole::Text).toString());
}

QString LogView::selectedText() const
{
    QStringList lines;
    for (int row = std::max(0, std::min(m_current, m_anchor)); isSelected(row); ++row)
        lines << lineText(row);
    return lines.join(u'\n');
}

void LogView::copySelection() const
{
    if (m_current >= 0)
        QGuiApplication::clipboard()->setText(selectedText());
}

void LogView::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), themeColor(Token::Canvas));
    painter.setFont(Theme::instance().mono(12));
    const int first = firstVisibleRow();
    const int before = m_widest;
    for (int row = first; row < rows() && (row - first) * lineHeight < viewport()->height(); ++row)
        paintLine(painter, row, QRect(0, (row - first) * lineHeight, viewport()->width(), lineHeight));
    if (m_widest > before)
        QMetaObject::invokeMethod(this, &LogView::updateRange, Qt::QueuedConnection);
    if (m_keyboardFocus)
        paintFocusRing(painter, viewport()->rect(), 2);
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
    const QString text = index.data(LogRole::Text).toString();
    put(timeLeft, Token::Text2, timeText(index));
    put(letterLeft, letterColor(severity), letter(severity));
    put(textLeft, Token::Text, text);
    m_widest = std::max(m_widest, textLeft + painter.fontMetrics().horizontalAdvance(text) + 24);
    if (isSelected(row) && row == m_current)
        painter.fillRect(QRect(0, line.top(), 3, lineHeight), theme.color(Token::Accent));
}

void LogView::resizeEvent(QResizeEvent*)
{
    updateRange();
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

void LogView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy))
        return copySelection();
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
    case Qt::Key_F:
        return setFollowing(!m_following);
    default:
        QAbstractScrollArea::keyPressEvent(event);
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
