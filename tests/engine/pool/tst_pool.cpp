// SPDX-License-Identifier: Apache-2.0
#include "pool/pool.h"

#include "base/atomicfile.h"

#include "poolfixture.h"

#include <doctest/doctest.h>

using namespace tidegate;
using namespace std::chrono_literals;

TEST_CASE("the sample job becomes a definition with every value")
{
    const auto sample = readFile(TIDEGATE_TEST_DATA "/job/order_item.yaml");
    REQUIRE(sample.has_value());
    const auto file = parseJob(*sample, "order_item", "customers/acme/jobs/order_item.yaml", nullptr);
    for (const Finding& finding : file.findings)
        CHECK_MESSAGE(finding.severity == Severity::Note, toString(finding));
    REQUIRE(file.definition);
    const JobDefinition& job = *file.definition;
    CHECK(job.name == "order_item");
    CHECK(job.id == "order_item");
    CHECK(job.description == "订单明细");
    CHECK(job.source.connection == "acme-erp");
    CHECK(job.source.where == "t.channel <> 'test'");
    CHECK(job.deleteWhen == "t.deleted = 1");
    REQUIRE(job.columns.size() == 3);
    CHECK(job.columns[0].name == "item_id");
    CHECK_FALSE(job.columns[0].from);
    CHECK(*job.columns[1].type == "numeric(18,2)");
    CHECK(*job.columns[2].from == "'oracle'");
    CHECK(job.target.create);
    CHECK(job.target.shrinkGuard == 50);
    CHECK(job.key == std::vector<std::string>{"item_id"});
    CHECK(job.mode == Mode::Incremental);
    REQUIRE(job.watermark);
    CHECK(job.watermark->columns == std::vector<std::string>{"t.updated_at", "o.updated_at"});
    CHECK(job.watermark->join->on == "o.order_id = t.order_id");
    CHECK(job.watermark->lag == 2min);
    CHECK(job.watermark->overlap == 10min);
    CHECK(job.watermark->hold == 15min);
    CHECK_FALSE(job.watermark->step);
    CHECK(job.watermark->start == "2024-01-01T00:00:00+08:00");
    CHECK(job.schedule->cron == "0 2 * * *");
    CHECK(job.tuning.rateLimit == 50 * 1024 * 1024);
    CHECK(job.verify.again == std::vector<std::chrono::milliseconds>{24h, 48h});
    CHECK(job.unsupported.empty());
}

TEST_CASE("a pool on disk is read whole and sorted")
{
    const PoolFixture pool;
    pool.put("customers/b/jobs/zz.yaml", PoolFixture::job("zz", "ods.zz"));
    pool.put("customers/acme/jobs/aa.yaml", PoolFixture::job("aa", "ods.aa"));
    pool.put("customers/acme/jobs/notes.txt", "not a job");
    pool.put("customers/acme/jobs/.hidden.yaml", "not: a job");
    const Pool read = pool.read();
    CHECK(read.name == "acme-retail");
    CHECK(pool.report(read) == "");
    REQUIRE(read.jobs.size() == 2);
    CHECK(read.jobs[0].name == "aa");
    CHECK(read.jobs[0].path == "customers/acme/jobs/aa.yaml");
    CHECK(read.jobs[1].path == "customers/b/jobs/zz.yaml");
    CHECK(read.job("zz") == &read.jobs[1]);
    CHECK(read.job("nope") == nullptr);
    CHECK(read.connection("warehouse")->definition->type == DatabaseType::Greenplum);
    CHECK(read.connection("warehouse")->definition->port == 7432);
    CHECK(read.environment("acme-prod")->definition->safeMode == SafeMode::Typed);
}

TEST_CASE("of many jobs that write one table each is told once")
{
    const PoolFixture pool;
    for (const std::string name : {"p", "q", "r", "s", "t"})
        pool.put("customers/a/jobs/" + name + ".yaml", PoolFixture::job(name, "ods.x"));
    const Pool read = pool.read();
    for (const auto& job : read.jobs) {
        REQUIRE(job.findings.size() == 1);
        CHECK(job.findings.front().code == "shared_target");
    }
    CHECK(read.jobs.front().findings.front().message ==
          "`ods.x` is also the target of the jobs `q`, `r`, `s` and 1 more");
}

