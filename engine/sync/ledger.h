// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "pool/pool.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace tidegate {

/// One row of the ledger: one applied step of a job, written in the transaction that applied it.
struct LedgerRow
{
    std::string jobId;
    std::int64_t seq = 0;
    std::string kind; ///< window | full | reload | undo | backfill | again | repair | adopt
    std::string batchId;
    std::int64_t epoch = 0;
    std::optional<std::string> lo;     ///< equals the previous row's hi; absent: unbounded, or a full load
    std::optional<std::string> hi;     ///< absent: a full load of a job without watermark
    std::optional<std::string> readLo; ///< what again, backfill and repair read
    std::optional<std::string> readHi;
    std::int64_t rowsRead = 0;
    std::int64_t rowsInserted = 0;
    std::int64_t rowsDeleted = 0;
    std::int64_t rowsUnchanged = 0;
    std::int64_t rowsSuperseded = 0;
    std::int64_t rowsQuarantined = 0;
    std::optional<std::string> digest;
    std::string heldBy; ///< what held hi back, or why writers were unknown; empty: nothing
    std::string configHash;
    std::string configRev; ///< git revision of the pool, with "+" where files differ from it; empty: no repository
    std::string pool;
    std::string environment;
    std::uint32_t targetOid = 0;
    std::string appliedAt; ///< ISO 8601 UTC
    // Of the run that wrote it, from job_epoch; only where a page of the ledger is read.
    std::string takenAt; ///< when it took the job, ISO 8601 UTC
    std::string owner;   ///< database user
    std::string host;
};

nlohmann::json toJson(const LedgerRow& row);

struct LedgerPage
{
    std::vector<LedgerRow> rows;      ///< newest first
    std::optional<std::int64_t> next; ///< give it as `before` for the next page; absent: this was the last
};

/// The ledger of one job, newest first. A target without state has an empty ledger. `limit` is clamped to 1 … 1000.
Result<LedgerPage> readLedger(const Pool& pool, const EnvironmentDefinition* environment, std::string_view jobName,
                              std::optional<std::int64_t> before, int limit, std::stop_token stop);

/// What was applied to a target since an instant (ISO 8601 with offset), of all jobs, oldest first. `connection` is the
/// name that jobs use. A target without state has none. `limit` is clamped to 1 … 100,000.
Result<std::vector<LedgerRow>> readLedgerSince(const Pool& pool, const EnvironmentDefinition* environment,
                                               std::string_view connection, std::string_view since, int limit,
                                               std::stop_token stop);

/// Takes over from another tool: writes a row of kind adopt with this hi, so that the next window starts there. `hi` is
/// ISO 8601 with offset, or without: in the watermark's zone. Refused where windows are applied already.
Result<LedgerRow> adoptLedger(const Pool& pool, const EnvironmentDefinition* environment, std::string_view jobName,
                              std::string_view hi, std::stop_token stop);

/// A holder of a job, as its lock and its newest epoch tell.
struct StateOwner
{
    std::string jobId;
    std::int64_t epoch = 0;
    std::string owner; ///< database user
    std::string host;
    int pid = 0; ///< of the engine
    std::string takenAt;
    bool holding = false; ///< the lock is held at this moment
};

/// A staging table and what lies in it.
struct StagingLeftover
{
    std::string table;
    std::int64_t bytes = 0;
};

/// What `state check` says of one target.
struct StateReport
{
    std::string connection;
    std::string schema;
    bool present = false; ///< false: no run has made it yet
    int version = 0;
    std::vector<StateOwner> owners;
    std::vector<StagingLeftover> leftovers;
    std::vector<std::string> problems; ///< gaps in a ledger, a newer writer, missing tables: each a sentence
};

nlohmann::json toJson(const StateReport& report);

/// Looks at the state of every target that the pool's jobs name, and changes nothing; one that can't be looked at does
/// not hide the others.
std::vector<Result<StateReport>> checkState(const Pool& pool, const EnvironmentDefinition* environment,
                                            std::stop_token stop);

} // namespace tidegate
