// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/regions.h"

#include <QApplication>
#include <QWidget>

namespace tidegate {

namespace {

bool takesKeys(const QWidget* widget)
{
    return widget->isVisible() && widget->isEnabled() && widget->focusPolicy() != Qt::NoFocus;
}

/// The widget in `region` that had the keyboard last, or the first in the order of Tab.
QWidget* entrance(QWidget* region)
{
    if (takesKeys(region))
        return region;
    QWidget* last = region->focusWidget();
    if (last && last != region && takesKeys(last) && region->isAncestorOf(last))
        return last;
    for (QWidget* next = region->nextInFocusChain(); next && next != region; next = next->nextInFocusChain()) {
        if (region->isAncestorOf(next) && takesKeys(next))
            return next;
    }
    return nullptr;
}

} // namespace

void stepRegion(const QList<QWidget*>& regions, int steps)
{
    const QWidget* now = QApplication::focusWidget();
    const auto count = regions.size();
    qsizetype at = steps > 0 ? count - 1 : 0;
    for (qsizetype i = 0; i < count; ++i) {
        if (regions.at(i) == now || (now && regions.at(i)->isAncestorOf(now)))
            at = i;
    }
    for (qsizetype tried = 0; tried < count; ++tried) {
        at = (at + steps + count) % count;
        QWidget* region = regions.at(at);
        if (QWidget* widget = region->isVisible() ? entrance(region) : nullptr) {
            widget->setFocus(Qt::ShortcutFocusReason);
            return;
        }
    }
}

} // namespace tidegate
