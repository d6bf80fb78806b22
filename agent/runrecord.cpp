// SPDX-License-Identifier: Apache-2.0
#include "agent/runrecord.h"

#include "agent/isotime.h"

#include <fmt/format.h>
#include <spdlog/logger.h>

namespace tidegate::agent {

namespace {

using nlohmann::json;

/// People see no more than ten changes a second.
constexpr auto progressPause = std::chrono::milliseconds(100);

/// Of a statement in the stream, in bytes; the preview shows it whole.
constexpr std::size_t maxStatementText = 64 * 1024;

spdlog::level::level_enum levelOf(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug:
        return spdlog::level::debug;
    case LogLevel::Info:
        return spdlog::level::info;
    case LogLevel::Warning:
        return spdlog::level::warn;
    case LogLevel::Error:
        break;
    }
    return spdlog::level::err;
}

} // namespace

json toJson(const RowCounts& rows)
{
    return {{"read", rows.read},           {"inserted", rows.inserted},     {"deleted", rows.deleted},
            {"unchanged", rows.unchanged}, {"superseded", rows.superseded}, {"quarantined", rows.quarantined}};
}

json toJson(const RunProgress& progress)
{
    return {{"phase", toString(progress.phase)},
            {"rows", toJson(progress.rows)},
            {"staged", progress.rowsStaged},
            {"bytes", progress.bytesRead},
            {"window", progress.window},
            {"windows", progress.windows},
            {"rowsExpected", progress.rowsExpected},
            {"seconds", progress.secondsElapsed},
            {"sourceWait", progress.sourceWaitSeconds},
            {"targetWait", progress.targetWaitSeconds}};
}

RunRecord::RunRecord(std::int64_t number, RunRequest request, EventStream& events,
                     std::shared_ptr<spdlog::logger> logger)
    : m_number(number), m_request(std::move(request)), m_startedAt(isoNow()), m_events(events),
      m_logger(std::move(logger))
{
}

void RunRecord::begin()
{
    push("run.started", {{"startedAt", m_startedAt}, {"dryRun", m_request.options.dryRun}});
    m_logger->info("{}: run {} started", m_request.job, m_number);
}

void RunRecord::onWindow(const WindowBounds& window)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_firstWindow)
            m_firstWindow = window;
    }
    json fields = {{"lo", nullptr}, {"hi", window.hi}, {"heldBy", window.heldBy}};
    if (window.lo)
        fields["lo"] = *window.lo;
    push("run.window", std::move(fields));
}

void RunRecord::onProgress(const RunProgress& progress)
{
    bool newPhase = false;
    {
        const std::lock_guard lock(m_mutex);
        newPhase = progress.phase != m_progress.phase;
        m_progress = progress;
    }
    if (newPhase && m_phaseListener)
        m_phaseListener(progress.phase);
    const auto now = std::chrono::steady_clock::now();
    if (!newPhase && now - m_pushedAt < progressPause)
        return;
    m_pushedAt = now;
    push("run.progress", toJson(progress));
}

void RunRecord::onLog(LogLevel level, std::string_view text)
{
    m_logger->log(levelOf(level), "{}: {}", m_request.job, text);
}

void RunRecord::onStatement(Side side, std::string_view title, std::string_view sql)
{
    push("run.statement", {{"side", toString(side)}, {"title", title}, {"sql", shortened(sql, maxStatementText)}});
}

void RunRecord::finish(const RunSummary& summary)
{
    json fields = toJson(summary);
    if (summary.error)
        m_logger->error("{}: {}{}{}", m_request.job, summary.error->message, summary.error->hint.empty() ? "" : "; ",
                        summary.error->hint);
    m_logger->info("{}: run {} {} in {:.1f} s, {} rows read, {} inserted", m_request.job, m_number,
                   toString(summary.state), summary.seconds, summary.rows.read, summary.rows.inserted);
    {
        const std::lock_guard lock(m_mutex);
        m_progress.phase = RunPhase::Finished;
        m_progress.rows = summary.rows;
        m_summary = fields;
    }
    push("run.finished", std::move(fields));
}

RunProgress RunRecord::progress() const
{
    const std::lock_guard lock(m_mutex);
    return m_progress;
}

RunTrace RunRecord::trace() const
{
    const std::lock_guard lock(m_mutex);
    return {m_firstWindow ? m_firstWindow->lo : std::nullopt, m_progress.bytesRead};
}

bool RunRecord::isFinished() const
{
    const std::lock_guard lock(m_mutex);
    return m_summary.has_value();
}

bool RunRecord::isApplying() const
{
    const std::lock_guard lock(m_mutex);
    return m_progress.phase == RunPhase::Apply || m_progress.phase == RunPhase::Swap;
}

json RunRecord::describe() const
{
    const std::lock_guard lock(m_mutex);
    json fields = {{"run", m_number},      {"pool", m_request.pool},         {"environment", m_request.environment},
                   {"job", m_request.job}, {"startedAt", m_startedAt},       {"dryRun", m_request.options.dryRun},
                   {"state", "running"},   {"progress", toJson(m_progress)}, {"summary", nullptr}};
    if (m_summary) {
        fields["state"] = m_summary->at("state");
        fields["summary"] = *m_summary;
    }
    return fields;
}

void RunRecord::push(std::string_view event, json fields)
{
    fields["event"] = event;
    fields["run"] = m_number;
    fields["job"] = m_request.job;
    m_events.push(std::move(fields));
}

} // namespace tidegate::agent
