// SPDX-License-Identifier: Apache-2.0
#include "called.h"
#include "poolfolder.h"

#include <doctest/doctest.h>

#include <filesystem>

using namespace tidegate;
using namespace tidegate::test;
using nlohmann::json;

namespace {

/// In another working directory, for as long as it lives.
struct WorkingDirectory
{
    explicit WorkingDirectory(const std::filesystem::path& path) : before(std::filesystem::current_path())
    {
        std::filesystem::current_path(path);
    }
    ~WorkingDirectory() { std::filesystem::current_path(before); }
    WorkingDirectory(const WorkingDirectory&) = delete;
    WorkingDirectory& operator=(const WorkingDirectory&) = delete;

    std::filesystem::path before;
};

} // namespace

TEST_CASE("help and version go to the first stream with exit 0")
{
    const auto help = tidegatectl({"--help"});
    CHECK(help.code == 0);
    for (const char* verb : {"pool", "job", "sql", "run", "ledger", "state", "verify", "agent", "schedule", "history",
                             "undo", "quarantine"})
        CHECK(contains(help.out, verb));
    CHECK(contains(tidegatectl({"--version"}).out, TIDEGATE_VERSION));
}

TEST_CASE("the help of a verb says what its exit codes mean and which options every verb takes")
{
    for (const std::vector<std::string>& verb :
         {std::vector<std::string>{"run"}, {"job", "set"}, {"verify"}, {"schedule", "pause"}, {"pool", "check"}}) {
        auto words = verb;
        words.emplace_back("--help");
        const auto help = tidegatectl(words);
        CHECK(help.code == 0);
        CHECK(help.err.empty());
        CHECK(contains(help.out, "Exit codes: 0 done"));
        CHECK(contains(help.out, "--pool, --env and --json"));
    }
    CHECK(contains(tidegatectl({"run", "--help"}).out, "--take-over"));
    CHECK(contains(tidegatectl({"run", "--help"}).out, "Ctrl+C stops"));
}

TEST_CASE("a misspelt verb is answered with the nearest one, at every level")
{
    const auto first = tidegatectl({"jb", "list"});
    CHECK(first.code == 2);
    CHECK(contains(first.err, "error: no verb `jb`"));
    CHECK(contains(first.err, "do: did you mean `job`?"));
    CHECK(first.out.empty());
    CHECK(contains(tidegatectl({"job", "lits"}).err, "did you mean `list`?"));
}

TEST_CASE("bad usage is exit 2 and says how")
{
    for (const auto& arguments : std::vector<std::vector<std::string>>{{},
                                                                       {"job"},
                                                                       {"run"},
                                                                       {"run", "a", "b"},
                                                                       {"job", "set", "a"},
                                                                       {"run", "a", "--window", "1"},
                                                                       {"job", "list", "--nothing"},
                                                                       {"sql", "a", "--what", "else"},
                                                                       {"verify", "a", "--level", "L9"}}) {
        const auto outcome = tidegatectl(arguments);
        CHECK(outcome.code == 2);
        CHECK(contains(outcome.err, "error: "));
        CHECK(contains(outcome.err, "  do: "));
    }
}

TEST_CASE("with --json bad usage is an object too")
{
    const auto lines = tidegatectl({"--json", "job", "lits"}).objects();
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].at("event") == "error");
    CHECK(lines[0].at("code") == "usage");
    CHECK(lines[0].at("hint") == "did you mean `list`?");
}

TEST_CASE("global options stand before or after the verb")
{
    const PoolFolder pool;
    const std::string root = pool.root().string();
    for (const auto& arguments : std::vector<std::vector<std::string>>{{"--pool", root, "--json", "job", "list"},
                                                                       {"job", "list", "--pool", root, "--json"},
                                                                       {"--json", "job", "--pool", root, "list"}}) {
        const auto lines = tidegatectl(arguments).objects();
        REQUIRE(lines.size() == 1);
        CHECK(lines[0].at("job") == "item");
        CHECK(lines[0].at("mode") == "full");
        CHECK(lines[0].at("target").at("table") == "ods.item");
    }
}

TEST_CASE("the pool around the working directory is found")
{
    const PoolFolder pool;
    const WorkingDirectory inside(pool.root() / "customers" / "acme");
    CHECK(contains(tidegatectl({"job", "list"}).out, "item"));
}

