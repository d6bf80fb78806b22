// SPDX-License-Identifier: Apache-2.0
#include "job/jobrename.h"

#include "base/atomicfile.h"
#include "poolfixture.h"

#include <doctest/doctest.h>

using namespace tidegate;
namespace fs = std::filesystem;

namespace {

constexpr const char* tail =
    "source: { connection: acme-erp, table: s.t }  # 来源\ntarget: { connection: warehouse, table: ods.t }\n";

std::string textOf(const PoolFixture& pool, const std::string& path)
{
    return readFile(pool.root() / path).value_or("(none)");
}

void rename(const PoolFixture& pool, std::string_view from, std::string_view to)
{
    const auto changes = renameJob(pool.read(), from, to);
    REQUIRE(changes.has_value());
    REQUIRE(applyFileChanges(pool.root(), *changes).has_value());
}

} // namespace

TEST_CASE("a renamed job keeps its ledger name, its comments and its folder")
{
    const PoolFixture pool;
    pool.put("customers/acme/jobs/old.yaml", std::string("# head\njob: old  # its name\n") + tail);
    rename(pool, "old", "新名");
    CHECK(textOf(pool, "customers/acme/jobs/新名.yaml") ==
          std::string("# head\njob: 新名  # its name\nid: old\n") + tail);
    CHECK_FALSE(fs::exists(pool.root() / "customers/acme/jobs/old.yaml"));
    const Pool read = pool.read();
    CHECK(PoolFixture::report(read) == "");
    CHECK(read.job("新名")->definition->id == "old");

    rename(pool, "新名", "third");
    CHECK(pool.read().job("third")->definition->id == "old");
    rename(pool, "third", "old");
    CHECK(textOf(pool, "customers/acme/jobs/old.yaml") == std::string("# head\njob: old  # its name\n") + tail);
}

TEST_CASE("a name that can't be is refused")
{
    const PoolFixture pool;
    pool.put("customers/acme/jobs/a.yaml", PoolFixture::job("a", "ods.a"));
    pool.put("customers/acme/jobs/b.yaml", PoolFixture::job("b", "ods.b") + "id: first_b\n");
    pool.put("customers/acme/jobs/broken.yaml", "job: [\n");
    const Pool read = pool.read();
    CHECK(renameJob(read, "nope", "x").error().code == ErrorCode::NotFound);
    CHECK(renameJob(read, "a", "b").error().code == ErrorCode::Conflict);
    CHECK(renameJob(read, "a", "first_b").error().code == ErrorCode::Conflict);
    CHECK(renameJob(read, "a", "a").error().code == ErrorCode::Conflict);
    CHECK(renameJob(read, "a", "../x").error().code == ErrorCode::Usage);
    CHECK(renameJob(read, "broken", "x").error().code == ErrorCode::Invalid);
}

TEST_CASE("a file that changed underneath stops the rename and nothing is lost")
{
    const PoolFixture pool;
    pool.put("customers/acme/jobs/a.yaml", PoolFixture::job("a", "ods.a"));
    const auto changes = renameJob(pool.read(), "a", "b");
    REQUIRE(changes.has_value());
    const std::string theirs = PoolFixture::job("a", "ods.other");
    pool.put("customers/acme/jobs/a.yaml", theirs);
    const auto done = applyFileChanges(pool.root(), *changes);
    REQUIRE_FALSE(done.has_value());
    CHECK(done.error().code == ErrorCode::Conflict);
    CHECK(textOf(pool, "customers/acme/jobs/a.yaml") == theirs);
    CHECK_FALSE(fs::exists(pool.root() / "customers/acme/jobs/b.yaml"));
}
