// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/components/componentsheet.h"

#include "app/components/sections.h"
#include "widgets/components/sectionheader.h"
#include "widgets/components/textlabel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>
#include <QWidget>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

QWidget* emptySection(const QString& id, const QString& title)
{
    auto* section = new QWidget;
    section->setObjectName(u"section."_s + id);
    section->setAccessibleName(title);
    auto* column = new QVBoxLayout(section);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(new SectionHeader(u"header."_s + id, title));
    return section;
}

QVBoxLayout* columnOf(QWidget* section)
{
    return static_cast<QVBoxLayout*>(section->layout());
}

QHBoxLayout* rowOf(const QList<QWidget*>& widgets)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    for (QWidget* widget : widgets)
        row->addWidget(widget);
    row->addStretch(1);
    return row;
}

std::unique_ptr<QWidget> makeComponentSheet()
{
    auto sheet = std::make_unique<QWidget>();
    sheet->setObjectName(u"componentSheet"_s);
    sheet->setWindowTitle(u"Tidegate components"_s);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(32);
    const auto add = [columns](const QList<QWidget*>& sections, int stretch) {
        auto* column = new QVBoxLayout;
        column->setSpacing(20);
        for (QWidget* section : sections)
            column->addWidget(section);
        column->addStretch(1);
        columns->addLayout(column, stretch);
    };
    add({buttonsSection(), inputsSection(), statesSection(), environmentSection(), typeSection(), iconsSection()}, 10);
    add({tableSection(), bannersSection(), toastsSection(), absenceSection(), sheetSection(), keysSection()}, 10);
    add({chartsSection(), stripSection(), coloursSection(), editorsSection()}, 9);
    auto* page = new QVBoxLayout(sheet.get());
    page->setContentsMargins(32, 20, 32, 20);
    page->setSpacing(12);
    page->addWidget(new TextLabel(TextLabel::title, u"Components"_s));
    page->addLayout(columns);
    sheet->resize(1440, 1020);
    return sheet;
}

} // namespace tidegate
