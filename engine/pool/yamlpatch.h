// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pool/yamldocument.h"
#include "pool/yamledit.h"
#include "pool/yamlpath.h"

#include <vector>

namespace tidegate {

/// Proposals made from the places of tokens; yamledit.cpp proves them. Usage or NotFound where a path leads nowhere.
Result<TextPatch> makeSetPatch(const YamlDocument& document, const std::vector<YamlStep>& steps, const YamlNode& value,
                               const KeyOrder& order);
Result<TextPatch> makeUnsetPatch(const YamlDocument& document, const std::vector<YamlStep>& steps);

/// A node on the way of a path and what holds it.
struct YamlPlace
{
    const YamlNode* node = nullptr;
    const YamlNode* parent = nullptr; ///< null for the root
    const YamlNode* key = nullptr;    ///< of an entry of a map
    bool inFlow = false;              ///< some collection above is in flow style
};

/// Error for a step that does not fit what is there: a key of a list, an item of a map, an item behind the end.
Error stepError(const std::vector<YamlStep>& steps, std::size_t at, const YamlNode& here);

} // namespace tidegate