TEST_CASE("what is wrong over several files is found, in the file where it can be repaired")
{
    struct Row
    {
        const char* sentence;
        std::vector<std::pair<const char*, std::string>> files;
        const char* report;
    };
    const auto job = [](const char* name, const char* target, const char* more = "") {
        return PoolFixture::job(name, target) + more;
    };
    const std::string incremental =
        "key: [id, src]\nmode: incremental\nwatermark: { column: t.u }\ncolumns: [id, { name: src, from: \"'";
    const Row rows[] = {
        {"a connection that is not there",
         {{"customers/acme/jobs/a.yaml", "job: a\nsource: { connection: acme-erb, table: s.a }\ntarget: { "
                                         "connection: warehouse, table: ods.a }\n"}},
         "customers/acme/jobs/a.yaml:2:23: error: there is no connection `acme-erb` (did you mean `acme-erp`?)\n"},
        {"an environment that maps to nowhere",
         {{"environments/acme-prod.yaml",
           "environment: acme-prod\ncustomer: acme\nstage: prod\nconnections: { acme-erp: nope }\n"}},
         "environments/acme-prod.yaml:4:26: error: there is no connection `nope` (make connections/nope.yaml)\n"},
        {"two jobs with one name",
         {{"customers/a/jobs/x.yaml", job("x", "ods.x1")}, {"customers/b/jobs/x.yaml", job("x", "ods.x2")}},
         "customers/b/jobs/x.yaml:1:6: error: there is another job `x`: customers/a/jobs/x.yaml (names are unique in "
         "a "
         "pool; rename one of them)\n"},
        {"two jobs with one ledger name",
         {{"customers/a/jobs/x.yaml", job("x", "ods.x1")}, {"customers/a/jobs/y.yaml", job("y", "ods.x2", "id: x\n")}},
         "customers/a/jobs/y.yaml:4:5: error: the ledger name `x` is also that of customers/a/jobs/x.yaml (two jobs "
         "with "
         "one ledger would continue each other's windows; change `id`)\n"},
        {"two full loads of one table, however it is spelled",
         {{"customers/a/jobs/x.yaml", job("x", "ods.X")}, {"customers/a/jobs/y.yaml", job("y", "ods.\\\"x\\\"")}},
         "customers/a/jobs/x.yaml:3:41: error: `ods.X` is also the target of the job `y` (a full load or a replaced "
         "partition would remove the other jobs' rows; give each job its own table)\n"
         "customers/a/jobs/y.yaml:3:41: error: `ods.\"x\"` is also the target of the job `x` (a full load or a "
         "replaced "
         "partition would remove the other jobs' rows; give each job its own table)\n"},
        {"two incremental jobs of one table, told apart by a constant in the key",
         {{"customers/a/jobs/x.yaml", job("x", "ods.x", (incremental + "a'\" }]\n").c_str())},
          {"customers/a/jobs/y.yaml", job("y", "ods.x", (incremental + "b'\" }]\n").c_str())}},
         ""},
        {"two incremental jobs of one table with the same constant",
         {{"customers/a/jobs/x.yaml", job("x", "ods.x", (incremental + "a'\" }]\n").c_str())},
          {"customers/a/jobs/y.yaml", job("y", "ods.x", (incremental + "a'\" }]\n").c_str())}},
         "customers/a/jobs/x.yaml:3:41: warning: `ods.x` is also the target of the job `y` (give each a constant "
         "column, "
         "such as a data source, and put it into their keys)\n"
         "customers/a/jobs/y.yaml:3:41: warning: `ods.x` is also the target of the job `x` (give each a constant "
         "column, "
         "such as a data source, and put it into their keys)\n"},
        {"a file with the wrong ending",
         {{"connections/extra.yml", "connection: extra\ntype: postgres\n"}},
         "connections/extra.yml: warning: files that end in .yml are not read (rename it to .yaml)\n"},
        {"a source that this version can't read",
         {{"connections/acme-erp.yaml", "connection: acme-erp\ntype: oracle\n"},
          {"customers/a/jobs/x.yaml", job("x", "ods.x")}},
         "connections/acme-erp.yaml:2:7: note: type: oracle: reading from Oracle is not in this version\n"
         "customers/a/jobs/x.yaml:2:23: note: the source `acme-erp` is no PostgreSQL; this version reads only that "
         "family\n"},
        {"a newer format",
         {{"pool.yaml", "pool: acme-retail\nformat: 2\n"}},
         "pool.yaml:2:9: error: `format` is 2, but this version knows `1` (a newer version of Tidegate may have made "
         "this pool)\n"},
        {"a binary file among the jobs",
         {{"customers/a/jobs/x.yaml", std::string("\x7F"
                                                  "ELF\0\0",
                                                  6)}},
         "customers/a/jobs/x.yaml:1:1: error: this is no UTF-8 text (save the file as UTF-8; is it a binary "
         "file?)\n"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.sentence);
        const PoolFixture pool;
        for (const auto& [path, text] : row.files)
            pool.put(path, text);
        CHECK(pool.report(pool.read()) == row.report);
    }
}

