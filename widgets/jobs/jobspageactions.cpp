// SPDX-License-Identifier: GPL-3.0-or-later
// What one can do on the Jobs page, and what it says when something is wrong.
#include "widgets/jobs/jobspage.h"

#include "models/joboffers.h"
#include "models/qtconvert.h"
#include "widgets/actionregistry.h"
#include "widgets/components/banner.h"
#include "widgets/components/buttons.h"
#include "widgets/components/chip.h"
#include "widgets/components/emptystate.h"
#include "widgets/components/pageheader.h"
#include "widgets/components/segmentswitch.h"
#include "widgets/editor/yamleditor.h"
#include "widgets/jobs/jobform.h"
#include "widgets/jobs/joblistpanel.h"
#include "widgets/jobs/problemsbar.h"
#include "widgets/jobs/yamlpane.h"

#include <QAction>
#include <QPushButton>
#include <QStackedWidget>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

void JobsPage::registerActions(ActionRegistry& registry)
{
    const auto add = [&](const QString& id, const QString& text, const QString& tip, const QKeySequence& keys,
                         const QString& icon, auto does) {
        auto* action = registry.add(this, {u"jobs."_s + id, text, tip, keys, icon, Qt::WidgetWithChildrenShortcut});
        connect(action, &QAction::triggered, this, does);
        return action;
    };
    m_undo =
        add(u"undo"_s, tr("Undo"), tr("Take the last change of this job back"), QKeySequence::Undo, u"undo"_s, [this] {
            m_form->endTyping();
            if (m_buffer)
                m_buffer->undoStack()->undo();
        });
    m_redo = add(u"redo"_s, tr("Redo"), tr("Do the change again that was taken back"), Qt::CTRL | Qt::Key_Y, u"redo"_s,
                 [this] {
                     m_form->endTyping();
                     if (m_buffer)
                         m_buffer->undoStack()->redo();
                 });
    m_save = add(u"save"_s, tr("Save"), tr("Write this job's file"), QKeySequence::Save, {}, [this] {
        if (m_buffer)
            m_buffer->save();
    });
    add(u"search"_s, tr("Find a job"), tr("Search in the list of jobs"), Qt::CTRL | Qt::Key_P, u"search"_s,
        [this] { m_list->focusSearch(); });
    add(u"nextProblem"_s, tr("Next problem"), tr("Go to the next problem of this job"), Qt::Key_F8, {},
        [this] { goToProblem(); });
    add(u"switchView"_s, tr("Form or text"), tr("Move between the form and the text"), Qt::Key_F6, {},
        [this] { switchView(); });
    add(u"run"_s, tr("Run this job"), tr("Start the job that is shown, and watch it"), Qt::CTRL | Qt::Key_R, u"run"_s,
        [this] { run(); });
    m_header->addTool(makeActionButton(ButtonRole::Icon, m_undo));
    m_header->addTool(makeActionButton(ButtonRole::Icon, m_redo));
    m_header->addTool(makeActionButton(ButtonRole::Primary, m_save));
    refresh();
}

void JobsPage::refresh()
{
    offerTables();
    m_header->setObject(m_buffer ? m_buffer->name() : QString());
    m_editedChip->setVisible(m_buffer && m_buffer->isDirty());
    m_problems->setFindings(m_buffer ? m_draft.findings() : Findings());
    if (!m_save)
        return;
    m_save->setEnabled(m_buffer && m_buffer->isDirty());
    m_undo->setEnabled(m_buffer && m_buffer->undoStack()->canUndo());
    m_redo->setEnabled(m_buffer && m_buffer->undoStack()->canRedo());
}

void JobsPage::refreshBanner()
{
    m_banner->clearActions();
    const auto action = [this](const QString& name, const QString& text, auto does) {
        connect(m_banner->addAction(name, text), &QPushButton::clicked, this, does);
    };
    if (m_buffer && m_buffer->hasConflict()) {
        m_banner->showMessage(
            State::Late,
            tr("%1 changed on disk while it was edited here.").arg(toQt(m_buffer->path().generic_string())),
            tr("Both versions are kept until one is chosen; undo brings the other one back."));
        action(u"keepMine"_s, tr("Keep this one"), [this] { m_buffer->keepMine(); });
        action(u"takeTheirs"_s, tr("Take the file's"), [this] { m_buffer->takeTheirs(); });
    } else if (m_failure) {
        m_banner->showMessage(State::Failed, toQt(m_failure->message), toQt(m_failure->hint));
        if (m_failure->code == ErrorCode::Usage && m_buffer && m_buffer->isDirty())
            action(u"saveAndRun"_s, tr("Save and run"), [this] {
                m_runAfterSave = true;
                m_buffer->save();
            });
        action(u"dismiss"_s, tr("Dismiss"), [this] {
            m_failure.reset();
            refreshBanner();
        });
    } else {
        m_banner->clear();
    }
}

