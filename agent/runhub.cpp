// SPDX-License-Identifier: Apache-2.0
#include "agent/runhub.h"

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <vector>

namespace tidegate::agent {

namespace {

/// So that the list fits a line of the protocol, whatever the runs' errors quote.
constexpr std::size_t maxListBytes = 900'000;

constexpr auto samplePause = std::chrono::seconds(1);

} // namespace

RunHub::RunHub(Engine engine, std::shared_ptr<spdlog::logger> logger, RunListener* listener)
    : m_engine(std::move(engine)), m_logger(std::move(logger)), m_listener(listener),
      m_sampler([this](const std::stop_token& stop) { sampleLoop(stop); })
{
}

RunHub::~RunHub()
{
    drain({});
    m_sampler.request_stop();
    m_sampler.join();
    std::map<std::int64_t, Entry> runs;
    {
        const std::lock_guard lock(m_mutex);
        runs.swap(m_runs);
    }
}

Result<std::int64_t> RunHub::start(RunRequest request)
{
    std::vector<Entry> forgotten; // joined after the lock is let go: a finishing thread takes it once more
    const std::lock_guard lock(m_mutex);
    if (m_draining)
        return Error{ErrorCode::Cancelled, "the agent is ending", "start it again"};
    if (activeRuns() >= maxActiveRuns)
        return Error{ErrorCode::Busy, fmt::format("{} runs are under way", maxActiveRuns), "wait until one has ended"};
    forgotten = forgetOldest();
    const std::int64_t number = ++m_lastRun;
    Entry& entry = m_runs[number];
    entry.record = std::make_unique<RunRecord>(number, request, m_events, m_logger);
    entry.record->setPhaseListener([this, number](RunPhase phase) { onPhase(number, phase); });
    {
        const LogTag tag(number, request.job);
        entry.record->begin();
    }
    entry.thread = std::jthread([this, &record = *entry.record, request = std::move(request)](
                                    const std::stop_token& stop) { execute(record, request, stop); });
    m_changed.notify_all();
    return number;
}

void RunHub::execute(RunRecord& record, const RunRequest& request, const std::stop_token& stop)
{
    const LogTag tag(record.number(), record.job());
    if (m_listener != nullptr)
        m_listener->onStart(record.number(), request);
    RunSummary summary;
    try {
        summary = m_engine(request, record, stop);
    } catch (const std::exception& exception) {
        summary.error = Error{ErrorCode::Internal, exception.what()};
    }
    summary.job = request.job;
    if (m_listener != nullptr) // first: who hears of the end finds it recorded
        m_listener->onEnd(record.number(), request, summary, record.trace());
    record.finish(summary);
    const std::lock_guard lock(m_mutex);
    m_changed.notify_all();
}

Result<void> RunHub::cancel(std::int64_t run)
{
    std::stop_source source(std::nostopstate);
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_runs.find(run);
        if (found == m_runs.end())
            return Error{ErrorCode::NotFound, fmt::format("no run {}", run)};
        source = found->second.thread.get_stop_source();
    }
    source.request_stop(); // runs the engine's callbacks: not under our lock
    return {};
}

bool RunHub::isRunning(const std::string& pool, const std::string& environment, const std::string& job) const
{
    const std::lock_guard lock(m_mutex);
    return std::any_of(m_runs.begin(), m_runs.end(), [&](const auto& entry) {
        const RunRequest& request = entry.second.record->request();
        return request.job == job && request.environment == environment && request.pool == pool &&
               !entry.second.record->isFinished();
    });
}

std::size_t RunHub::scheduledRuns() const
{
    const std::lock_guard lock(m_mutex);
    return static_cast<std::size_t>(std::count_if(m_runs.begin(), m_runs.end(), [](const auto& entry) {
        return entry.second.record->request().trigger == "schedule" && !entry.second.record->isFinished();
    }));
}

nlohmann::json RunHub::list() const
{
    const std::lock_guard lock(m_mutex);
    nlohmann::json runs = nlohmann::json::array();
    std::size_t bytes = 0;
    for (auto entry = m_runs.rbegin(); entry != m_runs.rend(); ++entry) {
        auto run = entry->second.record->describe();
        bytes += run.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace).size();
        if (bytes > maxListBytes)
            break;
        runs.push_back(std::move(run));
    }
    return runs;
}

void RunHub::drain(std::chrono::milliseconds patience)
{
    {
        const std::lock_guard lock(m_mutex);
        m_draining = true;
    }
    stopRuns(false);
    std::unique_lock lock(m_mutex);
    if (m_changed.wait_for(lock, patience, [this] { return activeRuns() == 0; }))
        return;
    lock.unlock();
    stopRuns(true);
}

/// While draining, a run that leaves apply for its next window is stopped there.
void RunHub::onPhase(std::int64_t run, RunPhase phase)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_draining || phase == RunPhase::Apply || phase == RunPhase::Swap || phase == RunPhase::Finished)
            return;
    }
    [[maybe_unused]] const auto asked = cancel(run);
}

std::vector<RunHub::Entry> RunHub::forgetOldest()
{
    std::vector<Entry> forgotten;
    for (auto entry = m_runs.begin(); entry != m_runs.end() && m_runs.size() >= maxRememberedRuns;) {
        if (!entry->second.record->isFinished()) {
            ++entry;
            continue;
        }
        forgotten.push_back(std::move(entry->second));
        entry = m_runs.erase(entry);
    }
    return forgotten;
}

std::size_t RunHub::activeRuns() const
{
    std::size_t count = 0;
    for (const auto& [number, entry] : m_runs)
        count += entry.record->isFinished() ? 0 : 1;
    return count;
}

void RunHub::stopRuns(bool alsoApplying)
{
    std::vector<std::stop_source> sources;
    {
        const std::lock_guard lock(m_mutex);
        for (auto& [number, entry] : m_runs) {
            if (alsoApplying || !entry.record->isApplying())
                sources.push_back(entry.thread.get_stop_source());
        }
    }
    for (auto& source : sources)
        source.request_stop();
}

std::vector<std::pair<std::int64_t, RunProgress>> RunHub::progressOfAll() const
{
    std::vector<std::pair<std::int64_t, RunProgress>> all;
    for (const auto& [number, entry] : m_runs) {
        if (!entry.record->isFinished())
            all.emplace_back(number, entry.record->progress());
    }
    return all;
}

void RunHub::sampleLoop(const std::stop_token& stop)
{
    MetricsSampler sampler(m_metrics);
    std::map<std::int64_t, bool> sampled; ///< runs that are sampled; their last sample comes after their end
    std::unique_lock lock(m_mutex);
    while (!stop.stop_requested()) {
        for (const auto& [number, entry] : m_runs) {
            if (!entry.record->isFinished()) {
                sampler.sample(*entry.record);
                sampled[number] = true;
            } else if (sampled.erase(number) > 0) {
                sampler.sample(*entry.record);
                sampler.forget(number);
            }
        }
        if (m_listener != nullptr) {
            const auto all = progressOfAll();
            lock.unlock();
            for (const auto& [number, progress] : all)
                m_listener->onSample(number, progress);
            lock.lock();
        }
        const bool idle = sampled.empty();
        if (idle)
            m_changed.wait(lock, stop, [this] { return activeRuns() > 0; });
        else
            m_changed.wait_for(lock, stop, samplePause, [] { return false; });
    }
}

} // namespace tidegate::agent
