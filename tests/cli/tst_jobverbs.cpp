// SPDX-License-Identifier: Apache-2.0
#include "called.h"
#include "poolfolder.h"

#include <doctest/doctest.h>

#include <filesystem>

using namespace tidegate;
using namespace tidegate::test;
using nlohmann::json;

TEST_CASE("job show prints the file byte for byte, and its findings beside")
{
    const PoolFolder pool;
    const auto people = tidegatectl({"--pool", pool.root().string(), "job", "show", "item"});
    CHECK(people.code == 0);
    CHECK(people.out == pool.read(PoolFolder::jobFile));
    const auto lines = tidegatectl({"--pool", pool.root().string(), "--json", "job", "show", "item"}).objects();
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].at("text") == pool.read(PoolFolder::jobFile));
    CHECK(lines[0].at("definition").at("source").at("table") == "sales.item");
}

TEST_CASE("job show tells the next five times of a schedule, in its own zone beside the file and in UTC as JSON")
{
    const PoolFolder pool;
    pool.write(PoolFolder::jobFile,
               pool.read(PoolFolder::jobFile) + "schedule: { cron: '0 2 * * *', zone: Asia/Shanghai }\n");
    const auto people = tidegatectl({"--pool", pool.root().string(), "job", "show", "item"});
    CHECK(people.out == pool.read(PoolFolder::jobFile));
    CHECK(people.err.find("runs next: ") != std::string::npos);
    CHECK(people.err.find(" 02:00 +0800") != std::string::npos);
    const auto lines = tidegatectl({"--pool", pool.root().string(), "--json", "job", "show", "item"}).objects();
    const auto& next = lines.at(0).at("schedule").at("next");
    REQUIRE(next.size() == 5);
    CHECK(next.at(4).get<std::string>().substr(10) == "T18:00:00Z");
}

TEST_CASE("an unknown job is exit 2 with the nearest name")
{
    const PoolFolder pool;
    for (const std::string verb : {"show", "set", "unset"}) {
        std::vector<std::string> arguments = {"--pool", pool.root().string(), "job", verb, "itme"};
        if (verb != "show")
            arguments.emplace_back("description");
        if (verb == "set")
            arguments.emplace_back("x");
        const auto outcome = tidegatectl(arguments);
        CHECK(outcome.code == 2);
        CHECK(contains(outcome.err, "did you mean `item`?"));
    }
}

TEST_CASE("job set changes one value and keeps every other byte")
{
    const PoolFolder pool;
    std::string expected = pool.read(PoolFolder::jobFile);
    const std::string root = pool.root().string();
    const auto outcome =
        tidegatectl({"--pool", root, "--json", "job", "set", "item", "source.table", "sales.\"订单\""});
    CHECK(outcome.code == 0);
    CHECK(outcome.objects().back().at("event") == "job.saved");
    CHECK(outcome.objects().back().at("changed") == true);
    const std::string text = pool.read(PoolFolder::jobFile);
    const std::size_t at = expected.find("sales.item");
    CHECK(text.substr(0, at) == expected.substr(0, at));
    CHECK(text.ends_with(expected.substr(at + std::string("sales.item").size())));
    CHECK(contains(text, "订单"));
    CHECK(tidegatectl({"--pool", root, "job", "set", "item", "source.table", "sales.\"订单\""}).code == 0);
    CHECK(pool.read(PoolFolder::jobFile) == text);
}

TEST_CASE("job set takes values that look like options, lists and nothing at all")
{
    const PoolFolder pool;
    const std::string root = pool.root().string();
    CHECK(tidegatectl({"--pool", root, "job", "set", "item", "key", "[id, store]"}).code == 0);
    CHECK(contains(pool.read(PoolFolder::jobFile), "key: [id, store]"));
    CHECK(tidegatectl({"--pool", root, "job", "set", "item", "description", "--", "-x"}).code == 0);
    CHECK(contains(pool.read(PoolFolder::jobFile), "-x"));
    CHECK(tidegatectl({"--pool", root, "job", "set", "item", "description", ""}).code == 0);
    CHECK(tidegatectl({"--pool", root, "job", "unset", "item", "description"}).code == 0);
    CHECK_FALSE(contains(pool.read(PoolFolder::jobFile), "description"));
}

TEST_CASE("job set of an unknown path writes nothing and proposes the known one")
{
    const PoolFolder pool;
    const std::string before = pool.read(PoolFolder::jobFile);
    const auto outcome = tidegatectl({"--pool", pool.root().string(), "job", "set", "item", "sourc.table", "x"});
    CHECK(outcome.code == 2);
    CHECK(contains(outcome.err, "source"));
    CHECK(pool.read(PoolFolder::jobFile) == before);
}

TEST_CASE("a value that can't be right is refused, and the file stays as it was")
{
    const PoolFolder pool;
    const std::string before = pool.read(PoolFolder::jobFile);
    const auto outcome = tidegatectl({"--pool", pool.root().string(), "job", "set", "item", "mode", "sometimes"});
    CHECK(outcome.code == 2);
    CHECK(contains(outcome.err, "incremental"));
    CHECK(pool.read(PoolFolder::jobFile) == before);
}

TEST_CASE("a first step of several is saved, and what the job still lacks is said")
{
    const PoolFolder pool;
    const auto outcome = tidegatectl({"--pool", pool.root().string(), "job", "set", "item", "mode", "incremental"});
    CHECK(outcome.code == 0);
    CHECK(contains(outcome.out, "saved"));
    CHECK(contains(outcome.err, "watermark"));
    CHECK(contains(pool.read(PoolFolder::jobFile), "mode: incremental"));
}

TEST_CASE("job rename keeps what the ledger calls the job; job diff tells the difference")
{
    const PoolFolder pool;
    const std::string root = pool.root().string();
    CHECK(tidegatectl({"--pool", root, "job", "rename", "item", "明细"}).code == 0);
    const std::string renamed = pool.read("customers/acme/jobs/明细.yaml");
    CHECK(contains(renamed, "job: 明细"));
    CHECK(contains(renamed, "id: item"));
    CHECK_FALSE(std::filesystem::exists(pool.root() / PoolFolder::jobFile));
    pool.write("customers/acme/jobs/b.yaml", "job: b\nsource: { connection: erp, table: sales.item }\ntarget: { "
                                             "connection: dw, table: ods.b, create: true }\nkey: [id]\nmode: full\n");
    const auto lines = tidegatectl({"--pool", root, "--json", "job", "diff", "明细", "b"}).objects();
    REQUIRE(lines.size() >= 2);
    bool found = false;
    for (const json& line : lines)
        found = found || (line.at("event") == "job.change" && line.at("path") == "target.table");
    CHECK(found);
    CHECK(lines.back().at("event") == "job.compared");
}

TEST_CASE("jobs may be called like verbs")
{
    const PoolFolder pool;
    pool.write("customers/acme/jobs/run.yaml",
               "job: run\nsource: { connection: erp, table: sales.run }\ntarget: { connection: dw, table: ods.run, "
               "create: true }\nkey: [id]\nmode: full\n");
    CHECK(contains(tidegatectl({"--pool", pool.root().string(), "job", "show", "run"}).out, "job: run"));
}
