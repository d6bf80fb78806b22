// SPDX-License-Identifier: Apache-2.0
#include "pool/yamlmove.h"

#include "pool/yamldocument.h"
#include "pool/yamlpath.h"
#include "pool/yamltext.h"
#include "pool/yamltree.h"

#include <fmt/format.h>

#include <algorithm>

namespace tidegate {

namespace {

using Json = nlohmann::ordered_json;

struct Piece
{
    std::size_t begin = 0;
    std::size_t end = 0;
};

const YamlNode* listAt(const YamlDocument& document, const std::vector<YamlStep>& steps)
{
    const YamlNode* here = document.root();
    for (const YamlStep& step : steps) {
        if (!here)
            return nullptr;
        const bool item = step.kind == YamlStep::Kind::Index && step.index < here->items.size();
        const YamlEntry* entry = step.kind == YamlStep::Kind::Key ? here->entry(step.key) : nullptr;
        here = item ? here->items[step.index] : entry ? entry->value : nullptr;
    }
    return here;
}

Piece pieceOf(const YamlText& lines, const YamlNode& list, const YamlNode& item)
{
    if (list.style == YamlStyle::Flow)
        return {item.start, item.end};
    return {item.dash, lines.lineEnd(std::max(item.end, item.dash + 1))};
}

/// The value that is asked for: what the patch must make of the tree.
Result<Json> swapped(std::string_view text, const std::vector<YamlStep>& steps, std::size_t first)
{
    auto tree = yamlTree(text);
    if (!tree)
        return tree;
    Json* here = &*tree;
    for (const YamlStep& step : steps)
        here = step.kind == YamlStep::Kind::Key ? &(*here)[step.key] : &(*here)[step.index];
    std::swap((*here)[first], (*here)[first + 1]);
    return tree;
}

} // namespace

Result<TextPatch> swapYamlItems(std::string_view text, std::string_view path, std::size_t first)
{
    const auto steps = parseYamlPath(path);
    if (!steps)
        return steps.error();
    const auto document = YamlDocument::parse(text);
    if (!document)
        return document.error();
    const YamlNode* list = listAt(*document, *steps);
    if (!list || first + 1 >= list->items.size())
        return Error{ErrorCode::NotFound, fmt::format("`{}` has no items {} and {}", path, first, first + 1),
                     "look at the list again"};
    const YamlText lines(*document);
    const Piece one = pieceOf(lines, *list, *list->items[first]);
    const Piece two = pieceOf(lines, *list, *list->items[first + 1]);
    const std::string_view all = document->text();
    TextPatch patch{one.begin, two.end - one.begin, {}};
    patch.replacement = std::string(all.substr(two.begin, two.end - two.begin)) +
                        std::string(all.substr(one.end, two.begin - one.end)) +
                        std::string(all.substr(one.begin, one.end - one.begin));
    const auto intended = swapped(text, *steps, first);
    const auto after = yamlTree(applied(text, patch));
    if (!intended || !after || firstDifference(*intended, *after))
        return Error{ErrorCode::Refused, fmt::format("the items of `{}` can't change places here", path),
                     "move them in the text"};
    return patch;
}

} // namespace tidegate
