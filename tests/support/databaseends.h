// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/session.h"
#include "pool/pool.h"
#include "sync/run.h"

#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace tidegate::test {

/// The two private servers of a server test, each with a schema of this test's own that goes when it ends.
class DatabaseEnds
{
public:
    DatabaseEnds();
    ~DatabaseEnds();
    DatabaseEnds(const DatabaseEnds&) = delete;
    DatabaseEnds& operator=(const DatabaseEnds&) = delete;

    /// Where `%` stands in an SQL text below, the test's schema is put.
    [[nodiscard]] std::string sql(std::string_view text) const;
    void atSource(std::string_view text) { run(*m_source, text); }
    void atTarget(std::string_view text) { run(*m_target, text); }
    /// All rows, columns joined by '|', rows by '\n', NULL as "-".
    std::string source(std::string_view text) { return rows(*m_source, text); }
    std::string target(std::string_view text) { return rows(*m_target, text); }
    /// Another session at either end, writable.
    [[nodiscard]] std::unique_ptr<Session> openSource() const;
    [[nodiscard]] std::unique_ptr<Session> openTarget() const;
    void run(Session& session, std::string_view text) const;
    std::string rows(Session& session, std::string_view text) const;

    [[nodiscard]] const std::string& schema() const { return m_schema; }
    ConnectionDefinition sourceConnection; ///< "erp"
    ConnectionDefinition targetConnection; ///< "dw"

    /// A merge job over %.item(id, store, name, updated_at) → %.item, incremental by t.updated_at, lag 0.
    [[nodiscard]] JobDefinition itemJob() const;
    [[nodiscard]] Pool pool(const JobDefinition& job) const;

private:
    std::string m_schema;
    std::unique_ptr<Session> m_source;
    std::unique_ptr<Session> m_target;
};

/// Keeps everything that a run says, and proves that only the run's own thread speaks.
class RecordingObserver : public RunObserver
{
public:
    void onWindow(const WindowBounds& window) override { windows.push_back(window); }
    void onProgress(const RunProgress& now) override
    {
        progress.push_back(now);
        if (progressHook)
            progressHook(now);
    }
    void onLog(LogLevel level, std::string_view text) override { logs.emplace_back(level, text); }
    void onStatement(Side side, std::string_view title, std::string_view sql) override;

    [[nodiscard]] bool logged(std::string_view part) const;

    std::vector<WindowBounds> windows;
    std::vector<RunProgress> progress;
    std::vector<std::pair<LogLevel, std::string>> logs;
    std::vector<std::pair<Side, std::string>> statements;
    std::function<void(const RunProgress&)> progressHook;
    std::function<void(Side, std::string_view title)> statementHook;

private:
    std::thread::id m_thread = std::this_thread::get_id();
};

/// Runs the job and keeps what it said.
RunSummary runOnce(const DatabaseEnds& ends, const JobDefinition& job, const RunOptions& options = {},
                   RecordingObserver* observer = nullptr, std::stop_token stop = {});

} // namespace tidegate::test
