// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/history/historystore.h"

#include "verify/verify.h"

#include <nlohmann/json_fwd.hpp>

namespace tidegate::agent {

/// What verifications found. Any thread.
class Verifications
{
public:
    explicit Verifications(HistoryStore& store) : m_store(store) {}

    Result<void> add(const Place& place, const std::string& job, const VerifyReport& report);
    /// A run's own check after it: without a count of differences.
    Result<void> add(const Place& place, const std::string& job, const std::string& level, bool same);
    /// The newest one of each job, as history.overview tells it.
    Result<std::map<std::string, nlohmann::json>> last(const Place& place);

private:
    Result<void> insert(const Place& place, const std::string& job, const std::string& level, const std::string& state,
                        std::optional<std::int64_t> differences);

    HistoryStore& m_store;
};

} // namespace tidegate::agent
