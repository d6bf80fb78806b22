// SPDX-License-Identifier: Apache-2.0
#include "cli/commandcontext.h"
#include "cli/runview.h"
#include "cli/stopsignals.h"
#include "cli/verbs.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <memory>
#include <vector>

#include <unistd.h>

namespace tidegate::cli {

namespace {

struct RunWords
{
    std::string job;
    RunOptions options;
    std::vector<std::string> window;
    bool verbose = false;
};

/// A run that ended before it began, so that the last object is a summary in every case.
RunSummary failedRun(const std::string& job, Error error)
{
    RunSummary summary;
    summary.job = job;
    summary.error = std::move(error);
    return summary;
}

RunSummary start(CommandContext& context, const RunWords& words, RunView& view, std::stop_token stop)
{
    const auto place = context.workplace();
    if (!place)
        return failedRun(words.job, place.error());
    if (const auto job = validJob((*place)->pool, words.job, context.output()); !job)
        return failedRun(words.job, job.error());
    return runJob((*place)->pool, (*place)->environment, words.job, words.options, view, std::move(stop));
}

int run(CommandContext& context, RunWords words)
{
    if (!words.window.empty())
        words.options.window = {words.window.at(0), words.window.at(1)};
    const StopSignals signals([&context](int count) {
        context.output().note(count == 1 ? "stopping; a commit under way is let through" : "still stopping");
    });
    RunView view(words.job, words.options.dryRun, words.verbose, ::isatty(STDERR_FILENO) == 1, context.output());
    const RunSummary summary = start(context, words, view, signals.token());
    view.finish(summary);
    return exitCode(summary);
}

} // namespace

void addRunVerb(CLI::App& root, Action& chosen)
{
    CLI::App* verb =
        root.add_subcommand("run", "Run a job in this process: one window (incremental) or one load (full)");
    const auto words = std::make_shared<RunWords>();
    verb->add_option("JOB", words->job, "The job's name")->required();
    verb->add_flag("--dry-run", words->options.dryRun,
                   "Show the next window, its SQL, the rows expected and the locks; write nothing");
    verb->add_flag("--verbose", words->verbose,
                   "With --dry-run: also the source's plan and what the servers were asked");
    verb->add_option("--window", words->window, "Read this window once more: a backfill (not in this version)")
        ->type_name("LO HI")
        ->expected(2);
    verb->add_flag("--again", words->options.again, "Read the last window once more");
    verb->add_flag("--reload", words->options.reload, "Load the whole table beside and swap it in");
    verb->add_flag("--accept-change", words->options.acceptChange,
                   "Go on although job or target changed since the last window");
    verb->add_flag("--take-over", words->options.takeOver, "End the present owner's sessions and become the owner");
    verb->footer("\nCtrl+C stops within a second; nothing of an unfinished window stays. With --json the last line is "
                 "the summary." +
                 verb->get_footer());
    verb->callback([&chosen, words] { chosen = [words](CommandContext& context) { return run(context, *words); }; });
}

} // namespace tidegate::cli
