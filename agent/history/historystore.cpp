// SPDX-License-Identifier: Apache-2.0
#include "agent/history/historystore.h"

#include <spdlog/logger.h>

#include <array>

namespace tidegate::agent {

namespace {

using namespace std::chrono_literals;

/// What is deleted, with the time before which it is old.
struct Retention
{
    const char* statement;
    std::chrono::hours keep;
};

constexpr std::array<Retention, 6> retentions{{
    {"delete from run where started_at < ?1 and ended_at is not null", 24h * 90},
    {"delete from verification where at < ?1", 24h * 90},
    {"delete from ledger where applied_at < ?1", 24h * 35},
    {"delete from fire where due < ?1 and state not in ('waiting', 'started')", 24h * 35},
    {"delete from watch where until < ?1", 24h * 35},
    {"delete from ledger_reading where at < ?1", 24h * 35},
}};

/// However many jobs there are: about 100 MB.
constexpr auto newestRuns = "delete from run where id <= (select max(id) from run) - 500000";

} // namespace

HistoryStore::HistoryStore(const std::filesystem::path& folder, Now now, std::shared_ptr<spdlog::logger> logger)
    : m_now(std::move(now)), m_logger(std::move(logger)), m_file(openHistory(folder)),
      m_owner(m_file.kept ? folder : std::filesystem::path())
{
    if (!m_file.trouble.empty())
        m_logger->warn("{}", m_file.trouble);
}

Result<std::int64_t> HistoryStore::series(const Place& place, const std::string& job)
{
    const std::lock_guard lock(m_mutex);
    const auto key = std::make_tuple(place, job);
    if (const auto known = m_series.find(key); known != m_series.end())
        return known->second;
    const SqlValues names{place.pool, place.environment, job};
    if (const auto made =
            database().change("insert or ignore into series(pool, environment, job) values (?1, ?2, ?3)", names);
        !made)
        return made.error();
    const auto rows =
        database().query("select id from series where pool = ?1 and environment = ?2 and job = ?3", names);
    if (!rows)
        return rows.error();
    return m_series[key] = rows->front().integer(0);
}

void HistoryStore::note(const Result<void>& written)
{
    if (written) {
        if (m_failing.exchange(false))
            m_logger->info("the history is written again");
    } else if (!m_failing.exchange(true)) {
        m_logger->error("the history can't be written, runs go on without it: {}", written.error().message);
    }
}

void HistoryStore::prune()
{
    {
        const std::lock_guard lock(m_mutex);
        if (now() - m_prunedAt < 1h)
            return;
        m_prunedAt = now();
    }
    for (const auto& [statement, keep] : retentions) {
        if (const auto done = database().change(statement, {millis(now() - keep)}); !done)
            return note(done.error());
    }
    if (const auto done = database().change(newestRuns); !done)
        note(done.error());
}

} // namespace tidegate::agent
