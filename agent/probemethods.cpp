// SPDX-License-Identifier: Apache-2.0
// What a job would do, looked at without doing it.
#include "agent/methods.h"
#include "agent/poolparams.h"

#include "db/jobprobe.h"

namespace tidegate::agent {

namespace {

using nlohmann::json;

json endJson(const ExplainedEnd& end)
{
    json statements = json::array();
    for (const auto& statement : end.statements)
        statements.push_back({{"title", statement.title}, {"sql", statement.sql}, {"plan", statement.plan}});
    return {{"statements", std::move(statements)}, {"error", end.error ? toJson(*end.error) : json(nullptr)}};
}

std::optional<std::string> textOrNone(const json& params, const char* key)
{
    const auto found = params.find(key);
    if (found == params.end() || found->is_null())
        return std::nullopt;
    return found->get<std::string>();
}

Result<json> explain(const json& params, const std::stop_token& stop)
{
    const auto place = RequestPool::read(params);
    if (!place)
        return place.error();
    const auto job = requestedJob((*place)->pool(), params);
    if (!job)
        return job.error();
    const auto window = params.value("window", json::object());
    const sql::ReadRange range{textOrNone(window, "lo"), textOrNone(window, "hi")};
    const auto result = explainJob((*place)->pool(), (*place)->environment(), *job, range, stop);
    if (!result)
        return result.error();
    return json{{"source", endJson(result->source)}, {"target", endJson(result->target)}};
}

Result<json> preview(const json& params, const std::stop_token& stop)
{
    const auto place = RequestPool::read(params);
    if (!place)
        return place.error();
    const auto job = requestedJob((*place)->pool(), params);
    if (!job)
        return job.error();
    const auto result = previewWatermark((*place)->pool(), (*place)->environment(), *job, stop);
    if (!result)
        return result.error();
    json rows = json::array();
    for (const auto& row : result->rows) {
        json cells = json::array();
        for (const auto& cell : row)
            cells.push_back(cell ? json(*cell) : json(nullptr));
        rows.push_back(std::move(cells));
    }
    return json{{"sql", result->sql}, {"columns", result->columns}, {"rows", std::move(rows)}};
}

} // namespace

void addProbeMethods(rpc::Peer& peer)
{
    peer.handle("job.explain", rpc::Execution::Background, explain);
    peer.handle("job.preview", rpc::Execution::Background, preview);
}

} // namespace tidegate::agent
