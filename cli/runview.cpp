// SPDX-License-Identifier: Apache-2.0
#include "cli/runview.h"

#include "cli/progressbar.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include <sys/ioctl.h>
#include <unistd.h>

namespace tidegate::cli {

namespace {

using nlohmann::json;

std::string_view levelName(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug:
        return "debug";
    case LogLevel::Info:
        return "info";
    case LogLevel::Warning:
        return "warning";
    case LogLevel::Error:
        break;
    }
    return "error";
}

std::size_t terminalWidth()
{
    winsize size{};
    return ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 1 ? size.ws_col - 1U : 79U;
}

json rowsJson(const RowCounts& rows)
{
    return {{"read", rows.read},           {"inserted", rows.inserted},     {"deleted", rows.deleted},
            {"unchanged", rows.unchanged}, {"superseded", rows.superseded}, {"quarantined", rows.quarantined}};
}

std::string windowText(const WindowBounds& window)
{
    return fmt::format("[{}, {})", window.lo.value_or("the beginning"), window.hi);
}

} // namespace

RunView::RunView(std::string job, bool dryRun, bool verbose, bool onTerminal, Output& output)
    : m_job(std::move(job)), m_dryRun(dryRun), m_verbose(verbose), m_onTerminal(onTerminal), m_output(output)
{
    m_output.event("run.started", {{"job", m_job}});
}

void RunView::onWindow(const WindowBounds& window)
{
    json fields = {{"job", m_job}, {"lo", nullptr}, {"hi", window.hi}, {"held_by", window.heldBy}};
    if (window.lo)
        fields["lo"] = *window.lo;
    m_output.event("run.window", std::move(fields));
    if (m_dryRun) // told with its SQL
        return;
    say(fmt::format("{}: window {}{}{}", m_job, windowText(window), window.heldBy.empty() ? "" : ", held by ",
                    window.heldBy));
}

void RunView::onProgress(const RunProgress& progress)
{
    const auto now = Clock::now();
    if (m_dryRun)
        return;
    const bool newPhase = progress.phase != m_phase;
    const bool redraws = m_onTerminal && !m_output.isJson();
    const auto pause = redraws             ? std::chrono::milliseconds(100)
                       : m_output.isJson() ? std::chrono::milliseconds(500)
                                           : std::chrono::seconds(10);
    if (!newPhase && now - m_shownAt < pause)
        return;
    m_phase = progress.phase;
    m_shownAt = now;
    m_output.event("run.progress", {{"job", m_job},
                                    {"phase", toString(progress.phase)},
                                    {"rows", rowsJson(progress.rows)},
                                    {"bytes", progress.bytesRead},
                                    {"rows_expected", progress.rowsExpected},
                                    {"seconds", progress.secondsElapsed}});
    if (redraws) {
        m_output.progress("\r" + progressLine(progress, terminalWidth()) + "\x1b[K");
        m_barShown = true;
    } else if (!m_output.isJson() && progress.phase != RunPhase::Finished) { // told by the summary
        m_output.note(
            fmt::format("{}: {}", m_job,
                        progress.bytesRead > 0 ? progressLine(progress, 200) : std::string(toString(progress.phase))));
    }
}

void RunView::onLog(LogLevel level, std::string_view text)
{
    m_output.event("run.log", {{"job", m_job}, {"level", levelName(level)}, {"text", text}});
    if (level == LogLevel::Warning)
        m_told.emplace(text);
    if (level == LogLevel::Warning || level == LogLevel::Error)
        say(fmt::format("{}: {}", levelName(level), text));
    else if (level == LogLevel::Info && !m_dryRun)
        say(text);
}

void RunView::onStatement(Side side, std::string_view title, std::string_view sql)
{
    if (m_dryRun)
        m_sent.push_back({side, std::string(title), std::string(sql)});
}

void RunView::say(std::string_view text)
{
    eraseBar();
    m_output.note(text);
}

void RunView::eraseBar()
{
    if (m_barShown)
        m_output.progress("\r\x1b[K");
    m_barShown = false;
}

void RunView::show(const DryRun::Shown& statement)
{
    m_output.event(
        "run.statement",
        {{"job", m_job}, {"side", toString(statement.side)}, {"title", statement.title}, {"sql", statement.sql}});
    m_output.line(fmt::format("-- {}: {}", toString(statement.side), statement.title));
    m_output.text(fmt::format("{};\n\n", statement.sql));
}

/// What a dry run sent, less what it only shows.
std::vector<DryRun::Shown> RunView::queries(const DryRun& plan) const
{
    std::vector<DryRun::Shown> asked;
    std::copy_if(m_sent.begin(), m_sent.end(), std::back_inserter(asked), [&plan](const DryRun::Shown& sent) {
        return std::none_of(plan.statements.begin(), plan.statements.end(),
                            [&sent](const DryRun::Shown& shown) { return shown.sql == sent.sql; });
    });
    return asked;
}

void RunView::finishDryRun(const RunSummary& summary)
{
    const DryRun& plan = *summary.dryRun;
    m_output.line(fmt::format(
        "-- dry run of {}: {}{}", m_job, summary.window ? "window " + windowText(*summary.window) : "a full load",
        summary.window && !summary.window->heldBy.empty() ? ", held by " + summary.window->heldBy : ""));
    for (const DryRun::Shown& statement : plan.statements)
        show(statement);
    m_output.line(plan.rowsExpected < 0 ? "-- rows expected: the source has no estimate"
                                        : fmt::format("-- rows expected: about {}", plan.rowsExpected));
    for (const std::string& lock : plan.locks)
        m_output.line("-- lock at the " + lock);
    for (const std::string& warning : summary.warnings)
        m_output.line("-- warning: " + warning);
    if (!m_verbose)
        return;
    for (const std::string& line : plan.readingPlan)
        m_output.line("-- plan of the read: " + line);
    m_output.line("\n-- what the dry run asked");
    for (const DryRun::Shown& query : queries(plan))
        show(query);
}

void RunView::finish(const RunSummary& summary)
{
    eraseBar();
    if (summary.dryRun) {
        finishDryRun(summary);
        m_output.object(toJson(summary));
        return;
    }
    for (const std::string& warning : summary.warnings) {
        if (m_told.count(warning) == 0)
            m_output.note(fmt::format("warning: {}", warning));
    }
    if (summary.error)
        m_output.explain(*summary.error);
    m_output.line(fmt::format("{}: {} in {:.1f} s", summary.job, toString(summary.state), summary.seconds));
    if (summary.window)
        m_output.line(fmt::format("  window    {}", windowText(*summary.window)));
    if (summary.window && !summary.window->heldBy.empty())
        m_output.line(fmt::format("  held by   {}", summary.window->heldBy));
    const RowCounts& rows = summary.rows;
    if (!summary.error || rows.read > 0)
        m_output.line(fmt::format(
            "  rows      {} read = {} inserted + {} unchanged + {} superseded + {} quarantined + {} deleted", rows.read,
            rows.inserted, rows.unchanged, rows.superseded, rows.quarantined, rows.deleted));
    if (summary.verified)
        m_output.line(
            *summary.verified
                ? "  verified  source and target agree"
                : fmt::format("  verified  source and target DIFFER; `tidegatectl verify {} --level L3` shows "
                              "the rows",
                              summary.job));
    m_output.object(toJson(summary));
}

} // namespace tidegate::cli
