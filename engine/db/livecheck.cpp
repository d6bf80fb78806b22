// SPDX-License-Identifier: Apache-2.0
#include "db/livecheck.h"

#include "db/cataloguereader.h"
#include "db/dberror.h"
#include "db/openconnection.h"
#include "db/probe.h"
#include "sql/statements.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace tidegate {

namespace {

constexpr std::chrono::seconds patience(10);

/// EXPLAIN asks for the same rights as the read itself.
Result<void> mayRead(Session& source, const sql::JobPlan& plan, const std::stop_token& stop)
{
    sql::ReadRange range;
    if (plan.inputs.job.mode == Mode::Incremental)
        range.into = sql::ReadRange::Into::Staging;
    const auto extract = sql::extractSql(plan, range, 0, 0);
    if (!extract)
        return extract.error();
    const auto explained = probe(source, "explain\n" + *extract, patience, stop);
    return explained ? Result<void>() : explained.error();
}

Result<void> mayWrite(Session& target, const sql::JobPlan& plan, const std::stop_token& stop)
{
    const auto question = sql::missingGrantsSql(plan);
    if (!question)
        return question.error();
    const auto rows = probe(target, *question, patience, stop);
    if (!rows)
        return rows.error();
    std::vector<std::string> missing;
    missing.reserve(static_cast<std::size_t>(rows->size()));
    for (int row = 0; row < rows->size(); ++row)
        missing.emplace_back(rows->text(row, 0));
    if (missing.empty())
        return {};
    return Error{ErrorCode::QueryFailed,
                 fmt::format("{}: the role {} lacks {}", endName(target.connection(), Side::Target),
                             target.connection().user, fmt::join(missing, "; ")),
                 fmt::format("`tidegatectl sql {} --what grants` shows the statements", plan.inputs.job.name),
                 Side::Target};
}

} // namespace

LiveCheck::LiveCheck(const Pool& pool, const EnvironmentDefinition* environment, std::stop_token stop)
    : m_pool(pool), m_environment(environment), m_stop(std::move(stop))
{
}

const LiveCheck::Opened& LiveCheck::session(const std::string& connection, Side side)
{
    const auto key = std::pair(connection, side);
    if (const auto known = m_sessions.find(key); known != m_sessions.end())
        return known->second;
    auto opened = openConnection(m_pool, m_environment, connection, {.side = side, .job = {}}, m_stop);
    return m_sessions.emplace(key, std::move(opened)).first->second;
}

Result<sql::ServerInfo> LiveCheck::server(const std::string& connection, Side side)
{
    const auto& opened = session(connection, side);
    return opened ? Result<sql::ServerInfo>((*opened)->server()) : opened.error();
}

std::vector<Error> LiveCheck::job(const JobDefinition& job)
{
    const auto& source = session(job.source.connection, Side::Source);
    const auto& target = session(job.target.connection, Side::Target);
    if (!source || !target)
        return {};
    auto inputs = readInputs(**source, **target, job, m_stop);
    const auto plan = inputs ? sql::planJob(*std::move(inputs)) : Result<sql::JobPlan>(inputs.error());
    if (!plan)
        return {plan.error()};
    std::vector<Error> problems;
    for (const auto& allowed : {mayRead(**source, *plan, m_stop), mayWrite(**target, *plan, m_stop)}) {
        if (!allowed)
            problems.push_back(allowed.error());
    }
    return problems;
}

} // namespace tidegate
