// SPDX-License-Identifier: GPL-3.0-or-later
// What can be pressed and filled in.
#include "app/components/sections.h"
#include "widgets/components/buttons.h"
#include "widgets/components/formfield.h"
#include "widgets/components/searchfield.h"
#include "widgets/components/segmentswitch.h"
#include "widgets/components/tabstrip.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QMenu>
#include <QRadioButton>
#include <QVBoxLayout>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

QLineEdit* edit(const QString& name, const QString& text)
{
    auto* line = new QLineEdit(text);
    line->setObjectName(name);
    line->setAccessibleName(name);
    line->setFont(Theme::instance().mono(12));
    line->setFixedWidth(170);
    return line;
}

QWidget* named(QWidget* widget, const QString& name)
{
    widget->setObjectName(name);
    return widget;
}

QLayout* choices()
{
    auto* producer = new QCheckBox(u"producer"_s);
    producer->setChecked(true);
    auto* forwarding = new QRadioButton(u"A forwarding"_s);
    forwarding->setChecked(true);
    return rowOf({named(producer, u"producer"_s), named(new QCheckBox(u"heartbeat"_s), u"heartbeat"_s),
                  named(forwarding, u"forwarding"_s), named(new QRadioButton(u"C direct"_s), u"direct"_s)});
}

QLayout* strips()
{
    auto* modes = new SegmentSwitch;
    for (const QString& mode : {u"Form"_s, u"YAML"_s, u"Both"_s})
        modes->addChoice(mode, mode);
    auto* tabs = new TabStrip;
    for (const QString& tab : {u"Extract"_s, u"Apply"_s, u"Diff"_s})
        tabs->addChoice(tab, tab);
    tabs->setNote(u"Diff"_s, u"3"_s);
    return rowOf({modes, tabs});
}

} // namespace

QWidget* buttonsSection()
{
    QWidget* section = emptySection(u"buttons"_s, u"Buttons"_s);
    QPushButton* run = makeButton(ButtonRole::Primary, u"run"_s, u"Run"_s);
    run->setIcon(icon(u"run"_s, Token::OnAccent));
    QPushButton* throttle = makeButton(ButtonRole::Plain, u"throttle"_s, u"Throttle"_s);
    auto* menu = new QMenu(throttle);
    menu->addAction(u"50 MiB/s"_s);
    throttle->setMenu(menu);
    QPushButton* off = makeButton(ButtonRole::Plain, u"off"_s, u"Not now"_s);
    off->setEnabled(false);
    QPushButton* offPrimary = makeButton(ButtonRole::Primary, u"offPrimary"_s, u"Save"_s);
    offPrimary->setEnabled(false);
    columnOf(section)->addLayout(rowOf({run, makeButton(ButtonRole::Plain, u"save"_s, u"Save"_s), throttle,
                                        makeButton(ButtonRole::Link, u"explain"_s, u"Explain"_s),
                                        makeIconButton(u"reload"_s, u"reload"_s, u"Reload"_s)}));
    columnOf(section)->addLayout(
        rowOf({makeButton(ButtonRole::Danger, u"deploy"_s, u"Deploy to acme prod"_s), off, offPrimary}));
    return section;
}

QWidget* inputsSection()
{
    QWidget* section = emptySection(u"inputs"_s, u"Inputs"_s);
    QVBoxLayout* column = columnOf(section);
    column->setSpacing(4);
    auto* box = new QComboBox;
    box->setObjectName(u"connection"_s);
    box->addItems({u"acme-erp"_s, u"warehouse"_s});
    box->setFont(Theme::instance().mono(12));
    auto* connection = new FormField(u"Connection"_s, box);
    connection->setFact(State::Ok, u"PostgreSQL 15.4 · 4 ms"_s);
    auto* where = new FormField(u"Only rows where"_s, edit(u"where"_s, u"deleted = 0"_s));
    where->setFact(State::Late, u"not indexed"_s);
    auto* lag = new FormField(u"Lag"_s, edit(u"lag"_s, u"2"_s));
    lag->setError(u"A duration needs a unit."_s, u"2m"_s);
    QLineEdit* off = edit(u"fixed"_s, u"kept by the pool"_s);
    off->setEnabled(false);
    QLineEdit* print = edit(u"fingerprint"_s, {});
    print->setPlaceholderText(u"paste a fingerprint"_s);
    for (QWidget* field :
         QList<QWidget*>{connection, where, lag, new FormField(u"Host key"_s, print), new FormField(u"Fixed"_s, off)})
        column->addWidget(field);
    column->addWidget(new SearchField(u"search"_s, u"Search 42 jobs"_s));
    column->addSpacing(4);
    column->addLayout(choices());
    column->addSpacing(4);
    column->addLayout(strips());
    return section;
}

} // namespace tidegate
