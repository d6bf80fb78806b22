// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/session.h"
#include "pool/pool.h"

#include <map>
#include <memory>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

namespace tidegate {

/// Asks the servers of a pool whether its jobs could run now: reachability, tables and columns, rights. Reads only,
/// with one session for each connection and side. `environment` may be null; pool and environment must outlive it.
class LiveCheck
{
public:
    LiveCheck(const Pool& pool, const EnvironmentDefinition* environment, std::stop_token stop);

    /// Opens what `connection` means in the environment; asked again, the answer is the same.
    Result<sql::ServerInfo> server(const std::string& connection, Side side);
    /// What would stop a run of this job, each with its side; nothing where a server can't be reached, which server()
    /// tells.
    std::vector<Error> job(const JobDefinition& job);

private:
    using Opened = Result<std::unique_ptr<Session>>;

    const Opened& session(const std::string& connection, Side side);

    const Pool& m_pool;
    const EnvironmentDefinition* m_environment;
    std::stop_token m_stop;
    std::map<std::pair<std::string, Side>, Opened> m_sessions;
};

} // namespace tidegate
