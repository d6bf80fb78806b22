// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

#include <map>
#include <string>
#include <string_view>

namespace tidegate {

/// Where a caret stands in a YAML text, told from indentation alone: the text may be half typed.
struct YamlPlaceInText
{
    std::string path;     ///< of the map for a key, of the value for a value
    bool isValue = false; ///< after a colon or a dash, else a key is being written
    bool isItem = false;  ///< a value inside of a list
    std::string word;     ///< what is there before the caret
};

YamlPlaceInText yamlPlaceAt(std::string_view text, std::size_t offset);

/// What the job schema allows there: keys that are not in the map yet (with their colon), choices, and what `values`
/// has for the path (connections, tables, columns).
QStringList yamlOffers(std::string_view text, const YamlPlaceInText& place,
                       const std::map<std::string, QStringList>& values);

} // namespace tidegate
