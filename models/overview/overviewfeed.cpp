// SPDX-License-Identifier: Apache-2.0
#include "models/overview/overviewfeed.h"

#include "models/jsonread.h"

#include <QtConcurrentRun>

#include <chrono>

namespace tidegate {

using namespace std::chrono_literals;
using nlohmann::json;

namespace {
constexpr int hours = 24;
constexpr int cells = 48;
} // namespace

OverviewFeed::OverviewFeed(AgentClient* agent, PoolModel* pool, RunController* runs, const OverviewCache& cache,
                           QObject* parent)
    : QObject(parent), m_agent(agent), m_pool(pool), m_runs(runs), m_cache(cache)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(300ms);
    m_minute.setInterval(60s);
    connect(&m_soon, &QTimer::timeout, this, &OverviewFeed::refresh);
    connect(&m_minute, &QTimer::timeout, this, &OverviewFeed::refresh);
    connect(agent, &AgentClient::stateChanged, this, &OverviewFeed::onAgentState);
    connect(pool, &PoolModel::poolChanged, this, &OverviewFeed::onPool);
    connect(pool, &PoolModel::environmentChanged, this, &OverviewFeed::onPool);
    connect(runs, &RunController::changed, this, &OverviewFeed::onRun);
    connect(runs, &RunController::ended, &m_soon, qOverload<>(&QTimer::start));
    readCache();
}

OverviewFeed::~OverviewFeed() = default;

void OverviewFeed::setWatched(bool watched)
{
    if (watched == m_minute.isActive())
        return;
    if (!watched)
        return m_minute.stop();
    m_minute.start();
    if (m_phase == Phase::Live && m_snapshot.asOf.secsTo(QDateTime::currentDateTimeUtc()) >= 60)
        refresh();
}

json OverviewFeed::place() const
{
    return {{"pool", m_pool->root().string()}, {"environment", toStd(m_pool->environment())}};
}

void OverviewFeed::readCache()
{
    m_environment = m_pool->environment();
    const QString pool = toQt(m_pool->root().string());
    if (pool.isEmpty())
        return;
    QtConcurrent::run([cache = m_cache, pool, environment = m_environment] {
        return cache.read(pool, environment);
    }).then(this, [this, number = m_number](std::optional<OverviewSnapshot> cached) {
        takeCache(number, std::move(cached));
    });
}

void OverviewFeed::takeCache(quint64 number, std::optional<OverviewSnapshot> cached)
{
    m_cacheRead = true;
    const bool sameEnvironment = m_environment == m_pool->environment();
    if (!cached || m_phase != Phase::Nothing || !sameEnvironment || number > m_number)
        return;
    if (const auto pool = m_pool->pool())
        takePool(*cached, *pool);
    m_snapshot = std::move(*cached);
    m_phase = m_error ? Phase::Stale : Phase::Cached;
    Q_EMIT changed();
}

void OverviewFeed::onPool()
{
    if (m_environment != m_pool->environment()) {
        m_snapshot = {};
        m_phase = Phase::Nothing;
        readCache();
    }
    if (const auto pool = m_pool->pool()) {
        takePool(m_snapshot, *pool);
        Q_EMIT changed();
        refresh();
    }
}

void OverviewFeed::onAgentState(AgentClient::State state)
{
    if (state == AgentClient::State::Ready)
        return refresh();
    if (state != AgentClient::State::Lost && state != AgentClient::State::Stopped)
        return;
    m_running.clear();
    fail({ErrorCode::ConnectionLost, toStd(m_agent->lostReason()), {}});
}

void OverviewFeed::onRun(const QString& job)
{
    const bool active = m_runs->status(job).isActive();
    if (active == m_running.contains(job))
        return;
    if (active)
        m_running.insert(job);
    else
        m_running.remove(job);
    Q_EMIT changed();
}

void OverviewFeed::refresh()
{
    m_soon.stop();
    if (!m_agent->isReady() || !m_pool->pool())
        return;
    m_asking = true;
    m_arriving = {};
    askPage(++m_number, {});
    Q_EMIT changed();
}

void OverviewFeed::setSchedule(bool enabled)
{
    m_agent->call(enabled ? "schedule.enable" : "schedule.disable", place(), this, [this](const Result<json>& answer) {
        if (answer)
            refresh();
        else
            fail(answer.error());
    });
}

void OverviewFeed::askPage(quint64 number, const std::string& after)
{
    json params = place();
    params["hours"] = hours;
    params["cells"] = cells;
    if (!after.empty())
        params["after"] = after;
    m_agent->call("history.overview", std::move(params), this,
                  [this, number](const Result<json>& answer) { takePage(number, answer); });
}

void OverviewFeed::takePage(quint64 number, const Result<json>& answer)
{
    if (number != m_number)
        return;
    if (!answer)
        return fail(answer.error());
    OverviewSnapshot page = overviewFrom(*answer);
    if (m_arriving.jobs.empty())
        m_arriving = std::move(page);
    else
        std::move(page.jobs.begin(), page.jobs.end(), std::back_inserter(m_arriving.jobs));
    const std::string next = toStd(jsonText(*answer, "next"));
    if (next.empty())
        askSchedule(number);
    else
        askPage(number, next);
}

void OverviewFeed::askSchedule(quint64 number)
{
    m_agent->call("schedule.list", place(), this,
                  [this, number](const Result<json>& answer) { finish(number, answer); });
}

void OverviewFeed::finish(quint64 number, const Result<json>& schedule)
{
    if (number != m_number)
        return;
    // Without its schedule the history is still true.
    if (schedule)
        takeSchedule(m_arriving, *schedule);
    settle(std::move(m_arriving));
}

void OverviewFeed::settle(OverviewSnapshot snapshot)
{
    if (!snapshot.asOf.isValid())
        snapshot.asOf = QDateTime::currentDateTimeUtc();
    m_asking = false;
    m_error.reset();
    m_phase = Phase::Live;
    m_snapshot = std::move(snapshot);
    if (const auto pool = m_pool->pool())
        takePool(m_snapshot, *pool);
    m_writing =
        QtConcurrent::run([cache = m_cache, pool = toQt(m_pool->root().string()), environment = m_pool->environment(),
                           stored = m_snapshot] { cache.write(pool, environment, stored); });
    Q_EMIT changed();
}

void OverviewFeed::fail(const Error& error)
{
    ++m_number;
    m_asking = false;
    m_error = error;
    if (m_phase != Phase::Nothing)
        m_phase = Phase::Stale;
    Q_EMIT changed();
}

} // namespace tidegate

#include "moc_overviewfeed.cpp"
