// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/monitor/logmodel.h"
#include "models/monitor/metricsfeed.h"
#include "models/monitor/runcontroller.h"
#include "models/monitor/runlistmodel.h"
#include "models/monitor/sourceclocks.h"
#include "widgets/page.h"

#include <QElapsedTimer>
#include <QTimer>

class QBoxLayout;

namespace tidegate {

class Banner;
class EmptyState;
class LogDock;
class MonitorCharts;
class MonitorHeader;
class RunSummaryView;
class WaitBar;

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

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeBody();
    void connectHeader();
    void show(const QString& job);
    void onRunChanged(const QString& job);
    void onRunEnded(const QString& job);
    void onSecond();
    void showRun();
    void showBanner(const RunStatus& status);
    void showDelay();
    void readLedger();
    void start(const RunController::Options& options);

    RunController* m_runs;
    MetricsFeed* m_metrics;
    SourceClocks* m_clocks;
    AgentClient* m_agent;
    RunListModel m_runList;
    QString m_job;
    QString m_pool;
    QString m_environment;
    QTimer m_second;
    QElapsedTimer m_sinceProgress;

    MonitorHeader* m_header;
    EmptyState* m_empty;
    Banner* m_banner;
    RunSummaryView* m_summary;
    MonitorCharts* m_charts;
    WaitBar* m_waits;
    QBoxLayout* m_columns;
    QWidget* m_body; ///< made of the ones above
    LogDock* m_log;
};

} // namespace tidegate
