// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "sql/catalogue.h"
#include "sql/statements.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tidegate::sql {

/// Version of the state objects that this program writes. A greater one in state_version: refuse to write.
inline constexpr int stateVersion = 1;

/// Who takes an epoch.
struct EpochOwner
{
    std::string host;
    int pid = 0;            ///< of the engine's process
    std::string pidStarted; ///< ISO 8601 with offset; empty: unknown
};

/// Everything that is said to the state schema of a target: ledger, epochs, locks, staging. Text only; the sync room
/// executes it. Columns of the answers stand beside each function, in order.
class StateSql
{
public:
    /// Invalid where `schema` can't be a name. `version` of `target` decides what its syntax allows.
    static Result<StateSql> create(std::string_view schema, const ServerInfo& target);

    [[nodiscard]] const std::string& schema() const { return m_schema; } ///< quoted

    /// → one row: present boolean (state_version, ledger and job_epoch all exist)
    [[nodiscard]] Statement present() const;
    /// → one row: version integer (NULL: none written). Only where present.
    [[nodiscard]] Statement version() const;
    /// Makes what is missing. One transaction; the first statement is an advisory lock, so it may be called by many.
    [[nodiscard]] std::vector<Statement> createState() const;

    /// Session lock of the owner, kept for the whole run (7702, hashtext(job)). → one row: locked boolean
    [[nodiscard]] Statement tryOwn(std::string_view jobId) const;
    /// → one row: unlocked boolean
    [[nodiscard]] Statement letGo(std::string_view jobId) const;
    /// Transaction lock of apply (7701, hashtext(job)); waits until an older apply has really ended. → one row to
    /// ignore
    [[nodiscard]] Statement lockApply(std::string_view jobId) const;
    /// Backends that hold either lock, the caller's own left out. → rows: pid integer, lock text (owner | apply),
    /// usename text, application_name text, client_addr text, backend_start text, state_change text, state text
    [[nodiscard]] Statement holders(std::string_view jobId) const;
    /// → one row: terminated boolean
    [[nodiscard]] Statement terminate(int backendPid) const;

    /// Takes the next epoch. → one row: epoch bigint
    [[nodiscard]] Statement takeEpoch(std::string_view jobId, const EpochOwner& owner) const;
    /// → no or one row: epoch bigint, owner text, host text, pid integer, pid_started text, backend_pid integer,
    /// taken_at text (both times ISO 8601 UTC)
    [[nodiscard]] Statement newestEpoch(std::string_view jobId) const;
    /// The newest epoch of every job. → rows: job_id text, then as newestEpoch(), then holding boolean (lock held now)
    [[nodiscard]] Statement owners() const;

    /// Names of the ledger's columns in the order in which lastLedger(), ledgerPage() and insertLedger() use them.
    static const std::vector<std::string>& ledgerColumns();
    /// → no or one row: ledgerColumns(), all as text
    [[nodiscard]] Statement lastLedger(std::string_view jobId) const;
    /// Where the rows that a job brought begin: the lo of its first window, or what its last full read began at.
    /// → no or one row: text, NULL where it has no beginning
    [[nodiscard]] Statement ledgerBeginning(std::string_view jobId) const;
    /// Newest first, `before` excluded. → ≤ limit rows: ledgerColumns(), all as text
    [[nodiscard]] Statement ledgerPage(std::string_view jobId, std::optional<std::int64_t> before, int limit) const;
    /// Of all jobs, applied at or after an instant (ISO 8601 with offset), oldest first.
    /// → ≤ limit rows: ledgerColumns(), all as text
    [[nodiscard]] Statement ledgerSince(std::string_view since, int limit) const;
    /// Gaps: rows whose lo is not the previous hi, or whose seq is not the next.
    /// → rows: job_id text, seq bigint, lo text, previous_seq bigint, previous_hi text
    [[nodiscard]] Statement ledgerGaps() const;
    /// `values` in the order of ledgerColumns() without the last (applied_at, which the server fills). → 1 affected row
    [[nodiscard]] Statement insertLedger(std::vector<std::optional<std::string>> values) const;

    /// What an attempt staged; compare with the manifest. → rows: part integer, rows bigint
    [[nodiscard]] Statement manifest(std::string_view stagingTable, std::int64_t attempt) const;
    /// → no or one row: oid bigint, definition text (compare with stagingDefinition()), bytes bigint
    [[nodiscard]] Statement staging(const JobPlan& plan) const;
    /// Staging tables that hold something. → rows: table text, bytes bigint
    [[nodiscard]] Statement leftovers() const;

private:
    StateSql(std::string schema, std::string schemaLiteral, const ServerInfo& target);

    std::string m_schema;
    std::string m_schemaName;
    std::string m_schemaLiteral;
    Dialect m_dialect = Dialect::Postgres;
};

} // namespace tidegate::sql
