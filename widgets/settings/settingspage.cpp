// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings/settingspage.h"

#include "widgets/components/pageheader.h"
#include "widgets/components/sectionheader.h"
#include "widgets/settings/appearanceform.h"
#include "widgets/settings/shortcutlist.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int columnWidth = 760;
} // namespace

SettingsPage::SettingsPage(ActionRegistry* registry, int scale, QWidget* parent)
    : Page(
          u"settings"_s, [] { return tr("Settings"); }, u"settings"_s, parent),
      m_appearance(new AppearanceForm)
{
    m_appearance->setScale(scale);
    auto* header = new PageHeader(this);
    header->setTitle([] { return tr("Settings"); });
    header->setScope([] { return tr("of this console, for every pool"); });
    auto* content = new QWidget;
    content->setMaximumWidth(columnWidth);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(24, 16, 24, 24);
    column->setSpacing(12);
    column->addWidget(new SectionHeader(u"settings.appearance"_s, [] { return tr("Appearance"); }));
    column->addWidget(m_appearance);
    column->addSpacing(8);
    column->addWidget(new SectionHeader(u"settings.keys"_s, [] { return tr("Shortcuts"); }));
    column->addWidget(new ShortcutList(registry), 1);
    auto* area = new QScrollArea(this);
    area->setObjectName(u"settings.body"_s);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidgetResizable(true);
    area->setWidget(content);
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(0);
    page->addWidget(header);
    page->addWidget(area, 1);
    connect(m_appearance, &AppearanceForm::scaleChosen, this, &SettingsPage::scaleChosen);
}

QWidget* SettingsPage::initialFocus() const
{
    return m_appearance->first();
}

} // namespace tidegate