TEST_CASE("a connection means what its environment says")
{
    const PoolFixture pool;
    pool.put("connections/erp-test.yaml", "connection: erp-test\ntype: postgres\nhost: test.example\n");
    pool.put("environments/acme-test.yaml",
             "environment: acme-test\ncustomer: acme\nstage: test\nconnections: { acme-erp: erp-test, other: nope }\n");
    pool.put("connections/broken.yaml", "connection: broken\ntype: postgre\n");
    Pool read = pool.read();
    CHECK(resolveConnection(read, nullptr, "acme-erp")->host == "erp.example");
    EnvironmentDefinition test;
    test.name = "acme-test";
    test.connections = {{"acme-erp", "erp-test"}, {"other", "nope"}};
    CHECK(resolveConnection(read, &test, "acme-erp")->host == "test.example");
    CHECK(resolveConnection(read, &test, "warehouse")->name == "warehouse");
    CHECK(resolveConnection(read, &test, "other").error().code == ErrorCode::NotFound);
    CHECK(resolveConnection(read, &test, "other").error().message.find("acme-test") != std::string::npos);
    CHECK(resolveConnection(read, nullptr, "warehous").error().hint == "did you mean `warehouse`?");
    const auto broken = resolveConnection(read, nullptr, "broken");
    CHECK(broken.error().code == ErrorCode::Invalid);
    CHECK(broken.error().detail("line") == "2");
    CHECK(exitCode(broken.error()) == 2);
}

TEST_CASE("an environment is chosen by name, or is the only one")
{
    const PoolFixture pool;
    const Pool one = pool.read();
    CHECK((*chooseEnvironment(one, ""))->name == "acme-prod");
    CHECK((*chooseEnvironment(one, "acme-prod"))->name == "acme-prod");
    CHECK(chooseEnvironment(one, "acme-prd").error().hint == "did you mean `acme-prod`?");
    pool.put("environments/acme-test.yaml", "environment: acme-test\ncustomer: acme\nstage: test\n");
    const auto several = chooseEnvironment(pool.read(), "");
    CHECK(several.error().code == ErrorCode::Usage);
    CHECK(several.error().hint == "name one with --env: acme-prod, acme-test");
    Pool none = one;
    none.environments.clear();
    CHECK(*chooseEnvironment(none, "") == nullptr);
}

TEST_CASE("the root of a pool is found from below")
{
    const PoolFixture pool;
    pool.put("customers/acme/jobs/a.yaml", PoolFixture::job("a", "ods.a"));
    CHECK(*findPoolRoot(pool.root() / "customers/acme/jobs") == pool.root());
    CHECK(*findPoolRoot(pool.root()) == pool.root());
    CHECK(findPoolRoot("/").error().code == ErrorCode::NotFound);
    CHECK(readPool("/nowhere").error().code == ErrorCode::NotFound);
}
