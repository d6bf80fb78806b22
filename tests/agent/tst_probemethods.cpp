// SPDX-License-Identifier: Apache-2.0
#include "inprocess.h"
#include "serverfixture.h"

#include <doctest/doctest.h>

using namespace tidegate;
using namespace tidegate::test;

namespace {

/// An agent in this process and a pool whose job reads a real server.
struct Probes
{
    Probes() { REQUIRE(both.client.greet()); }

    Result<json> call(const std::string& method, json more = json::object())
    {
        more.update({{"pool", fixture.root()}, {"environment", ""}, {"job", "item"}});
        return both.client.call(method, std::move(more));
    }

    ServerFixture fixture;
    Both both{agent::runRequest};
};

} // namespace

TEST_CASE("the source's plan is that of the read of the window, and the target has none before the first run")
{
    Probes probes;
    const auto plans =
        probes.call("job.explain", {{"window", {{"lo", "2024-01-01 00:00:00+00"}, {"hi", "2024-01-02 00:00:00+00"}}}});
    REQUIRE(plans);
    const json& source = plans->at("source");
    CHECK(source.at("error").is_null());
    REQUIRE(source.at("statements").size() == 1);
    const json& read = source.at("statements").at(0);
    CHECK(read.at("sql").get<std::string>().find("2024-01-02 00:00:00+00") != std::string::npos);
    CHECK(read.at("plan").at(0).at("Plan").at("Node Type").is_string());
    CHECK(plans->at("target").at("error").at("code") == "not_found");
    CHECK(plans->at("target").at("statements").empty());
    CHECK(probes.fixture.ends.target("select to_regclass('%.item') is null") == "t"); // nothing was made
}

TEST_CASE("after the first run every statement that changes rows has a plan, and nothing is changed by asking")
{
    Probes probes;
    REQUIRE(probes.both.client.call("run.subscribe", {{"since", 0}}));
    REQUIRE(probes.call("run.start"));
    REQUIRE(probes.both.client.waitForEvent("run.finished").at("state") == "applied");
    const auto plans = probes.call("job.explain");
    REQUIRE(plans);
    CAPTURE(plans->dump());
    const json& target = plans->at("target");
    CHECK(target.at("error").is_null());
    CHECK(target.at("statements").size() >= 2); // at least a delete and an insert
    for (const json& statement : target.at("statements"))
        CHECK(statement.at("plan").is_array());
    CHECK(probes.fixture.ends.target("select count(*) from %.item") == "1000");
    CHECK(probes.fixture.appliedWindows() == "1");
}

TEST_CASE("the unsaved text is what is planned, and its errors say where")
{
    Probes probes;
    std::string text = probes.fixture.pool.read(PoolFolder::jobFile);
    const std::string from = "table: " + probes.fixture.ends.schema() + ".item }\ntarget";
    text.replace(text.find(from), from.size(),
                 "table: " + probes.fixture.ends.schema() + ".item, where: \"t.id < 7\" }\ntarget");
    const auto plans = probes.call("job.explain", {{"text", text}});
    REQUIRE(plans);
    CHECK(plans->at("source").at("statements").at(0).at("sql").get<std::string>().find("t.id < 7") !=
          std::string::npos);
    const auto broken = probes.call("job.explain", {{"text", "job: item\nsourc: 1\n"}});
    REQUIRE_FALSE(broken);
    CHECK(broken.error().code == ErrorCode::Invalid);
    CHECK(broken.error().message.find("item.yaml:") != std::string::npos);
}

TEST_CASE("a preview has ten rows and the watermark of each; NULL is null")
{
    Probes probes;
    probes.fixture.ends.atSource("alter table %.item alter updated_at drop not null");
    probes.fixture.ends.atSource("delete from %.item where id > 12");
    probes.fixture.ends.atSource("update %.item set updated_at = null where id <= 3");
    const auto preview = probes.call("job.preview");
    REQUIRE(preview);
    CAPTURE(preview->dump());
    CHECK(preview->at("rows").size() == 10);
    const std::size_t columns = preview->at("columns").size();
    CHECK(columns >= 2);
    bool anyNull = false;
    for (const json& row : preview->at("rows")) {
        REQUIRE(row.size() == columns);
        for (const json& cell : row)
            anyNull = anyNull || cell.is_null();
    }
    CHECK(anyNull);
    CHECK(preview->at("sql").get<std::string>().find("limit 10") != std::string::npos);
}

TEST_CASE("a job that is loaded in full has no watermark to preview")
{
    Probes probes;
    std::string text = probes.fixture.pool.read(PoolFolder::jobFile);
    text = text.substr(0, text.find("mode:")) + "mode: full\n";
    const auto preview = probes.call("job.preview", {{"text", text}});
    REQUIRE_FALSE(preview);
    CHECK_FALSE(preview.error().hint.empty());
}
