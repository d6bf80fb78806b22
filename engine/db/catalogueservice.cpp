// SPDX-License-Identifier: Apache-2.0
#include "db/catalogueservice.h"

#include "db/cataloguereader.h"
#include "db/openconnection.h"

namespace tidegate {

Result<sql::ServerInfo> readServer(const Pool& pool, const EnvironmentDefinition* environment,
                                   std::string_view connection, std::stop_token stop)
{
    const auto session = openConnection(pool, environment, connection, {}, std::move(stop));
    if (!session)
        return session.error();
    return (*session)->server();
}

Result<TablePage> listTables(const Pool& pool, const EnvironmentDefinition* environment, std::string_view connection,
                             std::string_view after, int limit, std::stop_token stop)
{
    const auto session = openConnection(pool, environment, connection, {}, stop);
    if (!session)
        return session.error();
    return readTablePage(**session, after, limit, std::move(stop));
}

Result<std::optional<sql::TableInfo>> readTable(const Pool& pool, const EnvironmentDefinition* environment,
                                                std::string_view connection, std::string_view table,
                                                std::stop_token stop, Side side)
{
    const auto session = openConnection(pool, environment, connection, {.side = side, .job = {}}, stop);
    if (!session)
        return session.error();
    return readTableInfo(**session, table, std::move(stop));
}

Result<sql::TableInfo> describeQuery(const Pool& pool, const EnvironmentDefinition* environment,
                                     std::string_view connection, std::string_view query, std::stop_token stop)
{
    const auto session = openConnection(pool, environment, connection, {}, stop);
    if (!session)
        return session.error();
    return readQueryShape(**session, query, std::move(stop));
}

Result<sql::PlanInputs> readPlanInputs(const Pool& pool, const EnvironmentDefinition* environment,
                                       const JobDefinition& job, std::stop_token stop, bool forSwap)
{
    const auto source =
        openConnection(pool, environment, job.source.connection, {.side = Side::Source, .job = {}}, stop);
    if (!source)
        return source.error();
    const auto target =
        openConnection(pool, environment, job.target.connection, {.side = Side::Target, .job = {}}, stop);
    if (!target)
        return target.error();
    return readInputs(**source, **target, job, std::move(stop), forSwap);
}

} // namespace tidegate