TEST_CASE("no pool around the working directory is an error with a way out")
{
    const WorkingDirectory outside("/");
    const auto outcome = tidegatectl({"job", "list"});
    CHECK(outcome.code == 2);
    CHECK(contains(outcome.err, "do: "));
}

TEST_CASE("a folder that is no pool is exit 2 and says what a pool is")
{
    const PoolFolder pool;
    for (const std::string& folder :
         {std::string("/nowhere"), (pool.root() / "pool.yaml").string(), pool.root().string() + "/customers"}) {
        const auto outcome = tidegatectl({"--pool", folder, "job", "list"});
        CAPTURE(folder);
        CHECK(outcome.code == 2);
        CHECK(contains(outcome.err, "do: a pool has a file pool.yaml"));
    }
    const auto unset = tidegatectl({"--pool", "", "job", "list"}); // "$POOL" of a script: never another pool instead
    CHECK(unset.code == 2);
    CHECK(contains(unset.err, "the folder's name is empty"));
}

TEST_CASE("an error says once what to do, and which file")
{
    const PoolFolder pool;
    const std::string root = pool.root().string();
    pool.write("connections/erp.yaml", pool.read("connections/erp.yaml") + "secret: hunter2\n");
    const auto run = tidegatectl({"--pool", root, "run", "item"});
    CHECK(run.code == 2);
    CHECK_FALSE(contains(run.out + run.err, "hunter2"));
    const std::string advice = "put the password into the environment";
    CHECK(run.err.find(advice) == run.err.rfind(advice));
    CHECK_FALSE(contains(run.out, "rows ")); // nothing was read, so nothing is counted
    pool.write(PoolFolder::jobFile, "job: item\ndescription: caf\xe9\n");
    const auto set = tidegatectl({"--pool", root, "job", "set", "item", "description", "x"});
    CHECK(set.code == 2);
    CHECK(contains(set.err, PoolFolder::jobFile));
    CHECK(contains(set.err, "UTF-8"));
}

TEST_CASE("pool check shows every finding with its place")
{
    const PoolFolder pool;
    CHECK(tidegatectl({"--pool", pool.root().string(), "pool", "check"}).code == 0);
    pool.write("customers/acme/jobs/bad.yaml", "job: bad\nsourc: {}\nkey: id\n");
    const auto people = tidegatectl({"--pool", pool.root().string(), "pool", "check"});
    CHECK(people.code == 2);
    CHECK(contains(people.out, "customers/acme/jobs/bad.yaml:2:1: error:"));
    CHECK(contains(people.out, "source"));
    const auto lines = tidegatectl({"--pool", pool.root().string(), "--json", "pool", "check"}).objects();
    REQUIRE(lines.size() > 2);
    CHECK(lines.front().at("event") == "finding");
    CHECK(lines.front().at("line").get<int>() > 0);
    CHECK(lines.back().at("event") == "pool.checked");
    CHECK(lines.back().at("errors").get<int>() >= 2);
}

TEST_CASE("a pool with several environments wants one named")
{
    const PoolFolder pool;
    pool.addEnvironments();
    const std::string root = pool.root().string();
    const auto none = tidegatectl({"--pool", root, "run", "item"});
    CHECK(none.code == 2);
    CHECK(contains(none.err, "acme-prod"));
    const auto wrong = tidegatectl({"--pool", root, "--env", "acme-prd", "run", "item"});
    CHECK(wrong.code == 2);
    // With the right one it gets as far as the server, which is not there.
    CHECK(tidegatectl({"--pool", root, "--env", "acme-prod", "run", "item"}).code >= 3);
    CHECK(tidegatectl({"--pool", root, "job", "list"}).code == 0); // needs none
}

TEST_CASE("the last object of run is its summary, also where it could not begin")
{
    const PoolFolder pool;
    const std::string root = pool.root().string();
    for (const std::vector<std::string>& arguments : {std::vector<std::string>{"--pool", root, "--json", "run", "itme"},
                                                      {"--pool", root, "--json", "run", "item"},
                                                      {"--pool", "/nowhere", "--json", "run", "item"}}) {
        const auto outcome = tidegatectl(arguments);
        const auto lines = outcome.objects();
        REQUIRE_FALSE(lines.empty());
        const json& last = lines.back();
        CHECK(last.at("event") == "run.finished");
        CHECK(last.at("state") == "failed");
        CHECK(last.at("window").is_null());
        CHECK(last.at("rows").at("read") == 0);
        CHECK(last.at("verified").is_null());
        CHECK(last.at("error").at("message").is_string());
        CHECK(outcome.code != 0);
        CHECK(contains(outcome.err, "error: "));
    }
}

