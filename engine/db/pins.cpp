// SPDX-License-Identifier: Apache-2.0
#include "db/pins.h"

#include <fmt/format.h>

namespace tidegate {

const std::string_view serverFactsSql =
    "select pg_catalog.pg_backend_pid(), pg_catalog.current_setting('server_version_num'), pg_catalog.version(),"
    " pg_catalog.current_setting('TimeZone'), pg_catalog.pg_is_in_recovery(),"
    " pg_catalog.current_setting('lc_monetary'),"
    " (select r.rolsuper from pg_catalog.pg_roles r where r.rolname = current_user)";

void readVersion(std::string_view versionFunction, sql::ServerInfo& server)
{
    for (const std::string_view family : {"Greenplum Database ", "Cloudberry Database ", "Apache Cloudberry "}) {
        const auto at = versionFunction.find(family);
        if (at == std::string_view::npos)
            continue;
        const auto rest = versionFunction.substr(at + family.size());
        const auto name = family.substr(0, family.find(' ') == 6 ? family.size() - 1 : family.find(' '));
        server.dialect = sql::Dialect::Greenplum6;
        server.versionText = fmt::format("{} {}", name, rest.substr(0, rest.find_first_of(" )-+")));
        return;
    }
    server.dialect = sql::Dialect::Postgres;
    const auto end = versionFunction.find_first_of(" ,(", std::string_view("PostgreSQL ").size());
    server.versionText = versionFunction.substr(0, end);
}

std::string pinSql(int serverVersion, bool readOnly)
{
    std::string sql = "set client_encoding = 'UTF8'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres';"
                      " set timezone = 'UTC'; set extra_float_digits = 3; set bytea_output = 'hex';"
                      " set search_path = pg_catalog; set statement_timeout = 0; set lock_timeout = 0;"
                      " set default_transaction_isolation = 'read committed';"
                      " set standard_conforming_strings = on;";
    if (serverVersion >= 90500)
        sql += " set row_security = off;";
    if (serverVersion >= 90600)
        sql += " set idle_in_transaction_session_timeout = '5min';";
    sql += readOnly ? " set default_transaction_read_only = on" : " set default_transaction_read_only = off";
    return sql;
}

} // namespace tidegate
