// SPDX-License-Identifier: Apache-2.0
#include "sync/runteller.h"

#include <algorithm>

namespace tidegate {

void RunTeller::enter(RunPhase phase)
{
    m_progress.phase = phase;
    tell();
}

void RunTeller::beginWindow(int number, int count)
{
    m_progress.window = number;
    m_progress.windows = count;
}

void RunTeller::copying(const CopyCounts& counts)
{
    m_copied = counts;
    m_progress.rows.read = m_done.read + counts.rowsRead;
    m_progress.rowsStaged = m_done.read + counts.rowsTaken;
    m_progress.bytesRead = m_doneBytes + counts.bytes;
    m_progress.sourceWaitSeconds = m_doneSourceWait + counts.sourceWaitSeconds;
    m_progress.targetWaitSeconds = m_doneTargetWait + counts.targetWaitSeconds;
    tell();
}

void RunTeller::applied(const RowCounts& rows)
{
    m_done.read += rows.read;
    m_done.inserted += rows.inserted;
    m_done.deleted += rows.deleted;
    m_done.unchanged += rows.unchanged;
    m_done.superseded += rows.superseded;
    m_done.quarantined += rows.quarantined;
    m_doneBytes += m_copied.bytes;
    m_doneSourceWait += m_copied.sourceWaitSeconds;
    m_doneTargetWait += m_copied.targetWaitSeconds;
    m_copied = {};
    m_progress.rows = m_done;
    m_progress.rowsStaged = m_done.read;
    tell();
}

void RunTeller::warn(std::string text)
{
    m_observer.onLog(LogLevel::Warning, text);
    if (std::find(m_warnings.begin(), m_warnings.end(), text) == m_warnings.end())
        m_warnings.push_back(std::move(text));
}

SessionListener RunTeller::listener(Side side)
{
    return {[this, side](std::string_view title, std::string_view sql) { m_observer.onStatement(side, title, sql); },
            [this, side](std::string_view notice) { hear(std::string(toString(side)) + ": " + std::string(notice)); }};
}

void RunTeller::hear(std::string text)
{
    if (std::this_thread::get_id() == m_thread) {
        m_observer.onLog(LogLevel::Debug, text);
        return;
    }
    const std::scoped_lock lock(m_mutex);
    m_notices.push_back(std::move(text));
}

double RunTeller::seconds() const
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count();
}

void RunTeller::tell()
{
    {
        const std::scoped_lock lock(m_mutex);
        for (const auto& notice : m_notices)
            m_observer.onLog(LogLevel::Debug, notice);
        m_notices.clear();
    }
    m_progress.secondsElapsed = seconds();
    m_observer.onProgress(m_progress);
}

} // namespace tidegate
