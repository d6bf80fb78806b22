// SPDX-License-Identifier: Apache-2.0
#include "cli/commandcontext.h"
#include "cli/verbs.h"

#include "job/jobschedule.h"
#include "pool/yamledit.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <chrono>
#include <memory>

namespace tidegate::cli {

namespace {

using nlohmann::json;

constexpr std::size_t shownTimes = 5;

std::chrono::sys_seconds now()
{
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

std::string_view modeName(const JobDefinition& job)
{
    return job.mode == Mode::Full ? "full" : "incremental";
}

std::string_view applyName(const JobDefinition& job)
{
    switch (job.apply) {
    case Apply::Merge:
        return "merge";
    case Apply::Append:
        return "append";
    case Apply::ReplacePartition:
        break;
    }
    return "replace_partition";
}

std::string sourceName(const JobDefinition& job)
{
    return fmt::format("{}:{}", job.source.connection, job.source.table.empty() ? "(query)" : job.source.table);
}

std::string targetName(const JobDefinition& job)
{
    return fmt::format("{}:{}", job.target.connection, job.target.table);
}

/// "ok", "2 errors", or what this version can't run.
std::string stateOf(const PoolFile<JobDefinition>& file)
{
    std::size_t errors = 0;
    for (const Finding& finding : file.findings)
        errors += finding.severity == Severity::Error ? 1 : 0;
    if (errors > 0)
        return fmt::format("{} error{}", errors, errors == 1 ? "" : "s");
    return file.definition && !file.definition->unsupported.empty() ? "not in this version" : "ok";
}

/// The next five times in UTC; null where the job has no schedule.
json describeSchedule(const JobDefinition& job)
{
    const auto schedule = jobSchedule(job);
    if (!schedule)
        return nullptr;
    json next = json::array();
    for (const auto time : schedule->times.next(now(), shownTimes))
        next.push_back(cctz::format("%Y-%m-%dT%H:%M:%SZ", time, cctz::utc_time_zone()));
    return {{"cron", job.schedule->cron},
            {"zone", schedule->times.zone().name()},
            {"missed", job.schedule->missed},
            {"paused", schedule->paused},
            {"next", std::move(next)}};
}

/// "runs next: Wed 2024-05-01 02:00 +0800, …", in the schedule's own zone.
std::string nextTimes(const JobDefinition& job)
{
    const auto schedule = jobSchedule(job);
    if (!schedule)
        return {};
    std::string text = schedule->paused ? "paused; it would run next: " : "runs next: ";
    const auto times = schedule->times.next(now(), shownTimes);
    for (const auto time : times)
        text += fmt::format("{}{}", time == times.front() ? "" : ", ",
                            cctz::format("%a %Y-%m-%d %H:%M %z", time, schedule->times.zone().rules()));
    return text;
}

json describe(const PoolFile<JobDefinition>& file)
{
    json fields = {{"job", file.name}, {"file", file.path.string()}, {"state", stateOf(file)}};
    if (file.definition) {
        fields["id"] = file.definition->id;
        fields["mode"] = modeName(*file.definition);
        fields["apply"] = file.definition->mode == Mode::Full ? "swap" : applyName(*file.definition);
        fields["source"] = {{"connection", file.definition->source.connection},
                            {"table", file.definition->source.table},
                            {"query", file.definition->source.query}};
        fields["target"] = {{"connection", file.definition->target.connection},
                            {"table", file.definition->target.table}};
        fields["key"] = file.definition->key;
        fields["description"] = file.definition->description;
        fields["unsupported"] = file.definition->unsupported;
        fields["schedule"] = describeSchedule(*file.definition);
    }
    return fields;
}

int list(CommandContext& context)
{
    Output& output = context.output();
    const auto pool = context.readPool();
    if (!pool)
        return output.fail(pool.error());
    TextTable table({{"JOB"}, {"MODE"}, {"APPLY"}, {"SOURCE"}, {"TARGET"}, {"STATE"}});
    for (const auto& file : pool->jobs) {
        output.event("job", describe(file));
        if (const auto& job = file.definition)
            table.add({file.name, std::string(modeName(*job)),
                       job->mode == Mode::Full ? "swap" : std::string(applyName(*job)), sourceName(*job),
                       targetName(*job), stateOf(file)});
        else
            table.add({file.name, "", "", "", "", stateOf(file)});
    }
    if (table.isEmpty())
        output.line("the pool has no jobs; `tidegatectl job new JOB --from CONNECTION TABLE` makes one");
    else
        output.table(table);
    return 0;
}

int show(CommandContext& context, const std::string& name)
{
    Output& output = context.output();
    const auto pool = context.readPool();
    if (!pool)
        return output.fail(pool.error());
    const auto file = findJob(*pool, name);
    if (!file)
        return output.fail(file.error());
    json fields = describe(**file);
    fields["text"] = (*file)->text;
    fields["findings"] = json::array();
    for (const Finding& finding : (*file)->findings)
        fields["findings"].push_back(toJson(finding));
    if (const auto tree = yamlTree((*file)->text))
        fields["definition"] = json::parse(tree->dump());
    output.event("job", std::move(fields));
    output.text((*file)->text);
    for (const Finding& finding : (*file)->findings)
        output.note(toString(finding));
    if (const auto times = (*file)->definition ? nextTimes(*(*file)->definition) : ""; !times.empty())
        output.note(times);
    return hasErrors((*file)->findings) ? 2 : 0;
}

} // namespace

void addJobVerbs(CLI::App& root, Action& chosen)
{
    CLI::App* job = root.add_subcommand("job", "List, show and change job files");
    job->require_subcommand(1);

    job->add_subcommand("list", "All jobs of the pool")->callback([&chosen] { chosen = list; });

    CLI::App* showing = job->add_subcommand("show", "The text of a job's file, and what is wrong in it");
    const auto name = std::make_shared<std::string>();
    showing->add_option("JOB", *name, "The job's name")->required();
    showing->callback([&chosen, name] { chosen = [name](CommandContext& context) { return show(context, *name); }; });

    addJobFileVerbs(*job, chosen);
    addJobNewVerb(*job, chosen);
    addJobRenameVerb(*job, chosen);
    addJobDiffVerb(*job, chosen);
}

} // namespace tidegate::cli
