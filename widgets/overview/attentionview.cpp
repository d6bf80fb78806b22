// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/overview/attentionview.h"

#include "models/language.h"
#include "widgets/components/focusring.h"
#include "widgets/overview/attentiondelegate.h"

#include <QFocusEvent>
#include <QKeyEvent>
#include <QMouseEvent>

namespace tidegate {

AttentionView::AttentionView(AttentionModel* model, QWidget* parent) : QListView(parent)
{
    setObjectName(QStringLiteral("overview.attention"));
    translated(this, [this] {
        setAccessibleName(tr("Jobs that need you"));
        setAccessibleDescription(tr("Enter opens a job, L its log, M its run in Monitor."));
    });
    setModel(model);
    setItemDelegate(new AttentionDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::NoSelection);
    setFocusPolicy(Qt::StrongFocus);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setResizeMode(QListView::Adjust);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    for (const auto& signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(model, signal, this, &AttentionView::fit);
    connect(model, &QAbstractItemModel::dataChanged, this, &AttentionView::fit);
    fit();
}

void AttentionView::fit()
{
    int height = 0;
    QStyleOptionViewItem option;
    option.rect = QRect(0, 0, viewport()->width(), 0);
    for (int row = 0; row < model()->rowCount(); ++row)
        height += itemDelegate()->sizeHint(option, model()->index(row, 0)).height();
    if (height != maximumHeight() || height != minimumHeight()) {
        setFixedHeight(height);
        scheduleDelayedItemsLayout();
    }
    setVisible(height > 0);
}

QString AttentionView::currentJob() const
{
    const QModelIndex current = currentIndex().isValid() ? currentIndex() : model()->index(0, 0);
    return current.data(AttentionRole::JobName).toString();
}

void AttentionView::resizeEvent(QResizeEvent* event)
{
    QListView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fit();
}

void AttentionView::keyPressEvent(QKeyEvent* event)
{
    m_ring = true;
    viewport()->update();
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && !currentJob().isEmpty())
        Q_EMIT jobOpened(currentJob());
    else
        QListView::keyPressEvent(event);
}

void AttentionView::mouseMoveEvent(QMouseEvent* event)
{
    const QPoint at = event->position().toPoint();
    const QModelIndex index = indexAt(at);
    const bool link = index.isValid() && !index.data(AttentionRole::JobName).toString().isEmpty() &&
                      AttentionDelegate::linkAt(visualRect(index), at) != AttentionDelegate::Link::None;
    viewport()->setCursor(link ? Qt::PointingHandCursor : Qt::ArrowCursor);
    QListView::mouseMoveEvent(event);
}

void AttentionView::mouseReleaseEvent(QMouseEvent* event)
{
    QListView::mouseReleaseEvent(event);
    m_ring = false;
    const QPoint at = event->position().toPoint();
    const QModelIndex index = indexAt(at);
    const QString job = index.data(AttentionRole::JobName).toString();
    if (event->button() != Qt::LeftButton || job.isEmpty())
        return;
    switch (AttentionDelegate::linkAt(visualRect(index), at)) {
    case AttentionDelegate::Link::Log:
        return Q_EMIT logWanted(job);
    case AttentionDelegate::Link::Monitor:
        return Q_EMIT monitorWanted(job);
    case AttentionDelegate::Link::None:
        break;
    }
}

void AttentionView::focusInEvent(QFocusEvent* event)
{
    m_ring = isByKeyboard(event->reason());
    if (m_ring && !currentIndex().isValid())
        setCurrentIndex(model()->index(0, 0));
    QListView::focusInEvent(event);
}

void AttentionView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    Q_EMIT rowChosen();
}

} // namespace tidegate
