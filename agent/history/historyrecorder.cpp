// SPDX-License-Identifier: Apache-2.0
#include "agent/history/historyrecorder.h"

#include "pool/pool.h"
#include "verify/verifylevel.h"

#include <algorithm>

namespace tidegate::agent {

namespace {

/// What the job's file says; empty where it says so no longer.
std::string levelAfterRun(const std::string& root, const std::string& job)
{
    const auto pool = readPool(root);
    const auto* file = pool ? pool->job(job) : nullptr;
    return file != nullptr && file->definition ? std::string(toString(file->definition->verify.afterRun))
                                               : std::string();
}

} // namespace

void HistoryRecorder::onStart(std::int64_t run, const RunRequest& request)
{
    if (request.options.dryRun)
        return;
    const auto series = m_store.series({request.pool, request.environment}, request.job);
    const auto id = series ? m_runs.begin(run, request) : series;
    m_store.note(id ? Result<void>() : id.error());
    if (!id)
        return;
    const std::lock_guard lock(m_mutex);
    m_recorded[run] = {*id, *series, m_store.now(), {}};
}

void HistoryRecorder::onSample(std::int64_t run, const RunProgress& progress)
{
    const std::lock_guard lock(m_mutex);
    if (const auto found = m_recorded.find(run); found != m_recorded.end())
        addSample(found->second, progress);
}

void HistoryRecorder::onEnd(std::int64_t run, const RunRequest& request, const RunSummary& summary,
                            const RunTrace& trace)
{
    std::int64_t id = 0;
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_recorded.find(run);
        if (found == m_recorded.end())
            return;
        RunProgress last = found->second.before;
        last.rows = summary.rows;
        last.bytesRead = std::max(last.bytesRead, trace.bytes);
        addSample(found->second, last);
        id = found->second.id;
        m_recorded.erase(found);
    }
    m_store.note(m_runs.end(id, summary, trace));
    if (summary.verified)
        m_store.note(m_verifications.add({request.pool, request.environment}, request.job,
                                         levelAfterRun(request.pool, request.job), *summary.verified));
    m_store.prune();
}

/// What happened since the sample before. Waits are those that the engine has told of so far.
void HistoryRecorder::addSample(Recorded& run, const RunProgress& progress)
{
    const TimePoint now = m_store.now();
    const double seconds = std::chrono::duration<double>(now - run.sampledAt).count();
    if (seconds <= 0)
        return;
    const auto grown = [](auto after, auto before) { return std::max(after - before, decltype(after){}); };
    Sample sample;
    sample.seconds = seconds;
    sample.rows = grown(progress.rows.read, run.before.rows.read);
    sample.bytes = grown(progress.bytesRead, run.before.bytesRead);
    sample.sourceWait = std::min(seconds, grown(progress.sourceWaitSeconds, run.before.sourceWaitSeconds));
    sample.targetWait = std::min(seconds, grown(progress.targetWaitSeconds, run.before.targetWaitSeconds));
    sample.staged = grown(progress.rowsStaged, run.before.rowsStaged);
    m_store.note(m_rings.add(run.series, now, sample));
    run.sampledAt = now;
    run.before = progress;
}

} // namespace tidegate::agent
