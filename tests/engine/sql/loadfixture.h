// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sql/statements.h"
#include "testserver.h"

#include <map>

namespace tidegate::test {

/// A source s.item and a target d.item in one transaction of a real server, with the loads that the engine makes.
class LoadFixture
{
public:
    static constexpr std::int64_t attempt = 1048577;

    LoadFixture();
    ~LoadFixture();
    LoadFixture(const LoadFixture&) = delete;
    LoadFixture& operator=(const LoadFixture&) = delete;

    sql::TableInfo table(const std::string& name);
    /// A merge by id with the watermark t.at, against the tables as they are now.
    sql::PlanInputs inputs();
    sql::JobPlan plan(sql::PlanInputs made);

    /// Runs the statements in order, as far as the data is not refused; their counters go to `counts`, the rows of
    /// checks to `examples`.
    void run(const Result<std::vector<sql::Statement>>& statements);
    void makeTarget();
    /// Stages the whole source as one window and applies it.
    void apply(const sql::JobPlan& plan);
    /// Loads the whole source into a table beside and swaps it in.
    void loadWhole(const sql::JobPlan& plan);
    /// "1=a 2=b": id and a of the target.
    std::string target();

    TestServer server;
    std::map<sql::StatementRole, std::int64_t> counts;
    std::map<sql::StatementRole, Answer> examples;
};

} // namespace tidegate::test
