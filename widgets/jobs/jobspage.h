// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobdraft.h"
#include "models/jobfacts.h"
#include "models/jobprobe.h"
#include "models/jobworkspace.h"
#include "models/plancatalogue.h"
#include "models/sqldiff.h"
#include "models/sqlpreview.h"
#include "models/tablenames.h"
#include "widgets/page.h"

class QAction;
class QSplitter;
class QStackedWidget;

namespace tidegate {

class Banner;
class Chip;
class EmptyState;
class JobFileActions;
class JobForm;
class JobListPanel;
class PageHeader;
class ProblemsBar;
class SegmentSwitch;
class SqlPane;
class WatermarkPreview;
class YamlPane;

/// The pool's jobs: the list, one job as form and text over one buffer, and its SQL.
class JobsPage final : public Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobsPage)

public:
    JobsPage(AgentClient* agent, JobWorkspace* workspace, QWidget* parent = nullptr);
    ~JobsPage() override;

    [[nodiscard]] PageBadge badge() const override;
    [[nodiscard]] int unsavedCount() const override { return m_workspace->unsavedCount(); }
    [[nodiscard]] QWidget* initialFocus() const override;
    void registerActions(ActionRegistry& registry) override;
    void open(const QString& job) override;
    [[nodiscard]] QString shown() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void layOut();
    QWidget* makeEditors();
    void connectParts();
    void openJob(const QString& job);
    void setNarrow(bool narrow);
    void showMode(const QString& mode);
    void refresh();
    void refreshBanner();
    void refreshEmpty();
    void openWanted();
    void offerConnections();
    void offer(const std::string& path, const QStringList& names);
    void offerTables();
    void step(void (QUndoStack::*which)());
    void showCatalogue();
    void showFacts();
    void goToProblem(const Finding* problem);
    void applyFix();
    void showConflictDiff();
    void explain();
    void switchView();
    void run();
    void startRun(const QString& job);
    void onSaveFailed(const Error& error);
    void forgetFailure();

    AgentClient* m_agent;
    JobWorkspace* m_workspace;
    JobDraft m_draft;
    PlanCatalogue m_catalogue;
    SqlPreview m_preview;
    TableNames m_tables;
    HeadText m_head;
    SqlDiff m_diff;
    JobExplain m_explain;
    WatermarkRows m_rows;
    JobBuffer* m_buffer = nullptr;          ///< of the shown job, owned by the workspace
    std::optional<Error> m_failure;         ///< of the last save or start
    bool m_saveFirst = false;               ///< a run was asked for that would not see the edits
    std::optional<sql::TableInfo> m_source; ///< of the shown job, as last known: proposals outlive a broken file
    std::map<std::string, JobFact> m_facts;
    QString m_wanted; ///< asked for before the pool was read
    bool m_narrow = false;
    bool m_sized = false;
    bool m_runAfterSave = false;

    JobFileActions* m_files;
    JobListPanel* m_list;
    PageHeader* m_header;
    Chip* m_editedChip;
    SegmentSwitch* m_mode = nullptr;
    Banner* m_banner;
    JobForm* m_form;
    WatermarkPreview* m_rowsView;
    YamlPane* m_yaml;
    SqlPane* m_sql;
    QSplitter* m_splitter = nullptr;
    QStackedWidget* m_stack = nullptr; ///< the editors, or why there are none
    EmptyState* m_empty;
    ProblemsBar* m_problems;
    QAction* m_save = nullptr;
    QAction* m_undo = nullptr;
    QAction* m_redo = nullptr;
};

} // namespace tidegate
