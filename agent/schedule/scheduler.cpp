// SPDX-License-Identifier: Apache-2.0
#include "agent/schedule/scheduler.h"

#include <fmt/format.h>
#include <spdlog/logger.h>

#include <algorithm>

namespace tidegate::agent {

namespace {

using namespace std::chrono_literals;

/// Clocks are set and machines sleep: never wait longer than this for a time of day.
constexpr auto longestWait = 30s;
constexpr auto queuePause = 1s;
/// Of the times that were missed while the agent was away, this many are written down.
constexpr std::size_t mostMissed = 200;
/// An interrupted run is made up for once; one that takes the agent down with it must not do so for ever.
constexpr int mostTries = 1;

} // namespace

Scheduler::Scheduler(History& history, RunHub& runs, std::shared_ptr<spdlog::logger> logger)
    : m_history(history), m_runs(runs), m_logger(std::move(logger)), m_fires(history.fires)
{
}

Scheduler::~Scheduler()
{
    stop();
}

void Scheduler::start()
{
    m_thread = std::jthread([this](const std::stop_token& stop) { loop(stop); });
}

void Scheduler::stop()
{
    m_thread.request_stop();
    if (m_thread.joinable())
        m_thread.join();
}

void Scheduler::wake()
{
    const std::lock_guard lock(m_mutex);
    m_woken = true;
    m_changed.notify_all();
}

void Scheduler::loop(const std::stop_token& stop)
{
    while (!stop.stop_requested()) {
        const auto pause = step() - m_history.store.now();
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, stop, std::clamp<std::chrono::milliseconds>(pause, 0ms, longestWait),
                           [this] { return m_woken; });
        m_woken = false;
    }
}

TimePoint Scheduler::step()
{
    const TimePoint now = m_history.store.now();
    m_history.store.note(m_history.watches.beat());
    const auto enabled = m_history.schedules.enabled();
    if (!enabled) {
        say(enabled.error());
        return now + longestWait;
    }
    std::erase_if(m_plans, [&enabled](const auto& plan) {
        return std::find(enabled->begin(), enabled->end(), plan.first) == enabled->end();
    });
    for (const Place& place : *enabled) {
        auto& plan = m_plans[place];
        if (!plan)
            plan = std::make_unique<PlacePlan>(m_history.store, m_fires, place);
        look(*plan, now);
    }
    if (!m_plans.empty())
        say(takeOrphans(now));
    drainQueue();
    return nextLook(now);
}

void Scheduler::look(PlacePlan& plan, TimePoint now)
{
    say(plan.refresh());
    for (auto& [name, job] : plan.jobs()) {
        if (job.next && *job.next <= now)
            say(judge(plan, name, job, now));
    }
}

/// The job was due at least once since it was looked at: the newest time makes a run, or not.
Result<void> Scheduler::judge(PlacePlan& plan, const std::string& name, PlannedJob& job, TimePoint now)
{
    const auto upTo = std::chrono::floor<std::chrono::seconds>(job.plan.upTo);
    const auto times = job.schedule.times.between(upTo, std::chrono::floor<std::chrono::seconds>(now), mostMissed);
    const auto paused = m_history.schedules.paused(plan.place());
    if (!paused)
        return paused.error();
    if (times.empty() || job.schedule.paused || paused->count("") > 0 || paused->count(name) > 0)
        return plan.advance(job, now);
    for (std::size_t i = 0; i + 1 < times.size(); ++i) {
        if (const auto missed = m_fires.decide(job.series, times[i], FireState::Missed); !missed)
            return missed.error();
    }
    const TimePoint due = times.back();
    const bool runs = now - due <= onTime || job.schedule.missed == MissedRuns::RunOnce;
    const FireState state = !runs                            ? FireState::Missed
                            : isUnderWay(plan.place(), name) ? FireState::Overlap
                                                             : FireState::Waiting;
    const auto mine = m_fires.decide(job.series, due, state);
    if (!mine)
        return mine.error();
    if (*mine && state == FireState::Waiting)
        enqueue({plan.place(), name, job.series, due, m_history.store.owner().name(), state, 0});
    else if (*mine)
        m_logger->warn("{}: due at {}, {}", name, isoTime(due),
                       state == FireState::Overlap ? "skipped: the run before is still under way" : "missed");
    return plan.advance(job, now);
}

