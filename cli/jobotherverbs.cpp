// SPDX-License-Identifier: Apache-2.0
#include "cli/commandcontext.h"
#include "cli/verbs.h"

#include "job/jobdiff.h"
#include "job/jobrename.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <memory>

namespace tidegate::cli {

namespace {

struct TwoJobs
{
    std::string first;
    std::string second;
    bool sql = false;
};

int rename(CommandContext& context, const TwoJobs& names)
{
    Output& output = context.output();
    const auto pool = context.readPool();
    if (!pool)
        return output.fail(pool.error());
    if (const auto file = findJob(*pool, names.first); !file)
        return output.fail(file.error());
    const auto changes = renameJob(*pool, names.first, names.second);
    if (!changes)
        return output.fail(changes.error());
    if (const auto done = applyFileChanges(pool->root, *changes); !done)
        return output.fail(done.error());
    output.event("job.renamed", {{"job", names.first}, {"name", names.second}});
    output.line(fmt::format("{} is {} now; its ledger continues", names.first, names.second));
    return 0;
}

void print(const JobChange& change, Output& output)
{
    output.event("job.change", {{"path", change.path},
                                {"kind", toString(change.kind)},
                                {"before", change.before},
                                {"after", change.after},
                                {"risk", change.risk}});
    const std::string_view none = "(absent)";
    output.line(fmt::format("{}: {} → {}", change.path, change.before.empty() ? none : change.before,
                            change.after.empty() ? none : change.after));
    if (!change.risk.empty())
        output.line(fmt::format("  risk: {}", change.risk));
}

int diff(CommandContext& context, const TwoJobs& names)
{
    Output& output = context.output();
    if (names.sql)
        return output.fail({ErrorCode::Unsupported, "`job diff --sql` is not in this version"});
    const auto pool = context.readPool();
    if (!pool)
        return output.fail(pool.error());
    const auto first = findJob(*pool, names.first);
    const auto second = findJob(*pool, names.second);
    if (!first || !second)
        return output.fail(first ? second.error() : first.error());
    const auto changes = diffJobs((*first)->text, (*second)->text);
    if (!changes)
        return output.fail(changes.error());
    for (const JobChange& change : *changes)
        print(change, output);
    output.event("job.compared", {{"first", names.first}, {"second", names.second}, {"changes", changes->size()}});
    if (changes->empty())
        output.line("no difference in meaning");
    return 0;
}

} // namespace

void addJobOtherVerbs(CLI::App& job, Action& chosen)
{
    const auto renaming = std::make_shared<TwoJobs>();
    CLI::App* verb = job.add_subcommand("rename", "Give a job another name; its ledger continues");
    verb->add_option("JOB", renaming->first, "The job's name")->required();
    verb->add_option("NEW", renaming->second, "The new name")->required();
    verb->callback(
        [&chosen, renaming] { chosen = [renaming](CommandContext& context) { return rename(context, *renaming); }; });

    const auto comparing = std::make_shared<TwoJobs>();
    verb = job.add_subcommand("diff", "What differs in meaning between two jobs, and what that does to loaded data");
    verb->add_option("A", comparing->first, "A job's name")->required();
    verb->add_option("B", comparing->second, "Another's")->required();
    verb->add_flag("--sql", comparing->sql, "Compare their SQL (not in this version)");
    verb->callback(
        [&chosen, comparing] { chosen = [comparing](CommandContext& context) { return diff(context, *comparing); }; });
}

} // namespace tidegate::cli
