// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tidegate {

/// One step of a path: a key, an item, or the place after the last item.
struct YamlStep
{
    enum class Kind { Key, Index, Append };

    Kind kind = Kind::Key;
    std::string key = {};
    std::size_t index = 0;
};

/// "watermark.column[0]", "key[+]", `options."a.b"`. Usage for anything else.
Result<std::vector<YamlStep>> parseYamlPath(std::string_view path);

/// The path of a key under `parent`, quoted where it has to be.
std::string keyPath(std::string_view parent, std::string_view key);
std::string itemPath(std::string_view parent, std::size_t index);
std::string toString(const std::vector<YamlStep>& steps);

} // namespace tidegate
