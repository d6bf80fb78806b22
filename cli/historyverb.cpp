// SPDX-License-Identifier: Apache-2.0
#include "cli/agentlink.h"
#include "cli/commandcontext.h"
#include "cli/verbs.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace tidegate::cli {

namespace {

using nlohmann::json;

constexpr int pageRuns = 300;
constexpr int defaultRuns = 50;

struct HistoryWords
{
    std::string socket;
    std::string job; ///< empty: all
    int limit = defaultRuns;
};

TextTable historyTable()
{
    using enum TextTable::Align;
    return TextTable({{"STARTED"},
                      {"JOB"},
                      {"STATE"},
                      {"TRIGGER"},
                      {"SECONDS", Right},
                      {"READ", Right},
                      {"INSERTED", Right},
                      {"ERROR"}});
}

void addRun(const json& run, TextTable& table)
{
    const json& rows = run.at("rows");
    const json& error = run.at("error");
    table.add(
        {run.at("startedAt").get<std::string>(), run.at("job").get<std::string>(), run.at("state").get<std::string>(),
         run.at("trigger").get<std::string>(), fmt::format("{:.1f}", run.at("seconds").get<double>()),
         std::to_string(rows.at("read").get<std::int64_t>()), std::to_string(rows.at("inserted").get<std::int64_t>()),
         error.is_null() ? std::string() : error.at("message").get<std::string>()});
}

/// Pages until the limit is reached.
Result<void> print(AgentLink& link, json params, int limit, Output& output)
{
    TextTable table = historyTable();
    for (int left = limit; left > 0;) {
        params["limit"] = std::min(left, pageRuns);
        const auto page = link.call("history.runs", params);
        if (!page)
            return page.error();
        for (const json& run : page->at("runs")) {
            output.event("history.run", run);
            addRun(run, table);
        }
        left -= static_cast<int>(page->at("runs").size());
        params["before"] = page->at("next");
        if (params["before"].is_null())
            break;
    }
    if (table.isEmpty())
        output.line("the agent remembers no run");
    else
        output.table(table);
    return {};
}

int history(CommandContext& context, const HistoryWords& words)
{
    Output& output = context.output();
    const auto place = context.workplace();
    if (!place)
        return output.fail(place.error());
    const auto* environment = (*place)->environment;
    json params = {{"pool", absoluteRoot((*place)->pool).string()},
                   {"environment", environment != nullptr ? environment->name : std::string()},
                   {"job", words.job}};
    const auto link = AgentLink::open(words.socket);
    if (!link)
        return output.fail(link.error());
    const auto printed = print(**link, std::move(params), words.limit, output);
    return printed ? 0 : output.fail(printed.error());
}

} // namespace

void addHistoryVerb(CLI::App& root, Action& chosen)
{
    const auto words = std::make_shared<HistoryWords>();
    CLI::App* verb = root.add_subcommand("history", "The runs that an agent made, newest first; `ledger` has what was "
                                                    "applied, whoever ran it");
    verb->add_option("JOB", words->job, "Absent: all jobs of the pool; also one that is gone from it");
    verb->add_option("--limit", words->limit, "Runs to show")->check(CLI::PositiveNumber)->capture_default_str();
    addSocketOption(*verb, words->socket);
    verb->callback(
        [&chosen, words] { chosen = [words](CommandContext& context) { return history(context, *words); }; });
}

} // namespace tidegate::cli
