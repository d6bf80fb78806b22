// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/output.h"
#include "sync/run.h"

#include <chrono>
#include <set>
#include <string>
#include <vector>

namespace tidegate::cli {

/// Shows a run while it goes: objects for programs; for people a bar that is redrawn where the second stream is a
/// terminal, else a line for every phase and every ten seconds.
class RunView : public RunObserver
{
public:
    /// `verbose`: a dry run also shows what it asked the servers.
    RunView(std::string job, bool dryRun, bool verbose, bool onTerminal, Output& output);

    void onWindow(const WindowBounds& window) override;
    void onProgress(const RunProgress& progress) override;
    void onLog(LogLevel level, std::string_view text) override;
    void onStatement(Side side, std::string_view title, std::string_view sql) override;

    /// Takes the bar away and prints how the run ended.
    void finish(const RunSummary& summary);

private:
    using Clock = std::chrono::steady_clock;

    void say(std::string_view text);
    void eraseBar();
    void finishDryRun(const RunSummary& summary);
    void show(const DryRun::Shown& statement);
    [[nodiscard]] std::vector<DryRun::Shown> queries(const DryRun& plan) const;

    std::string m_job;
    bool m_dryRun;
    bool m_verbose;
    std::vector<DryRun::Shown> m_sent; ///< of a dry run
    std::set<std::string> m_told;      ///< warnings that were said on the way
    bool m_onTerminal;
    bool m_barShown = false;
    Output& m_output;
    RunPhase m_phase = RunPhase::Prepare;
    Clock::time_point m_shownAt{};
};

} // namespace tidegate::cli
