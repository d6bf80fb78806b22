// SPDX-License-Identifier: Apache-2.0
#include "cli/commandcontext.h"
#include "cli/jobsql.h"
#include "cli/stopsignals.h"
#include "cli/verbs.h"

#include "db/catalogueservice.h"
#include "diff/linediff.h"
#include "job/jobdiff.h"
#include "sync/gitrevision.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace tidegate::cli {

namespace {

struct DiffWords
{
    std::string first;
    std::string second; ///< empty: `first` as it is now, against its committed version
    bool sql = false;
};

/// One of the two jobs, under the words that named it.
struct NamedJob
{
    std::string title;
    PoolFile<JobDefinition> file;
};

Result<NamedJob> committed(const Pool& pool, std::string title, std::string_view revision, std::string_view name)
{
    const auto file = committedJob(pool.root, revision, name);
    if (!file)
        return file.error();
    return NamedJob{std::move(title), parseJob(file->text, name, file->path, &pool)};
}

/// `JOB`, or `REVISION:JOB`.
Result<NamedJob> jobFor(const Pool& pool, const std::string& words)
{
    const auto colon = words.rfind(':');
    if (colon != std::string::npos && !pool.job(words))
        return committed(pool, words, words.substr(0, colon), words.substr(colon + 1));
    const auto file = findJob(pool, words);
    if (!file)
        return file.error();
    return NamedJob{words, **file};
}

void print(const JobChange& change, Output& output)
{
    output.event("job.change", {{"path", change.path},
                                {"kind", toString(change.kind)},
                                {"before", change.before},
                                {"after", change.after},
                                {"risk", change.risk}});
    const std::string_view none = "(absent)";
    output.line(fmt::format("{}: {} → {}", change.path, change.before.empty() ? none : change.before,
                            change.after.empty() ? none : change.after));
    if (!change.risk.empty())
        output.line(fmt::format("  risk: {}", change.risk));
}

int compareMeaning(const NamedJob& first, const NamedJob& second, Output& output)
{
    const auto changes = diffJobs(first.file.text, second.file.text);
    if (!changes)
        return output.fail(changes.error());
    for (const JobChange& change : *changes)
        print(change, output);
    output.event("job.compared", {{"first", first.title}, {"second", second.title}, {"changes", changes->size()}});
    if (changes->empty())
        output.line("no difference in meaning");
    return 0;
}

/// The three parts of a job's SQL, as scripts.
struct Scripts
{
    std::string extract;
    std::string ddl;
    std::string apply;
};

/// The same window for both jobs: only what differs shall differ.
sql::ReadRange exampleRange(const sql::JobPlan& plan)
{
    sql::ReadRange range;
    if (plan.inputs.job.mode == Mode::Full)
        return range;
    const bool isDate = plan.watermarkType == sql::WatermarkType::Date;
    const std::string_view time = isDate                                                  ? ""
                                  : plan.watermarkType == sql::WatermarkType::Timestamptz ? " 00:00:00+00"
                                                                                          : " 00:00:00";
    range.lo = fmt::format("2026-01-01{}", time);
    range.hi = fmt::format("2026-01-02{}", time);
    return range;
}

Result<Scripts> scriptsOf(const Workplace& place, const NamedJob& job, Output& output, const std::stop_token& stop)
{
    if (!job.file.definition) {
        for (const Finding& finding : job.file.findings)
            output.diagnostic(finding);
        return Error{ErrorCode::Invalid, fmt::format("{} is not valid, so it has no SQL", job.title),
                     "without --sql the files are compared as they are"};
    }
    auto inputs = readPlanInputs(place.pool, place.environment, *job.file.definition, stop);
    auto plan = inputs ? sql::planJob(*std::move(inputs)) : Result<sql::JobPlan>(inputs.error());
    if (!plan) {
        auto error = std::move(plan).error();
        error.message = fmt::format("{}: {}", job.title, error.message);
        return error;
    }
    const auto extract = sql::extractSql(*plan, exampleRange(*plan), exampleAttempt, 0);
    const auto ddl = ddlOf(*plan);
    const auto apply = applyOf(*plan);
    if (!extract)
        return extract.error();
    if (!ddl || !apply)
        return ddl ? apply.error() : ddl.error();
    return Scripts{*extract + ";\n", sql::toScript(*ddl), sql::toScript(*apply)};
}

int compareSql(const Workplace& place, const NamedJob& first, const NamedJob& second, Output& output)
{
    const StopSignals signals([](int) {});
    const auto before = scriptsOf(place, first, output, signals.token());
    if (!before)
        return output.fail(before.error());
    const auto after = scriptsOf(place, second, output, signals.token());
    if (!after)
        return output.fail(after.error());
    int changed = 0;
    const auto compare = [&](std::string_view part, const std::string& one, const std::string& other) {
        const auto text =
            unifiedDiff(one, other, fmt::format("{} {}", first.title, part), fmt::format("{} {}", second.title, part));
        if (text.empty())
            return;
        ++changed;
        output.event("job.sql_diff",
                     {{"first", first.title}, {"second", second.title}, {"part", part}, {"diff", text}});
        output.text(text);
    };
    compare("extract", before->extract, after->extract);
    compare("ddl", before->ddl, after->ddl);
    compare("apply", before->apply, after->apply);
    output.event("job.compared", {{"first", first.title}, {"second", second.title}, {"changes", changed}});
    if (changed == 0)
        output.line("no difference in SQL");
    return 0;
}

int diff(CommandContext& context, const DiffWords& words)
{
    Output& output = context.output();
    const auto pool = context.readPool();
    if (!pool)
        return output.fail(pool.error());
    const auto first = words.second.empty() ? committed(*pool, "HEAD:" + words.first, "HEAD", words.first)
                                            : jobFor(*pool, words.first);
    if (!first)
        return output.fail(first.error());
    const auto second = jobFor(*pool, words.second.empty() ? words.first : words.second);
    if (!second)
        return output.fail(second.error());
    if (!words.sql)
        return compareMeaning(*first, *second, output);
    const auto place = context.workplace();
    return place ? compareSql(**place, *first, *second, output) : output.fail(place.error());
}

} // namespace

void addJobDiffVerb(CLI::App& job, Action& chosen)
{
    const auto words = std::make_shared<DiffWords>();
    CLI::App* verb = job.add_subcommand("diff", "What differs in meaning between two jobs or two versions of one, and "
                                                "what that does to loaded data");
    verb->add_option("A", words->first, "A job's name, or REVISION:JOB for a committed version")->required();
    verb->add_option("B", words->second, "Another; absent: A as it is now, against what is committed");
    verb->add_flag("--sql", words->sql, "Compare the SQL that they become; asks both servers for their catalogues");
    verb->callback([&chosen, words] { chosen = [words](CommandContext& context) { return diff(context, *words); }; });
}

} // namespace tidegate::cli
