// SPDX-License-Identifier: Apache-2.0
#include "agent/methods.h"
#include "agent/poolparams.h"

#include <fmt/format.h>

namespace tidegate::agent {

namespace {

using nlohmann::json;

RunOptions optionsFrom(const json& params)
{
    RunOptions options;
    const json words = params.value("options", json::object());
    options.dryRun = words.value("dryRun", false);
    options.again = words.value("again", false);
    options.reload = words.value("reload", false);
    options.acceptChange = words.value("acceptChange", false);
    options.takeOver = words.value("takeOver", false);
    if (const auto window = words.find("window"); window != words.end() && !window->is_null())
        options.window = {window->at("lo").get<std::string>(), window->at("hi").get<std::string>()};
    return options;
}

/// Refuses at once what can be seen at once; the rest is the summary of the run.
Result<json> start(RunHub& runs, const json& params)
{
    const auto place = RequestPool::read(params);
    if (!place)
        return place.error();
    const Place where = (*place)->place();
    RunRequest request{where.pool, where.environment, params.at("job").get<std::string>(), optionsFrom(params)};
    if ((*place)->pool().job(request.job) == nullptr)
        return noSuchJob((*place)->pool(), request.job);
    const auto number = runs.start(std::move(request));
    return number ? Result<json>(json{{"run", *number}}) : number.error();
}

} // namespace

void addRunMethods(rpc::Peer& peer, RunHub& runs)
{
    peer.handle("run.start", rpc::Execution::Background,
                [&runs](const json& params, const std::stop_token&) { return start(runs, params); });
    peer.handle("run.cancel", rpc::Execution::Inline,
                [&runs](const json& params, const std::stop_token&) -> Result<json> {
                    const auto asked = runs.cancel(params.at("run").get<std::int64_t>());
                    return asked ? Result<json>(json::object()) : asked.error();
                });
    peer.handle("run.list", rpc::Execution::Inline, [&runs](const json&, const std::stop_token&) -> Result<json> {
        return json{{"runs", runs.list()}};
    });
}

} // namespace tidegate::agent
