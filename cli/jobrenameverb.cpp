// SPDX-License-Identifier: Apache-2.0
#include "cli/commandcontext.h"
#include "cli/verbs.h"

#include "job/jobrename.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <memory>

namespace tidegate::cli {

namespace {

struct TwoNames
{
    std::string present;
    std::string wanted;
};

int rename(CommandContext& context, const TwoNames& names)
{
    Output& output = context.output();
    const auto pool = context.readPool();
    if (!pool)
        return output.fail(pool.error());
    if (const auto file = findJob(*pool, names.present); !file)
        return output.fail(file.error());
    const auto changes = renameJob(*pool, names.present, names.wanted);
    if (!changes)
        return output.fail(changes.error());
    if (const auto done = applyFileChanges(pool->root, *changes); !done)
        return output.fail(done.error());
    output.event("job.renamed", {{"job", names.present}, {"name", names.wanted}});
    output.line(fmt::format("{} is {} now; its ledger continues", names.present, names.wanted));
    return 0;
}

} // namespace

void addJobRenameVerb(CLI::App& job, Action& chosen)
{
    const auto names = std::make_shared<TwoNames>();
    CLI::App* verb = job.add_subcommand("rename", "Give a job another name; its ledger continues");
    verb->add_option("JOB", names->present, "The job's name")->required();
    verb->add_option("NEW", names->wanted, "The new name")->required();
    verb->callback([&chosen, names] { chosen = [names](CommandContext& context) { return rename(context, *names); }; });
}

} // namespace tidegate::cli
