// SPDX-License-Identifier: Apache-2.0
#include "job/jobdiff.h"

#include "base/bytes.h"
#include "base/duration.h"
#include "job/changerisk.h"
#include "job/schema.h"
#include "pool/yamldocument.h"
#include "pool/yamlpath.h"
#include "pool/yamlwriter.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace tidegate {

namespace {

/// A value of a job at its path. An item of a list stands for all that is below it where only one side has it.
struct Value
{
    std::string text; ///< canonical, for comparing
    std::string shown;
    bool item = false;
};

std::string canonical(const SchemaNode& schema, const std::string& text)
{
    if (schema.kind == "duration") {
        const auto duration = parseDuration(text);
        return duration ? toString(*duration) : text;
    }
    if (schema.kind == "size" || schema.kind == "rate") {
        const auto bytes = schema.kind == "size" ? parseBytes(text) : parseByteRate(text);
        return bytes ? std::to_string(*bytes) : text;
    }
    return text;
}

/// Turns a job file into paths and values, with one spelling for what means the same.
class Flattened
{
public:
    explicit Flattened(const YamlDocument& document)
    {
        if (document.root())
            add(document.root()->resolved(), Schema::job().root(), {});
    }

    [[nodiscard]] const std::vector<std::string>& paths() const { return m_paths; }
    [[nodiscard]] const Value* at(const std::string& path) const
    {
        const auto found = m_values.find(path);
        return found == m_values.end() ? nullptr : &found->second;
    }

private:
    void put(const std::string& path, Value value)
    {
        if (m_values.emplace(path, std::move(value)).second)
            m_paths.push_back(path);
    }

    static SchemaType typeOf(const YamlNode& node)
    {
        return node.kind == YamlKind::Mapping    ? SchemaType::Map
               : node.kind == YamlKind::Sequence ? SchemaType::List
                                                 : SchemaType::Text;
    }

    /// `schedule: "0 2 * * *"` means `schedule: { cron: "0 2 * * *" }`, a text where a list can stand a list of one.
    void addScalar(const YamlNode& node, const SchemaNode& schema, const std::string& path)
    {
        if (const SchemaNode* list = schema.forType(SchemaType::List))
            return put(fmt::format("{}[{}]", path, node.text), {"", YamlWriter::flow(node), list->items != nullptr});
        const SchemaNode* map = schema.forType(SchemaType::Map);
        const bool cron = map && map->property("cron");
        const SchemaNode& value = cron ? *map->property("cron") : schema;
        const std::string text = canonical(value, node.text);
        if (value.hasDefault && text == canonical(value, value.defaultText))
            return;
        put(cron ? keyPath(path, "cron") : path, {text, YamlWriter::flow(node), false});
    }

    void add(const YamlNode& node, const SchemaNode& schema, const std::string& path)
    {
        const SchemaNode* shape = schema.forType(typeOf(node));
        if (node.kind == YamlKind::Mapping) {
            for (const auto& [name, property] : shape ? shape->properties : SchemaNode().properties) {
                if (const YamlEntry* entry = node.entry(name))
                    add(entry->value->resolved(), *property, keyPath(path, name));
            }
            for (const YamlEntry& entry : node.entries) {
                if (!shape || !shape->property(entry.key->text))
                    put(keyPath(path, entry.key->text),
                        {YamlWriter::flow(*entry.value), YamlWriter::flow(*entry.value), false});
            }
        } else if (node.kind == YamlKind::Sequence) {
            addList(node, shape ? *shape : schema, path);
        } else {
            addScalar(node, schema, path);
        }
    }

