// SPDX-License-Identifier: Apache-2.0
#include "databaseends.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdlib>
#include <unistd.h>

namespace tidegate::test {

namespace {

std::string variable(const std::string& name)
{
    const char* value = std::getenv(name.c_str());
    if (!value)
        FAIL("this test needs private servers: run it through tests/support/pgcluster.py (missing " << name << ")");
    return value;
}

ConnectionDefinition connectionOf(const std::string& prefix, const std::string& name, const std::string& schema)
{
    ConnectionDefinition connection;
    connection.name = name;
    connection.host = variable(prefix + "_HOST");
    connection.port = std::atoi(variable(prefix + "_PORT").c_str());
    connection.user = variable(prefix + "_USER");
    connection.database = variable(prefix + "_DB");
    connection.stateSchema = schema + "_state";
    return connection;
}

std::unique_ptr<Session> opened(const ConnectionDefinition& connection)
{
    SessionOptions options;
    options.readOnly = false;
    auto session = Session::open(connection, options, {});
    if (!session)
        FAIL(session.error().message);
    // A test's own sessions stand for other programs.
    REQUIRE((*session)->query("set application_name = 'writer'", {}));
    return std::move(*session);
}

template <typename Definition>
PoolFile<Definition> fileOf(const std::string& name, const Definition& definition)
{
    PoolFile<Definition> file;
    file.name = name;
    file.path = name + ".yaml";
    file.definition = definition;
    return file;
}

} // namespace

DatabaseEnds::DatabaseEnds()
{
    static int count = 0;
    m_schema = fmt::format("t{}_{}", ::getpid(), ++count);
    sourceConnection = connectionOf("TIDEGATE_TEST_SOURCE", "erp", m_schema);
    targetConnection = connectionOf("TIDEGATE_TEST_TARGET", "dw", m_schema);
    m_source = opened(sourceConnection);
    m_target = opened(targetConnection);
    atSource("create schema %");
    atTarget("create schema %");
}

DatabaseEnds::~DatabaseEnds()
{
    for (const auto* session : {&m_source, &m_target}) {
        (*session)->rollback();
        (void)(*session)->query(sql("drop schema % cascade"), {});
        (void)(*session)->query(sql("drop schema if exists %_state cascade"), {});
    }
}

std::string DatabaseEnds::sql(std::string_view text) const
{
    std::string out;
    for (const char c : text) {
        if (c == '%')
            out += m_schema;
        else
            out += c;
    }
    return out;
}

std::unique_ptr<Session> DatabaseEnds::openSource() const
{
    return opened(sourceConnection);
}

std::unique_ptr<Session> DatabaseEnds::openTarget() const
{
    return opened(targetConnection);
}

void DatabaseEnds::run(Session& session, std::string_view text) const
{
    const auto done = session.query(sql(text), {});
    if (!done)
        FAIL(done.error().message << " in: " << sql(text));
}

std::string DatabaseEnds::rows(Session& session, std::string_view text) const
{
    const auto answer = session.query(sql(text), {});
    if (!answer)
        FAIL(answer.error().message << " in: " << sql(text));
    std::string out;
    for (int row = 0; row < answer->size(); ++row) {
        if (row > 0)
            out += '\n';
        for (int column = 0; column < answer->columns(); ++column) {
            if (column > 0)
                out += '|';
            out += answer->isNull(row, column) ? "-" : std::string(answer->text(row, column));
        }
    }
    return out;
}

JobDefinition DatabaseEnds::itemJob() const
{
    JobDefinition job;
    job.name = "item";
    job.id = "item";
    job.source.connection = "erp";
    job.source.table = sql("%.item");
    job.target.connection = "dw";
    job.target.table = sql("%.item");
    job.target.create = true;
    job.key = {"id"};
    job.mode = Mode::Incremental;
    job.watermark.emplace();
    job.watermark->columns = {"t.updated_at"};
    return job;
}

Pool DatabaseEnds::pool(const JobDefinition& job) const
{
    Pool pool;
    pool.name = "test";
    pool.root = "/";
    pool.connections = {fileOf("dw", targetConnection), fileOf("erp", sourceConnection)};
    pool.jobs = {fileOf(job.name, job)};
    return pool;
}

void RecordingObserver::onStatement(Side side, std::string_view title, std::string_view sql)
{
    CHECK(std::this_thread::get_id() == m_thread);
    statements.emplace_back(side, sql);
    if (statementHook)
        statementHook(side, title);
}

bool RecordingObserver::logged(std::string_view part) const
{
    for (const auto& [level, text] : logs) {
        if (text.find(part) != std::string::npos)
            return true;
    }
    return false;
}

RunSummary runOnce(const DatabaseEnds& ends, const JobDefinition& job, const RunOptions& options,
                   RecordingObserver* observer, std::stop_token stop)
{
    RecordingObserver own;
    return runJob(ends.pool(job), nullptr, job.name, options, observer ? *observer : own, std::move(stop));
}

} // namespace tidegate::test
