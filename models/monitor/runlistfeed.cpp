// SPDX-License-Identifier: Apache-2.0
#include "models/monitor/runlistfeed.h"

#include "models/agentclient.h"
#include "models/monitor/runlistmodel.h"
#include "models/qtconvert.h"

#include <nlohmann/json.hpp>

namespace tidegate {

namespace {
constexpr int listedRuns = 20;
} // namespace

RunListFeed::RunListFeed(AgentClient* agent, RunListModel* runs, QObject* parent)
    : QObject(parent), m_agent(agent), m_runs(runs)
{
}

void RunListFeed::setJob(const QString& pool, const QString& environment, const QString& job)
{
    m_pool = pool;
    m_environment = environment;
    m_job = job;
}

void RunListFeed::ask()
{
    if (m_job.isEmpty() || !m_agent->isReady())
        return;
    const nlohmann::json place = {
        {"pool", toStd(m_pool)}, {"environment", toStd(m_environment)}, {"job", toStd(m_job)}, {"limit", listedRuns}};
    m_agent->call("history.runs", place, this, [this, job = m_job](const Result<nlohmann::json>& answer) {
        if (answer && job == m_job)
            m_runs->takeHistory(*answer);
    });
    m_agent->call("ledger.read", place, this, [this, job = m_job](const Result<nlohmann::json>& answer) {
        if (answer && job == m_job && answer->contains("rows"))
            m_runs->takeLedger(answer->at("rows"));
    });
}

} // namespace tidegate
