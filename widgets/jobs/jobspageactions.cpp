// SPDX-License-Identifier: GPL-3.0-or-later
// What one can do on the Jobs page, and what it says when something is wrong.
#include "widgets/jobs/jobspage.h"

#include "diff/linediff.h"
#include "models/language.h"
#include "models/qtconvert.h"
#include "widgets/actionregistry.h"
#include "widgets/components/banner.h"
#include "widgets/components/buttons.h"
#include "widgets/components/chip.h"
#include "widgets/components/pageheader.h"
#include "widgets/components/segmentswitch.h"
#include "widgets/editor/sqleditor.h"
#include "widgets/editor/yamleditor.h"
#include "widgets/jobs/jobfileactions.h"
#include "widgets/jobs/jobform.h"
#include "widgets/jobs/joblistpanel.h"
#include "widgets/jobs/jobsheet.h"
#include "widgets/jobs/problemsbar.h"
#include "widgets/jobs/yamlpane.h"

#include <QAction>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

void JobsPage::registerActions(ActionRegistry& registry)
{
    const auto add = [&](const QString& id, const Phrase& text, const Phrase& tip, const QKeySequence& keys,
                         const QString& icon, auto does) {
        auto* action = registry.add(this, {u"jobs."_s + id, text, tip, keys, icon, Qt::WidgetWithChildrenShortcut});
        connect(action, &QAction::triggered, this, does);
        return action;
    };
    m_undo = add(
        u"undo"_s, [] { return tr("Undo"); }, [] { return tr("Take the last change of this job back"); },
        QKeySequence::Undo, u"undo"_s, [this] { step(&QUndoStack::undo); });
    m_redo = add(
        u"redo"_s, [] { return tr("Redo"); }, [] { return tr("Do the change again that was taken back"); },
        Qt::CTRL | Qt::Key_Y, u"redo"_s, [this] { step(&QUndoStack::redo); });
    m_save = add(
        u"save"_s, [] { return tr("Save"); }, [] { return tr("Write this job's file"); }, QKeySequence::Save, {},
        [this] {
            if (m_buffer)
                m_buffer->save();
        });
    add(
        u"search"_s, [] { return tr("Find a job"); }, [] { return tr("Search in the list of jobs"); },
        Qt::CTRL | Qt::Key_P, u"search"_s, [this] { m_list->focusSearch(); });
    add(
        u"nextProblem"_s, [] { return tr("Next problem"); }, [] { return tr("Go to the next problem of this job"); },
        Qt::Key_F8, {}, [this] { goToProblem(m_problems->next()); });
    add(
        u"previousProblem"_s, [] { return tr("Previous problem"); },
        [] { return tr("Go to the previous problem of this job"); }, Qt::SHIFT | Qt::Key_F8, {},
        [this] { goToProblem(m_problems->previous()); });
    add(
        u"applyFix"_s, [] { return tr("Apply the proposed value"); },
        [] { return tr("Put in what is proposed where the caret stands"); }, Qt::CTRL | Qt::Key_Period, {},
        [this] { applyFix(); });
    add(
        u"switchView"_s, [] { return tr("Form or text"); }, [] { return tr("Move between the form and the text"); },
        Qt::Key_F6, {}, [this] { switchView(); });
    add(
        u"explain"_s, [] { return tr("Explain"); }, [] { return tr("Ask both servers how they would run the SQL"); },
        Qt::CTRL | Qt::Key_E, {}, [this] { explain(); });
    add(
        u"run"_s, [] { return tr("Run this job"); }, [] { return tr("Start the job that is shown, and watch it"); },
        Qt::CTRL | Qt::Key_R, u"run"_s, [this] { run(); });
    m_files->registerActions(registry, this, m_list->view());
    m_list->addTools(registry.action(u"jobs.new"_s), m_files->menu());
    m_header->addTool(makeActionButton(ButtonRole::Icon, m_undo));
    m_header->addTool(makeActionButton(ButtonRole::Icon, m_redo));
    m_header->addTool(makeActionButton(ButtonRole::Primary, m_save));
    refresh();
}

void JobsPage::step(void (QUndoStack::*which)())
{
    m_form->endTyping();
    if (m_buffer)
        (m_buffer->undoStack()->*which)();
}

