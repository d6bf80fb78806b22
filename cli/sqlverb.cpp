// SPDX-License-Identifier: Apache-2.0
#include "cli/commandcontext.h"
#include "cli/jobsql.h"
#include "cli/stopsignals.h"
#include "cli/verbs.h"

#include "db/catalogueservice.h"
#include "sync/nextrange.h"

#include <CLI/CLI.hpp>
#include <fmt/chrono.h>
#include <fmt/format.h>

#include <ctime>
#include <memory>
#include <vector>

namespace tidegate::cli {

namespace {

struct SqlWords
{
    std::string job;
    std::string what = "extract";
    std::vector<std::string> window;
};

/// Now, as a literal of the watermark's type. An example: a run asks the source's clock.
std::string exampleHi(const sql::JobPlan& plan)
{
    const auto now = fmt::gmtime(std::time(nullptr));
    if (plan.watermarkType == sql::WatermarkType::Date)
        return fmt::format("{:%Y-%m-%d}", now);
    return fmt::format("{:%Y-%m-%d %H:%M:%S}{}", now,
                       plan.watermarkType == sql::WatermarkType::Timestamptz ? "+00" : "");
}

/// The window that was asked for; else the one that a run would read now. Where a run would be refused, the SQL is
/// still worth seeing: up to now, with the reason beside it.
sql::ReadRange rangeFor(CommandContext& context, const Workplace& place, const sql::JobPlan& plan,
                        const SqlWords& words, std::stop_token stop)
{
    sql::ReadRange range;
    if (!words.window.empty()) {
        range.lo = words.window.at(0);
        range.hi = words.window.at(1);
        return range;
    }
    if (plan.inputs.job.mode == Mode::Full)
        return range;
    auto next = nextReadRange(place.pool, place.environment, words.job, std::move(stop));
    if (next)
        return *std::move(next);
    context.output().note(fmt::format("the window is an example: {}", next.error().message));
    range.hi = exampleHi(plan);
    return range;
}

Result<Statements> one(std::string title, Result<std::string> sql)
{
    if (!sql)
        return sql.error();
    return Statements{{std::move(title), *std::move(sql)}};
}

Result<std::string> userOf(const Workplace& place, const std::string& connection)
{
    const auto definition = resolveConnection(place.pool, place.environment, connection);
    return definition ? Result<std::string>(definition->user) : definition.error();
}

Result<Statements> grants(const Workplace& place, const sql::JobPlan& plan)
{
    const auto source = userOf(place, plan.inputs.job.source.connection);
    const auto target = userOf(place, plan.inputs.job.target.connection);
    if (!source || !target)
        return source ? target.error() : source.error();
    return one("what the two roles need", sql::grantsSql(plan, *source, *target));
}

Result<Statements> statementsFor(CommandContext& context, const Workplace& place, const sql::JobPlan& plan,
                                 const SqlWords& words, const std::stop_token& stop)
{
    if (words.what == "extract")
        return one("read at the source",
                   sql::extractSql(plan, rangeFor(context, place, plan, words, stop), exampleAttempt, 0));
    if (words.what == "count")
        return one("count at the source", sql::countSql(plan, rangeFor(context, place, plan, words, stop)));
    if (words.what == "ddl")
        return ddlOf(plan);
    if (words.what == "swap")
        return swapOf(plan);
    if (words.what == "apply")
        return applyOf(plan);
    return grants(place, plan);
}

Result<sql::JobPlan> livePlan(CommandContext& context, const Workplace& place, const SqlWords& words,
                              const std::stop_token& stop)
{
    const auto job = validJob(place.pool, words.job, context.output());
    if (!job)
        return job.error();
    auto inputs = readPlanInputs(place.pool, place.environment, **job, stop, words.what == "swap");
    if (!inputs)
        return inputs.error();
    return sql::planJob(*std::move(inputs));
}

int show(CommandContext& context, const SqlWords& words)
{
    Output& output = context.output();
    if (words.what == "undo")
        return output.fail({ErrorCode::Unsupported, "`sql --what undo` is not in this version",
                            "extract, count, ddl, apply, swap and grants are"});
    const StopSignals signals([](int) {});
    const auto place = context.workplace();
    if (!place)
        return output.fail(place.error());
    const auto plan = livePlan(context, **place, words, signals.token());
    if (!plan)
        return output.fail(plan.error());
    const auto statements = statementsFor(context, **place, *plan, words, signals.token());
    if (!statements)
        return output.fail(statements.error());
    for (const Finding& note : plan->notes)
        output.diagnostic(note);
    for (const auto& statement : *statements)
        output.event("sql",
                     {{"job", words.job}, {"what", words.what}, {"title", statement.title}, {"sql", statement.sql}});
    output.text(sql::toScript(*statements));
    return 0;
}

} // namespace

void addSqlVerb(CLI::App& root, Action& chosen)
{
    CLI::App* verb =
        root.add_subcommand("sql", "The SQL of a job as it will be sent; asks both servers for their catalogues");
    const auto words = std::make_shared<SqlWords>();
    verb->add_option("JOB", words->job, "The job's name")->required();
    verb->add_option("--what", words->what, "Which part; undo is not in this version")
        ->check(CLI::IsMember({"extract", "count", "ddl", "apply", "swap", "undo", "grants"}))
        ->capture_default_str();
    verb->add_option("--window", words->window, "Literals in the watermark's own type; absent: from the ledger to now")
        ->type_name("LO HI")
        ->expected(2);
    verb->callback([&chosen, words] { chosen = [words](CommandContext& context) { return show(context, *words); }; });
}

} // namespace tidegate::cli
