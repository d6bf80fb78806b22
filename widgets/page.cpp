// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/page.h"

#include "models/language.h"

namespace tidegate {

Page::Page(const QString& id, const Phrase& name, const QString& icon, QWidget* parent)
    : QWidget(parent), m_name(name), m_icon(icon)
{
    setObjectName(id);
    translated(this, [this] { setAccessibleName(m_name.text()); });
}

QList<QWidget*> Page::regions() const
{
    return {const_cast<Page*>(this)};
}

void Page::registerActions(ActionRegistry&) {}

void Page::open(const QString&) {}

} // namespace tidegate
