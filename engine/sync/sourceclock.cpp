// SPDX-License-Identifier: Apache-2.0
#include "sync/sourceclock.h"

#include "db/cataloguereader.h"
#include "db/openconnection.h"
#include "sync/jobcheck.h"
#include "sync/statestore.h"
#include "sync/watermarkliteral.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <limits>

namespace tidegate {

namespace {

using Clock = std::chrono::system_clock;
using Sessions = std::pair<std::unique_ptr<Session>, std::unique_ptr<Session>>;

constexpr int tries = 3;

double epochSeconds(Clock::time_point at)
{
    return std::chrono::duration<double>(at.time_since_epoch()).count();
}

/// The quickest of a few round trips says most: its middle is nearest to when the server looked at its clock.
Result<void> compareClocks(Session& source, SourceClock& clock, const std::stop_token& stop)
{
    const std::string ask = "select to_char(case when pg_is_in_recovery() then pg_last_xact_replay_timestamp()"
                            " else clock_timestamp() end at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"'),"
                            " extract(epoch from clock_timestamp()), pg_is_in_recovery()";
    clock.roundTripSeconds = std::numeric_limits<double>::max();
    for (int i = 0; i < tries; ++i) {
        const double before = epochSeconds(Clock::now());
        const auto rows = source.query(ask, stop);
        const double after = epochSeconds(Clock::now());
        if (!rows)
            return rows.error();
        if (after - before >= clock.roundTripSeconds)
            continue;
        clock.roundTripSeconds = after - before;
        clock.now = rows->text(0, 0);
        clock.offsetSeconds = rows->number(0, 1) - (before + after) / 2;
        clock.standby = rows->boolean(0, 2);
    }
    return {};
}

Result<void> measureDelay(Sessions& sessions, const JobDefinition& job, SourceClock& clock, const std::stop_token& stop)
{
    auto& [source, target] = sessions;
    const auto state = StateStore::look(*target, stop);
    if (!state)
        return state.error();
    const auto last = state->last(*target, job.id, stop);
    if (!last)
        return last.error();
    if (!*last || !(*last)->hi || job.mode != Mode::Incremental || clock.now.empty())
        return {};
    clock.hi = (*last)->hi;
    auto inputs = readInputs(*source, *target, job, stop);
    if (!inputs)
        return inputs.error();
    const auto plan = sql::planJob(std::move(*inputs));
    if (!plan)
        return plan.error();
    const auto instant = instantOfLiteral(*plan, "$1::text");
    const auto rows =
        source->query(fmt::format("select to_char(({0}) at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"'),"
                                  " extract(epoch from $2::text::timestamptz - ({0}))",
                                  instant),
                      {*clock.hi, clock.now}, stop);
    if (!rows)
        return rows.error();
    clock.hiAt = rows->value(0, 0);
    clock.delaySeconds = std::max(0.0, rows->number(0, 1));
    return {};
}

nlohmann::json orNull(const std::optional<std::string>& text)
{
    return text ? nlohmann::json(*text) : nlohmann::json(nullptr);
}

} // namespace

Result<SourceClock> readSourceClock(const Pool& pool, const EnvironmentDefinition* environment,
                                    std::string_view jobName, std::stop_token stop)
{
    const auto job = validJob(pool, jobName);
    if (!job)
        return job.error();
    Sessions sessions;
    auto opened = openConnection(pool, environment, job->source.connection, {.side = Side::Source, .job = {}}, stop);
    if (!opened)
        return opened.error();
    sessions.first = std::move(*opened);
    SourceClock clock;
    clock.connection = sessions.first->connection().name;
    if (auto compared = compareClocks(*sessions.first, clock, stop); !compared)
        return compared.error();
    opened = openConnection(pool, environment, job->target.connection, {.side = Side::Target, .job = {}}, stop);
    if (!opened)
        return opened.error();
    sessions.second = std::move(*opened);
    if (auto measured = measureDelay(sessions, *job, clock, stop); !measured)
        return measured.error();
    return clock;
}

nlohmann::json toJson(const SourceClock& clock)
{
    return {{"connection", clock.connection},
            {"now", clock.now},
            {"offsetSeconds", clock.offsetSeconds},
            {"roundTripSeconds", clock.roundTripSeconds},
            {"standby", clock.standby},
            {"hi", orNull(clock.hi)},
            {"hiAt", orNull(clock.hiAt)},
            {"delaySeconds", clock.delaySeconds ? nlohmann::json(*clock.delaySeconds) : nlohmann::json(nullptr)}};
}

} // namespace tidegate
