// SPDX-License-Identifier: Apache-2.0
#include "pool/schemachecker.h"

#include "base/closest.h"
#include "job/valuekinds.h"
#include "pool/filecheck.h"
#include "pool/yamlpath.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <set>

namespace tidegate {

namespace {

SchemaType typeOf(const YamlNode& node)
{
    if (node.kind == YamlKind::Mapping)
        return SchemaType::Map;
    if (node.kind == YamlKind::Sequence)
        return SchemaType::List;
    const YamlType type = node.type();
    return type == YamlType::Bool      ? SchemaType::Boolean
           : type == YamlType::Integer ? SchemaType::Integer
                                       : SchemaType::Text;
}

std::string_view nameOf(const YamlNode& node)
{
    if (node.kind == YamlKind::Mapping)
        return "a map";
    if (node.kind == YamlKind::Sequence)
        return "a list";
    switch (node.type()) {
    case YamlType::Null:
        return "nothing";
    case YamlType::Bool:
        return "true or false";
    case YamlType::Integer:
        return "a whole number";
    case YamlType::Float:
        return "a number";
    case YamlType::Text:
        break;
    }
    return "text";
}

std::string namesOf(const SchemaNode& schema)
{
    std::string names;
    for (const auto& [type, name] :
         {std::pair{SchemaType::Text, "text"}, std::pair{SchemaType::Integer, "a whole number"},
          std::pair{SchemaType::Boolean, "true or false"}, std::pair{SchemaType::List, "a list"},
          std::pair{SchemaType::Map, "a map"}}) {
        if (schema.allows(type))
            names += (names.empty() ? "" : " or ") + std::string(name);
    }
    return names;
}

std::string lastKey(const std::string& path)
{
    const std::size_t dot = path.rfind('.');
    return dot == std::string::npos ? path : path.substr(dot + 1);
}

std::string joined(const std::vector<std::string>& words)
{
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "`" : ", `") + word + "`";
    return text;
}

bool isScalar(const YamlNode& node)
{
    return node.kind == YamlKind::Scalar || node.kind == YamlKind::Null;
}

} // namespace

void SchemaChecker::check()
{
    checkValue(*m_file.document()->root(), m_root, {});
}

void SchemaChecker::checkValue(const YamlNode& written, const SchemaNode& schema, const std::string& path)
{
    const YamlNode& node = written.resolved();
    const bool absent = isScalar(node) && (node.type() == YamlType::Null || node.type() == YamlType::Float);
    const SchemaNode* fitting = absent ? nullptr : schema.forType(typeOf(node));
    if (!fitting)
        return wrongType(written, schema, path);
    noteLater(written, *fitting, {}, path);
    switch (typeOf(node)) {
    case SchemaType::Map:
        return checkMap(node, *fitting, path);
    case SchemaType::List:
        return checkList(node, *fitting, path);
    case SchemaType::Text:
        return checkText(written, *fitting, path);
    case SchemaType::Integer:
        return checkInteger(written, *fitting, path);
    case SchemaType::Boolean:
        break;
    }
}

void SchemaChecker::checkMap(const YamlNode& node, const SchemaNode& schema, const std::string& path)
{
    for (const YamlEntry& entry : node.entries) {
        const SchemaNode* property = schema.property(entry.key->text);
        if (property)
            checkValue(*entry.value, *property, keyPath(path, entry.key->text));
        else
            unknownKey(*entry.key, schema, path);
    }
    for (const std::string& key : schema.required) {
        if (!node.entry(key))
            m_file.add(Severity::Error, "missing_key", path,
                       path.empty() ? fmt::format("`{}` is missing", key) : fmt::format("`{}` lacks `{}`", path, key),
                       schema.property(key)->description);
    }
}

void SchemaChecker::checkList(const YamlNode& node, const SchemaNode& schema, const std::string& path)
{
    if (node.items.size() < schema.minItems)
        m_file.addAt(Severity::Error, "empty_list", node, path, fmt::format("the list `{}` is empty", lastKey(path)),
                     "write at least one item, or remove the key");
    std::set<std::string> seen;
    for (std::size_t i = 0; i < node.items.size(); ++i) {
        const std::string here = itemPath(path, i);
        checkValue(*node.items[i], *schema.items, here);
        const YamlNode& item = node.items[i]->resolved();
        if (schema.uniqueItems && item.kind == YamlKind::Scalar && !seen.insert(item.text).second)
            m_file.addAt(Severity::Error, "repeated_item", *node.items[i], here,
                         fmt::format("`{}` is twice in `{}`", item.text, lastKey(path)), "keep one of them");
    }
}

void SchemaChecker::checkText(const YamlNode& node, const SchemaNode& schema, const std::string& path)
{
    const std::string& text = node.resolved().text;
    if (!schema.choices.empty()) {
        if (std::find(schema.choices.begin(), schema.choices.end(), text) == schema.choices.end()) {
            const std::string near = closest(text, schema.choices);
            m_file.addAt(Severity::Error, "unknown_value", node, path,
                         fmt::format("`{}` is not one of {}", text, joined(schema.choices)),
                         near.empty() ? "" : fmt::format("did you mean `{}`?", near), near);
            return;
        }
        noteLater(node, schema, text, path);
    }
    if (m_file.isBroken(path))
        return; // a secret was found in it: nothing more may be said of the text
    if (auto problem = kindProblem(schema.kind, text)) {
        m_file.addAt(Severity::Error, problem->code, node, path, fmt::format("{}: {}", path, problem->message),
                     problem->hint, problem->fix);
        if (problem->length > 0)
            m_file.narrow(node, problem->offset, problem->length);
    }
    if (schema.kind == "secret" && text.substr(0, 8) == "keyring:")
        m_file.addAt(Severity::Note, "not_in_this_version", node, path, "this version can't read the keyring",
                     "`env:NAME` and `file:PATH` work");
}

