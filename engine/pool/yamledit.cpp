// SPDX-License-Identifier: Apache-2.0
#include "pool/yamledit.h"

#include "pool/yamldocument.h"
#include "pool/yamlpatch.h"
#include "pool/yamltree.h"

#include <fmt/format.h>

namespace tidegate {

using Json = nlohmann::ordered_json;

namespace {

Json treeOf(const YamlDocument& document)
{
    return document.root() ? toJson(*document.root()) : Json::object();
}

Error refused(std::string_view path, std::string why)
{
    return Error{ErrorCode::Refused, fmt::format("`{}` can't be changed here: {}", path, why), "change it in the text"};
}

Result<YamlDocument> parseForEdit(std::string_view text)
{
    auto document = YamlDocument::parse(text);
    if (!document || document->duplicateKeys().empty())
        return document;
    const YamlNode& key = *document->duplicateKeys().front();
    const TextRange at = document->range(key);
    Error error{ErrorCode::Invalid, fmt::format("`{}` is there twice", key.text), "keep one of them, in the text"};
    return error.with("line", std::to_string(at.line)).with("column", std::to_string(at.column));
}

bool hasAnchors(const YamlNode& node)
{
    if (node.kind == YamlKind::Alias || !node.anchor.empty() || !node.tag.empty())
        return true;
    for (const YamlEntry& entry : node.entries) {
        if (hasAnchors(*entry.key) || hasAnchors(*entry.value))
            return true;
    }
    for (const YamlNode* item : node.items) {
        if (hasAnchors(*item))
            return true;
    }
    return false;
}

/// The patch was made from positions alone; this is what proves it.
Result<TextPatch> proved(std::string_view text, std::string_view path, TextPatch patch, const Json& intended)
{
    const auto after = YamlDocument::parse(applied(text, patch));
    if (!after)
        return refused(path, "the text would not be YAML any more (" + after.error().message + ")");
    if (!after->duplicateKeys().empty())
        return refused(path, "a key would be there twice");
    const Json tree = treeOf(*after);
    if (const auto difference = firstDifference(intended, tree))
        return refused(path, fmt::format("`{}` would change, too (is it shared by an anchor?)",
                                         difference->empty() ? "the whole file" : *difference));
    return patch;
}

} // namespace

std::string applied(std::string_view text, const TextPatch& patch)
{
    std::string result(text.substr(0, patch.offset));
    result += patch.replacement;
    return result.append(text.substr(patch.offset + patch.length));
}

TextPatch inverse(std::string_view before, const TextPatch& patch)
{
    return TextPatch{patch.offset, patch.replacement.size(), std::string(before.substr(patch.offset, patch.length))};
}

Result<Json> yamlTree(std::string_view text)
{
    const auto document = parseForEdit(text);
    if (!document)
        return document.error();
    return treeOf(*document);
}

Result<TextPatch> setYaml(std::string_view text, std::string_view path, std::string_view value, const KeyOrder& order)
{
    const auto steps = parseYamlPath(path);
    if (!steps)
        return steps.error();
    const auto document = parseForEdit(text);
    if (!document)
        return document.error();
    const auto parsedValue = YamlDocument::parse(value);
    const YamlNode* node = parsedValue ? parsedValue->root() : nullptr;
    if (!parsedValue || !parsedValue->duplicateKeys().empty() || (node && hasAnchors(*node)))
        return Error{ErrorCode::Usage, "the value is not YAML flow text without anchors and tags",
                     parsedValue ? "write a text, a number, [a, b] or { a: b }" : parsedValue.error().message};
    const YamlNode null;
    auto patch = makeSetPatch(*document, *steps, node ? *node : null, order);
    if (!patch)
        return patch;
    Json intended = treeOf(*document);
    setInTree(intended, *steps, node ? toJson(*node) : Json());
    return proved(text, path, *std::move(patch), intended);
}

Result<TextPatch> unsetYaml(std::string_view text, std::string_view path)
{
    const auto steps = parseYamlPath(path);
    if (!steps)
        return steps.error();
    const auto document = parseForEdit(text);
    if (!document)
        return document.error();
    auto patch = makeUnsetPatch(*document, *steps);
    if (!patch)
        return patch;
    Json intended = treeOf(*document);
    unsetInTree(intended, *steps);
    return proved(text, path, *std::move(patch), intended);
}

} // namespace tidegate
