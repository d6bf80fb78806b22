// SPDX-License-Identifier: Apache-2.0
#include "sync/ledger.h"

#include "db/openconnection.h"
#include "sync/jobcheck.h"
#include "sync/ledgerrow.h"
#include "sync/statestore.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace tidegate {

namespace {

Result<void> readOwners(Session& session, const StateStore& state, StateReport& report, const std::stop_token& stop)
{
    const auto rows = session.run(state.sql().owners(), stop);
    if (!rows)
        return rows.error();
    for (int row = 0; row < rows->size(); ++row) {
        StateOwner owner;
        owner.jobId = rows->text(row, 0);
        owner.epoch = rows->integer(row, 1);
        owner.owner = rows->text(row, 2);
        owner.host = rows->text(row, 3);
        owner.pid = static_cast<int>(rows->integer(row, 4));
        owner.takenAt = rows->text(row, 7);
        owner.holding = rows->boolean(row, 8);
        report.owners.push_back(std::move(owner));
    }
    return {};
}

Result<void> readLeftovers(Session& session, const StateStore& state, StateReport& report, const std::stop_token& stop)
{
    const auto rows = session.run(state.sql().leftovers(), stop);
    if (!rows)
        return rows.error();
    for (int row = 0; row < rows->size(); ++row)
        report.leftovers.push_back({std::string(rows->text(row, 0)), rows->integer(row, 1)});
    return {};
}

Result<void> readGaps(Session& session, const StateStore& state, StateReport& report, const std::stop_token& stop)
{
    const auto rows = session.run(state.sql().ledgerGaps(), stop);
    if (!rows)
        return rows.error();
    for (int row = 0; row < rows->size(); ++row)
        report.problems.push_back(
            fmt::format("job {}: ledger row {} begins at {}, but row {} ended at {}", rows->text(row, 0),
                        rows->integer(row, 1), rows->value(row, 2).value_or("the beginning"),
                        rows->value(row, 3).value_or("0"), rows->value(row, 4).value_or("the beginning")));
    return {};
}

Result<StateReport> reportOf(const Pool& pool, const EnvironmentDefinition* environment, const std::string& connection,
                             const std::stop_token& stop)
{
    const auto session = openConnection(pool, environment, connection, {.side = Side::Target, .job = {}}, stop);
    if (!session)
        return session.error();
    StateReport report;
    report.connection = (*session)->connection().name;
    report.schema = (*session)->connection().stateSchema;
    const auto state = StateStore::look(**session, stop);
    if (!state) {
        if (state.error().code != ErrorCode::Refused)
            return state.error();
        report.present = true;
        report.problems.push_back(state.error().message);
        return report;
    }
    report.present = state->present();
    report.version = state->version();
    if (!report.present)
        return report;
    for (const auto read : {readOwners, readLeftovers, readGaps}) {
        if (auto done = read(**session, *state, report, stop); !done)
            return done.error();
    }
    return report;
}

} // namespace

Result<LedgerPage> readLedger(const Pool& pool, const EnvironmentDefinition* environment, std::string_view jobName,
                              std::optional<std::int64_t> before, int limit, std::stop_token stop)
{
    const auto job = validJob(pool, jobName);
    if (!job)
        return job.error();
    const auto session =
        openConnection(pool, environment, job->target.connection, {.side = Side::Target, .job = {}}, stop);
    if (!session)
        return session.error();
    const auto state = StateStore::look(**session, stop);
    if (!state)
        return state.error();
    return state->page(**session, job->id, before, limit, std::move(stop));
}

Result<std::vector<LedgerRow>> readLedgerSince(const Pool& pool, const EnvironmentDefinition* environment,
                                               std::string_view connection, std::string_view since, int limit,
                                               std::stop_token stop)
{
    const auto session = openConnection(pool, environment, connection, {.side = Side::Target, .job = {}}, stop);
    if (!session)
        return session.error();
    const auto state = StateStore::look(**session, stop);
    if (!state)
        return state.error();
    std::vector<LedgerRow> found;
    if (!state->present())
        return found;
    const auto rows = (*session)->run(state->sql().ledgerSince(since, std::clamp(limit, 1, 100'000)), stop);
    if (!rows)
        return rows.error();
    for (int row = 0; row < rows->size(); ++row)
        found.push_back(ledgerRowFrom(*rows, row));
    return found;
}

std::vector<Result<StateReport>> checkState(const Pool& pool, const EnvironmentDefinition* environment,
                                            std::stop_token stop)
{
    std::set<std::string> connections;
    for (const auto& job : pool.jobs) {
        if (job.definition)
            connections.insert(job.definition->target.connection);
    }
    std::vector<Result<StateReport>> reports;
    reports.reserve(connections.size());
    for (const auto& connection : connections)
        reports.push_back(reportOf(pool, environment, connection, stop));
    return reports;
}

nlohmann::json toJson(const StateReport& report)
{
    auto owners = nlohmann::json::array();
    for (const auto& owner : report.owners)
        owners.push_back({{"job_id", owner.jobId},
                          {"epoch", owner.epoch},
                          {"owner", owner.owner},
                          {"host", owner.host},
                          {"pid", owner.pid},
                          {"taken_at", owner.takenAt},
                          {"holding", owner.holding}});
    auto leftovers = nlohmann::json::array();
    for (const auto& leftover : report.leftovers)
        leftovers.push_back({{"table", leftover.table}, {"bytes", leftover.bytes}});
    return {{"connection", report.connection}, {"schema", report.schema},     {"present", report.present},
            {"version", report.version},       {"owners", std::move(owners)}, {"leftovers", std::move(leftovers)},
            {"problems", report.problems}};
}

} // namespace tidegate
