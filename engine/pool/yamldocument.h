// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "job/finding.h"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace tidegate {

enum class YamlKind { Null, Scalar, Sequence, Mapping, Alias };
enum class YamlStyle { Plain, SingleQuoted, DoubleQuoted, Literal, Folded, Block, Flow };
/// Type of a scalar by the core schema of YAML 1.2: `on` and `yes` are text.
enum class YamlType { Null, Bool, Integer, Float, Text };

struct YamlNode;

struct YamlEntry
{
    const YamlNode* key;
    const YamlNode* value;
};

/// A node with its bytes. Offsets count bytes in the text that was parsed, byte order mark included.
struct YamlNode
{
    YamlKind kind = YamlKind::Null;
    YamlStyle style = YamlStyle::Plain;
    std::size_t start = 0; ///< where its anchor or tag begins, else `begin`
    std::size_t begin = 0; ///< with quotes, brackets and the header of a block scalar
    std::size_t end = 0;   ///< one past its last byte; without trailing blank lines and comments
    std::size_t dash = 0;  ///< of an item in a block sequence
    std::string text;      ///< of a scalar, unescaped
    std::string anchor;
    std::string tag;
    const YamlNode* target = nullptr; ///< of an alias
    std::vector<YamlEntry> entries;
    std::vector<const YamlNode*> items;

    [[nodiscard]] const YamlEntry* entry(std::string_view key) const; ///< of a mapping; null if absent
    [[nodiscard]] const YamlNode& resolved() const { return target ? *target : *this; }
    [[nodiscard]] YamlType type() const; ///< of a scalar or an absent value
};

/// A parsed YAML text of one document. What a pool file can't have is an error: more than 1 MiB, nesting deeper than
/// 64, bytes that are not UTF-8, several documents, keys that are not text, aliases that blow the tree up.
class YamlDocument
{
public:
    YamlDocument(YamlDocument&&) = default;
    YamlDocument& operator=(YamlDocument&&) = default;
    YamlDocument(const YamlDocument&) = delete; // nodes point to each other
    YamlDocument& operator=(const YamlDocument&) = delete;

    /// Invalid with the details "line", "column" and "offset". The text is copied.
    static Result<YamlDocument> parse(std::string_view text);

    [[nodiscard]] const std::string& text() const { return m_text; }
    [[nodiscard]] const YamlNode* root() const { return m_root; } ///< null where there is nothing but comments
    [[nodiscard]] const std::vector<const YamlNode*>& duplicateKeys() const { return m_duplicateKeys; }

    [[nodiscard]] TextRange range(std::size_t begin, std::size_t end) const;
    [[nodiscard]] TextRange range(const YamlNode& node) const { return range(node.begin, node.end); }

private:
    friend class YamlBuilder;
    YamlDocument() = default;

    std::string m_text;
    std::vector<std::size_t> m_lineStarts;
    std::deque<YamlNode> m_nodes;
    const YamlNode* m_root = nullptr;
    std::vector<const YamlNode*> m_duplicateKeys;
};

/// The value of a node, aliases expanded.
nlohmann::ordered_json toJson(const YamlNode& node);

/// Offsets at which the lines of a text begin.
std::vector<std::size_t> lineStarts(std::string_view text);
/// A range with line and column, both from 1, columns in characters.
TextRange textRange(std::string_view text, const std::vector<std::size_t>& lines, std::size_t begin, std::size_t end);

} // namespace tidegate
