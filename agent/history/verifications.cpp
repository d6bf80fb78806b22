// SPDX-License-Identifier: Apache-2.0
#include "agent/history/verifications.h"

#include "verify/verifylevel.h"

#include <nlohmann/json.hpp>

namespace tidegate::agent {

Result<void> Verifications::add(const Place& place, const std::string& job, const VerifyReport& report)
{
    const std::string state = !report.comparable ? "notcomparable" : report.same ? "equal" : "different";
    const auto rows = report.missing + report.extra + report.different + report.duplicate;
    return insert(place, job, std::string(toString(report.level)), state,
                  report.level == VerifyLevel::L3 ? std::optional(rows) : std::nullopt); // else nobody looked at rows
}

Result<void> Verifications::add(const Place& place, const std::string& job, const std::string& level, bool same)
{
    return insert(place, job, level, same ? "equal" : "different", std::nullopt);
}

Result<void> Verifications::insert(const Place& place, const std::string& job, const std::string& level,
                                   const std::string& state, std::optional<std::int64_t> differences)
{
    const auto series = m_store.series(place, job);
    if (!series)
        return series.error();
    const auto done = m_store.database().insert(
        "insert into verification(series, at, level, state, differences) values (?1, ?2, ?3, ?4, ?5)",
        {*series, millis(m_store.now()), level, state, sqlInteger(differences)});
    return done ? Result<void>() : done.error();
}

Result<std::map<std::string, nlohmann::json>> Verifications::last(const Place& place)
{
    const auto rows = m_store.database().query(
        "select series.job, level, state, at, differences from series join verification on verification.id = (select id"
        " from verification as newest where newest.series = series.id order by at desc, id desc limit 1)"
        " where pool = ?1 and environment = ?2",
        {place.pool, place.environment});
    if (!rows)
        return rows.error();
    std::map<std::string, nlohmann::json> found;
    for (const SqlRow& row : *rows)
        found[row.text(0)] = {
            {"level", row.text(1)},
            {"state", row.text(2)},
            {"at", isoTime(fromMillis(row.integer(3)))},
            {"differences", row.isNull(4) ? nlohmann::json(nullptr) : nlohmann::json(row.integer(4))}};
    return found;
}

} // namespace tidegate::agent
