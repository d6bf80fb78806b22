// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace tidegate {

enum class ChangeKind { Added, Removed, Changed };
std::string_view toString(ChangeKind kind);

/// One difference in the meaning of two job files. Columns and other named items are matched by name, not by place.
struct JobChange
{
    std::string path; ///< "watermark.lag", "columns[amount].from"
    ChangeKind kind = ChangeKind::Changed;
    std::string before; ///< YAML flow text; empty where it was not there
    std::string after;
    std::string risk; ///< what it does to data that is already loaded, as a sentence; empty: nothing
};

/// What differs in meaning, in the order of the schema. Comments, order of keys, quotes, written-out defaults and
/// spellings of one value (60s, 1m) are no difference. Invalid where a text is no YAML.
Result<std::vector<JobChange>> diffJobs(std::string_view before, std::string_view after);

} // namespace tidegate
