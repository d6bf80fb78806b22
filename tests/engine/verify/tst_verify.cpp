// SPDX-License-Identifier: Apache-2.0
#include "verifyfixture.h"

#include <thread>

using namespace tidegate;

namespace {

struct Found
{
    std::int64_t missing = 0;
    std::int64_t extra = 0;
    std::int64_t different = 0;
    std::int64_t duplicate = 0;
};

void checkFound(const VerifyReport& report, const Found& wanted)
{
    CHECK(report.comparable);
    CHECK(report.missing == wanted.missing);
    CHECK(report.extra == wanted.extra);
    CHECK(report.different == wanted.different);
    CHECK(report.duplicate == wanted.duplicate);
    CHECK(report.same == (wanted.missing + wanted.extra + wanted.different + wanted.duplicate == 0));
    CHECK(exitCode(report) == (report.same ? 0 : 6));
}

} // namespace

TEST_CASE_FIXTURE(VerifyFixture, "two ends that are alike are found alike, and the scope is told")
{
    items(2000, "key: [item_id]\n", ", overlap: 10m");
    for (const auto level : {VerifyLevel::L1, VerifyLevel::L3}) {
        const auto found = report(level);
        checkFound(found, {});
        CHECK(found.sourceRows == 2000);
        CHECK(found.targetRows == 2000);
        CHECK(found.before == "2024-05-31 23:50:00+00");
        CHECK(found.scope.find("2024-05-31 23:50:00+00") != std::string::npos);
        CHECK(found.sourceAsOf >= found.targetAsOf.substr(0, 4));
    }
}

TEST_CASE_FIXTURE(VerifyFixture, "every kind of damage is found, whatever it is")
{
    items(2000);
    struct Damage
    {
        std::string statement;
        Found found;
    };
    const std::vector<Damage> damages{
        {"delete from ods.item where item_id = 1", {1, 0, 0, 0}},
        {"delete from ods.item where item_id = 2000", {1, 0, 0, 0}},
        {"insert into ods.item values (0, 'new', 1, true, 'x', '2024-01-01')", {0, 1, 0, 0}},
        {"insert into ods.item select * from ods.item where item_id = 77", {0, 0, 0, 1}},
        {"update ods.item set amount = amount + 0.01 where item_id = 5", {0, 0, 1, 0}},
        {"update ods.item set name = null where item_id = 7", {0, 0, 1, 0}},        // it was ''
        {"update ods.item set name = '' where item_id = 11", {0, 0, 1, 0}},         // it was NULL
        {"update ods.item set name = name || ' ' where item_id = 8", {0, 0, 1, 0}}, // a trailing blank
        {"update ods.item set name = '-' where item_id = 11", {0, 0, 1, 0}},        // the digest's own sign for NULL
        {"update ods.item set flag = not flag where item_id = 9", {0, 0, 1, 0}},    // one bit
        {"update ods.item set updated_at = updated_at + interval '1 microsecond' where item_id = 10", {0, 0, 1, 0}},
        {"update ods.item set name = case item_id when 1 then '商品 2' else '商品 1' end where item_id in (1, 2)",
         {0, 0, 2, 0}},
        {"update ods.item set name = code, code = left(name, 6) where item_id = 12", {0, 0, 1, 0}}, // swapped in a row
        {"delete from ods.item where item_id % 3 = 0", {666, 0, 0, 0}},
        {"delete from ods.item", {2000, 0, 0, 0}},
    };
    for (const auto& damage : damages) {
        INFO(damage.statement);
        run(*target, "create table ods.kept as select * from ods.item");
        run(*target, damage.statement);
        checkFound(report(), damage.found);
        run(*target, "truncate ods.item; insert into ods.item select * from ods.kept; drop table ods.kept");
    }
    checkFound(report(), {});
}

TEST_CASE_FIXTURE(VerifyFixture, "examples show the key, and both values where they differ")
{
    items(100);
    run(*target,
        "update ods.item set amount = 99.5, name = null where item_id = 3; delete from ods.item where item_id = 4");
    const auto found = report();
    REQUIRE(found.examples.size() == 2);
    for (const auto& example : found.examples) {
        REQUIRE(example.key.size() == 1);
        if (example.kind == DifferenceKind::Missing) {
            CHECK(example.key[0].second == "4");
            CHECK(example.values.front().source == "商品 4");
            CHECK_FALSE(example.values.front().target);
            continue;
        }
        CHECK(example.key[0].second == "3");
        REQUIRE(example.values.size() == 2);
        CHECK(example.values[0].column == "name");
        CHECK(example.values[0].source == "商品 3");
        CHECK_FALSE(example.values[0].target);
        CHECK(example.values[1].source == "0.75");
        CHECK(example.values[1].target == "99.50");
    }
}

