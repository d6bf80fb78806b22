// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

namespace tidegate {

enum class DatabaseType { Postgres, Greenplum, MySql, SqlServer, Oracle, Sqlite };

/// A connection file. It names a secret, it never holds one.
struct ConnectionDefinition
{
    std::string name;
    DatabaseType type = DatabaseType::Postgres;
    std::string host;
    int port = 0; ///< 0: the type's own
    std::string database;
    std::string user;
    std::string secret;                         ///< keyring:NAME | env:NAME | file:PATH; empty: none is sent
    std::map<std::string, std::string> options; ///< handed to the driver
    std::string stateSchema = "tidegate";
};

enum class Access { Forward, Exec, Direct, Probe };
enum class SafeMode { Ask, Typed, Off };

struct EnvironmentDefinition
{
    std::string name;
    std::string customer;
    std::string stage;              ///< prod | test | dev
    std::vector<std::string> route; ///< empty: this desktop
    Access access = Access::Probe;
    std::map<std::string, std::string> connections; ///< what a job's connection name means here
    SafeMode safeMode = SafeMode::Ask;              ///< prod is Typed unless told
    std::string colour;
};

} // namespace tidegate
