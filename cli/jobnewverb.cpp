// SPDX-License-Identifier: Apache-2.0
#include "cli/commandcontext.h"
#include "cli/stopsignals.h"
#include "cli/verbs.h"

#include "base/atomicfile.h"
#include "db/catalogueservice.h"
#include "job/jobproposal.h"
#include "job/valuekinds.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <memory>
#include <set>

namespace tidegate::cli {

namespace {

struct NewWords
{
    std::string job;
    std::vector<std::string> from;
    std::vector<std::string> to;
};

/// Where the other jobs load to; Usage error where that is no single connection.
Result<std::string> usualTarget(const Pool& pool)
{
    std::set<std::string> targets;
    for (const auto& file : pool.jobs) {
        if (file.definition)
            targets.insert(file.definition->target.connection);
    }
    if (targets.size() == 1)
        return *targets.begin();
    return Error{ErrorCode::Usage, fmt::format("the pool's jobs load into {} connections", targets.size()),
                 "say which with --to CONNECTION TABLE"};
}

/// Beside the other jobs of the environment's customer; the pool's only customer where there is no environment.
Result<std::filesystem::path> folderForJob(const Workplace& place)
{
    if (place.environment != nullptr && !place.environment->customer.empty())
        return std::filesystem::path("customers") / place.environment->customer / "jobs";
    std::set<std::filesystem::path> folders;
    for (const auto& file : place.pool.jobs)
        folders.insert(file.path.parent_path());
    if (folders.size() == 1)
        return *folders.begin();
    return Error{ErrorCode::Usage, "it is not clear for which customer the job is", "name an environment with --env"};
}

Result<std::string> proposedText(const Workplace& place, const NewWords& words)
{
    auto target = words.to.empty() ? usualTarget(place.pool) : Result<std::string>(words.to.at(0));
    if (!target)
        return target.error();
    const StopSignals signals([](int) {});
    const auto table =
        readTable(place.pool, place.environment, words.from.at(0), words.from.at(1), signals.token(), Side::Source);
    if (!table)
        return table.error();
    if (!*table)
        return Error{ErrorCode::NotFound, fmt::format("no table {} at {}", words.from.at(1), words.from.at(0)),
                     "look at its schema and spelling"};
    return proposeJob(**table, {words.job, words.from.at(0), *std::move(target),
                                words.to.size() > 1 ? words.to.at(1) : std::string()});
}

int create(CommandContext& context, const NewWords& words)
{
    Output& output = context.output();
    const auto place = context.workplace();
    if (!place)
        return output.fail(place.error());
    if (const auto problem = kindProblem("identifier", words.job))
        return output.fail({ErrorCode::Usage, fmt::format("`{}` is no name for a job: {}", words.job, problem->message),
                            problem->hint});
    if (const auto* existing = (*place)->pool.job(words.job))
        return output.fail({ErrorCode::Conflict,
                            fmt::format("there is a job `{}` already: {}", words.job, existing->path.string()),
                            "choose another name"});
    const auto folder = folderForJob(**place);
    if (!folder)
        return output.fail(folder.error());
    const auto text = proposedText(**place, words);
    if (!text)
        return output.fail(text.error());
    const auto path = *folder / (words.job + ".yaml");
    std::error_code ignored; // createFile() tells what is wrong
    std::filesystem::create_directories((*place)->pool.root / *folder, ignored);
    if (const auto made = createFile((*place)->pool.root / path, *text); !made)
        return output.fail(made.error());
    const auto parsed = parseJob(*text, words.job, path, &(*place)->pool);
    for (const Finding& finding : parsed.findings)
        output.diagnostic(finding);
    output.event(
        "job.created",
        {{"job", words.job}, {"file", path.string()}, {"text", *text}, {"valid", !hasErrors(parsed.findings)}});
    output.line(fmt::format("{}: made; look at key and watermark before the first run", path.string()));
    output.text(*text);
    return hasErrors(parsed.findings) ? 2 : 0;
}

} // namespace

void addJobNewVerb(CLI::App& job, Action& chosen)
{
    const auto words = std::make_shared<NewWords>();
    CLI::App* verb =
        job.add_subcommand("new", "Make a job file for a table: columns, key and watermark from its catalogue");
    verb->add_option("JOB", words->job, "The new job's name")->required();
    verb->add_option("--from", words->from, "Source")->type_name("CONNECTION TABLE")->expected(2)->required();
    verb->add_option("--to", words->to, "Target; absent: where the pool's other jobs load to, ods.JOB")
        ->type_name("CONNECTION TABLE")
        ->expected(2);
    verb->callback([&chosen, words] { chosen = [words](CommandContext& context) { return create(context, *words); }; });
}

} // namespace tidegate::cli
