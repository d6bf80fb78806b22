// SPDX-License-Identifier: Apache-2.0
#include "cli/commandline.h"

#include "cli/commandcontext.h"
#include "cli/suggestion.h"
#include "cli/verbs.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <exception>

namespace tidegate::cli {

namespace {

constexpr auto footer = R"(
Exit codes: 0 done or nothing to do, 1 our own fault, 2 usage, invalid files or not in this version, 3 source,
4 target, 5 another owner, 6 data refused or verification differs, 7 cancelled.
Every verb takes --pool, --env and --json, before or after it; after `--` everything is a plain word.)";

void addGlobalOptions(CLI::App& root, GlobalOptions& options)
{
    root.add_option("--pool", options.pool, "The pool's folder; absent: the pool around the working directory")
        ->type_name("DIR")
        ->check([](const std::string& text) { return std::string(text.empty() ? "the folder's name is empty" : ""); });
    root.add_option("--env", options.environment, "The environment; needed where the pool has several")
        ->type_name("ENV");
    root.add_flag("--json", options.json, "Print one JSON object a line");
    root.set_version_flag("--version", "tidegatectl " TIDEGATE_VERSION, "Print the version");
}

void addVerbs(CLI::App& root, Action& chosen)
{
    addPoolVerbs(root, chosen);
    addJobVerbs(root, chosen);
    addSqlVerb(root, chosen);
    addRunVerb(root, chosen);
    addStateVerbs(root, chosen);
    addVerifyVerb(root, chosen);
    addAgentVerbs(root, chosen);
    addScheduleVerbs(root, chosen);
    addHistoryVerb(root, chosen);
    addUnbuiltVerbs(root, chosen);
}

/// The first word that should be a verb and is none, if there is one; and what to do.
struct UsageAdvice
{
    std::string unknownVerb;
    std::string hint;
};

UsageAdvice adviceFor(const CLI::App& root, const std::vector<std::string>& arguments)
{
    const CLI::App* app = &root;
    std::string path = "tidegatectl";
    for (std::size_t index = 0; index < arguments.size(); ++index) {
        const std::string& word = arguments[index];
        if (word == "--pool" || word == "--env")
            ++index;
        const auto verbs = app->get_subcommands([](const CLI::App*) { return true; });
        if (word.starts_with('-') || verbs.empty())
            continue;
        const auto known = std::find_if(verbs.begin(), verbs.end(),
                                        [&word](const CLI::App* verb) { return verb->get_name() == word; });
        if (known == verbs.end()) {
            std::vector<std::string> names;
            std::transform(verbs.begin(), verbs.end(), std::back_inserter(names),
                           [](const CLI::App* verb) { return verb->get_name(); });
            std::string nearest = suggestion(word, names);
            return {word, nearest.empty() ? fmt::format("`{} --help` lists the verbs", path) : nearest};
        }
        app = *known;
        path += " " + word;
    }
    return {{}, fmt::format("`{} --help` shows how", path)};
}

int refuseUsage(const CLI::App& root, const std::vector<std::string>& arguments, const CLI::ParseError& problem,
                Output& output)
{
    UsageAdvice advice = adviceFor(root, arguments);
    std::string what = problem.what();
    if (!advice.unknownVerb.empty())
        what = fmt::format("no verb `{}`", advice.unknownVerb);
    std::replace(what.begin(), what.end(), '\n', ' ');
    return output.fail({ErrorCode::Usage, std::move(what), std::move(advice.hint)});
}

} // namespace

int runCommandLine(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& err)
{
    GlobalOptions options;
    Action chosen;
    CLI::App root("Bring tables into a Greenplum or PostgreSQL warehouse, every row exactly once.", "tidegatectl");
    root.fallthrough();
    root.require_subcommand(1);
    root.footer(footer);
    addGlobalOptions(root, options);
    addVerbs(root, chosen);
    try {
        root.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
    } catch (const CLI::Success& wish) { // --help and --version
        return root.exit(wish, out, err);
    } catch (const CLI::ParseError& problem) {
        const bool json = std::find(arguments.begin(), arguments.end(), "--json") != arguments.end();
        Output output(out, err, json);
        return refuseUsage(root, arguments, problem, output);
    }
    Output output(out, err, options.json);
    CommandContext context(options, output);
    try {
        return chosen(context);
    } catch (const std::exception& exception) {
        return output.fail({ErrorCode::Internal, exception.what(), "this is a mistake of ours: please report it"});
    }
}

} // namespace tidegate::cli
