// SPDX-License-Identifier: Apache-2.0
#include "cli/commandline.h"
#include "poolfolder.h"

#include <nlohmann/json.hpp>

#include <doctest/doctest.h>

#include <filesystem>
#include <sstream>
#include <vector>

using namespace tidegate;
using namespace tidegate::test;
using nlohmann::json;

namespace {

struct Outcome
{
    int code = -1;
    std::string out;
    std::string err;

    /// Every line of the first stream as an object.
    [[nodiscard]] std::vector<json> objects() const
    {
        std::vector<json> lines;
        std::istringstream stream(out);
        for (std::string line; std::getline(stream, line);) {
            CAPTURE(line);
            lines.push_back(json::parse(line));
            CHECK(lines.back().is_object());
            CHECK(lines.back().at("event").is_string());
        }
        return lines;
    }
};

Outcome tidegatectl(const std::vector<std::string>& arguments)
{
    std::ostringstream out;
    std::ostringstream err;
    const int code = cli::runCommandLine(arguments, out, err);
    return {code, out.str(), err.str()};
}

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

bool contains(const std::string& text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("help and version go to the first stream with exit 0")
{
    const auto help = tidegatectl({"--help"});
    CHECK(help.code == 0);
    for (const char* verb : {"pool", "job", "sql", "run", "ledger", "state", "verify", "agent", "undo", "quarantine"})
        CHECK(contains(help.out, verb));
    CHECK(contains(tidegatectl({"run", "--help"}).out, "--take-over"));
    CHECK(contains(tidegatectl({"--version"}).out, TIDEGATE_VERSION));
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

TEST_CASE("a server that is not there is exit 3 for the source's catalogue")
{
    const PoolFolder pool;
    const std::string root = pool.root().string();
    const int sql = tidegatectl({"--pool", root, "sql", "item"}).code;
    CHECK((sql == 3 || sql == 4));
    const auto check = tidegatectl({"--pool", root, "--json", "pool", "check", "--live"});
    CHECK((check.code == 3 || check.code == 4 || check.code == 1));
    CHECK(check.objects().front().at("event") == "error");
}

TEST_CASE("what is not in this version is exit 2 and says so")
{
    const PoolFolder pool;
    const std::string root = pool.root().string();
    for (const std::vector<std::string>& words : {std::vector<std::string>{"undo", "item"},
                                                  {"quarantine", "item"},
                                                  {"verify", "item", "--repair"},
                                                  {"verify", "item", "--level", "L2"},
                                                  {"run", "item", "--window", "1", "2"}}) {
        std::vector<std::string> arguments = {"--pool", root};
        arguments.insert(arguments.end(), words.begin(), words.end());
        const auto outcome = tidegatectl(arguments);
        CAPTURE(words.front());
        CHECK(outcome.code == 2);
        CHECK(contains(outcome.err, "in this version"));
    }
}

TEST_CASE("an agent that does not run says so")
{
    const PoolFolder pool;
    const auto outcome = tidegatectl({"agent", "status", "--socket", (pool.root() / "none.sock").string()});
    CHECK(outcome.code == 1);
    CHECK(contains(outcome.err, "no agent answers"));
}

TEST_CASE("jobs may be called like verbs")
{
    const PoolFolder pool;
    pool.write("customers/acme/jobs/run.yaml",
               "job: run\nsource: { connection: erp, table: sales.run }\ntarget: { connection: dw, table: ods.run, "
               "create: true }\nkey: [id]\nmode: full\n");
    CHECK(contains(tidegatectl({"--pool", pool.root().string(), "job", "show", "run"}).out, "job: run"));
}
