// SPDX-License-Identifier: Apache-2.0
#include "models/monitor/runcontroller.h"

#include "models/qtconvert.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;
using nlohmann::json;

RunController::RunController(AgentClient* client, QObject* parent) : QObject(parent), m_client(client)
{
    connect(client, &AgentClient::runEvent, this, &RunController::onEvent);
    connect(client, &AgentClient::stateChanged, this, &RunController::onAgentState);
    client->subscribe(AgentClient::Stream::Runs);
    if (client->isReady())
        onAgentState(AgentClient::State::Ready);
}

void RunController::setPlace(const QString& pool, const QString& environment)
{
    m_pool = pool;
    m_environment = environment;
}

RunStatus RunController::status(const QString& job) const
{
    RunStatus none;
    none.job = job;
    return m_runs.value(job, none);
}

int RunController::activeCount() const
{
    return static_cast<int>(
        std::count_if(m_runs.begin(), m_runs.end(), [](const RunStatus& s) { return s.isActive(); }));
}

void RunController::start(const QString& job, const Options& options)
{
    if (status(job).isActive())
        return;
    RunStatus status;
    status.job = job;
    status.stage = RunStatus::Stage::Starting;
    status.startedAt = QDateTime::currentDateTimeUtc();
    m_runs.insert(job, status);
    m_newestJob = job;
    Q_EMIT started(job);
    Q_EMIT changed(job);
    const json words = {{"dryRun", options.dryRun},
                        {"again", options.again},
                        {"reload", options.reload},
                        {"acceptChange", options.acceptChange},
                        {"takeOver", options.takeOver}};
    m_client->call(
        "run.start",
        {{"pool", toStd(m_pool)}, {"environment", toStd(m_environment)}, {"job", toStd(job)}, {"options", words}}, this,
        [this, job](const Result<json>& answer) { onStarted(job, answer); });
}

void RunController::onStarted(const QString& job, const Result<json>& answer)
{
    if (!answer) {
        refuse(job, answer.error());
        return;
    }
    RunStatus& status = m_runs[job];
    const bool stopWanted = status.stage == RunStatus::Stage::Stopping;
    if (status.run == 0) {
        status.run = answer->value("run", qint64{0});
        if (!stopWanted)
            status.stage = RunStatus::Stage::Running;
        Q_EMIT changed(job);
    }
    if (stopWanted)
        m_client->call("run.cancel", {{"run", status.run}}, this, [](const Result<json>&) {});
}

void RunController::refuse(const QString& job, const Error& error)
{
    RunStatus& status = m_runs[job];
    status.stage = RunStatus::Stage::Ended;
    status.outcome = error.code == ErrorCode::Cancelled ? u"cancelled"_s : u"failed"_s;
    status.error = error;
    Q_EMIT changed(job);
    Q_EMIT ended(job);
}

void RunController::stop(const QString& job)
{
    const auto found = m_runs.find(job);
    if (found == m_runs.end() || !found->isActive() || found->stage == RunStatus::Stage::Stopping)
        return;
    found->stage = RunStatus::Stage::Stopping;
    if (found->run != 0)
        m_client->call("run.cancel", {{"run", found->run}}, this, [](const Result<json>&) {});
    Q_EMIT changed(job);
}

void RunController::onEvent(const json& event)
{
    const QString job = toQt(event.value("job", ""));
    if (job.isEmpty())
        return;
    const auto run = event.value("run", qint64{0});
    if (event.value("event", "") == "run.started" && event.value("dryRun", false))
        m_dryRuns.insert(run);
    if (m_dryRuns.contains(run))
        return;
    const bool isNew = !m_runs.contains(job);
    RunStatus& status = m_runs[job];
    const bool wasActive = status.isActive();
    takeEvent(status, event);
    if (!wasActive && status.isActive()) {
        m_newestJob = job;
        if (isNew)
            Q_EMIT started(job);
    }
    const bool hasEnded = wasActive && !status.isActive();
    Q_EMIT changed(job);
    if (hasEnded)
        Q_EMIT ended(job);
}

void RunController::onAgentState(AgentClient::State state)
{
    if (state == AgentClient::State::Ready) {
        m_client->call("run.list", json::object(), this, [this](const Result<json>& answer) {
            if (answer)
                catchUp(*answer);
        });
    }
    if (state != AgentClient::State::Lost && state != AgentClient::State::Stopped)
        return;
    for (auto it = m_runs.begin(); it != m_runs.end(); ++it) {
        if (it->isActive() && it->run != 0) {
            it->stage = RunStatus::Stage::Unknown;
            Q_EMIT changed(it.key());
            Q_EMIT ended(it.key());
        }
        it->run = 0; // a new agent counts from 1 again
    }
    m_dryRuns.clear();
}

void RunController::catchUp(const json& list)
{
    const auto runs = list.find("runs");
    if (runs == list.end() || !runs->is_array())
        return;
    for (const json& run : *runs) {
        RunStatus status = statusFromList(run);
        const auto known = m_runs.constFind(status.job);
        if (status.dryRun) {
            m_dryRuns.insert(status.run);
            continue;
        }
        if (status.job.isEmpty() || (known != m_runs.constEnd() && known->run >= status.run))
            continue;
        const QString job = status.job;
        m_runs.insert(job, std::move(status));
        Q_EMIT changed(job);
    }
}

} // namespace tidegate
