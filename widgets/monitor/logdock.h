// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/monitor/knownrun.h"

#include <QWidget>

#include <optional>

class QHBoxLayout;
class QPushButton;

namespace tidegate {

class LogFilterProxy;
class LogModel;
class LogView;
class SearchField;
class SegmentSwitch;
class TabStrip;
class TextLabel;

/// The log below the page: whose it is and whether it follows, search, levels, lines. Folded, only its head is left.
class LogDock final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogDock)

public:
    explicit LogDock(LogModel* model, QWidget* parent = nullptr);

    /// All lines of a job.
    void setJob(const QString& job);
    /// Only those of one run; of a run that was started elsewhere, what is known of it.
    void showRun(const KnownRun& run);
    void setFolded(bool folded);
    [[nodiscard]] bool isFolded() const;
    [[nodiscard]] LogView* view() const { return m_view; }

Q_SIGNALS:
    void foldedChanged(bool folded);
    /// The lines of all runs are shown again.
    void allRunsWanted();

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fillHead(QHBoxLayout* row);
    void connectHead();
    void search();
    void describe();

    LogModel* m_model;
    QString m_job;
    std::optional<KnownRun> m_run;
    LogFilterProxy* m_lines;
    TabStrip* m_tabs;
    TextLabel* m_scope;
    QPushButton* m_all;
    QPushButton* m_follow;
    SearchField* m_search;
    TextLabel* m_hits;
    SegmentSwitch* m_levels;
    QPushButton* m_fold;
    LogView* m_view;
};

} // namespace tidegate
