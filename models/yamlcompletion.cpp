// SPDX-License-Identifier: Apache-2.0
#include "models/yamlcompletion.h"

#include "job/schema.h"
#include "models/qtconvert.h"
#include "pool/yamlpath.h"

#include <algorithm>
#include <vector>

namespace tidegate {

namespace {

struct Line
{
    std::size_t indent = 0; ///< of the text after blanks and dashes
    bool item = false;
    std::string_view text;
};

Line lineOf(std::string_view raw)
{
    Line line;
    std::size_t at = std::min(raw.find_first_not_of(' '), raw.size());
    while (raw.substr(at).starts_with("- ") || raw.substr(at) == "-") {
        line.item = true;
        at = std::min(raw.find_first_not_of(' ', at + 1), raw.size());
    }
    line.indent = at;
    line.text = raw.substr(at);
    return line;
}

/// The key in front of a colon; empty: there is none.
std::string_view keyIn(std::string_view text)
{
    const auto colon = text.find(':');
    const bool ends = colon != std::string_view::npos && (colon + 1 == text.size() || text[colon + 1] == ' ');
    const auto key = ends ? text.substr(0, colon) : std::string_view();
    return key.find_first_of(" {[\"'#") == std::string_view::npos ? key : std::string_view();
}

std::string joined(const std::string& parent, std::string_view key)
{
    if (key.empty())
        return parent;
    return parent.empty() ? std::string(key) : parent + "." + std::string(key);
}

std::vector<std::string_view> linesOf(std::string_view text)
{
    std::vector<std::string_view> lines;
    for (std::size_t from = 0; from <= text.size();) {
        const auto end = std::min(text.find('\n', from), text.size());
        lines.push_back(text.substr(from, end - from));
        from = end + 1;
    }
    return lines;
}

/// The keys above that hold a line of this indentation.
std::string parentPath(const std::vector<std::string_view>& above, std::size_t indent)
{
    std::vector<std::string> keys;
    for (auto i = above.size(); i-- > 0 && indent > 0;) {
        const auto line = lineOf(above[i]);
        const auto key = keyIn(line.text);
        if (line.text.empty() || line.text.front() == '#' || key.empty() || line.indent >= indent)
            continue;
        keys.emplace_back(key);
        indent = line.indent;
    }
    std::string path;
    for (auto i = keys.size(); i-- > 0;)
        path = joined(path, keys[i]);
    return path;
}

std::string_view lastWord(std::string_view text)
{
    const auto at = text.find_last_of(" ,[]{}:");
    return at == std::string_view::npos ? text : text.substr(at + 1);
}

/// Walks into the brackets that are open at the end of a line.
YamlPlaceInText placeInLine(std::string path, std::string_view text, bool item)
{
    YamlPlaceInText place{std::move(path), item && keyIn(text).empty(), item && keyIn(text).empty(), {}};
    while (true) {
        if (const auto key = keyIn(text); !key.empty()) {
            place.path = joined(place.path, key);
            place.isValue = true;
            place.isItem = false;
            text.remove_prefix(std::min(text.find(':') + 1, text.size()));
            text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
        }
        const char open = text.empty() ? '\0' : text.front();
        if (open != '{' && open != '[')
            break;
        place.isValue = open == '[';
        place.isItem = open == '[';
        const auto separator = text.rfind(',');
        text.remove_prefix(separator == std::string_view::npos ? 1 : separator + 1);
        text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    }
    place.word = lastWord(text);
    return place;
}

/// Alternatives count: a map, a list or a text may stand there.
const SchemaNode* nodeAt(const std::string& path)
{
    const auto* node = &Schema::job().root();
    const auto steps = path.empty() ? Result<std::vector<YamlStep>>(std::vector<YamlStep>()) : parseYamlPath(path);
    if (!steps)
        return nullptr;
    for (const auto& step : *steps) {
        const auto* map = node->forType(SchemaType::Map);
        if (const auto* list = node->forType(SchemaType::List); !map && list && list->items)
            map = list->items->forType(SchemaType::Map);
        node = map ? map->property(step.key) : nullptr;
        if (!node)
            return nullptr;
    }
    return node;
}

const SchemaNode* mapOf(const SchemaNode* node)
{
    if (const auto* map = node->forType(SchemaType::Map))
        return map;
    const auto* list = node->forType(SchemaType::List);
    return list && list->items ? list->items->forType(SchemaType::Map) : nullptr;
}

QStringList keysOf(std::string_view text, const YamlPlaceInText& place, const SchemaNode& map)
{
    QStringList keys;
    for (const auto& [key, node] : map.properties) {
        const bool top = place.path.empty();
        const bool known =
            top && (text.starts_with(key + ":") || text.find("\n" + key + ":") != std::string_view::npos);
        if (!known)
            keys << toQt(key) + QStringLiteral(": ");
    }
    return keys;
}

} // namespace

YamlPlaceInText yamlPlaceAt(std::string_view text, std::size_t offset)
{
    auto lines = linesOf(text.substr(0, std::min(offset, text.size())));
    const auto here = lineOf(lines.back());
    lines.pop_back();
    // An item may stand as deep as the key that holds it.
    const auto parent = parentPath(lines, here.indent);
    return placeInLine(parent, here.text, here.item);
}

QStringList yamlOffers(std::string_view text, const YamlPlaceInText& place,
                       const std::map<std::string, QStringList>& values)
{
    const auto* node = nodeAt(place.path);
    if (!node)
        return {};
    if (!place.isValue) {
        const auto* map = mapOf(node);
        return map ? keysOf(text, place, *map) : QStringList();
    }
    QStringList offers;
    if (const auto known = values.find(place.path); known != values.end())
        offers = known->second;
    if (const auto* scalar = node->forType(SchemaType::Text))
        for (const auto& choice : scalar->choices)
            offers << toQt(choice);
    if (node->forType(SchemaType::Boolean))
        offers << QStringLiteral("true") << QStringLiteral("false");
    return offers;
}

} // namespace tidegate