TEST_CASE("run of a job whose file is not valid shows the findings and is exit 2")
{
    const PoolFolder pool;
    pool.write(PoolFolder::jobFile, "job: item\nkey: [id]\n");
    const auto outcome = tidegatectl({"--pool", pool.root().string(), "run", "item"});
    CHECK(outcome.code == 2);
    CHECK(contains(outcome.err, "customers/acme/jobs/item.yaml:"));
}

TEST_CASE("a pool.yaml that is not valid stops a run: under its name the ledger keeps who owns the rows")
{
    const PoolFolder pool;
    for (const char* text : {"pol: acme\nformat: 1\n", "pool: acme\nformat: 2\n"}) {
        pool.write("pool.yaml", text);
        const auto outcome = tidegatectl({"--pool", pool.root().string(), "--json", "run", "item"});
        CHECK(outcome.code == 2);
        const json error = outcome.objects().back().at("error");
        CHECK(error.at("code") == "invalid");
        CHECK(contains(error.at("message").get<std::string>(), "pool.yaml:"));
        CHECK_FALSE(error.at("hint").get<std::string>().empty());
    }
}

TEST_CASE("a server that is not there is exit 3 for the source, 4 for the target")
{
    const PoolFolder pool;
    const std::string root = pool.root().string();
    CHECK(tidegatectl({"--pool", root, "sql", "item"}).code == 3);
    CHECK(tidegatectl({"--pool", root, "ledger", "item"}).code == 4);
    CHECK(tidegatectl({"--pool", root, "job", "new", "other", "--from", "erp", "sales.item", "--env", ""}).code == 3);
    CHECK_FALSE(std::filesystem::exists(pool.root() / "customers/acme/jobs/other.yaml"));
    const auto check = tidegatectl({"--pool", root, "--json", "pool", "check", "--live"});
    const auto lines = check.objects();
    REQUIRE(lines.size() == 3); // both ends, and the count
    CHECK(lines[0].at("side") == "source");
    CHECK(lines[1].at("side") == "target");
    CHECK(check.code == 3);
    CHECK(contains(check.err, "no session with source erp"));
}

TEST_CASE("a target that does not answer does not hide the state of the others")
{
    const PoolFolder pool;
    const std::string root = pool.root().string();
    pool.write("connections/other.yaml",
               "connection: other\ntype: postgres\nhost: 127.0.0.1\nport: 1\ndatabase: dw\nuser: loader\n");
    pool.write("customers/acme/jobs/b.yaml", "job: b\nsource: { connection: erp, table: sales.item }\ntarget: { "
                                             "connection: other, table: ods.b, create: true }\nkey: [id]\n");
    const auto outcome = tidegatectl({"--pool", root, "state", "check"});
    CHECK(outcome.code == 4);
    CHECK(contains(outcome.err, "no session with target dw"));
    CHECK(contains(outcome.err, "no session with target other"));
}

TEST_CASE("what is not in this version is exit 2 and says so")
{
    const PoolFolder pool;
    const std::string root = pool.root().string();
    for (const std::vector<std::string>& words : {std::vector<std::string>{"undo", "item"},
                                                  {"quarantine", "item"},
                                                  {"verify", "item", "--repair"},
                                                  {"sql", "item", "--what", "undo"},
                                                  {"verify", "item", "--level", "L2"},
                                                  {"run", "item", "--window", "1", "2"}}) {
        std::vector<std::string> arguments = {"--pool", root};
        arguments.insert(arguments.end(), words.begin(), words.end());
        const auto outcome = tidegatectl(arguments);
        CAPTURE(words.front());
        CHECK(outcome.code == 2);
        CHECK(contains(outcome.err, "in this version"));
        CHECK(contains(outcome.err, "  do: "));
    }
}

TEST_CASE("an agent that does not run says so")
{
    const PoolFolder pool;
    const auto outcome = tidegatectl({"agent", "status", "--socket", (pool.root() / "none.sock").string()});
    CHECK(outcome.code == 1);
    CHECK(contains(outcome.err, "no agent answers"));
}
