// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobprobe.h"
#include "models/sqldiff.h"

#include <QTimer>
#include <QWidget>

namespace tidegate {

class Banner;
class PlanPanel;
class SqlEditor;
class StateLabel;
class TabStrip;
class TextLabel;

/// The SQL that the job means, following the keystrokes.
class SqlPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SqlPane)

public:
    SqlPane(SqlPreview* preview, SqlDiff* diff, JobExplain* explain, QWidget* parent = nullptr);

    [[nodiscard]] SqlEditor* editor() const { return m_editor; }
    /// One of extract, count, apply, ddl, grants, diff.
    void showTab(const QString& id);
    /// Asks both servers for their plans, and shows them.
    void explain();

Q_SIGNALS:
    /// A person wants the plans; explain() shows them where the job can be planned.
    void explainWanted();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();
    void refreshNotes();
    void refreshProblem();
    void refreshDiff();
    QWidget* makeNotes();
    QWidget* makeTop();
    [[nodiscard]] std::optional<SqlPreview::What> what() const;

    SqlPreview* m_preview;
    SqlDiff* m_diff;
    JobExplain* m_explain;
    TabStrip* m_tabs;
    StateLabel* m_scope;
    TextLabel* m_age;
    Banner* m_banner;
    SqlEditor* m_editor;
    PlanPanel* m_plan;
    QWidget* m_top;
    QWidget* m_notes;
    QTimer m_ageTimer;
};

} // namespace tidegate