    void addList(const YamlNode& list, const SchemaNode& schema, const std::string& path)
    {
        for (const YamlNode* written : list.items) {
            const YamlNode& item = written->resolved();
            const YamlEntry* name = item.entry("name");
            const std::string label = name                             ? name->value->resolved().text
                                      : item.kind == YamlKind::Mapping ? YamlWriter::flow(item)
                                                                       : item.text;
            const std::string here =
                fmt::format("{}[{}]", path, schema.items ? canonical(*schema.items, label) : label);
            put(here, {"", YamlWriter::flow(item), true});
            const SchemaNode* shape = schema.items ? schema.items->forType(SchemaType::Map) : nullptr;
            for (const YamlEntry& entry : item.entries) {
                const SchemaNode* property = shape ? shape->property(entry.key->text) : nullptr;
                if (property && entry.key->text != "name")
                    add(entry.value->resolved(), *property, keyPath(here, entry.key->text));
            }
        }
    }

    std::vector<std::string> m_paths;
    std::map<std::string, Value> m_values;
};

/// What an absent key means; null where it means nothing in particular.
const SchemaNode* defaultAt(const std::string& path)
{
    const auto steps = parseYamlPath(path);
    const SchemaNode* here = steps ? &Schema::job().root() : nullptr;
    for (std::size_t i = 0; here && i < steps->size(); ++i) {
        const SchemaNode* map = here->forType(SchemaType::Map);
        here = map && (*steps)[i].kind == YamlStep::Kind::Key ? map->property((*steps)[i].key) : nullptr;
    }
    return here && here->hasDefault && here->types != static_cast<unsigned>(SchemaType::List) ? here : nullptr;
}

bool isBelow(const std::string& path, const std::string& top)
{
    return path.size() > top.size() && path.compare(0, top.size(), top) == 0 && path[top.size()] == '.';
}

} // namespace

std::string_view toString(ChangeKind kind)
{
    return kind == ChangeKind::Added ? "added" : kind == ChangeKind::Removed ? "removed" : "changed";
}

Result<std::vector<JobChange>> diffJobs(std::string_view before, std::string_view after)
{
    const auto oldDocument = YamlDocument::parse(before);
    const auto newDocument = YamlDocument::parse(after);
    if (!oldDocument || !newDocument)
        return oldDocument ? newDocument.error() : oldDocument.error();
    const Flattened left(*oldDocument);
    const Flattened right(*newDocument);
    std::vector<JobChange> changes;
    std::vector<std::string> wholeItems;
    const auto coveredByItem = [&wholeItems](const std::string& path) {
        return std::any_of(wholeItems.begin(), wholeItems.end(),
                           [&path](const std::string& top) { return isBelow(path, top); });
    };
    const auto record = [&](const std::string& path, ChangeKind kind, const Value* old, const Value* current) {
        if ((old && old->item) || (current && current->item))
            wholeItems.push_back(path);
        JobChange change{path, kind, old ? old->shown : "", current ? current->shown : "", {}};
        if (const SchemaNode* schema = kind == ChangeKind::Changed ? nullptr : defaultAt(path)) {
            (old ? change.after : change.before) = schema->defaultText;
            change.kind = ChangeKind::Changed;
        }
        changes.push_back(std::move(change));
        changes.back().risk = changeRisk(changes.back());
    };
    for (const std::string& path : left.paths()) {
        const Value* current = right.at(path);
        const Value* old = left.at(path);
        if (coveredByItem(path) || (old && current && current->text == old->text))
            continue;
        record(path, current ? ChangeKind::Changed : ChangeKind::Removed, old, current);
    }
    for (const std::string& path : right.paths()) {
        if (!left.at(path) && !coveredByItem(path))
            record(path, ChangeKind::Added, nullptr, right.at(path));
    }
    const std::vector<std::string> order = schemaPaths(Schema::job().root());
    const auto rank = [&order](const JobChange& change) {
        const std::string top = change.path.substr(0, change.path.find('['));
        return std::find(order.begin(), order.end(), top) - order.begin();
    };
    std::stable_sort(changes.begin(), changes.end(),
                     [&rank](const JobChange& one, const JobChange& other) { return rank(one) < rank(other); });
    return changes;
}

} // namespace tidegate