void JobsPage::refreshEmpty()
{
    const auto* pool = m_workspace->pool();
    offerConnections();
    if (m_buffer) {
        m_stack->setCurrentIndex(0);
        return;
    }
    m_stack->setCurrentWidget(m_empty);
    if (pool->error() && !pool->pool())
        m_empty->setContent(tr("The pool can't be read"), toQt(pool->error()->message + " " + pool->error()->hint));
    else if (!pool->pool())
        m_empty->setContent(tr("Reading the pool"), toQt(pool->root().string()));
    else if (pool->pool()->jobs.empty())
        m_empty->setContent(tr("No job yet"),
                            tr("Make the first one with `tidegatectl job new JOB --from CONNECTION TABLE`; "
                               "it appears here at once."));
    else
        m_empty->setContent(tr("No job is chosen"), tr("Choose one in the list, or press Ctrl+P and type its name."));
}

void JobsPage::offerConnections()
{
    const auto pool = m_workspace->pool()->pool();
    QStringList names;
    if (pool)
        for (const auto& connection : pool->connections)
            names << toQt(connection.name);
    m_form->setOffers("source.connection", names);
    m_form->setOffers("target.connection", names);
}

void JobsPage::offerTables()
{
    if (!m_buffer)
        return;
    const auto sources = m_tables.of(m_draft.value("source.connection").text);
    m_form->setOffers("source.table", sources);
    m_form->setOffers("watermark.join.table", sources);
    m_form->setOffers("target.table", m_tables.of(m_draft.value("target.connection").text));
}

void JobsPage::showCatalogue()
{
    m_draft.setPlanFindings(m_preview.plan() ? m_preview.plan()->notes : Findings());
    const auto* known = m_preview.inputs();
    std::map<std::string, JobFact> facts;
    if (known) {
        const auto& job = *m_buffer->parsed().definition;
        m_source = known->inputs.source;
        facts = jobFacts(job, *known);
        for (const auto& [path, names] : jobOffers(job, known->inputs))
            m_form->setOffers(path, names);
    }
    if (m_source)
        for (auto& [path, proposal] : jobProposals(*m_source))
            if (!m_draft.value(path).present)
                facts[path] = std::move(proposal);
    m_form->setFacts(std::move(facts));
    if (m_preview.plan())
        m_form->setImplied("columns", impliedColumns(*m_preview.plan()));
}

void JobsPage::goToProblem()
{
    const auto* finding = m_problems->next();
    if (!finding)
        return;
    const auto field = JobDraft::fieldOf(finding->path);
    const bool inText = m_mode->current() == u"yaml" || field.empty() || m_draft.isReadOnly();
    if (!inText && m_mode->current() == u"sql")
        m_mode->setCurrent(u"form"_s);
    if (!inText && m_form->focusField(field))
        return;
    if (m_mode->current() != u"both")
        m_mode->setCurrent(u"yaml"_s);
    m_yaml->editor()->setFocus(Qt::OtherFocusReason);
    if (finding->range.line > 0)
        m_yaml->editor()->goTo(finding->range.line - 1, std::max(0, finding->range.column - 1));
}

void JobsPage::switchView()
{
    const bool fromForm = m_form->isVisible() && !m_yaml->editor()->hasFocus();
    const auto field = m_form->currentField();
    if (m_mode->current() != u"both")
        m_mode->setCurrent(m_narrow ? (fromForm ? u"yaml"_s : u"form"_s) : u"both"_s);
    if (fromForm) {
        if (!field.empty())
            m_yaml->showPath(field);
        m_yaml->editor()->setFocus(Qt::OtherFocusReason);
        return;
    }
    const auto at = m_yaml->currentField();
    if (!m_form->focusField(at.empty() ? field : at))
        m_form->focusField("source.connection");
}

void JobsPage::run()
{
    if (!m_buffer)
        return;
    m_failure.reset();
    if (m_buffer->isDirty())
        m_failure = Error{ErrorCode::Usage, toStd(tr("A run reads the file, and this job has unsaved changes.")),
                          toStd(tr("Save it first."))};
    else
        startRun(m_buffer->name());
    refreshBanner();
}

void JobsPage::startRun(const QString& job)
{
    const auto* pool = m_workspace->pool();
    m_agent->call("run.start",
                  {{"pool", pool->root().string()},
                   {"environment", toStd(pool->environment())},
                   {"job", toStd(job)},
                   {"options", nlohmann::json::object()}},
                  this, [this](const Result<nlohmann::json>& answer) {
                      if (answer)
                          return;
                      m_failure = answer.error();
                      refreshBanner();
                  });
    Q_EMIT pageWanted(u"monitor"_s, job);
}

void JobsPage::onSaveFailed(const Error& error)
{
    m_runAfterSave = false;
    if (error.code != ErrorCode::Conflict)
        m_failure = error;
    refreshBanner();
}

} // namespace tidegate
