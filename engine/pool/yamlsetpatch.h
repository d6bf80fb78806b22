// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pool/yamlpatch.h"
#include "pool/yamltext.h"

#include <cstddef>
#include <deque>
#include <string>
#include <vector>

namespace tidegate {

/// Finds the bytes that setting one value replaces, and what takes their place.
class SetPatch
{
public:
    SetPatch(const YamlDocument& document, const std::vector<YamlStep>& steps, const KeyOrder& order)
        : m_document(document), m_steps(steps), m_order(order), m_lines(document), m_text(m_lines.text())
    {
    }

    Result<TextPatch> make(const YamlNode& value);

private:
    const YamlNode* nested(std::size_t from, const YamlNode& value);
    [[nodiscard]] std::string pathTo(std::size_t count) const;

    Result<TextPatch> replace(const YamlPlace& place, const YamlNode& value, bool blockMap);
    TextPatch replaceInline(const YamlPlace& place, const YamlNode& value) const;
    TextPatch replaceBlockScalar(const YamlPlace& place, const YamlNode& value) const;
    TextPatch replaceAcrossLines(const YamlPlace& place, const YamlNode& value, bool blockMap) const;
    [[nodiscard]] std::size_t introducerEnd(const YamlPlace& place) const;
    [[nodiscard]] std::size_t introducerColumn(const YamlPlace& place) const;

    TextPatch insertEntry(const YamlPlace& map, const std::string& key, std::size_t depth, const YamlNode& value) const;
    [[nodiscard]] std::size_t entriesBefore(const YamlNode& map, const std::string& key, std::size_t depth) const;
    TextPatch appendItem(const YamlPlace& list, const YamlNode& value) const;
    TextPatch insertFlow(const YamlNode& collection, std::size_t before, const std::string& item) const;
    [[nodiscard]] TextPatch insertLine(std::size_t at, std::size_t indent, const std::string& line) const;

    const YamlDocument& m_document;
    const std::vector<YamlStep>& m_steps;
    const KeyOrder& m_order;
    YamlText m_lines;
    const std::string& m_text;
    std::deque<YamlNode> m_made;
};

} // namespace tidegate