TEST_CASE_FIXTURE(VerifyFixture, "keys that are pending are left out on both sides")
{
    items(1000, "key: [item_id]\n", ", overlap: 10m");
    run(*source, "update sales.item set name = 'moved on', updated_at = '2024-06-02' where item_id <= 10;"
                 "update sales.item set name = 'no time', updated_at = null where item_id = 11;"
                 "update sales.item set name = 'in the overlap', updated_at = '2024-05-31 23:55+00' where item_id = 12;"
                 "insert into sales.item values (5000, 'new', 1, true, 'x', '2024-06-03')");
    const auto found = report();
    checkFound(found, {});
    CHECK(found.pending == 13);
    CHECK(found.sourceRows == 988);
    CHECK(report(VerifyLevel::L1).same);
}

TEST_CASE_FIXTURE(VerifyFixture, "L1 finds a count and an edge")
{
    items(100);
    run(*target, "delete from ods.item where item_id = 100");
    const auto found = report(VerifyLevel::L1);
    CHECK_FALSE(found.same);
    for (const auto& check : found.checks) {
        CAPTURE(check.name);
        CHECK(check.same == (check.name == "least item_id"));
        if (check.name == "greatest item_id") {
            CHECK(check.source == "100");
            CHECK(check.target == "99");
        }
    }
}

TEST_CASE_FIXTURE(VerifyFixture, "without a key rows are compared as a multiset")
{
    items(500, "apply: append\n", ", nulls: reject");
    checkFound(report(), {});
    run(*target,
        "insert into ods.item select * from ods.item where item_id = 5; delete from ods.item where item_id = 6");
    checkFound(report(), {1, 0, 0, 1});
}

TEST_CASE_FIXTURE(VerifyFixture, "soft deletes, where, left-out columns and other types are respected")
{
    items(500, "exclude: [code]\ndelete_when: \"t.name = ''\"\nkey: [item_id]\n");
    run(*target, "delete from ods.item where name = ''; update ods.item set code = 'ours'");
    run(*target,
        "alter table ods.item alter flag type text using case when flag then 't' else 'f' end,"
        " alter item_id type numeric(20,2), alter amount type text, alter updated_at type timestamp(0) with time zone");
    checkFound(report(), {});
    run(*target, "insert into ods.item values (7, '', 1.75, 'f', 'x', '2024-01-01')");
    checkFound(report(), {0, 1, 0, 0});
}

TEST_CASE_FIXTURE(VerifyFixture, "of rows with one key the newest counts")
{
    items(500, "key: [item_id]\non_duplicate_key: newest\n");
    run(*source, "insert into sales.item select item_id, 'older', amount, flag, code, updated_at - interval '1 day' "
                 "from sales.item"
                 " where item_id <= 50");
    checkFound(report(), {});
    CHECK(report(VerifyLevel::L1).same);
    run(*source, "insert into sales.item select item_id, 'pending', amount, flag, code, '2024-06-02' from sales.item "
                 "where item_id = 60");
    checkFound(report(), {});
    run(*target, "update ods.item set name = 'older' where item_id = 3");
    checkFound(report(), {0, 0, 1, 0});
}

TEST_CASE_FIXTURE(VerifyFixture, "a full load is compared whole")
{
    items(500);
    job("key: [item_id]\nmode: full\n");
    checkFound(report(), {});
    run(*source, "update sales.item set name = 'changed', updated_at = '2030-01-01' where item_id = 3");
    const auto found = report();
    checkFound(found, {0, 0, 1, 0});
    CHECK(found.scope.find("every row") != std::string::npos);
}

TEST_CASE_FIXTURE(VerifyFixture, "what can't be verified is said")
{
    items(10);
    const auto unsupported = verify(VerifyLevel::L2);
    REQUIRE_FALSE(unsupported);
    CHECK(exitCode(unsupported.error()) == 2);
    run(*target, "truncate tidegate.ledger");
    const auto nothing = verify();
    REQUIRE_FALSE(nothing);
    CHECK(nothing.error().code == ErrorCode::Refused);
    CHECK(nothing.error().hint.find("run the job") != std::string::npos);
}

TEST_CASE_FIXTURE(VerifyFixture, "twenty verifications beside a writer give no false alarm")
{
    items(3000, "key: [item_id]\n", ", overlap: 1m");
    // The frontier is now: what the writer changes from here on is pending.
    applied(std::string(source->query("select (now() + interval '1 minute')::text", {})->text(0, 0)));
    std::jthread writer([](std::stop_token stop) {
        const auto session = open("SOURCE");
        for (int i = 0; !stop.stop_requested(); ++i) {
            run(*session,
                fmt::format(
                    "update sales.item set amount = amount + 1, updated_at = now() + interval '1 minute' where item_id "
                    "% 97 = {}; "
                    "insert into sales.item values (10000 + {}, 'new', 1, true, 'x', now() + interval '1 minute')",
                    i % 40, i));
        }
    });
    for (int i = 0; i < 20; ++i) {
        const auto found = report(i % 2 == 0 ? VerifyLevel::L3 : VerifyLevel::L1);
        CHECK(found.same);
        CHECK(found.sourceRows > 0);
    }
}
