// SPDX-License-Identifier: GPL-3.0-or-later
#include "componentsheet.h"

#include "widgets/components/banner.h"
#include "widgets/components/buttons.h"
#include "widgets/components/chip.h"
#include "widgets/components/emptystate.h"
#include "widgets/components/formfield.h"
#include "widgets/components/searchfield.h"
#include "widgets/components/sectionheader.h"
#include "widgets/components/segmentswitch.h"
#include "widgets/components/tabstrip.h"
#include "widgets/editor/sqleditor.h"
#include "widgets/editor/yamleditor.h"
#include "widgets/navigation/environmentbar.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

QHBoxLayout* rowOf(const QList<QWidget*>& widgets)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    for (QWidget* widget : widgets)
        row->addWidget(widget);
    row->addStretch(1);
    return row;
}

QLineEdit* edit(const QString& text)
{
    auto* line = new QLineEdit(text);
    line->setFont(Theme::instance().mono(12));
    line->setFixedWidth(170);
    return line;
}

QLayout* inputs()
{
    auto* column = new QVBoxLayout;
    column->addWidget(new SectionHeader(u"inputs"_s, u"Inputs"_s));
    auto* box = new QComboBox;
    box->addItems({u"acme-erp"_s, u"warehouse"_s});
    box->setFont(Theme::instance().mono(12));
    auto* connection = new FormField(u"Connection"_s, box);
    connection->setFact(State::Ok, u"PostgreSQL 15.4 · 4 ms"_s);
    auto* where = new FormField(u"Only rows where"_s, edit(u"deleted = 0"_s));
    where->setFact(State::Late, u"not indexed"_s);
    auto* lag = new FormField(u"Lag"_s, edit(u"2"_s));
    lag->setFact({}, u"how far the window stays behind"_s);
    lag->setError(u"A duration needs a unit."_s, u"2m"_s);
    auto* off = edit(u"kept by the pool"_s);
    off->setEnabled(false);
    for (QWidget* field : QList<QWidget*>{connection, where, lag, new FormField(u"Fixed"_s, off)})
        column->addWidget(field);
    column->addWidget(new SearchField(u"search"_s, u"Search 42 jobs"_s));
    auto* modes = new SegmentSwitch;
    for (const QString& mode : {u"Form"_s, u"YAML"_s, u"Both"_s})
        modes->addChoice(mode, mode);
    auto* tabs = new TabStrip;
    for (const QString& tab : {u"Extract"_s, u"Apply"_s, u"Diff"_s})
        tabs->addChoice(tab, tab);
    tabs->setNote(u"Diff"_s, u"3"_s);
    column->addLayout(rowOf({modes, tabs}));
    return column;
}

QLayout* states()
{
    auto* column = new QVBoxLayout;
    column->addWidget(new SectionHeader(u"states"_s, u"States: colour, shape and word"_s));
    auto* grid = new QGridLayout;
    int place = 0;
    for (const State state :
         {State::Ok, State::Failed, State::Late, State::Running, State::Edited, State::Drift, State::Different,
          State::Stale, State::NoData, State::Idle, State::Paused, State::Off, State::Info}) {
        auto* chip = new Chip(stateWord(state));
        chip->setContent(state, stateWord(state));
        grid->addWidget(chip, place / 5, place % 5, Qt::AlignLeft);
        ++place;
    }
    column->addLayout(grid);
    for (const QString& stage : {u"prod"_s, u"test"_s}) {
        auto* bar = new EnvironmentBar;
        bar->setPlace({u"acme"_s, stage, u"desk → bastion → erp-app01"_s});
        column->addWidget(bar);
    }
    return column;
}

QLayout* icons()
{
    auto* grid = new QGridLayout;
    int place = 0;
    for (const QString& name : iconNames()) {
        if (name.endsWith(u"-light") || name.endsWith(u"-dark"))
            continue;
        auto* label = new QLabel;
        label->setPixmap(icon(name).pixmap(16));
        label->setToolTip(name);
        grid->addWidget(label, place / 12, place % 12);
        ++place;
    }
    return grid;
}

