// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/monitor/dryrunreport.h"
#include "models/monitor/runway.h"

#include <QObject>
#include <QString>

class QWidget;

namespace tidegate {

class Banner;

/// Where runs are asked for: at once, or behind a sheet where a run does more than read the next window. Tells in the
/// banner how the last one ended, with what its error offers to do.
class RunDesk final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunDesk)

public:
    /// All of them outlive the desk. Sheets are opened over `page`.
    RunDesk(RunController* runs, AgentClient* agent, Banner* banner, QWidget* page);

    void setJob(const QString& pool, const QString& environment, const QString& job);
    void want(RunWay way);
    void showBanner(const RunStatus& status);

private:
    void start(RunWay way);
    void showDryRun();
    bool showMessage(const RunStatus& status);

    RunController* m_runs;
    DryRunReport m_dryRun;
    Banner* m_banner;
    QWidget* m_page;
    QString m_pool;
    QString m_environment;
    QString m_job;
};

} // namespace tidegate
