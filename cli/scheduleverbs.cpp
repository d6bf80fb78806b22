// SPDX-License-Identifier: Apache-2.0
#include "cli/agentlink.h"
#include "cli/commandcontext.h"
#include "cli/verbs.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <memory>

namespace tidegate::cli {

namespace {

using nlohmann::json;

struct ScheduleWords
{
    std::string socket;
    std::string job; ///< empty: all
};

/// What every schedule method of the agent is asked about.
Result<json> placeOf(CommandContext& context, const ScheduleWords& words)
{
    const auto place = context.workplace();
    if (!place)
        return place.error();
    if (!words.job.empty()) {
        if (const auto file = findJob((*place)->pool, words.job); !file)
            return file.error();
    }
    const auto* environment = (*place)->environment;
    return json{{"pool", absoluteRoot((*place)->pool).string()},
                {"environment", environment != nullptr ? environment->name : std::string()},
                {"job", words.job}};
}

Result<json> ask(CommandContext& context, const ScheduleWords& words, std::string_view method)
{
    auto place = placeOf(context, words);
    if (!place)
        return place;
    const auto link = AgentLink::open(words.socket);
    if (!link)
        return link.error();
    return (*link)->call(method, *std::move(place));
}

/// "missed, due 2024-05-01T02:00:00.000Z"
std::string lastText(const json& last)
{
    if (last.is_null())
        return "-";
    return fmt::format("{}, due {}", last.at("state").get<std::string>(), last.at("due").get<std::string>());
}

int list(CommandContext& context, const ScheduleWords& words)
{
    Output& output = context.output();
    const auto answer = ask(context, words, "schedule.list");
    if (!answer)
        return output.fail(answer.error());
    const bool enabled = answer->at("enabled").get<bool>();
    output.event("schedule", {{"enabled", enabled}});
    output.line(enabled ? "the agent fires this pool's schedule"
                        : "the agent does not fire this pool's schedule; `tidegatectl schedule enable` switches it on");
    TextTable table({{"JOB"}, {"CRON"}, {"ZONE"}, {"STATE"}, {"NEXT"}, {"LAST"}});
    for (const json& job : answer->at("jobs")) {
        output.event("schedule.job", job);
        const json& next = job.at("next");
        table.add({job.at("job").get<std::string>(), job.at("cron").get<std::string>(),
                   job.at("zone").get<std::string>(), job.at("state").get<std::string>(),
                   next.empty() ? std::string("-") : next.front().get<std::string>(), lastText(job.at("last"))});
    }
    if (table.isEmpty())
        output.line("no job of the pool has a `schedule:`");
    else
        output.table(table);
    return 0;
}

/// One of the four that change something; `done` is the sentence, with the job or "every job" for {}.
struct Change
{
    const char* verb;
    const char* help;
    const char* method;
    const char* done;
    bool takesJob;
};

constexpr Change changes[] = {
    {"enable", "From now on the agent fires the pool's schedule; kept on its disk", "schedule.enable",
     "the agent fires the schedule of {} from now on", false},
    {"disable", "The agent no longer fires the pool's schedule", "schedule.disable",
     "the agent no longer fires the schedule of {}", false},
    {"pause", "Hold one job back, or all; what passes meanwhile is not made up for", "schedule.pause", "{} is paused",
     true},
    {"resume", "Let one job fire again, or all", "schedule.resume", "{} fires again when it is due", true},
};

int apply(CommandContext& context, const ScheduleWords& words, const Change& change)
{
    Output& output = context.output();
    const auto answer = ask(context, words, change.method);
    if (!answer)
        return output.fail(answer.error());
    output.event("schedule.changed", {{"verb", change.verb}, {"job", words.job.empty() ? json() : json(words.job)}});
    const std::string whom = words.job.empty() ? change.takesJob ? "every job" : "this pool" : words.job;
    output.line(fmt::format(fmt::runtime(change.done), whom));
    return 0;
}

} // namespace

void addScheduleVerbs(CLI::App& root, Action& chosen)
{
    CLI::App* schedule = root.add_subcommand("schedule", "What a running agent fires, and when");
    schedule->require_subcommand(1);
    const auto listing = std::make_shared<ScheduleWords>();
    CLI::App* verb = schedule->add_subcommand("list", "Every job with a schedule: when it is due next and was last");
    addSocketOption(*verb, listing->socket);
    verb->callback(
        [&chosen, listing] { chosen = [listing](CommandContext& context) { return list(context, *listing); }; });
    for (const Change& change : changes) {
        const auto words = std::make_shared<ScheduleWords>();
        verb = schedule->add_subcommand(change.verb, change.help);
        if (change.takesJob)
            verb->add_option("JOB", words->job, "Absent: all jobs of the pool");
        addSocketOption(*verb, words->socket);
        verb->callback([&chosen, words, &change] {
            chosen = [words, &change](CommandContext& context) { return apply(context, *words, change); };
        });
    }
}

} // namespace tidegate::cli
