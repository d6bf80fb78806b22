// SPDX-License-Identifier: Apache-2.0
#include "db/pins.h"

namespace tidegate {

std::string pinSql(int serverVersion, bool readOnly)
{
    std::string sql = "set client_encoding = 'UTF8'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres';"
                      " set timezone = 'UTC'; set extra_float_digits = 3; set bytea_output = 'hex';"
                      " set search_path = pg_catalog; set statement_timeout = 0; set lock_timeout = 0;"
                      " set default_transaction_isolation = 'read committed';"
                      " set standard_conforming_strings = on; set array_nulls = on; set xmloption = content;"
                      " set quote_all_identifiers = off; set transform_null_equals = off;";
    if (serverVersion >= 90500)
        sql += " set row_security = off;";
    if (serverVersion >= 90600)
        sql += " set idle_in_transaction_session_timeout = '5min';";
    if (serverVersion >= 140000)
        sql += " set idle_session_timeout = 0;";
    if (serverVersion >= 170000)
        sql += " set transaction_timeout = 0;";
    sql += readOnly ? " set default_transaction_read_only = on" : " set default_transaction_read_only = off";
    return sql;
}

} // namespace tidegate