void SchemaChecker::checkInteger(const YamlNode& node, const SchemaNode& schema, const std::string& path)
{
    const std::string& text = node.resolved().text;
    if (!schema.choices.empty() &&
        std::find(schema.choices.begin(), schema.choices.end(), text) == schema.choices.end()) {
        m_file.addAt(Severity::Error, "unknown_value", node, path,
                     fmt::format("`{}` is {}, but this version knows {}", path, text, joined(schema.choices)),
                     path == "format" ? "a newer version of Tidegate may have made this pool" : "");
        return;
    }
    const auto json = toJson(node.resolved());
    const bool inRange = json.is_number_integer() && (!schema.minimum || json.get<std::int64_t>() >= *schema.minimum) &&
                         (!schema.maximum || json.get<std::int64_t>() <= *schema.maximum);
    if (!inRange)
        m_file.addAt(Severity::Error, "out_of_range", node, path, fmt::format("`{}` can't be {}", path, text),
                     fmt::format("{} to {}", schema.minimum.value_or(0),
                                 schema.maximum ? std::to_string(*schema.maximum) : "…"));
}

void SchemaChecker::wrongType(const YamlNode& node, const SchemaNode& schema, const std::string& path)
{
    const YamlNode& value = node.resolved();
    std::string hint;
    std::string fix;
    if (value.kind == YamlKind::Scalar && schema.allows(SchemaType::List) && !value.text.empty() &&
        value.type() != YamlType::Null) {
        fix = fmt::format("[{}]", value.text);
        hint = fmt::format("a list with one item is `{}`", fix);
    } else if (value.kind == YamlKind::Scalar && schema.allows(SchemaType::Boolean)) {
        const bool yes = value.text == "yes" || value.text == "on" || value.text == "1";
        const bool no = value.text == "no" || value.text == "off" || value.text == "0";
        fix = yes ? "true" : no ? "false" : "";
        hint = fix.empty() ? "write `true` or `false`" : fmt::format("write `{}`", fix);
    } else if (value.kind == YamlKind::Scalar && schema.allows(SchemaType::Text) && value.type() != YamlType::Null) {
        const auto problem = kindProblem(schema.kind, value.text);
        fix = problem && !problem->fix.empty() ? problem->fix : problem ? "" : fmt::format("\"{}\"", value.text);
        hint = problem ? problem->hint : fmt::format("quote it: `{}`", fix);
        if (problem)
            return m_file.addAt(Severity::Error, problem->code, node, path,
                                fmt::format("{}: {}", path, problem->message), hint, fix);
    } else if (isScalar(value) && value.type() == YamlType::Null) {
        hint = "write a value, or remove the key";
    }
    const std::string place = path.empty() ? "the file" : fmt::format("`{}`", path);
    m_file.addAt(Severity::Error, "wrong_type", node, path,
                 fmt::format("{} must be {}, but it is {}", place, namesOf(schema), nameOf(value)), hint, fix);
}

void SchemaChecker::unknownKey(const YamlNode& key, const SchemaNode& schema, const std::string& path)
{
    const std::string here = keyPath(path, key.text);
    if (m_file.isBroken(here) && isSecretKey(key.text))
        return;
    std::vector<std::string> known;
    for (const auto& [name, property] : schema.properties)
        known.push_back(name);
    std::string hint;
    const std::string near = closest(key.text, known);
    if (!near.empty()) {
        hint = fmt::format("did you mean `{}`?", near);
    } else {
        for (const std::string& candidate : schemaPaths(m_root)) {
            if (lastKey(candidate) == key.text && hint.empty())
                hint = fmt::format("did you mean `{}`?", candidate);
        }
    }
    if (hint.empty())
        hint = fmt::format("known here: {}", joined(known));
    if (key.text == "<<")
        hint = "merge keys are not read; write the keys out";
    m_file.addAt(Severity::Error, "unknown_key", key, here,
                 path.empty() ? fmt::format("unknown key `{}`", key.text)
                              : fmt::format("unknown key `{}` in `{}`", key.text, path),
                 hint, near);
}

void SchemaChecker::noteLater(const YamlNode& node, const SchemaNode& schema, const std::string& value,
                              const std::string& path)
{
    const auto later = schema.later.find(value);
    if (later == schema.later.end() || (node.resolved().kind == YamlKind::Sequence && node.resolved().items.empty()))
        return;
    m_file.addAt(Severity::Note, "not_in_this_version", node, path,
                 value.empty() ? fmt::format("{}: {} is not in this version", path, later->second)
                               : fmt::format("{}: {}: {} is not in this version", path, value, later->second));
}

} // namespace tidegate
