// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "db/session.h"
#include "sql/jobplan.h"
#include "sync/statestore.h"

#include <functional>
#include <stop_token>
#include <string_view>

namespace tidegate {

using TextSink = std::function<void(std::string_view text)>;

/// The staging table of one job, in the hands of the job's owner.
class Staging
{
public:
    Staging(Session& session, const StateStore& state, const sql::JobPlan& plan);

    /// Makes it, or makes it again where its columns differ; empties what an earlier run left in it, and says how much.
    Result<void> prepare(const TextSink& log, std::stop_token stop);
    /// Without waiting: where somebody still copies into it, it stays as it is (their rows carry another attempt).
    Result<void> empty(const TextSink& log, std::stop_token stop);
    /// Rows of an attempt's part 0 as the table holds them.
    Result<std::int64_t> rowsOf(std::int64_t attempt, std::stop_token stop);

private:
    Session& m_session;
    const StateStore& m_state;
    const sql::JobPlan& m_plan;
};

} // namespace tidegate
