// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/jobfields.h"
#include "pool/yamldocument.h"

#include <QString>

#include <string>
#include <string_view>
#include <vector>

namespace tidegate {

/// How a value of the file is written in its field, and back to YAML flow text as setJobValue() takes it.
QString fieldText(const YamlNode& node);
std::string yamlText(const JobField& field, const QString& text);

/// A double-quoted YAML scalar.
std::string yamlQuoted(std::string_view text);

/// What stands at a key, in one line: "streams 4, frame 1MiB".
QString summaryText(const YamlNode& node);

/// The value at a path of plain keys and indexes ("watermark.column[0]"); null where there is none.
const YamlNode* nodeAt(const YamlNode* root, std::string_view path);

/// Splits at commas that are outside of quotes and parentheses; parts are trimmed, empty ones left out.
std::vector<QString> splitList(const QString& text);

} // namespace tidegate
