// SPDX-License-Identifier: Apache-2.0
#include "serverfixture.h"

#include <fmt/format.h>

namespace tidegate::test {

namespace {

std::string connectionText(const ConnectionDefinition& connection)
{
    return fmt::format(
        "connection: {}\ntype: postgres\nhost: \"{}\"\nport: {}\ndatabase: {}\nuser: {}\nstate_schema: {}\n",
        connection.name, connection.host, connection.port, connection.database, connection.user,
        connection.stateSchema);
}

} // namespace

ServerFixture::ServerFixture()
{
    ends.atSource("create table %.item(id bigint primary key, name text, updated_at timestamptz not null)");
    ends.atSource("insert into %.item select n, '名' || n, now() - interval '1 hour' from generate_series(1, 1000) n");
    pool.write("connections/erp.yaml", connectionText(ends.sourceConnection));
    pool.write("connections/dw.yaml", connectionText(ends.targetConnection));
    pool.write(PoolFolder::jobFile, fmt::format("job: item\n"
                                                "source: {{ connection: erp, table: {0}.item }}\n"
                                                "target: {{ connection: dw, table: {0}.item, create: true }}\n"
                                                "key: [id]\n"
                                                "mode: incremental\n"
                                                "watermark: {{ column: t.updated_at, lag: 0s }}\n"
                                                "apply: merge\n",
                                                ends.schema()));
}

std::string ServerFixture::appliedWindows()
{
    if (ends.target("select to_regclass('%_state.ledger') is null") == "t")
        return "0";
    return ends.target("select count(*) from %_state.ledger where job_id = 'item'");
}

} // namespace tidegate::test
