// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/monitor/chartfeed.h"
#include "models/monitor/logmodel.h"
#include "models/monitor/runcontroller.h"
#include "models/monitor/runlistfeed.h"
#include "models/monitor/runlistmodel.h"
#include "widgets/monitor/rundesk.h"
#include "widgets/page.h"

#include <QElapsedTimer>
#include <QTimer>

namespace tidegate {

class EmptyState;
class LogDock;
class MonitorBody;
class MonitorHeader;

/// What the page shows; all of it outlives the page.
struct MonitorModels
{
    RunController* runs;
    MetricsFeed* metrics;
    LogModel* log;
    SourceClocks* clocks;
    AgentClient* agent;
};

/// Runs a job and shows it run: state, progress, numbers, charts, who waits, last runs, log.
class MonitorPage final : public Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MonitorPage)

public:
    explicit MonitorPage(const MonitorModels& models, QWidget* parent = nullptr);

    /// The jobs that can be chosen, and where they live.
    void setJobs(const QStringList& jobs, const QString& pool, const QString& environment);
    [[nodiscard]] QString job() const { return m_job; }

    [[nodiscard]] PageBadge badge() const override;
    [[nodiscard]] QWidget* initialFocus() const override;
    void registerActions(ActionRegistry& registry) override;
    void open(const QString& what) override;
    /// Hands the keyboard to the log of the job that is shown.
    void showLog();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    /// Keys that nobody below wanted: the shared cursor, the range, freezing.
    void keyPressEvent(QKeyEvent* event) override;

private:
    void layOut();
    void connectHeader();
    void connectModels();
    void show(const QString& job);
    void onRunChanged(const QString& job);
    void onRunEnded(const QString& job);
    void onSecond();
    void showMoment();
    void showRun();
    void showDelay();

    MonitorModels m_models;
    ChartFeed m_feed;
    RunListModel m_runList;
    RunListFeed m_pastRuns;
    QString m_job;
    QString m_pool;
    QString m_environment;
    QTimer m_second;
    QElapsedTimer m_sinceProgress;
    std::optional<bool> m_narrow; ///< the log is folded once when the page becomes so
    int m_sinceClock = 0;         ///< seconds since the source was asked for its clock

    MonitorHeader* m_header;
    EmptyState* m_empty;
    MonitorBody* m_body;
    LogDock* m_log;
    RunDesk m_desk;
};

} // namespace tidegate
