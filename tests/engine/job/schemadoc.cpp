// SPDX-License-Identifier: Apache-2.0
// Writes docs/JOB_FILE.md from the schemas: `schemadoc SAMPLE > docs/JOB_FILE.md`. With `--check FILE` it compares
// instead and fails when the file is stale.
#include "base/atomicfile.h"
#include "job/schema.h"

#include <fmt/format.h>

#include <cstdio>
#include <string>

using namespace tidegate;

namespace {

std::string cell(std::string text)
{
    for (std::size_t at = text.find('|'); at != std::string::npos; at = text.find('|', at + 2))
        text.replace(at, 1, "\\|");
    return text;
}

std::string code(const std::string& text)
{
    return text.empty() ? "" : "`" + cell(text) + "`";
}

std::string typeOf(const SchemaNode& node)
{
    if (!node.choices.empty()) {
        std::string choices;
        for (const std::string& choice : node.choices)
            choices += (choices.empty() ? "" : ", ") + code(choice) + (node.later.contains(choice) ? "¹" : "");
        return choices;
    }
    if (!node.alternatives.empty()) {
        std::string types;
        for (const SchemaNode* alternative : node.alternatives)
            types += (types.empty() ? "" : " or ") + typeOf(*alternative);
        return types;
    }
    if (node.allows(SchemaType::List))
        return "list of " + typeOf(*node.items);
    if (node.allows(SchemaType::Map))
        return "map";
    if (node.allows(SchemaType::Text))
        return node.kind.empty() ? "text" : node.kind;
    return node.allows(SchemaType::Integer) ? "whole number" : "true or false";
}

/// Of a key that is checked and kept, and that a run of this version does without.
std::string remarkOn(const std::string& path)
{
    return path == "tuning.streams" ? " This version reads with one." : "";
}

std::string withFootnotes(std::string text)
{
    const std::string keyring = "`keyring:NAME`";
    if (const std::size_t at = text.find(keyring); at != std::string::npos)
        text.insert(at + keyring.size(), "¹");
    return text;
}

bool isRequired(const SchemaNode& map, const std::string& key)
{
    for (const std::string& required : map.required) {
        if (required == key)
            return true;
    }
    return false;
}

void addRows(const SchemaNode& node, const std::string& path, std::string& page)
{
    for (const SchemaNode* alternative : node.alternatives)
        addRows(*alternative, path, page);
    if (node.items)
        addRows(*node.items, path + "[]", page);
    for (const auto& [name, property] : node.properties) {
        const std::string here = path.empty() ? name : path + "." + name;
        const std::string value = isRequired(node, name) ? "**required**"
                                  : property->hasDefault ? code(property->defaultText)
                                                         : cell(property->defaultText);
        const std::string example =
            property->examples.empty() ? "" : " For example " + code(property->examples.front()) + ".";
        const std::string remark = remarkOn(here);
        const std::string later = property->later.contains("") || !remark.empty() ? "¹" : "";
        page += fmt::format("| `{}`{} | {} | {} | {}{}{} |\n", here, later, typeOf(*property), value,
                            withFootnotes(cell(property->description)), remark, example);
        addRows(*property, here, page);
    }
}

void addSection(const Schema& schema, std::string& page)
{
    const SchemaNode& root = schema.root();
    const std::string note =
        &schema == &Schema::environment()
            ? "\n\nThis version uses `environment`, `customer`, `stage` and `connections`; the other "
              "keys are checked and kept for\nlater."
            : "";
    page += fmt::format("\n## {}\n\n{}{}\n\n| key | type | default | meaning |\n|---|---|---|---|\n", root.title,
                        root.description, note);
    addRows(root, {}, page);
}

std::string makePage(const std::string& sample)
{
    std::string page =
        "# Files of a pool\n\n"
        "This page is made from `resources/schema/*.schema.json`, which any YAML editor can use for completion.\n"
        "`tidegatectl pool check` checks every file against it and says file, line, column and what would be right.\n\n"
        "A pool is a git repository: `pool.yaml`, `connections/*.yaml`, `environments/*.yaml`,\n"
        "`customers/<customer>/jobs/*.yaml`. A job, with what is common:\n\n```yaml\n";
    page +=
        sample +
        "```\n\n"
        "* Durations need a unit: `500ms`, `30s`, `2m`, `1h30m`, `1d`. Sizes too: `512KiB`, `1MiB`; rates: `50MiB/s`.\n"
        "* `table`, `column` (of a watermark), `sql` are SQL of that server: `sales.order_item`, `\"销售 "
        "表\".\"订单\"`. A `name` is\n"
        "  literal: exact case, no SQL quotes.\n"
        "* A secret is named, never written: `env:NAME`, `file:PATH`, `keyring:NAME`¹.\n"
        "* ¹ is valid, but not in this version.\n";
    for (const Schema* schema : {&Schema::job(), &Schema::connection(), &Schema::environment(), &Schema::pool()})
        addSection(*schema, page);
    return page;
}

} // namespace

int main(int argc, char** argv)
{
    const bool check = argc == 4 && std::string(argv[1]) == "--check";
    const auto sample = argc >= 2 ? readFile(argv[argc - (check ? 2 : 1)])
                                  : Error{ErrorCode::Usage, "schemadoc [--check] SAMPLE [FILE]"};
    if (!sample) {
        std::fputs((sample.error().message + "\n").c_str(), stderr);
        return 2;
    }
    const std::string page = makePage(*sample);
    if (!check) {
        std::fputs(page.c_str(), stdout);
        return 0;
    }
    if (readFile(argv[3]).value_or("") == page)
        return 0;
    std::fputs("docs/JOB_FILE.md is stale: build `schemadoc`, then `schemadoc tests/data/job/order_item.yaml > "
               "docs/JOB_FILE.md`\n",
               stderr);
    return 1;
}
