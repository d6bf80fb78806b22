// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/page.h"

namespace tidegate {

Page::Page(const QString& id, const QString& name, const QString& icon, QWidget* parent)
    : QWidget(parent), m_name(name), m_icon(icon)
{
    setObjectName(id);
    setAccessibleName(name);
}

void Page::registerActions(ActionRegistry&) {}

void Page::open(const QString&) {}

} // namespace tidegate
