// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tidegate {

enum class Mode { Full, Incremental };
enum class Apply { Merge, Append, ReplacePartition };
enum class NullWatermark { Include, Sweep, Reject };
enum class OnBadRow { Stop, Quarantine };
enum class OnDuplicateKey { Stop, Newest };
enum class Transport { Direct, Kafka };
enum class VerifyLevel { None, L0, L1, L2, L3 };

/// A column of the target and what fills it.
struct JobColumn
{
    std::string name;                ///< literal name in the target
    std::optional<std::string> from; ///< SQL of the source; absent: the source column of the same name
    std::optional<std::string> type; ///< type in the target, SQL of the target; absent: mapped from the source's
};

struct JobSource
{
    std::string connection;
    std::string table; ///< SQL of the source, for example `sales."订单"`; empty where `query` is given
    std::string query; ///< a read-only select; empty where `table` is given. Either has the alias `t`
    std::string where; ///< SQL of the source; empty: every row
};

struct JobTarget
{
    std::string connection;
    std::string table; ///< SQL of the target
    bool create = false;
    std::vector<std::string> distributedBy; ///< literal names; empty: the key, else random
    int shrinkGuard = 50; ///< a full load that leaves less than this per cent of the rows is refused; 0: no guard
};

struct WatermarkJoin
{
    std::string table; ///< SQL of the source
    std::string alias;
    std::string on; ///< an AND of `alias.c = t.c`
};

struct Watermark
{
    std::vector<std::string>
        columns; ///< `t.updated_at` or `alias.column`, SQL of the source; the greatest non-NULL counts
    std::optional<WatermarkJoin> join;
    std::chrono::milliseconds lag{0};
    std::chrono::milliseconds overlap{0};
    std::chrono::milliseconds hold{std::chrono::minutes(15)}; ///< how long an open writer without xid may hold `hi`
    std::optional<std::chrono::milliseconds> step;            ///< longest window; absent: unlimited
    std::string zone;                                         ///< for columns without a zone; empty: the server's
    NullWatermark nulls = NullWatermark::Include;
    std::string start; ///< ISO 8601 with offset, or without: in `zone`; empty: everything
};

struct Schedule
{
    std::string cron;
    std::string zone;
    std::string missed; ///< run_once | skip
    bool paused = false;
};

struct Tuning
{
    int streams = 1;
    std::uint64_t frame = 1024 * 1024; ///< bytes
    std::uint64_t rateLimit = 0;       ///< bytes per second over all streams; 0: none
};

struct VerifyPlan
{
    VerifyLevel afterRun = VerifyLevel::None;
    std::vector<std::chrono::milliseconds> again;
};

struct Partition
{
    std::string column;
    std::string by; ///< day | month
};

/// One source table to one target table. A plain value, made by parseJob() from a file that has no errors.
struct JobDefinition
{
    std::string name;
    std::string id; ///< what the ledger calls the job: `id:` if present, else the name
    std::string description;
    JobSource source;
    std::string deleteWhen;         ///< SQL of the source; empty: none
    std::vector<JobColumn> columns; ///< empty: every column of the source, by name
    std::vector<std::string> exclude;
    JobTarget target;
    std::vector<std::string> key; ///< target column names
    Mode mode = Mode::Full;
    std::optional<Watermark> watermark;
    Apply apply = Apply::Merge;
    std::optional<Partition> partition;
    OnBadRow onBadRow = OnBadRow::Stop;
    OnDuplicateKey onDuplicateKey = OnDuplicateKey::Stop;
    Transport transport = Transport::Direct;
    std::optional<Schedule> schedule;
    Tuning tuning;
    VerifyPlan verify;
    std::vector<std::string> unsupported; ///< what this version can't run, as sentences ("transport: kafka …")
};

} // namespace tidegate
