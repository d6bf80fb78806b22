// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "job/finding.h"

#include <map>
#include <string>
#include <string_view>

namespace tidegate {

/// Where every value of a YAML text stands, by its path ("watermark.column[0]"). Scalars and flow collections: their
/// own bytes, quotes and brackets included. Block collections: from their first to their last value. Empty for a text
/// that does not parse.
std::map<std::string, TextRange> yamlRanges(std::string_view text);

} // namespace tidegate
