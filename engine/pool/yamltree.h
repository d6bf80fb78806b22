// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "pool/yamlpath.h"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace tidegate {

/// What a tree is after a value was set: the measure for what a patch did.
void setInTree(nlohmann::ordered_json& tree, const std::vector<YamlStep>& steps, const nlohmann::ordered_json& value);
void unsetInTree(nlohmann::ordered_json& tree, const std::vector<YamlStep>& steps);

/// The path of the first difference in values and types, whatever the order of keys; no value: none.
std::optional<std::string> firstDifference(const nlohmann::ordered_json& left, const nlohmann::ordered_json& right,
                                           const std::string& path = {});

} // namespace tidegate