QLayout* messages()
{
    auto* column = new QVBoxLayout;
    column->setSpacing(12);
    column->addWidget(new SectionHeader(u"banners"_s, u"Banners: what, where, what you can do"_s));
    const auto banner = [column](State state, const QString& text, const QString& detail, const QString& action) {
        auto* shown = new Banner(text);
        shown->addAction(action, action);
        column->addWidget(shown);
        shown->showMessage(state, text, detail);
    };
    banner(State::Failed, u"order_item stopped after 3 attempts."_s, u"Row 288,410 can't be loaded."_s, u"Repair"_s);
    banner(State::Late, u"bastion asks for a verification code."_s, {}, u"Answer"_s);
    banner(State::Stale, u"Offline. Shown as of 08:41, nothing can be changed."_s, {}, u"Reconnect"_s);
    auto* empty = new EmptyState(u"empty"_s);
    empty->setContent(u"No jobs in this pool"_s, u"Create one from a table, or open a folder."_s, u"From a table"_s);
    column->addWidget(empty);
    return column;
}

QLayout* editors()
{
    auto* column = new QVBoxLayout;
    auto* sql = new SqlEditor(u"sql"_s);
    sql->setPreview(true);
    sql->reload(u"-- part 1 of 4, values of the next window\nselect t.item_id, t.\"备注\" as remark\nfrom   "
                u"sales.order_item t\n"
                "where  t.deleted = 0\n  and  t.updated_at >= timestamp '2026-03-11 01:50:00'\n"_s);
    auto* yaml = new YamlEditor(u"yaml"_s);
    yaml->reload(u"# order_item follows its order\njob: order_item\nwatermark:\n  column: o.updated_at   # "
                 u"订单的更新时间\n  lag: 2\n"
                 "  overlap: 10m\n"_s);
    yaml->setChangedLines({4, 5});
    yaml->setProblems({{State::Failed, 4, 7, 4, 8, u"A duration needs a unit, for example 2m."_s}});
    column->addWidget(sql);
    column->addWidget(yaml);
    return column;
}

} // namespace

std::unique_ptr<QWidget> makeComponentSheet()
{
    auto sheet = std::make_unique<QWidget>();
    sheet->resize(1440, 900);
    auto* first = new QVBoxLayout;
    first->setSpacing(16);
    auto* disabled = makeButton(ButtonRole::Plain, u"off"_s, u"Not now"_s);
    disabled->setEnabled(false);
    auto* run = makeButton(ButtonRole::Primary, u"run"_s, u"Run"_s);
    run->setIcon(icon(u"run"_s, Token::OnAccent));
    first->addWidget(new SectionHeader(u"buttons"_s, u"Buttons"_s));
    first->addLayout(rowOf({run, makeButton(ButtonRole::Plain, u"save"_s, u"Save"_s),
                            makeButton(ButtonRole::Danger, u"deploy"_s, u"Deploy to acme prod"_s),
                            makeButton(ButtonRole::Link, u"explain"_s, u"Explain"_s),
                            makeIconButton(u"again"_s, u"reload"_s, u"Again"_s), disabled}));
    first->addLayout(inputs());
    first->addLayout(icons());
    first->addStretch(1);
    auto* second = new QVBoxLayout;
    second->setSpacing(16);
    second->addLayout(states());
    second->addLayout(messages());
    second->addStretch(1);
    auto* columns = new QHBoxLayout(sheet.get());
    columns->setContentsMargins(32, 24, 32, 24);
    columns->setSpacing(32);
    columns->addLayout(first, 1);
    columns->addLayout(second, 1);
    columns->addLayout(editors(), 1);
    return sheet;
}

} // namespace tidegate
