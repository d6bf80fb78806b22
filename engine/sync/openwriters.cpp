// SPDX-License-Identifier: Apache-2.0
#include "sync/openwriters.h"

#include "db/dberror.h"

#include <fmt/format.h>

namespace tidegate {

namespace {

/// Sessions that may write or can't be seen into, oldest first. A backend reports that it is active before its
/// transaction's begin becomes readable, so an active one without a begin counts from its statement. What is not ours
/// to see shows a fixed text in place of the statement; what does not report at all is as good as unseen. A session
/// that began after this transaction can only write later stamps.
std::string writersSql(int serverVersion)
{
    const std::string_view kind =
        serverVersion >= 100000 ? "coalesce(a.backend_type, 'client backend')" : "'client backend'";
    return fmt::format(
        "select w.pid, w.usename, w.since::text, extract(epoch from transaction_timestamp() - w.since),"
        " w.has_xid, w.unseen, w.statement, w.application_name"
        " from (select a.pid, a.usename, a.application_name, a.backend_xid is not null as has_xid,"
        " coalesce(a.xact_start, case when a.state in ('active', 'fastpath function call') then a.query_start end) as "
        "since,"
        " coalesce(a.query = '<insufficient privilege>' or a.state = 'disabled', false) as unseen,"
        " left(regexp_replace(a.query, '\\s+', ' ', 'g'), 80) as statement"
        " from pg_stat_activity a"
        " where a.datname = current_database() and a.pid <> pg_backend_pid() and a.usename is not null"
        " and {} not in ('autovacuum worker', 'walsender', 'autovacuum launcher', 'logical replication launcher')) w"
        " where (w.unseen or w.since <= transaction_timestamp())"
        " and not (w.application_name like 'tidegate%' and not w.has_xid and not w.unseen)"
        " order by w.since",
        kind);
}

constexpr std::string_view preparedSql =
    "select p.gid, p.owner, p.prepared::text from pg_prepared_xacts p where p.database = current_database()"
    " order by p.prepared limit 1";

class Look
{
public:
    Look(Session& source, std::chrono::milliseconds hold, std::stop_token stop)
        : m_source(source), m_hold(hold), m_stop(std::move(stop))
    {
    }

    Result<WriterReport> take()
    {
        if (auto begun = m_source.query("begin isolation level read committed read only", m_stop); !begun)
            return begun.error();
        for (const auto step : {&Look::clock, &Look::sessions, &Look::prepared}) {
            if (auto done = (this->*step)(); !done) {
                m_source.rollback();
                return done.error();
            }
        }
        if (auto ended = m_source.commit(); !ended)
            return ended.error();
        return std::move(m_report);
    }

private:
    Result<void> clock()
    {
        const auto rows = m_source.query("select case when pg_is_in_recovery() then pg_last_xact_replay_timestamp() "
                                         "else transaction_timestamp() end::text,"
                                         " pg_is_in_recovery()",
                                         m_stop);
        if (!rows)
            return rows.error();
        if (rows->isNull(0, 0))
            return Error{ErrorCode::Refused,
                         fmt::format("{} is a standby that has replayed no transaction yet, so its clock is unknown",
                                     endName(m_source.connection(), Side::Source)),
                         "run again when the primary has written something, or read from the primary", Side::Source};
        m_report.now = rows->text(0, 0);
        m_standby = rows->boolean(0, 1);
        if (m_standby)
            m_report.unknown = "open writers are unknown: the source is a standby";
        return {};
    }

    Result<void> sessions()
    {
        if (m_standby)
            return {};
        const auto rows = m_source.query(writersSql(m_source.server().version), m_stop);
        if (!rows)
            return rows.error();
        int unseen = 0;
        for (int row = 0; row < rows->size(); ++row) {
            if (rows->boolean(row, 5))
                ++unseen;
            else
                consider(*rows, row);
        }
        if (unseen > 0)
            m_report.unknown = fmt::format("open writers are unknown: {} sessions of the source can't be seen by {}"
                                           " (pg_read_all_stats is missing)",
                                           unseen, m_source.connection().user);
        return {};
    }

    void consider(const Rows& rows, int row)
    {
        const auto who = fmt::format("session {} of {}, open since {} UTC: {}", rows.text(row, 0), rows.text(row, 1),
                                     rows.text(row, 2), rows.text(row, 6));
        const double age = rows.number(row, 3);
        if (!rows.boolean(row, 4) && age > std::chrono::duration<double>(m_hold).count()) {
            m_report.warnings.push_back(fmt::format(
                "{} has not written for {:.0f} min and no longer holds the window; what it writes from now on is"
                " found by verification only",
                who, age / 60));
            return;
        }
        if (!m_report.holdsSince) {
            m_report.holdsSince = rows.text(row, 2);
            m_report.heldBy = who;
        }
    }

    Result<void> prepared()
    {
        if (m_standby)
            return {};
        const auto rows = m_source.query(preparedSql, m_stop);
        if (!rows)
            return rows.error();
        if (rows->empty())
            return {};
        m_report.prepared = true;
        m_report.preparedAt = rows->text(0, 2);
        m_report.heldBy = fmt::format("prepared transaction {} of {}, prepared at {} UTC", rows->text(0, 0),
                                      rows->text(0, 1), rows->text(0, 2));
        return {};
    }

    Session& m_source;
    std::chrono::milliseconds m_hold;
    std::stop_token m_stop;
    WriterReport m_report;
    bool m_standby = false;
};

} // namespace

Result<WriterReport> lookForWriters(Session& source, std::chrono::milliseconds hold, std::stop_token stop)
{
    return Look(source, hold, std::move(stop)).take();
}

} // namespace tidegate
