// SPDX-License-Identifier: Apache-2.0
#include "job/schema.h"

#include "job/embeddedschemas.h"

#include <nlohmann/json.hpp>

namespace tidegate {

using Json = nlohmann::ordered_json;

/// Reads the part of draft 7 that our schemas use.
class SchemaLoader
{
public:
    SchemaLoader(Schema& schema, const Json& document) : m_schema(schema), m_document(document) {}

    const SchemaNode* load(const Json& json)
    {
        if (const auto reference = json.find("$ref"); reference != json.end())
            return load(m_document.at(Json::json_pointer(reference->get<std::string>().substr(1))));
        SchemaNode& node = m_schema.m_nodes.emplace_back();
        node.title = json.value("title", "");
        node.description = json.value("description", "");
        node.kind = json.value("x-kind", "");
        node.minItems = json.value("minItems", std::size_t{0});
        node.uniqueItems = json.value("uniqueItems", false);
        loadTypes(node, json);
        loadStructure(node, json);
        loadValues(node, json);
        return &node;
    }

private:
    static unsigned typeFlag(const std::string& name)
    {
        const SchemaType type = name == "integer"   ? SchemaType::Integer
                                : name == "boolean" ? SchemaType::Boolean
                                : name == "array"   ? SchemaType::List
                                : name == "object"  ? SchemaType::Map
                                                    : SchemaType::Text;
        return static_cast<unsigned>(type);
    }

    static void loadTypes(SchemaNode& node, const Json& json)
    {
        const auto type = json.find("type");
        if (type == json.end())
            return;
        if (type->is_string())
            node.types = typeFlag(*type);
        else
            for (const Json& name : *type)
                node.types |= typeFlag(name);
    }

    void loadStructure(SchemaNode& node, const Json& json)
    {
        if (const auto properties = json.find("properties"); properties != json.end()) {
            for (const auto& [name, property] : properties->items())
                node.properties.emplace_back(name, load(property));
        }
        if (const auto additional = json.find("additionalProperties");
            additional != json.end() && additional->is_object())
            node.additional = load(*additional);
        if (const auto items = json.find("items"); items != json.end())
            node.items = load(*items);
        if (const auto alternatives = json.find("oneOf"); alternatives != json.end()) {
            for (const Json& alternative : *alternatives) {
                node.alternatives.push_back(load(alternative));
                node.types |= node.alternatives.back()->types;
            }
        }
        if (const auto required = json.find("required"); required != json.end())
            node.required = required->get<std::vector<std::string>>();
    }

    static void loadValues(SchemaNode& node, const Json& json)
    {
        const auto asText = [](const Json& value) {
            return value.is_string() ? value.get<std::string>() : value.dump();
        };
        if (const auto choices = json.find("enum"); choices != json.end()) {
            for (const Json& choice : *choices)
                node.choices.push_back(asText(choice));
        }
        if (json.contains("minimum"))
            node.minimum = json.at("minimum").get<std::int64_t>();
        if (json.contains("maximum"))
            node.maximum = json.at("maximum").get<std::int64_t>();
        if (const auto later = json.find("x-later"); later != json.end()) {
            if (later->is_string())
                node.later.emplace("", later->get<std::string>());
            else
                node.later = later->get<std::map<std::string, std::string>>();
        }
        node.hasDefault = json.contains("default");
        if (node.hasDefault)
            node.defaultText = asText(json.at("default"));
        else
            node.defaultText = json.value("x-default", "");
        if (const auto examples = json.find("examples"); examples != json.end()) {
            for (const Json& example : *examples)
                node.examples.push_back(asText(example));
        }
    }

    Schema& m_schema;
    const Json& m_document;
};

Schema::Schema(std::string_view json)
{
    const Json document = Json::parse(json);
    m_root = SchemaLoader(*this, document).load(document);
}

bool SchemaNode::allows(SchemaType type) const
{
    return (types & static_cast<unsigned>(type)) != 0;
}

const SchemaNode* SchemaNode::property(std::string_view name) const
{
    for (const auto& [known, node] : properties) {
        if (known == name)
            return node;
    }
    return additional;
}

const SchemaNode* SchemaNode::forType(SchemaType type) const
{
    for (const SchemaNode* alternative : alternatives) {
        if (const SchemaNode* found = alternative->forType(type))
            return found;
    }
    return alternatives.empty() && allows(type) ? this : nullptr;
}

const Schema& Schema::pool()
{
    static const Schema schema(embeddedSchema("pool"));
    return schema;
}

const Schema& Schema::connection()
{
    static const Schema schema(embeddedSchema("connection"));
    return schema;
}

const Schema& Schema::environment()
{
    static const Schema schema(embeddedSchema("environment"));
    return schema;
}

const Schema& Schema::job()
{
    static const Schema schema(embeddedSchema("job"));
    return schema;
}

namespace {

void collectPaths(const SchemaNode& node, const std::string& path, std::vector<std::string>& paths)
{
    for (const SchemaNode* alternative : node.alternatives)
        collectPaths(*alternative, path, paths);
    for (const auto& [name, property] : node.properties) {
        const std::string below = path.empty() ? name : path + "." + name;
        paths.push_back(below);
        collectPaths(*property, below, paths);
    }
    if (node.items)
        collectPaths(*node.items, path + "[]", paths);
}

} // namespace

std::vector<std::string> schemaPaths(const SchemaNode& root)
{
    std::vector<std::string> paths;
    collectPaths(root, {}, paths);
    return paths;
}

} // namespace tidegate
