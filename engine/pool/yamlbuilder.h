// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pool/yamldocument.h"

#include <libfyaml.h>

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tidegate {

/// Makes the tree from libfyaml's events. Events, not libfyaml's own documents: those expand nothing lazily, drop
/// positions of absent values and stop at the first duplicate key.
class YamlBuilder
{
public:
    explicit YamlBuilder(YamlDocument& document) : m_document(document), m_text(document.m_text) {}

    std::optional<Error> build();

private:
    struct Open
    {
        YamlNode* node;
        YamlNode* key = nullptr; ///< of a mapping: waits for its value
        std::set<std::string_view> keys = {};
        std::size_t weight = 1;
    };

    [[nodiscard]] Error errorAt(std::size_t offset, std::string message, std::string_view hint = {}) const;
    [[nodiscard]] Error syntaxError(fy_diag* diag) const;
    std::optional<Error> handle(fy_event& event);
    std::optional<Error> add(YamlNode& node, std::size_t weight);
    std::optional<Error> close(fy_event& event);
    YamlNode& makeNode(YamlKind kind, fy_event& event, fy_token* anchor, fy_token* tag);
    YamlNode& makeScalar(fy_event& event);
    void placeAbsent(YamlNode& node) const;
    void placeBlockScalar(YamlNode& node, std::size_t contentBegin, std::size_t contentEnd) const;
    [[nodiscard]] std::size_t skipSpaceAndComments(std::size_t at) const;

    static std::string tokenText(fy_token* token);

    YamlDocument& m_document;
    const std::string& m_text;
    std::vector<Open> m_open;
    std::map<std::string, std::pair<YamlNode*, std::size_t>> m_anchors; ///< with weight; 0 while it is still open
    std::size_t m_cursor = 0;                                           ///< end of what was seen last
    int m_documents = 0;
};

} // namespace tidegate
