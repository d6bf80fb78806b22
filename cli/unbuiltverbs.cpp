// SPDX-License-Identifier: Apache-2.0
#include "cli/commandcontext.h"
#include "cli/verbs.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <memory>

namespace tidegate::cli {

namespace {

void addUnbuilt(CLI::App& root, Action& chosen, const std::string& name, const std::string& help,
                const std::string& instead)
{
    CLI::App* verb = root.add_subcommand(name, help + " (not in this version)");
    const auto job = std::make_shared<std::string>();
    verb->add_option("JOB", *job, "The job's name")->required();
    verb->callback([&chosen, name, job, instead] {
        chosen = [name, job, instead](CommandContext& context) {
            return context.output().fail(
                {ErrorCode::Unsupported, fmt::format("`{} {}` is not in this version", name, *job), instead});
        };
    });
}

} // namespace

void addUnbuiltVerbs(CLI::App& root, Action& chosen)
{
    addUnbuilt(root, chosen, "undo", "Take the last window back",
               "`ledger JOB` shows what was applied; `run JOB --reload` reads everything again");
    addUnbuilt(root, chosen, "quarantine", "Show rows that could not be loaded",
               "a row that can't be loaded stops the run, whose message shows it");
}

} // namespace tidegate::cli
