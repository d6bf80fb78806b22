// SPDX-License-Identifier: Apache-2.0
#include "agent/agent.h"
#include "agent/endwatch.h"
#include "agent/hardening.h"
#include "agent/history/statefolder.h"
#include "agent/poolparams.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <spdlog/logger.h>

#include <cstdio>

#include <unistd.h>

namespace {

using namespace tidegate;
using namespace std::chrono_literals;

Result<void> connect(agent::Agent& daemon, const std::string& socket)
{
    if (socket.empty()) {
        auto streams = rpc::takeStandardStreams();
        if (!streams)
            return streams.error();
        daemon.serve(*std::move(streams));
        return {};
    }
    auto listener = rpc::UnixListener::listen(socket);
    if (!listener)
        return listener.error();
    daemon.serve(*std::move(listener));
    return {};
}

/// The place that --schedule and --environment name; nothing where they are not given.
Result<void> schedulePool(agent::Agent& daemon, const std::string& pool, const std::string& environment)
{
    if (pool.empty())
        return {};
    std::error_code failure;
    const auto root = std::filesystem::absolute(pool, failure);
    const auto place = agent::RequestPool::read({{"pool", root.string()}, {"environment", environment}});
    if (!place)
        return place.error();
    daemon.history().schedules.enableHere((*place)->place());
    return {};
}

int fail(const Error& error)
{
    fmt::print(stderr, "error: {}\n", error.message);
    if (!error.hint.empty())
        fmt::print(stderr, "  do: {}\n", error.hint);
    return exitCode(error);
}

} // namespace

int main(int argc, char** argv)
{
    std::string socket;
    std::string pool;
    std::string environment;
    CLI::App options("Serves the engine over JSON-RPC: on standard input and output, or on a unix socket.",
                     "tidegated");
    options.add_option("--socket", socket, "Listen on this path (mode 0600) instead")->type_name("PATH");
    CLI::Option* schedule =
        options.add_option("--schedule", pool, "Fire the schedules of this pool's jobs")->type_name("POOL");
    options.add_option("--environment", environment, "The environment in which they run")
        ->type_name("ENV")
        ->needs(schedule);
    options.set_version_flag("--version", "tidegated " TIDEGATE_VERSION, "Print the version");
    CLI11_PARSE(options, argc, argv);

    agent::hardenProcess();
    agent::EndWatch end(socket.empty());
    const auto state = agent::stateFolder();
    agent::Agent daemon(
        agent::runRequest, [&end] { end.request(); }, state.value_or({}));
    if (!state)
        daemon.logger()->warn("no history on disk: {}", state.error().message);
    if (const auto known = schedulePool(daemon, pool, environment); !known)
        return fail(known.error());
    if (const auto connected = connect(daemon, socket); !connected)
        return fail(connected.error());
    daemon.scheduler().start();
    daemon.logger()->info("tidegated {} serves, process {}", TIDEGATE_VERSION, ::getpid());
    end.wait();
    ::alarm(9); // whatever hangs: gone within 10 s. What a COMMIT did then is in the ledger.
    daemon.shutDown(7s);
    daemon.logger()->info("tidegated ends");
    return 0;
}
