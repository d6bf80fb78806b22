// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/jobfields.h"

#include <nlohmann/json.hpp>

#include <QString>

#include <string>
#include <string_view>
#include <vector>

namespace tidegate {

/// How a value of the file is written in its field, and back to YAML flow text as setJobValue() takes it.
QString fieldText(const nlohmann::ordered_json& value);
std::string yamlText(const JobField& field, const QString& text);

/// The value at a path of plain keys ("watermark.join.on"); null where there is none.
const nlohmann::ordered_json* valueAt(const nlohmann::ordered_json& tree, std::string_view path);

/// Splits at commas that are outside of quotes and parentheses; parts are trimmed, empty ones left out.
std::vector<QString> splitList(const QString& text);

} // namespace tidegate
