// SPDX-License-Identifier: Apache-2.0
#include "cli/commandcontext.h"
#include "cli/verbs.h"

#include "rpc/peer.h"
#include "rpc/unixsocket.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <memory>

#include <unistd.h>

namespace tidegate::cli {

namespace {

constexpr auto answerTime = std::chrono::seconds(10);

/// The agent that lies beside this program, so that both are of one version.
std::string agentProgram()
{
    std::error_code code;
    const auto self = std::filesystem::read_symlink("/proc/self/exe", code);
    return code ? "tidegated" : (self.parent_path() / "tidegated").string();
}

/// Becomes tidegated; returns only if that fails.
int serve(CommandContext& context, const std::string& socket)
{
    Result<std::filesystem::path> path = std::filesystem::path(socket);
    if (socket.empty())
        path = rpc::defaultSocketPath();
    if (!path)
        return context.output().fail(path.error());
    const std::string program = agentProgram();
    const std::string listenOn = path->string();
    context.output().note(fmt::format("listening on {}", listenOn));
    ::execlp(program.c_str(), "tidegated", "--socket", listenOn.c_str(), nullptr);
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

Result<nlohmann::json> greet(rpc::Peer& peer)
{
    peer.start();
    return peer.call(
        "initialize",
        {{"protocol", rpc::protocolVersion}, {"client", {{"name", "tidegatectl"}, {"version", TIDEGATE_VERSION}}}},
        answerTime);
}

int status(CommandContext& context, const std::string& socket)
{
    Output& output = context.output();
    Result<std::filesystem::path> path = std::filesystem::path(socket);
    if (socket.empty())
        path = rpc::defaultSocketPath();
    auto transport = path ? rpc::connectUnix(*path) : Result<rpc::TransportPtr>(path.error());
    if (!transport) {
        Error error = std::move(transport).error();
        if (error.hint.empty())
            error.hint = "`tidegatectl agent serve` starts one";
        return output.fail(error);
    }
    rpc::Peer peer(*std::move(transport));
    const auto greeting = greet(peer);
    if (!greeting)
        return output.fail(greeting.error());
    const auto runs = peer.call("run.list", nlohmann::json::object(), answerTime);
    if (!runs)
        return output.fail(runs.error());
    output.event("agent", {{"socket", path->string()},
                           {"version", greeting->at("agent").at("version")},
                           {"pid", greeting->at("agent").at("pid")},
                           {"protocol", greeting->at("protocol")}});
    output.line(fmt::format("tidegated {}, process {}, on {}", greeting->at("agent").at("version").get<std::string>(),
                            greeting->at("agent").at("pid").get<int>(), path->string()));
    printRuns(*runs, output);
    return 0;
}

CLI::App* addSocketVerb(CLI::App& agent, const std::string& name, const std::string& help,
                        const std::shared_ptr<std::string>& socket)
{
    CLI::App* verb = agent.add_subcommand(name, help);
    verb->add_option("--socket", *socket, "Absent: tidegate/agent.sock in the run-time folder, else in ~/.cache")
        ->type_name("PATH");
    return verb;
}

} // namespace

void addAgentVerbs(CLI::App& root, Action& chosen)
{
    CLI::App* agent = root.add_subcommand("agent", "The daemon that serves consoles");
    agent->require_subcommand(1);
    const auto socket = std::make_shared<std::string>();
    addSocketVerb(*agent, "serve", "Start it in the foreground, on a unix socket that only you may use", socket)
        ->callback(
            [&chosen, socket] { chosen = [socket](CommandContext& context) { return serve(context, *socket); }; });
    addSocketVerb(*agent, "status", "Ask a running one for its version and its runs", socket)
        ->callback(
            [&chosen, socket] { chosen = [socket](CommandContext& context) { return status(context, *socket); }; });
}

} // namespace tidegate::cli
