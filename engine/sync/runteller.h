// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/session.h"
#include "sync/copyloop.h"
#include "sync/run.h"

#include <chrono>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace tidegate {

/// What a run tells its observer, and what it collects for the summary on the way. Used by the run's own thread.
class RunTeller
{
public:
    explicit RunTeller(RunObserver& observer) : m_observer(observer) {}

    void enter(RunPhase phase);
    void window(const WindowBounds& bounds) { m_observer.onWindow(bounds); }
    void expect(std::int64_t rows) { m_progress.rowsExpected = m_done.read + rows; }
    /// The next window is number `number` of `count`.
    void beginWindow(int number, int count);
    /// Counters of the window in work, on top of those of the windows before it.
    void copying(const CopyCounts& counts);
    /// A window or a load is committed.
    void applied(const RowCounts& rows);
    void info(std::string_view text) { m_observer.onLog(LogLevel::Info, text); }
    /// Told now, and once more in the summary.
    void warn(std::string text);

    /// For a session of the run: its statements and notices go to the observer.
    SessionListener listener(Side side);
    void statement(Side side, std::string_view title, std::string_view sql)
    {
        m_observer.onStatement(side, title, sql);
    }

    [[nodiscard]] const RowCounts& rows() const { return m_done; } ///< of everything committed
    [[nodiscard]] const std::vector<std::string>& warnings() const { return m_warnings; }
    [[nodiscard]] double seconds() const;

private:
    void tell();
    void hear(std::string text);

    RunObserver& m_observer;
    std::thread::id m_thread = std::this_thread::get_id();
    std::mutex m_mutex;
    std::vector<std::string> m_notices; ///< of the copying threads, until this one speaks again
    RunProgress m_progress;
    RowCounts m_done;
    std::int64_t m_doneBytes = 0;
    double m_doneSourceWait = 0;
    double m_doneTargetWait = 0;
    CopyCounts m_copied;
    std::vector<std::string> m_warnings;
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

} // namespace tidegate
