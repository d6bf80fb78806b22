// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/log/logview.h"

#include "models/language.h"
#include "widgets/log/loglines.h"
#include "widgets/theme/theme.h"

#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>

namespace tidegate {

LogView::LogView(const QString& name, QWidget* parent) : QAbstractScrollArea(parent)
{
    setObjectName(name);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    verticalScrollBar()->setSingleStep(1);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &LogView::onScrolled);
    connect(&Theme::instance(), &Theme::changed, viewport(), qOverload<>(&QWidget::update));
    translated(this, [this] {
        setAccessibleName(tr("Log"));
        describe();
    });
}

void LogView::setModel(QAbstractItemModel* model)
{
    if (m_model)
        m_model->disconnect(this);
    m_model = model;
    connect(model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex&, int first, int last) { onInserted(first, last); });
    connect(model, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex&, int first, int last) { onAboutToRemove(first, last); });
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

void LogView::setEmptyText(const QString& text)
{
    m_emptyText = text;
    viewport()->update();
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
    m_unseen = 0;
    describe();
    Q_EMIT followingChanged(following);
    Q_EMIT countsChanged();
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

void LogView::onInserted(int first, int last)
{
    m_hits += m_search.count(*m_model, first, last);
    if (!m_following)
        m_unseen += last - first + 1;
    updateRange();
    describe();
    Q_EMIT countsChanged();
}

void LogView::onAboutToRemove(int first, int last)
{
    m_hits -= m_search.count(*m_model, first, last);
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
    Q_EMIT countsChanged();
}

void LogView::onReset()
{
    m_current = -1;
    m_anchor = -1;
    m_widest = 0;
    m_unseen = 0;
    m_hits = m_model ? m_search.count(*m_model, 0, rows() - 1) : 0;
    updateRange();
    describe();
    Q_EMIT countsChanged();
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
    setAccessibleDescription(
        count == 0 ? tr("empty, %1").arg(follow)
                   : tr("%n lines, %1; last: %2", nullptr, count).arg(follow, wholeLine(lineAt(count - 1))));
}

void LogView::setSearch(const LogSearch& search)
{
    m_search = search;
    m_hits = m_model ? m_search.count(*m_model, 0, rows() - 1) : 0;
    viewport()->update();
    Q_EMIT countsChanged();
}

bool LogView::findNext(bool backwards)
{
    const int last = firstVisibleRow() + verticalScrollBar()->pageStep();
    const int from = m_current >= 0 ? m_current : backwards ? last : firstVisibleRow() - 1;
    const int row = m_model ? m_search.find(*m_model, from, backwards) : -1;
    if (row < 0)
        return false;
    moveCurrent(row, false);
    return true;
}

void LogView::resizeEvent(QResizeEvent*)
{
    updateRange();
}

} // namespace tidegate
