// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tidegate {

/// Types that a schema can ask for; a node may allow several.
enum class SchemaType : unsigned { Text = 1, Integer = 2, Boolean = 4, List = 8, Map = 16 };

/// What one place of a file may hold, and what it means. Made from the JSON Schema, which is the one truth: validation,
/// edits, the reference page and the console's form read this.
struct SchemaNode
{
    std::string title;
    std::string description;
    unsigned types = 0; ///< SchemaType flags
    std::string kind;   ///< of text: "duration", "table" …, see valuekinds.h; empty: any
    std::vector<std::pair<std::string, const SchemaNode*>>
        properties; ///< of a map, in the order in which they are written
    std::vector<std::string> required;
    const SchemaNode* additional = nullptr;      ///< of a map with free keys
    const SchemaNode* items = nullptr;           ///< of a list
    std::vector<const SchemaNode*> alternatives; ///< told apart by type; then the rest is empty
    std::vector<std::string> choices;
    std::optional<std::int64_t> minimum;
    std::optional<std::int64_t> maximum;
    std::size_t minItems = 0;
    bool uniqueItems = false;
    std::map<std::string, std::string>
        later;                         ///< values that this version can't run, and what they are; "" for any value
    std::string defaultText;           ///< YAML, or words; empty: none
    bool hasDefault = false;           ///< an absent key means `defaultText`
    std::vector<std::string> examples; ///< YAML flow text

    [[nodiscard]] bool allows(SchemaType type) const;
    [[nodiscard]] const SchemaNode* property(std::string_view name) const;
    /// The alternative for a type, or the node itself where it allows the type; null if nothing does.
    [[nodiscard]] const SchemaNode* forType(SchemaType type) const;
};

class Schema
{
public:
    explicit Schema(std::string_view json);
    Schema(const Schema&) = delete;
    Schema& operator=(const Schema&) = delete;

    [[nodiscard]] const SchemaNode& root() const { return *m_root; }

    static const Schema& pool();
    static const Schema& connection();
    static const Schema& environment();
    static const Schema& job();

private:
    friend class SchemaLoader;
    std::deque<SchemaNode> m_nodes;
    const SchemaNode* m_root = nullptr;
};

/// Every path of a schema, list items as `[]`: "watermark.join.on".
std::vector<std::string> schemaPaths(const SchemaNode& root);

} // namespace tidegate
