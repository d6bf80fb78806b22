// SPDX-License-Identifier: Apache-2.0
#include "databaseends.h"

#include <doctest/doctest.h>

using namespace tidegate;
using tidegate::test::DatabaseEnds;
using tidegate::test::runOnce;

namespace {

constexpr auto allItems = "select id, store, name, updated_at from %.item order by id";

void same(DatabaseEnds& ends)
{
    CHECK(ends.source(allItems) == ends.target(allItems));
}

} // namespace

TEST_CASE("a first window makes the target and loads everything; the next ones only what changed")
{
    DatabaseEnds ends;
    ends.atSource("create table %.item (id bigint primary key, store int, name text, updated_at timestamptz)");
    ends.atSource("insert into %.item select n, mod(n, 7), 'Artikel ' || n || e'\\t\\\\ 茶', now() - n * interval '1 minute'"
                  " from generate_series(1, 1000) n");
    const auto first = runOnce(ends, ends.itemJob());
    REQUIRE_MESSAGE(first.state == RunState::Applied, (first.error ? first.error->message : ""));
    CHECK(first.rows.read == 1000);
    CHECK(first.rows.inserted == 1000);
    same(ends);

    ends.atSource("update %.item set name = 'neu', updated_at = now() where id <= 10");
    ends.atSource("insert into %.item values (5000, 1, 'new', now())");
    const auto second = runOnce(ends, ends.itemJob());
    REQUIRE(second.state == RunState::Applied);
    CHECK(second.rows.read == 11);
    CHECK(second.rows.inserted == 11);
    same(ends);
    CHECK(ends.target("select count(*), count(distinct seq) from %_state.ledger") == "2|2");
}
