// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/monitor/dryrunsheet.h"

#include "models/language.h"
#include "models/monitor/humanize.h"
#include "models/monitor/plantext.h"
#include "models/qtconvert.h"
#include "widgets/components/buttons.h"
#include "widgets/components/tabstrip.h"
#include "widgets/components/textlabel.h"
#include "widgets/editor/sqleditor.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QSize wholeSize(860, 600);
constexpr QSize leastSize(560, 420);

} // namespace

DryRunSheet::DryRunSheet(DryRunReport* run, QWidget* page)
    : Sheet(u"monitor.dryRunSheet"_s, page), m_run(run), m_tabs(new TabStrip(this)),
      m_text(new SqlEditor(u"monitor.dryRun.text"_s, this))
{
    m_tabs->setObjectName(u"monitor.dryRun.tabs"_s);
    m_tabs->addChoice(u"source"_s, [] { return tr("Source SQL"); });
    m_tabs->addChoice(u"sourcePlan"_s, [] { return tr("Source plan"); });
    m_tabs->addChoice(u"target"_s, [] { return tr("Target SQL"); });
    m_tabs->addChoice(u"targetPlan"_s, [] { return tr("Target plan"); });
    m_text->setPreview(true);
    translated(this, [this] {
        m_tabs->setAccessibleName(tr("What a run would send"));
        m_text->setAccessibleName(tr("Statements or plan"));
    });
    auto* body = new QWidget(this);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tabs);
    column->addWidget(m_text, 1);
    setBody(body);
    auto* close = addButton(makeButton(
        ButtonRole::Plain, u"monitor.dryRun.close"_s, [] { return tr("Close"); }, this));
    auto* copy = addButton(makeButton(
        ButtonRole::Plain, u"monitor.dryRun.copy"_s, [] { return tr("Copy"); }, this));
    m_go = addButton(makeButton(
        ButtonRole::Primary, u"monitor.dryRun.go"_s, [] { return tr("Run"); }, this));
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_text->text()); });
    connect(m_go, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT runWanted();
    });
    connect(m_tabs, &TabStrip::currentChanged, this, &DryRunSheet::showText);
    connect(run, &DryRunReport::changed, this, &DryRunSheet::showRun);
    connect(this, &QDialog::finished, run, &DryRunReport::cancel);
    showRun();
}

void DryRunSheet::fitInto(const QSize& room)
{
    setFixedSize(wholeSize.boundedTo(room).expandedTo(leastSize));
}

void DryRunSheet::showRun()
{
    const bool ended = m_run->stage() == DryRunReport::Stage::Done || m_run->stage() == DryRunReport::Stage::Planning;
    const bool failed = m_run->stage() == DryRunReport::Stage::Failed;
    setWords([job = m_run->job()] { return tr("Dry run of %1").arg(job); },
             failed  ? Phrase([] { return tr("A run would end before it reads anything. Nothing was written."); })
             : ended ? Phrase([] { return tr("Nothing was written. A run now would do this:"); })
                     : Phrase([] { return tr("Asking both ends; nothing is written."); }));
    m_go->setEnabled(ended);
    showFacts();
    showText();
}

void DryRunSheet::showFacts()
{
    clearFacts();
    if (const auto& error = m_run->error()) {
        addFact([] { return tr("Stops"); }, toQt(error->message), State::Failed);
        addFact([] { return tr("To do"); }, toQt(error->hint));
        return;
    }
    if (m_run->hasWindow())
        addFact([] { return tr("Window"); }, m_run->lo().isEmpty() ? tr("from the beginning to %1").arg(m_run->hi())
                                                                   : tr("%1 to %2").arg(m_run->lo(), m_run->hi()));
    if (!m_run->heldBy().isEmpty())
        addFact([] { return tr("Held back"); }, m_run->heldBy(), State::Late);
    if (m_run->rowsExpected() >= 0)
        addFact([] { return tr("Rows"); },
                tr("about %1, by the source's planner").arg(humanCount(static_cast<double>(m_run->rowsExpected()))));
    for (const QString& lock : m_run->locks())
        addFact([] { return tr("Locks"); }, lock);
    for (const QString& warning : m_run->warnings())
        addFact([] { return tr("Warning"); }, warning, State::Late);
}

QString DryRunSheet::waiting() const
{
    return m_run->stage() == DryRunReport::Stage::Failed ? tr("-- nothing would be sent") : tr("-- asking…");
}

QString DryRunSheet::textOf(const QString& tab) const
{
    if (tab == u"sourcePlan")
        return m_run->readingPlan().isEmpty() ? waiting() : m_run->readingPlan().join(u'\n');
    if (tab == u"targetPlan") {
        const QString plan = planText(m_run->targetPlan());
        return !plan.isEmpty()                 ? plan
               : m_run->planRemark().isEmpty() ? waiting()
                                               : tr("-- no plan: %1").arg(m_run->planRemark());
    }
    const auto& statements = tab == u"target" ? m_run->target() : m_run->source();
    return statements.isEmpty() ? waiting() : DryRunReport::script(statements);
}

void DryRunSheet::showText()
{
    m_text->reload(textOf(m_tabs->current()));
}

} // namespace tidegate
