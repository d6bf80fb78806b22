// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace tidegate {

/// Replace `length` bytes at `offset` by `replacement`. The only way in which Tidegate changes a YAML file.
struct TextPatch
{
    std::size_t offset = 0;
    std::size_t length = 0;
    std::string replacement;
};

std::string applied(std::string_view text, const TextPatch& patch);
/// The patch that takes `patch` back after it was applied to `before`.
TextPatch inverse(std::string_view before, const TextPatch& patch);

/// The value tree of a YAML text; scalars by the core schema. Invalid with line and column if it does not parse.
Result<nlohmann::ordered_json> yamlTree(std::string_view text);

/// The keys of the map at a path in the order in which they are written; empty: new keys go to the end.
using KeyOrder = std::function<std::vector<std::string>(std::string_view mapPath)>;

/// Sets the value at `path` ("watermark.column[0]", "key[+]" appends). `value` is YAML flow text; how it is written
/// (quotes, block or flow) follows the text around it. Missing parents are made. Everything outside the edited value
/// stays byte-identical; the patched text is parsed again and differs in exactly this value, else Refused.
Result<TextPatch> setYaml(std::string_view text, std::string_view path, std::string_view value,
                          const KeyOrder& order = {});

/// Removes the entry at `path` with its own line and the comments that belong to it alone.
Result<TextPatch> unsetYaml(std::string_view text, std::string_view path);

} // namespace tidegate
