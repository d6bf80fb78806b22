// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/history/historystore.h"

#include "pool/pool.h"

#include <nlohmann/json_fwd.hpp>

#include <memory>
#include <string>
#include <string_view>

namespace tidegate::agent {

/// The pool that a request names, as it is on disk now, and the environment to work in. The environment points into
/// the pool: neither is copied or moved.
class RequestPool
{
public:
    /// Reads `pool` (an absolute folder) and `environment` of the params.
    static Result<std::unique_ptr<RequestPool>> read(const nlohmann::json& params);

    [[nodiscard]] const Pool& pool() const { return *m_pool; }
    [[nodiscard]] const EnvironmentDefinition* environment() const { return m_environment; }
    /// What the history calls this pool and environment.
    [[nodiscard]] Place place() const;

private:
    explicit RequestPool(std::shared_ptr<const Pool> pool) : m_pool(std::move(pool)) {}

    std::shared_ptr<const Pool> m_pool;
    const EnvironmentDefinition* m_environment = nullptr;
};

using RequestPoolPtr = std::unique_ptr<RequestPool>;

Error noSuchJob(const Pool& pool, std::string_view name);

/// The job that `job` names, or the one that the unsaved text in `text` says. Invalid with the first finding.
Result<JobDefinition> requestedJob(const Pool& pool, const nlohmann::json& params);

} // namespace tidegate::agent
