// SPDX-License-Identifier: Apache-2.0
// What is shown is what runs: the console's and the command line's way to SQL, and what a run tells of itself, against
// the servers' own logs.
#include "databaseends.h"
#include "db/catalogueservice.h"
#include "sql/statements.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>

using namespace tidegate;
using namespace tidegate::sql;
using tidegate::test::DatabaseEnds;
using tidegate::test::RecordingObserver;
using tidegate::test::runOnce;

namespace {

/// Statements that the sessions of `application` sent, as the server's log has them.
std::vector<std::string> loggedStatements(const char* sockets, const std::string& application)
{
    const std::string folder = std::getenv(sockets);
    std::ifstream log(folder.substr(0, folder.rfind('/')) + "/server.log");
    REQUIRE(log.good());
    std::vector<std::string> statements;
    bool inside = false;
    for (std::string line; std::getline(log, line);) {
        if (line.substr(0, 1) == "\t") { // the log begins every further line of an entry with a tab
            if (inside)
                statements.back() += "\n" + line.substr(1);
            continue;
        }
        inside = false;
        if (line.find("] " + application + " LOG:  ") == std::string::npos)
            continue;
        for (const std::string mark : {"statement: ", "execute <unnamed>: "}) {
            const auto at = line.find("LOG:  " + mark);
            if (at == std::string::npos)
                continue;
            statements.push_back(line.substr(at + 6 + mark.size()));
            inside = true;
        }
    }
    return statements;
}

constexpr std::string_view changing[] = {"copy", "insert", "delete", "update", "create", "alter", "drop", "truncate"};

bool holds(const std::vector<std::string>& statements, const std::string& wanted)
{
    return std::find(statements.begin(), statements.end(), wanted) != statements.end();
}

/// Both servers log every statement of sessions that begin from now on.
class LoggedEnds : public DatabaseEnds
{
public:
    LoggedEnds() { set("log_statement = 'all'"); }
    ~LoggedEnds() { set("log_statement = 'none'"); }
    LoggedEnds(const LoggedEnds&) = delete;
    LoggedEnds& operator=(const LoggedEnds&) = delete;

    std::vector<std::string> sourceLog() const
    {
        return loggedStatements("TIDEGATE_TEST_SOURCE_SOCKETS", "tidegate/item");
    }
    std::vector<std::string> targetLog() const
    {
        return loggedStatements("TIDEGATE_TEST_TARGET_SOCKETS", "tidegate/item");
    }

private:
    void set(const std::string& setting)
    {
        atSource("alter database " + sourceConnection.database + " set " + setting);
        atTarget("alter database " + targetConnection.database + " set " + setting);
    }
};

void makeItems(DatabaseEnds& ends)
{
    ends.atSource("create table %.item (id bigint, store int, name text, deleted boolean, updated_at timestamptz)");
    ends.atSource(
        "insert into %.item select n, 1, 'Artikel ''' || n || ' 茶', false, now() from generate_series(1, 50) n");
}

void checkShown(const LoggedEnds& ends, const RecordingObserver& observer)
{
    const auto source = ends.sourceLog();
    const auto target = ends.targetLog();
    REQUIRE(source.size() > 3);
    REQUIRE(target.size() > 3);
    REQUIRE(observer.statements.size() > 5);
    for (const auto& [side, sql] : observer.statements)
        CHECK_MESSAGE(holds(side == Side::Source ? source : target, sql), toString(side), ": ", sql);
}

/// Nothing that changes the target goes untold.
void checkTold(const std::vector<std::string>& log, std::size_t before, const RecordingObserver& observer)
{
    for (std::size_t i = before; i < log.size(); ++i) {
        const bool changes = std::any_of(std::begin(changing), std::end(changing),
                                         [&](std::string_view word) { return log[i].substr(0, word.size()) == word; });
        const bool told = std::any_of(observer.statements.begin(), observer.statements.end(),
                                      [&](const auto& statement) { return statement.second == log[i]; });
        CHECK_MESSAGE((told || !changes), log[i]);
    }
}

} // namespace

TEST_CASE("a window: what a preview shows and what a run tells are what both servers got, byte for byte")
{
    LoggedEnds ends;
    makeItems(ends);
    auto job = ends.itemJob();
    job.deleteWhen = "t.deleted -- soft";
    job.source.where = "t.name <> 'it''s; -- not'";
    REQUIRE(runOnce(ends, job).state == RunState::Applied);
    ends.atSource("update %.item set name = 'neu', updated_at = now() where id < 5");

    const auto pool = ends.pool(job);
    const auto inputs = readPlanInputs(pool, nullptr, job, {});
    REQUIRE(inputs);
    const auto plan = planJob(*inputs);
    REQUIRE(plan);
    const auto before = ends.targetLog().size();
    RecordingObserver observer;
    REQUIRE(runOnce(ends, job, {}, &observer).state == RunState::Applied);
    checkShown(ends, observer);
    checkTold(ends.targetLog(), before, observer);

    REQUIRE(observer.windows.size() == 1);
    const ReadRange range{observer.windows[0].lo, observer.windows[0].hi};
    constexpr std::int64_t attempt = (std::int64_t{2} << 20) + 1;
    CHECK(holds(ends.sourceLog(), copyOutSql(*plan, range, attempt, 0).value()));
    const auto target = ends.targetLog();
    CHECK(holds(target, copyInSql(*plan, plan->stagingTable, true).value()));
    const auto apply = applySql(*plan, attempt);
    REQUIRE(apply);
    for (const auto& statement : *apply)
        CHECK_MESSAGE(holds(target, statement.sql), statement.sql);
}

TEST_CASE("a full load: what a run tells is what both servers got")
{
    LoggedEnds ends;
    makeItems(ends);
    auto job = ends.itemJob();
    job.mode = Mode::Full;
    const auto before = ends.targetLog().size();
    RecordingObserver observer;
    REQUIRE(runOnce(ends, job, {}, &observer).state == RunState::Applied);
    checkShown(ends, observer);
    checkTold(ends.targetLog(), before, observer);
    RecordingObserver again;
    REQUIRE(runOnce(ends, job, {}, &again).state == RunState::Applied);
    checkShown(ends, again);
}
