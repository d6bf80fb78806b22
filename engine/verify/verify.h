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
#include <utility>
#include <vector>

namespace tidegate {

struct VerifyOptions
{
    VerifyLevel level = VerifyLevel::L1; ///< L1 or L3; the others are Unsupported in this version
    int examples = 10;                   ///< how many differing keys are shown with their values
};

enum class DifferenceKind {
    Missing,   ///< at the source only
    Extra,     ///< at the target only
    Different, ///< at both ends, with other values
    Duplicate, ///< more often at the target than at the source
};
std::string_view toString(DifferenceKind kind);

/// A value at both ends, as the server's text; nothing stands for NULL.
struct ValuePair
{
    std::string column;
    std::optional<std::string> source;
    std::optional<std::string> target;
};

struct VerifyExample
{
    DifferenceKind kind = DifferenceKind::Missing;
    std::vector<std::pair<std::string, std::optional<std::string>>> key; ///< every loaded column where there is no key
    std::vector<ValuePair> values; ///< Different: the columns that differ. Else every loaded column outside the key
};

/// One figure that both ends were asked for.
struct VerifyCheck
{
    std::string name; ///< "rows", "least item_id", "greatest watermark" …
    std::optional<std::string> source;
    std::optional<std::string> target;
    bool same = false;
};

/// What a verification found, of what, and as of when.
struct VerifyReport
{
    std::string job;
    VerifyLevel level = VerifyLevel::L1;
    bool comparable = true; ///< false: nothing was compared, `notComparable` says why
    std::string notComparable;
    bool same = false;
    std::string scope;                 ///< a sentence: "rows whose watermark is before …"
    std::optional<std::string> hi;     ///< of the ledger's newest row
    std::optional<std::string> before; ///< hi − overlap; absent: every row
    std::string sourceAsOf;            ///< ISO 8601 UTC, the source's clock at its snapshot
    std::string targetAsOf;            ///< the target's clock at its snapshot
    std::string appliedAt;             ///< when the newest data row of the ledger was written
    std::int64_t sourceRows = 0;
    std::int64_t targetRows = 0;
    std::int64_t pending = 0; ///< keys left out on both sides: watermark NULL or not before `before`
    std::int64_t missing = 0;
    std::int64_t extra = 0;
    std::int64_t different = 0;
    std::int64_t duplicate = 0;
    std::vector<VerifyCheck> checks;
    std::vector<VerifyExample> examples;
    std::vector<std::string> warnings;
    double seconds = 0;
};

nlohmann::json toJson(const VerifyReport& report);
/// What differs, in a line: how many rows and how, or at a level that looks at figures only, which of them.
std::string differencesOf(const VerifyReport& report);
/// 0 both ends are the same; 6 they differ, or they could not be compared.
int exitCode(const VerifyReport& report);

/// Listens to a verification. Called from its own thread; must not block.
class VerifyObserver
{
public:
    virtual ~VerifyObserver() = default;
    /// At most ten times a second.
    virtual void onProgress(std::int64_t sourceRows, std::int64_t targetRows) = 0;
    virtual void onStatement(Side side, std::string_view title, std::string_view sql) = 0;
};

/// Compares what the job's select gives now with what the target holds, and changes nothing (the target gets a
/// temporary table of pending keys). L1 compares counts, least and greatest keys, and the greatest watermark; L3 every
/// value of every row. Memory is constant. Refused where nothing was applied yet.
Result<VerifyReport> verifyJob(const Pool& pool, const EnvironmentDefinition* environment, std::string_view jobName,
                               const VerifyOptions& options, VerifyObserver& observer, std::stop_token stop);

} // namespace tidegate
