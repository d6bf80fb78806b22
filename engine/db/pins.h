// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sql/catalogue.h"

#include <string>
#include <string_view>

namespace tidegate {

/// What is asked before anything is pinned: backend pid, version number, version(), TimeZone, standby, lc_monetary,
/// superuser.
extern const std::string_view serverFactsSql;

/// Dialect and versionText from version(). Everything of the Greenplum family speaks the dialect of its oldest member.
void readVersion(std::string_view versionFunction, sql::ServerInfo& server);

/// The settings on which every read and write relies, as one statement text for this server.
std::string pinSql(int serverVersion, bool readOnly);

} // namespace tidegate
