// SPDX-License-Identifier: Apache-2.0
#include "agent/methods.h"
#include "agent/poolparams.h"

#include "db/catalogueservice.h"

namespace tidegate::agent {

namespace {

using nlohmann::json;

constexpr int defaultTables = 500;

template <typename T>
json orNull(const std::optional<T>& value)
{
    return value ? sql::toJson(*value) : json(nullptr);
}

Result<json> server(const json& params, const std::stop_token& stop)
{
    const auto place = RequestPool::read(params);
    if (!place)
        return place.error();
    const auto info =
        readServer((*place)->pool(), (*place)->environment(), params.at("connection").get<std::string>(), stop);
    return info ? Result<json>(sql::toJson(*info)) : info.error();
}

Result<json> tables(const json& params, const std::stop_token& stop)
{
    const auto place = RequestPool::read(params);
    if (!place)
        return place.error();
    const auto page = listTables((*place)->pool(), (*place)->environment(), params.at("connection").get<std::string>(),
                                 params.value("after", ""), params.value("limit", defaultTables), stop);
    if (!page)
        return page.error();
    json list = json::array();
    for (const TableEntry& table : page->tables)
        list.push_back({{"schema", table.schema},
                        {"name", table.name},
                        {"kind", std::string(1, table.kind)},
                        {"rows", table.rows}});
    return json{{"tables", std::move(list)}, {"next", page->next}};
}

Result<json> table(const json& params, const std::stop_token& stop)
{
    const auto place = RequestPool::read(params);
    if (!place)
        return place.error();
    const auto info = readTable((*place)->pool(), (*place)->environment(), params.at("connection").get<std::string>(),
                                params.at("table").get<std::string>(), stop);
    return info ? Result<json>(orNull(*info)) : info.error();
}

Result<json> query(const json& params, const std::stop_token& stop)
{
    const auto place = RequestPool::read(params);
    if (!place)
        return place.error();
    const auto info =
        describeQuery((*place)->pool(), (*place)->environment(), params.at("connection").get<std::string>(),
                      params.at("query").get<std::string>(), stop);
    return info ? Result<json>(sql::toJson(*info)) : info.error();
}

Result<json> inputs(const json& params, const std::stop_token& stop)
{
    const auto place = RequestPool::read(params);
    if (!place)
        return place.error();
    const auto job = requestedJob((*place)->pool(), params);
    if (!job)
        return job.error();
    const auto read = readPlanInputs((*place)->pool(), (*place)->environment(), *job, stop);
    if (!read)
        return read.error();
    return json{{"sourceServer", sql::toJson(read->sourceServer)},
                {"targetServer", sql::toJson(read->targetServer)},
                {"source", sql::toJson(read->source)},
                {"join", orNull(read->join)},
                {"target", orNull(read->target)},
                {"stateSchema", read->stateSchema}};
}

} // namespace

void addCatalogueMethods(rpc::Peer& peer)
{
    peer.handle("catalogue.server", rpc::Execution::Background, server);
    peer.handle("catalogue.tables", rpc::Execution::Background, tables);
    peer.handle("catalogue.table", rpc::Execution::Background, table);
    peer.handle("catalogue.query", rpc::Execution::Background, query);
    peer.handle("catalogue.inputs", rpc::Execution::Background, inputs);
}

} // namespace tidegate::agent
