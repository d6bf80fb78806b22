// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/cataloguereader.h"
#include "db/session.h"
#include "sql/statesql.h"
#include "verify/verify.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <unistd.h>

namespace tidegate {

/// A source and a target that are alike, a pool with the job `item`, and a ledger whose frontier is ten minutes ago.
class VerifyFixture : public VerifyObserver
{
public:
    VerifyFixture()
    {
        m_folder = std::filesystem::temp_directory_path() / fmt::format("tg-verify-{}", ::getpid());
        write("pool.yaml", "pool: drill\nformat: 1\n");
        for (const auto& [name, prefix] : {std::pair{"erp", "SOURCE"}, std::pair{"dw", "TARGET"}})
            write(fmt::format("connections/{}.yaml", name),
                  fmt::format("connection: {}\ntype: postgres\nhost: {}\nport: {}\ndatabase: {}\nuser: {}\n", name,
                              variable(prefix, "HOST"), variable(prefix, "PORT"), variable(prefix, "DB"),
                              variable(prefix, "USER")));
        source = open("SOURCE");
        target = open("TARGET");
        run(*source, "drop schema if exists sales cascade; create schema sales");
        run(*target, "drop schema if exists ods cascade; drop schema if exists tidegate cascade; create schema ods");
    }

    ~VerifyFixture() override { std::filesystem::remove_all(m_folder); }

    void onProgress(std::int64_t, std::int64_t) override {}
    void onStatement(Side, std::string_view, std::string_view) override {}

    /// Same rows at both ends: item_id 1 … rows, an hour old.
    void items(int rows, const std::string& more = "key: [item_id]\n", const std::string& watermark = "")
    {
        const std::string columns = "item_id bigint, name text, amount numeric(18,2), flag boolean, code char(6), "
                                    "updated_at timestamp with time zone";
        run(*source, "create table sales.item (" + columns + ")");
        run(*target, "create table ods.item (" + columns + ")");
        const auto fill = fmt::format(
            "select n, case when n % 7 = 0 then '' when n % 11 = 0 then null else '商品 ' || n end, n / 4.0, "
            "n % 2 = 0, 'c' || n % 10, timestamptz '2024-01-01 00:00+00' + n * interval '1 second' "
            "from generate_series(1, {}) n",
            rows);
        run(*source, "insert into sales.item " + fill);
        run(*target, "insert into ods.item " + fill);
        job(fmt::format("{}mode: incremental\nwatermark: {{ column: t.updated_at{} }}\n", more, watermark));
        applied("2024-06-01 00:00:00+00");
    }

    void job(const std::string& rest)
    {
        write("customers/acme/jobs/item.yaml", "job: item\nsource: { connection: erp, table: sales.item }\n"
                                               "target: { connection: dw, table: ods.item }\n" +
                                                   rest);
    }

    /// Writes what a run would have written to the ledger.
    void applied(const std::string& hi)
    {
        const auto state = sql::StateSql::create("tidegate", target->server());
        REQUIRE(state);
        run(*target, "begin");
        for (const auto& statement : state->createState())
            REQUIRE(target->run(statement, {}));
        run(*target, "commit");
        std::vector<std::optional<std::string>> values;
        for (const auto& column : sql::StateSql::ledgerColumns()) {
            if (column == "applied_at")
                continue;
            if (column == "job_id")
                values.emplace_back("item");
            else if (column == "kind")
                values.emplace_back("window");
            else if (column == "seq")
                values.emplace_back(std::to_string(++m_seq));
            else if (column == "hi")
                values.emplace_back(hi);
            else if (column == "epoch" || column.starts_with("rows_") || column == "target_oid")
                values.emplace_back("0");
            else
                values.emplace_back();
        }
        const auto done = target->run(state->insertLedger(values), {});
        REQUIRE_MESSAGE(done, (done ? "" : done.error().message));
    }

    static void run(Session& session, const std::string& statement)
    {
        const auto done = session.query(statement, {});
        REQUIRE_MESSAGE(done, (done ? "" : done.error().message));
    }

    Result<VerifyReport> verify(VerifyLevel level = VerifyLevel::L3)
    {
        const auto pool = readPool(m_folder);
        REQUIRE(pool);
        return verifyJob(*pool, nullptr, "item", {level, 10}, *this, {});
    }

    VerifyReport report(VerifyLevel level = VerifyLevel::L3)
    {
        auto made = verify(level);
        REQUIRE_MESSAGE(made, (made ? "" : made.error().message));
        return *made;
    }

    static std::unique_ptr<Session> open(const char* prefix)
    {
        ConnectionDefinition connection;
        connection.name = prefix;
        connection.host = variable(prefix, "HOST");
        connection.port = std::stoi(variable(prefix, "PORT"));
        connection.database = variable(prefix, "DB");
        connection.user = variable(prefix, "USER");
        auto session = Session::open(connection, {Side::None, "", false}, {});
        REQUIRE_MESSAGE(session, (session ? "" : session.error().message));
        return *std::move(session);
    }

    std::unique_ptr<Session> source;
    std::unique_ptr<Session> target;

private:
    static std::string variable(const std::string& prefix, const std::string& name)
    {
        const char* value = std::getenv(("TIDEGATE_TEST_" + prefix + "_" + name).c_str());
        REQUIRE_MESSAGE(value, "run me through tests/support/pgcluster.py");
        return value;
    }

    void write(const std::string& path, const std::string& text)
    {
        std::filesystem::create_directories((m_folder / path).parent_path());
        std::ofstream(m_folder / path) << text;
    }

    std::filesystem::path m_folder;
    int m_seq = 0;
};

} // namespace tidegate
