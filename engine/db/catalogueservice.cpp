// SPDX-License-Identifier: Apache-2.0
#include "db/catalogueservice.h"

#include "db/cataloguereader.h"
#include "db/session.h"

namespace tidegate {

namespace {

Result<std::unique_ptr<Session>> opened(const Pool& pool, const EnvironmentDefinition* environment,
                                        std::string_view connection, Side side, std::stop_token stop)
{
    const auto definition = resolveConnection(pool, environment, connection);
    if (!definition)
        return definition.error();
    SessionOptions options;
    options.side = side;
    return Session::open(*definition, options, std::move(stop));
}

} // namespace

Result<sql::ServerInfo> readServer(const Pool& pool, const EnvironmentDefinition* environment,
                                   std::string_view connection, std::stop_token stop)
{
    const auto session = opened(pool, environment, connection, Side::None, std::move(stop));
    if (!session)
        return session.error();
    return (*session)->server();
}

Result<TablePage> listTables(const Pool& pool, const EnvironmentDefinition* environment, std::string_view connection,
                             std::string_view after, int limit, std::stop_token stop)
{
    const auto session = opened(pool, environment, connection, Side::None, stop);
    if (!session)
        return session.error();
    return readTablePage(**session, after, limit, std::move(stop));
}

Result<std::optional<sql::TableInfo>> readTable(const Pool& pool, const EnvironmentDefinition* environment,
                                                std::string_view connection, std::string_view table,
                                                std::stop_token stop)
{
    const auto session = opened(pool, environment, connection, Side::None, stop);
    if (!session)
        return session.error();
    return readTableInfo(**session, table, std::move(stop));
}

Result<sql::TableInfo> describeQuery(const Pool& pool, const EnvironmentDefinition* environment,
                                     std::string_view connection, std::string_view query, std::stop_token stop)
{
    const auto session = opened(pool, environment, connection, Side::None, stop);
    if (!session)
        return session.error();
    return readQueryShape(**session, query, std::move(stop));
}

Result<sql::PlanInputs> readPlanInputs(const Pool& pool, const EnvironmentDefinition* environment,
                                       const JobDefinition& job, std::stop_token stop, bool forSwap)
{
    const auto source = opened(pool, environment, job.source.connection, Side::Source, stop);
    if (!source)
        return source.error();
    const auto target = opened(pool, environment, job.target.connection, Side::Target, stop);
    if (!target)
        return target.error();
    return readInputs(**source, **target, job, std::move(stop), forSwap);
}

} // namespace tidegate