Result<void> Scheduler::takeOrphans(TimePoint now)
{
    const auto orphans = m_fires.orphans();
    if (!orphans)
        return orphans.error();
    if (!orphans->empty())
        m_history.store.note(m_history.runs.closeOrphans());
    for (const Fire& orphan : *orphans) {
        if (auto taken = takeOrphan(orphan, now); !taken)
            return taken;
    }
    return {};
}

/// An agent ended between a decision and its run, or during the run.
Result<void> Scheduler::takeOrphan(const Fire& orphan, TimePoint now)
{
    const auto plan = m_plans.find(orphan.place);
    if (plan == m_plans.end())
        return {}; // not ours to fire; it stays for the one who does
    const auto job = plan->second->jobs().find(orphan.job);
    const bool known = job != plan->second->jobs().end() && !job->second.schedule.paused;
    const bool onTimeStill = orphan.state == FireState::Waiting && now - orphan.due <= onTime;
    const bool runs =
        known && orphan.tries < mostTries && (onTimeStill || job->second.schedule.missed == MissedRuns::RunOnce);
    const FireState state = !runs                                  ? FireState::Missed
                            : isUnderWay(orphan.place, orphan.job) ? FireState::Overlap
                                                                   : FireState::Waiting;
    const auto mine = m_fires.takeOver(orphan, state);
    if (!mine)
        return mine.error();
    if (*mine)
        m_logger->warn("{}: an agent ended before the run that was due at {}; {}", orphan.job, isoTime(orphan.due),
                       state == FireState::Waiting ? "it is made up for" : "it is left out");
    if (*mine && state == FireState::Waiting)
        enqueue(orphan);
    return {};
}

void Scheduler::enqueue(Fire fire)
{
    const std::lock_guard lock(m_mutex);
    m_queue.push_back(std::move(fire));
}

bool Scheduler::isQueued(const Place& place, const std::string& job) const
{
    const std::lock_guard lock(m_mutex);
    return std::any_of(m_queue.begin(), m_queue.end(),
                       [&](const Fire& fire) { return fire.place == place && fire.job == job; });
}

bool Scheduler::isUnderWay(const Place& place, const std::string& job) const
{
    return isQueued(place, job) || m_runs.isRunning(place.pool, place.environment, job);
}

Result<bool> Scheduler::mayRun(const Fire& fire)
{
    const auto paused = m_history.schedules.paused(fire.place);
    if (!paused)
        return paused.error();
    return m_plans.count(fire.place) > 0 && paused->count("") == 0 && paused->count(fire.job) == 0;
}

void Scheduler::drainQueue()
{
    const auto first = [this]() -> std::optional<Fire> {
        const std::lock_guard lock(m_mutex);
        return m_queue.empty() ? std::nullopt : std::optional(m_queue.front());
    };
    for (auto fire = first(); fire && m_runs.scheduledRuns() < mostRuns; fire = first()) {
        if (!startOrSkip(*fire))
            return;
        const std::lock_guard lock(m_mutex);
        m_queue.pop_front();
    }
}

/// False where it must wait: the hub is full, or ending; then the next agent finds it.
bool Scheduler::startOrSkip(const Fire& fire)
{
    const bool may = mayRun(fire).value_or(true);
    if (!may || m_runs.isRunning(fire.place.pool, fire.place.environment, fire.job)) {
        say(m_fires.setState(fire.series, fire.due, may ? FireState::Overlap : FireState::Missed));
        return true;
    }
    const auto run =
        m_runs.start({fire.place.pool, fire.place.environment, fire.job, {}, "schedule", millis(fire.due)});
    if (run)
        m_logger->info("{}: run {} is the one due at {}", fire.job, *run, isoTime(fire.due));
    return run.has_value();
}

TimePoint Scheduler::nextLook(TimePoint now) const
{
    TimePoint next = now + longestWait;
    {
        const std::lock_guard lock(m_mutex);
        if (!m_queue.empty())
            next = now + queuePause;
    }
    for (const auto& [place, plan] : m_plans) {
        for (const auto& [name, job] : plan->jobs()) {
            if (job.next && *job.next < next)
                next = *job.next;
        }
    }
    return next;
}

void Scheduler::say(const Result<void>& done)
{
    const std::string text = done ? std::string() : done.error().message;
    if (!text.empty() && text != m_said)
        m_logger->error("schedule: {}", text);
    if (!text.empty())
        m_said = text;
}

} // namespace tidegate::agent