void JobsPage::refresh()
{
    offerTables();
    m_header->setObject(m_buffer ? m_buffer->name() : QString());
    m_editedChip->setVisible(m_buffer && m_buffer->isDirty());
    m_problems->setFindings(m_buffer ? m_draft.findings() : Findings());
    if (m_saveFirst && !(m_buffer && m_buffer->isDirty())) {
        forgetFailure();
        refreshBanner();
    }
    if (!m_save)
        return;
    m_save->setEnabled(m_buffer && m_buffer->isDirty());
    m_undo->setEnabled(m_buffer && m_buffer->undoStack()->canUndo());
    m_redo->setEnabled(m_buffer && m_buffer->undoStack()->canRedo());
}

void JobsPage::refreshBanner()
{
    m_banner->clearActions();
    const auto action = [this](const QString& name, const Phrase& text, auto does) {
        connect(m_banner->addAction(name, text), &QPushButton::clicked, this, does);
    };
    if (m_buffer && m_buffer->hasConflict()) {
        m_banner->showMessage(
            State::Late,
            [path = toQt(m_buffer->path().generic_string())] {
                return tr("%1 changed on disk while it was edited here.").arg(path);
            },
            [] { return tr("Both versions are kept until one is chosen; undo brings the other one back."); });
        action(
            u"keepMine"_s, [] { return tr("Keep mine"); }, [this] { m_buffer->keepMine(); });
        action(
            u"takeTheirs"_s, [] { return tr("Take theirs"); }, [this] { m_buffer->takeTheirs(); });
        action(
            u"showConflict"_s, [] { return tr("Show difference"); }, [this] { showConflictDiff(); });
    } else if (m_saveFirst) {
        m_banner->showMessage(
            State::Late, [] { return tr("A run reads the file, and this job has unsaved changes."); },
            [] { return tr("Save it first."); });
        action(
            u"saveAndRun"_s, [] { return tr("Save and run"); },
            [this] {
                m_runAfterSave = true;
                m_buffer->save();
            });
    } else if (m_failure) {
        m_banner->showMessage(State::Failed, toQt(m_failure->message), toQt(m_failure->hint));
    } else {
        return m_banner->clear();
    }
    if (!m_buffer || !m_buffer->hasConflict())
        action(
            u"dismiss"_s, [] { return tr("Dismiss"); },
            [this] {
                forgetFailure();
                refreshBanner();
            });
}

void JobsPage::forgetFailure()
{
    m_failure.reset();
    m_saveFirst = false;
}

void JobsPage::goToProblem(const Finding* problem)
{
    if (!problem)
        return;
    const std::optional finding = *problem; // the list changes while the focus moves
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

void JobsPage::applyFix()
{
    const bool inText = m_yaml->editor()->hasFocus();
    const auto path = inText ? m_yaml->currentField() : m_form->currentField();
    if (!path.empty())
        m_form->applyFix(path);
}

void JobsPage::showConflictDiff()
{
    auto* sheet = new JobSheet(u"conflictSheet"_s, this);
    sheet->setWords([] { return tr("The file and the text here"); },
                    [] { return tr("Lines with − stand in the file, lines with + only here."); });
    auto* editor = new SqlEditor(u"conflictDiff"_s, sheet);
    translated(editor, [editor] { editor->setAccessibleName(tr("Difference between the file and the text here")); });
    editor->setPreview(true);
    editor->setMinimumHeight(300);
    editor->reload(toQt(unifiedDiff(m_buffer->diskText(), m_buffer->text(), "file", "here")));
    editor->setDiff(true);
    sheet->content()->addWidget(editor);
    const auto choice = [&](const QString& name, const Phrase& text, void (JobBuffer::*does)()) {
        connect(sheet->addAction(ButtonRole::Plain, name, text), &QPushButton::clicked, this, [this, sheet, does] {
            sheet->close();
            if (m_buffer)
                (m_buffer->*does)();
        });
    };
    choice(
        u"conflict.keepMine"_s, [] { return tr("Keep mine"); }, &JobBuffer::keepMine);
    choice(
        u"conflict.takeTheirs"_s, [] { return tr("Take theirs"); }, &JobBuffer::takeTheirs);
    sheet->ask(nullptr);
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
    forgetFailure();
    m_saveFirst = m_buffer->isDirty();
    if (!m_saveFirst)
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
