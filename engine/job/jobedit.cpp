// SPDX-License-Identifier: Apache-2.0
#include "job/jobedit.h"

#include "base/closest.h"
#include "job/schema.h"
#include "pool/yamldocument.h"
#include "pool/yamlpath.h"
#include "pool/yamlwriter.h"

#include <fmt/format.h>

namespace tidegate {

namespace {

Error unknownPath(std::string_view path, const SchemaNode& parent, const std::string& parentPath,
                  const std::string& key)
{
    std::vector<std::string> known;
    for (const auto& [name, property] : parent.properties)
        known.push_back(name);
    std::string near = closest(key, known);
    if (!near.empty())
        near = keyPath(parentPath, near);
    for (const std::string& candidate : schemaPaths(Schema::job().root())) {
        const bool sameKey = candidate == key || (candidate.size() > key.size() && candidate.ends_with("." + key));
        if (near.empty() && sameKey)
            near = candidate;
    }
    return Error{ErrorCode::Usage, fmt::format("a job has no `{}`", path),
                 near.empty() ? fmt::format("known here: {}", fmt::join(known, ", "))
                              : fmt::format("did you mean `{}`?", near)};
}

Result<const SchemaNode*> schemaAt(const std::vector<YamlStep>& steps, std::string_view path)
{
    const SchemaNode* here = &Schema::job().root();
    std::vector<YamlStep> walked;
    for (const YamlStep& step : steps) {
        const bool key = step.kind == YamlStep::Kind::Key;
        const SchemaNode* shape = here->forType(key ? SchemaType::Map : SchemaType::List);
        const std::string parentPath = walked.empty() ? std::string() : toString(walked);
        if (!shape)
            return Error{ErrorCode::Usage, fmt::format("`{}` has no {}", parentPath, key ? "keys" : "items"),
                         fmt::format("set `{}` itself", parentPath)};
        const SchemaNode* next = key ? shape->property(step.key) : shape->items;
        if (!next)
            return unknownPath(path, *shape, parentPath, step.key);
        here = next;
        walked.push_back(step);
    }
    return here;
}

SchemaType typeOf(const YamlNode& node)
{
    return node.kind == YamlKind::Mapping    ? SchemaType::Map
           : node.kind == YamlKind::Sequence ? SchemaType::List
                                             : SchemaType::Text;
}

std::string textFlow(std::string_view text)
{
    return isPlainSafe(text, true) ? std::string(text) : quoted(text);
}

/// A scalar as a person typed it, as the YAML that the schema wants: `123` is "123" where text is asked for.
std::optional<std::string> scalarFlow(std::string_view typed, const SchemaNode& schema)
{
    YamlNode probe;
    probe.kind = YamlKind::Scalar;
    probe.text = typed;
    const YamlType type = probe.type();
    if (schema.forType(SchemaType::Boolean) && type == YamlType::Bool)
        return std::string(typed);
    if (schema.forType(SchemaType::Integer) && type == YamlType::Integer)
        return std::string(typed);
    return schema.forType(SchemaType::Text) ? std::optional(textFlow(typed)) : std::nullopt;
}

/// Parsed flow text, with every scalar in it as the schema wants it. What does not fit stays as it is: a draft may be
/// wrong, and validation says so at its place.
std::string converted(const YamlNode& node, const SchemaNode* schema)
{
    std::string text;
    const SchemaNode* shape = schema ? schema->forType(typeOf(node)) : nullptr;
    if (node.kind == YamlKind::Sequence) {
        for (const YamlNode* item : node.items)
            text += (text.empty() ? "" : ", ") + converted(*item, shape ? shape->items : nullptr);
        return "[" + text + "]";
    }
    if (node.kind == YamlKind::Mapping) {
        for (const YamlEntry& entry : node.entries)
            text += (text.empty() ? "" : ", ") + textFlow(entry.key->text) + ": " +
                    converted(*entry.value, shape ? shape->property(entry.key->text) : nullptr);
        return "{" + text + "}";
    }
    const bool isQuoted = node.style == YamlStyle::SingleQuoted || node.style == YamlStyle::DoubleQuoted;
    if (!isQuoted && schema) {
        if (auto flow = scalarFlow(node.text, *schema))
            return *std::move(flow);
    }
    return YamlWriter::flow(node);
}

std::string expected(const SchemaNode& schema)
{
    if (!schema.choices.empty())
        return fmt::format("one of {}", fmt::join(schema.choices, ", "));
    if (schema.allows(SchemaType::Boolean))
        return "true or false";
    if (schema.allows(SchemaType::Integer))
        return "a whole number";
    return schema.allows(SchemaType::List) ? "a list such as [a, b]" : "a map such as { a: b }";
}

Result<std::string> flowText(std::string_view typed, const SchemaNode& schema, std::string_view path)
{
    const std::size_t first = typed.find_first_not_of(" \t\r\n");
    const char open = first == std::string_view::npos ? '\0' : typed[first];
    const bool list = open == '[' && schema.forType(SchemaType::List);
    const bool map = open == '{' && schema.forType(SchemaType::Map);
    if (list || map) {
        const auto parsed = YamlDocument::parse(typed);
        if (!parsed || !parsed->root())
            return Error{ErrorCode::Usage, fmt::format("the value for `{}` is not YAML flow text", path),
                         parsed ? "write [a, b] or { a: b }" : parsed.error().message};
        return converted(*parsed->root(), &schema);
    }
    if (auto scalar = scalarFlow(typed, schema))
        return *std::move(scalar);
    return Error{ErrorCode::Usage, fmt::format("`{}` can't be `{}`", path, typed),
                 fmt::format("it is {}", expected(schema))};
}

std::vector<std::string> keyOrder(std::string_view mapPath)
{
    const SchemaNode* here = &Schema::job().root();
    if (!mapPath.empty()) {
        const auto steps = parseYamlPath(mapPath);
        const auto found = steps ? schemaAt(*steps, mapPath) : steps.error();
        here = found ? (*found)->forType(SchemaType::Map) : nullptr;
    }
    std::vector<std::string> keys;
    for (const auto& [name, property] : here ? here->properties : SchemaNode().properties)
        keys.push_back(name);
    return keys;
}

} // namespace

Result<TextPatch> setJobValue(std::string_view text, std::string_view path, std::string_view value)
{
    const auto steps = parseYamlPath(path);
    if (!steps)
        return steps.error();
    const auto schema = schemaAt(*steps, path);
    if (!schema)
        return schema.error();
    const auto flow = flowText(value, **schema, path);
    if (!flow)
        return flow.error();
    return setYaml(text, path, *flow, keyOrder);
}

Result<TextPatch> unsetJobValue(std::string_view text, std::string_view path)
{
    auto patch = unsetYaml(text, path); // first: an unknown key may be there and must be removable
    if (patch || patch.error().code != ErrorCode::NotFound)
        return patch;
    const auto steps = parseYamlPath(path);
    const auto schema = steps ? schemaAt(*steps, path) : steps.error();
    return schema ? patch : schema.error();
}

} // namespace tidegate
