// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobs/jobfileactions.h"

#include "models/qtconvert.h"
#include "widgets/actionregistry.h"
#include "widgets/components/formfield.h"
#include "widgets/jobs/jobsheet.h"
#include "widgets/jobs/newjobsheet.h"
#include "widgets/page.h"
#include "widgets/theme/theme.h"

#include <QAction>
#include <QLineEdit>
#include <QMenu>
#include <QVBoxLayout>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

JobFileActions::JobFileActions(AgentClient* agent, PoolModel* pool, TableNames* tables, QWidget* parent)
    : QObject(parent), m_parent(parent), m_files(agent, pool), m_pool(pool), m_tables(tables), m_menu(new QMenu(parent))
{
    connect(&m_files, &JobFiles::finished, this, [this](const QString& job) {
        if (m_sheet)
            m_sheet->close();
        if (!job.isEmpty())
            Q_EMIT jobMade(job);
    });
    connect(&m_files, &JobFiles::failed, this, [this](const Error& error) {
        if (m_sheet)
            m_sheet->showProblem(toQt(error.message), toQt(error.hint));
    });
}

void JobFileActions::registerActions(ActionRegistry& registry, Page* page, QWidget* list)
{
    const auto add = [&](QWidget* owner, const ActionRegistry::Spec& spec, void (JobFileActions::*does)()) {
        auto* action = registry.add(owner, spec);
        connect(action, &QAction::triggered, this, does);
        return action;
    };
    constexpr auto everywhere = Qt::WidgetWithChildrenShortcut;
    add(page,
        {u"jobs.new"_s, [] { return tr("New job…"); }, [] { return tr("Make a job for a table of a source"); },
         QKeySequence::New, u"plus"_s, everywhere},
        &JobFileActions::newJob);
    m_needJob << add(page,
                     {u"jobs.duplicate"_s, [] { return tr("Duplicate…"); },
                      [] { return tr("Make another job with the same text"); }, Qt::CTRL | Qt::Key_D, u"copy"_s,
                      everywhere},
                     &JobFileActions::duplicateJob);
    // In tables F2 edits a cell, so it renames in the list only.
    m_needJob << add(list,
                     {u"jobs.rename"_s, [] { return tr("Rename…"); },
                      [] { return tr("Give this job another name; its ledger goes on"); }, Qt::Key_F2, u"edit"_s,
                      Qt::WidgetShortcut},
                     &JobFileActions::renameJob);
    m_needJob << add(page,
                     {u"jobs.delete"_s,
                      [] { return tr("Delete…"); },
                      [] { return tr("Remove this job's file"); },
                      {},
                      u"close"_s,
                      everywhere},
                     &JobFileActions::deleteJob);
    m_menu->addActions(m_needJob);
    setBuffer(m_buffer);
}

void JobFileActions::setBuffer(JobBuffer* buffer)
{
    m_buffer = buffer;
    for (auto* action : std::as_const(m_needJob))
        action->setEnabled(buffer != nullptr);
}

void JobFileActions::open(JobSheet* sheet, QWidget* focus)
{
    m_sheet = sheet;
    sheet->ask(focus);
}

void JobFileActions::newJob()
{
    const auto connection =
        m_buffer && m_buffer->parsed().definition ? toQt(m_buffer->parsed().definition->source.connection) : QString();
    auto* sheet = new JobSheet(u"newJobSheet"_s, m_parent);
    sheet->setWords([] { return tr("New job from a table"); },
                    [] {
                        return tr("Columns, key and watermark are proposed from the source's catalogue, each with its "
                                  "reason as a comment.");
                    });
    auto* fields = new NewJobSheet(sheet, &m_files, m_pool, m_tables, connection);
    open(sheet, fields->first());
}

JobSheet* JobFileActions::makeNameSheet(const QString& id, const QString& proposed, const Phrase& verb,
                                        std::function<void(const QString&)> take)
{
    auto* sheet = new JobSheet(id, m_parent);
    auto* name = new QLineEdit(proposed);
    name->setObjectName(id + u".name"_s);
    name->setFont(Theme::instance().mono(12));
    name->selectAll();
    sheet->content()->addWidget(new FormField([] { return tr("New name"); }, name));
    auto* go = sheet->addAction(ButtonRole::Primary, id + u".go"_s, verb, true);
    connect(go, &QPushButton::clicked, this, [sheet, name, take = std::move(take)] {
        sheet->clearProblem();
        take(name->text().trimmed());
    });
    return sheet;
}

void JobFileActions::duplicateJob()
{
    if (!m_buffer)
        return;
    const auto job = m_buffer->name();
    auto* sheet = makeNameSheet(
        u"duplicateSheet"_s, job + u"_2"_s, [] { return tr("Duplicate"); },
        [this](const QString& name) {
            if (m_buffer)
                m_files.duplicate(*m_buffer, name);
        });
    sheet->setWords([job] { return tr("Duplicate %1").arg(job); },
                    [] {
                        return tr("The copy reads the same source. It writes a table of its own, named after it, and "
                                  "has a ledger of its own: its first run begins at the start.");
                    });
    open(sheet, sheet->findChild<QLineEdit*>());
}

void JobFileActions::renameJob()
{
    if (!m_buffer)
        return;
    const auto job = m_buffer->name();
    auto* sheet = makeNameSheet(
        u"renameSheet"_s, job, [] { return tr("Rename"); },
        [this, job](const QString& name) {
            if (m_buffer && m_buffer->isDirty() && m_sheet)
                m_sheet->showProblem(tr("This job has changes that are not saved."),
                                     tr("Save them first; then the file can move."));
            else
                m_files.rename(job, name);
        });
    const auto ledger = m_buffer->parsed().definition ? toQt(m_buffer->parsed().definition->id) : job;
    sheet->setWords([job] { return tr("Rename %1").arg(job); },
                    [ledger] {
                        return tr("The file gets the new name and `id: %1`, which is what the ledger calls the job: it "
                                  "goes on where it was. The target table keeps its name.")
                            .arg(ledger);
                    });
    open(sheet, sheet->findChild<QLineEdit*>());
}

void JobFileActions::deleteJob()
{
    if (!m_buffer)
        return;
    const auto job = m_buffer->name();
    const auto path = toQt(m_buffer->path().generic_string());
    auto* sheet = new JobSheet(u"deleteSheet"_s, m_parent);
    sheet->setDangerous(true);
    sheet->setWords([job] { return tr("Delete %1?").arg(job); },
                    [path] {
                        return tr("%1 is removed from the folder. What was committed stays in git; changes that were "
                                  "not are lost. The target table and its ledger stay as they are.")
                            .arg(path);
                    });
    auto* go = sheet->addAction(ButtonRole::Danger, u"deleteSheet.go"_s, [] { return tr("Delete the job"); });
    connect(go, &QPushButton::clicked, this, [this, job] {
        if (m_buffer && m_buffer->isDirty())
            m_buffer->undoStack()->setIndex(0); // an edited text would outlive its file
        m_files.remove(job);
    });
    open(sheet, nullptr);
}

} // namespace tidegate
