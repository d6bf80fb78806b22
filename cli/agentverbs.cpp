// SPDX-License-Identifier: Apache-2.0
#include "cli/agentlink.h"
#include "cli/commandcontext.h"
#include "cli/verbs.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <memory>
#include <vector>

#include <unistd.h>

namespace tidegate::cli {

namespace {

struct ServeWords
{
    std::string socket;
    bool schedule = false;
};

/// The agent that lies beside this program, so that both are of one version.
std::string agentProgram()
{
    std::error_code code;
    const auto self = std::filesystem::read_symlink("/proc/self/exe", code);
    return code ? "tidegated" : (self.parent_path() / "tidegated").string();
}

/// What tells the agent to fire the schedules of the pool that this command works in.
Result<std::vector<std::string>> scheduleOptions(CommandContext& context)
{
    const auto place = context.workplace();
    if (!place)
        return place.error();
    std::vector<std::string> options{"--schedule", absoluteRoot((*place)->pool).string()};
    if ((*place)->environment != nullptr)
        options.insert(options.end(), {"--environment", (*place)->environment->name});
    return options;
}

/// Becomes tidegated; returns only if that fails.
int serve(CommandContext& context, const ServeWords& words)
{
    const auto path = agentSocket(words.socket);
    if (!path)
        return context.output().fail(path.error());
    std::vector<std::string> arguments{"tidegated", "--socket", path->string()};
    if (words.schedule) {
        const auto options = scheduleOptions(context);
        if (!options)
            return context.output().fail(options.error());
        arguments.insert(arguments.end(), options->begin(), options->end());
    }
    std::vector<char*> argv;
    for (std::string& argument : arguments)
        argv.push_back(argument.data());
    argv.push_back(nullptr);
    const std::string program = agentProgram();
    context.output().note(fmt::format("starting tidegated on {}", path->string()));
    ::execvp(program.c_str(), argv.data());
    const int number = errno;
    return context.output().fail({ErrorCode::Io, fmt::format("{} can't be started: {}", program, std::strerror(number)),
                                  "install the agent beside tidegatectl"});
}

void printRuns(const nlohmann::json& answer, Output& output)
{
    TextTable table(
        {{"RUN", TextTable::Align::Right}, {"JOB"}, {"STATE"}, {"STARTED"}, {"READ", TextTable::Align::Right}});
    for (const auto& run : answer.at("runs")) {
        output.event("agent.run", run);
        table.add({std::to_string(run.at("run").get<std::int64_t>()), run.at("job").get<std::string>(),
                   run.at("state").get<std::string>(), run.at("startedAt").get<std::string>(),
                   std::to_string(run.at("progress").at("rows").at("read").get<std::int64_t>())});
    }
    if (!table.isEmpty())
        output.table(table);
}

int status(CommandContext& context, const std::string& socket)
{
    Output& output = context.output();
    const auto link = AgentLink::open(socket);
    if (!link)
        return output.fail(link.error());
    const auto runs = (*link)->call("run.list");
    if (!runs)
        return output.fail(runs.error());
    const nlohmann::json& greeting = (*link)->greeting();
    const nlohmann::json& agent = greeting.at("agent");
    const std::string path = (*link)->path().string();
    output.event("agent", {{"socket", path},
                           {"version", agent.at("version")},
                           {"pid", agent.at("pid")},
                           {"protocol", greeting.at("protocol")}});
    output.line(fmt::format("tidegated {}, process {}, on {}", agent.at("version").get<std::string>(),
                            agent.at("pid").get<int>(), path));
    printRuns(*runs, output);
    return 0;
}

} // namespace

void addAgentVerbs(CLI::App& root, Action& chosen)
{
    CLI::App* agent = root.add_subcommand("agent", "The daemon that serves consoles");
    agent->require_subcommand(1);

    const auto serving = std::make_shared<ServeWords>();
    CLI::App* verb =
        agent->add_subcommand("serve", "Start it in the foreground, on a unix socket that only you may use");
    addSocketOption(*verb, serving->socket);
    verb->add_flag("--schedule", serving->schedule, "Fire the schedules of the pool's jobs while it runs");
    verb->callback(
        [&chosen, serving] { chosen = [serving](CommandContext& context) { return serve(context, *serving); }; });

    const auto socket = std::make_shared<std::string>();
    verb = agent->add_subcommand("status", "Ask a running one for its version and its runs");
    addSocketOption(*verb, *socket);
    verb->callback(
        [&chosen, socket] { chosen = [socket](CommandContext& context) { return status(context, *socket); }; });
}

} // namespace tidegate::cli
