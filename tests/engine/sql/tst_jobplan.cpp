// SPDX-License-Identifier: Apache-2.0
// What the corpus can't say: names that no file can hold, the fingerprint.
#include "sql/identifier.h"
#include "sql/statements.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

using namespace tidegate;
using namespace tidegate::sql;

namespace {

PlanInputs inputsWith(int columns)
{
    PlanInputs inputs;
    inputs.job.name = "wide";
    inputs.job.source = {"erp", "s.wide", "", "t.c1 <> 'x'"};
    inputs.job.target = {"warehouse", "d.wide", true, {}, 50};
    inputs.job.key = {"id"};
    inputs.job.mode = Mode::Incremental;
    inputs.job.watermark = Watermark{};
    inputs.job.watermark->columns = {"t.at"};
    inputs.sourceServer.version = inputs.targetServer.version = 150004;
    inputs.sourceServer.zone = "UTC";
    const auto add = [&](std::string name, std::string type, std::string base) {
        ColumnInfo column;
        column.name = std::move(name);
        column.type = std::move(type);
        column.baseType = std::move(base);
        inputs.source.columns.push_back(column);
    };
    inputs.source.schema = "s";
    inputs.source.name = "wide";
    add("id", "bigint", "int8");
    add("at", "timestamp with time zone", "timestamptz");
    for (int i = 2; i < columns; ++i)
        add(fmt::format("c{}", i), i % 2 == 0 ? "text" : "numeric(18,2)", i % 2 == 0 ? "text" : "numeric");
    return inputs;
}

std::string hashOf(const PlanInputs& inputs)
{
    auto plan = planJob(inputs);
    REQUIRE_MESSAGE(plan.has_value(), plan.error().message);
    return plan->configHash;
}

} // namespace

TEST_CASE("names and values that no server can hold are refused")
{
    CHECK(!quoteIdentifier(""));
    CHECK(!quoteIdentifier(std::string("a\0b", 3)));
    CHECK(!quoteIdentifier("\xED\xA0\x80"));
    CHECK(!quoteIdentifier(std::string(64, 'x')));
    CHECK(quoteIdentifier(std::string(63, 'x')));
    CHECK(!quoteLiteral(std::string("a\0b", 3)));
    CHECK(!quoteLiteral("\xFF"));
    CHECK(quoteLiteral("it's").value() == "'it''s'");
    CHECK(quoteLiteral("a\\b").value() == "E'a\\\\b'");
}

TEST_CASE("a qualified name is read as a server reads it")
{
    CHECK(parseQualifiedName("Sales.\"Order Item\"").value() == std::vector<std::string>{"sales", "Order Item"});
    CHECK(parseQualifiedName(" a . b . c ").value().size() == 3);
    CHECK(parseQualifiedName("\"a\"\"b\"").value() == std::vector<std::string>{"a\"b"});
    for (const char* text : {"", "a.", ".a", "a b", "a;b", "a.b.c.d", "\"a", "\"\"", "1a", "a-b", "a(b)", "a--b", "$a"})
        CHECK_MESSAGE(!parseQualifiedName(text), text);
}

TEST_CASE("the fingerprint follows what decides the rows, and nothing else")
{
    const auto base = inputsWith(5);
    const auto hash = hashOf(base);
    CHECK(hash.size() == 6 * 8 + 5); // six parts
    auto same = base;
    same.job.description = "other words";
    same.job.watermark->lag = std::chrono::minutes(5);
    same.job.watermark->overlap = std::chrono::minutes(5);
    same.job.tuning.frame = 1;
    same.job.source.table = "S.\"wide\"";
    std::swap(same.source.columns[2], same.source.columns[3]);
    CHECK(hashOf(same) == hash);

    const auto changed = [&](auto change) {
        auto other = base;
        change(other);
        return hashOf(other) != hash;
    };
    CHECK(changed([](auto& i) { i.job.source.where = "true"; }));
    CHECK(changed([](auto& i) { i.job.source.connection = "crm"; }));
    CHECK(changed([](auto& i) { i.job.target.table = "d.other"; }));
    CHECK(changed([](auto& i) { i.job.target.connection = "dw2"; }));
    CHECK(changed([](auto& i) { i.job.key = {"id", "c2"}; }));
    CHECK(changed([](auto& i) { i.job.exclude = {"c2"}; }));
    CHECK(changed([](auto& i) { i.source.columns.pop_back(); }));
    CHECK(changed([](auto& i) { i.job.watermark->nulls = NullWatermark::Reject; }));
    CHECK(changed([](auto& i) { i.job.columns = {{"id", {}, {}}, {"c2", "'x'", {}}, {"at", {}, {}}}; }));
    auto zoneless = base;
    zoneless.source.columns[1].type = "timestamp without time zone";
    zoneless.source.columns[1].baseType = "timestamp";
    auto elsewhere = zoneless;
    elsewhere.job.watermark->zone = "Asia/Shanghai";
    CHECK(hashOf(zoneless) != hashOf(elsewhere));
}

TEST_CASE("statements are the same, byte for byte, whenever they are asked for")
{
    const auto inputs = inputsWith(20);
    const ReadRange range{"2024-01-01 00:00:00+00", "2024-01-02 00:00:00+00"};
    const auto once = planJob(inputs).value();
    const auto again = planJob(inputs).value();
    CHECK(extractSql(once, range, 7, 0).value() == extractSql(again, range, 7, 0).value());
    CHECK(toScript(applySql(once, 7).value()) == toScript(applySql(again, 7).value()));
    CHECK(copyOutSql(once, range, 7, 0).value() ==
          "copy (\n" + extractSql(once, range, 7, 0).value() + "\n) to stdout");
}

TEST_CASE("a catalogue of the wrong shape reads as an empty one")
{
    for (const char* text :
         {"[]", "null", "3", "{}", R"({"columns": {}, "oid": "x", "primaryKey": 7, "uniqueKeys": [1]})",
          R"({"columns": [1, null, "x", {"name": 3}], "grants": [[]]})"}) {
        const auto table = tableInfoFromJson(nlohmann::json::parse(text));
        CHECK(table.name.empty());
        CHECK(table.oid == 0);
        CHECK(serverInfoFromJson(nlohmann::json::parse(text)).version == 0);
    }
}
