// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/navigation/navigationrail.h"

#include "models/language.h"
#include "widgets/navigation/raildelegate.h"
#include "widgets/navigation/railmodel.h"
#include "widgets/theme/theme.h"

#include <QEvent>
#include <QPainter>

namespace tidegate {

namespace {
constexpr int pageHeight = 34;
constexpr int footMargin = 8;
} // namespace

NavigationRail::NavigationRail(RailModel* model, QWidget* parent) : QListView(parent)
{
    setObjectName(QStringLiteral("navigationRail"));
    translated(this, [this] { setAccessibleName(tr("Pages")); });
    setModel(model);
    setItemDelegate(new RailDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setFixedWidth(wideWidth);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    setTabKeyNavigation(false);
    setViewportMargins(0, 8, 0, 0);
    setAutoFillBackground(true);
    viewport()->setAutoFillBackground(false);
    restyle();
    connect(&Theme::instance(), &Theme::changed, this, &NavigationRail::restyle);
}

void NavigationRail::restyle()
{
    QPalette colors = palette();
    colors.setColor(QPalette::Window, themeColor(Token::Chrome));
    setPalette(colors);
}

void NavigationRail::setNarrow(bool narrow)
{
    setFixedWidth(narrow ? narrowWidth : wideWidth);
    scheduleDelayedItemsLayout();
}

QRect NavigationRail::itemRect(const QRect& row)
{
    return {row.left(), row.bottom() - pageHeight + 1, row.width(), pageHeight};
}

int NavigationRail::rowHeight(const QModelIndex& index) const
{
    const bool firstFoot =
        index.data(RailRole::IsFoot).toBool() && !index.siblingAtRow(index.row() - 1).data(RailRole::IsFoot).toBool();
    const int spare = viewport()->height() - model()->rowCount() * pageHeight - footMargin;
    return firstFoot ? pageHeight + std::max(0, spare) : pageHeight;
}

QModelIndex NavigationRail::indexAt(const QPoint& point) const
{
    const QModelIndex index = QListView::indexAt(point);
    return itemRect(visualRect(index)).contains(point) ? index : QModelIndex();
}

void NavigationRail::resizeEvent(QResizeEvent* event)
{
    QListView::resizeEvent(event);
    scheduleDelayedItemsLayout();
}

void NavigationRail::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    if (current.isValid())
        Q_EMIT rowChosen(current.row());
}

bool NavigationRail::event(QEvent* event)
{
    // Above the first page there is no viewport, and the line goes on.
    if (event->type() == QEvent::Paint)
        QPainter(this).fillRect(width() - 1, 0, 1, height(), themeColor(Token::Line));
    return QListView::event(event);
}

void NavigationRail::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), themeColor(Token::Chrome));
    painter.fillRect(viewport()->width() - 1, 0, 1, viewport()->height(), themeColor(Token::Line));
    painter.end();
    QListView::paintEvent(event);
}

} // namespace tidegate
