// SPDX-License-Identifier: Apache-2.0
#include "job/schema.h"

#include "base/atomicfile.h"
#include "job/embeddedschemas.h"
#include "job/valuekinds.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace tidegate;

namespace {

void checkNode(const SchemaNode& node, const std::string& path)
{
    CAPTURE(path);
    for (const std::string& example : node.examples) {
        const bool text = node.types == static_cast<unsigned>(SchemaType::Text);
        CAPTURE(example);
        CHECK((!text || !kindProblem(node.kind, example)));
    }
    if (node.hasDefault && !node.choices.empty())
        CHECK(std::find(node.choices.begin(), node.choices.end(), node.defaultText) != node.choices.end());
    if (node.hasDefault && node.types == static_cast<unsigned>(SchemaType::Text))
        CHECK_FALSE(kindProblem(node.kind, node.defaultText).has_value());
    for (const auto& [value, sentence] : node.later) {
        CHECK((value.empty() || std::find(node.choices.begin(), node.choices.end(), value) != node.choices.end()));
        CHECK_FALSE(sentence.empty());
    }
    for (const std::string& key : node.required)
        CHECK(node.property(key) != nullptr);
    for (const auto& [name, property] : node.properties) {
        CAPTURE(name);
        CHECK_FALSE(property->title.empty());
        CHECK_FALSE(property->description.empty());
        CHECK(property->types != 0);
        checkNode(*property, path + "." + name);
    }
    for (const SchemaNode* alternative : node.alternatives)
        checkNode(*alternative, path);
    if (node.items)
        checkNode(*node.items, path + "[]");
}

} // namespace

TEST_CASE("every key is explained, and its defaults and examples are valid values")
{
    checkNode(Schema::job().root(), "job");
    checkNode(Schema::connection().root(), "connection");
    checkNode(Schema::environment().root(), "environment");
    checkNode(Schema::pool().root(), "pool");
}

TEST_CASE("the engine has the published schemas inside")
{
    for (const char* name : {"job", "connection", "environment", "pool"}) {
        const auto published =
            readFile(std::string(TIDEGATE_TEST_DATA "/../../resources/schema/") + name + ".schema.json");
        REQUIRE(published.has_value());
        CHECK(embeddedSchema(name) == *published);
    }
    CHECK(embeddedSchema("nothing").empty());
}

TEST_CASE("the paths of a job are known")
{
    const auto paths = schemaPaths(Schema::job().root());
    for (const char* path : {"job", "id", "watermark.hold", "watermark.step", "partition.by", "target.shrink_guard",
                             "schedule.paused", "columns[].from", "watermark.join.on"})
        CHECK_MESSAGE(std::find(paths.begin(), paths.end(), path) != paths.end(), path);
    CHECK(paths.front() == "job");
    const SchemaNode* schedule = Schema::job().root().property("schedule");
    CHECK(schedule->forType(SchemaType::Text)->kind == "cron");
    CHECK(schedule->forType(SchemaType::Map)->property("zone")->kind == "zone");
    CHECK(schedule->forType(SchemaType::List) == nullptr);
}

TEST_CASE("the list of paths names every parent before its children")
{
    const auto paths = schemaPaths(Schema::job().root());
    CHECK(std::find(paths.begin(), paths.end(), "watermark.column") != paths.end());
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        CAPTURE(*path);
        CHECK(std::count(paths.begin(), paths.end(), *path) == 1);
        const auto dot = path->rfind('.');
        if (dot == std::string::npos || path->find("[]") != std::string::npos)
            continue;
        CHECK(std::find(paths.begin(), path, path->substr(0, dot)) != path);
    }
}
