// SPDX-License-Identifier: Apache-2.0
#include "cli/commandcontext.h"
#include "cli/progressbar.h"
#include "cli/stopsignals.h"
#include "cli/verbs.h"

#include "verify/verify.h"
#include "verify/verifylevel.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <memory>

#include <unistd.h>

namespace tidegate::cli {

namespace {

struct VerifyWords
{
    std::string job;
    std::string level = "L1";
    bool repair = false;
};

class VerifyView : public VerifyObserver
{
public:
    explicit VerifyView(Output& output)
        : m_output(output), m_onTerminal(::isatty(STDERR_FILENO) == 1 && !output.isJson())
    {
    }
    ~VerifyView() override
    {
        if (m_shown)
            m_output.progress("\r\x1b[K");
    }

    VerifyView(const VerifyView&) = delete;
    VerifyView& operator=(const VerifyView&) = delete;

    void onProgress(std::int64_t sourceRows, std::int64_t targetRows) override
    {
        m_output.event("verify.progress", {{"source_rows", sourceRows}, {"target_rows", targetRows}});
        if (!m_onTerminal)
            return;
        m_output.progress(fmt::format("\rcompared {} rows of the source, {} of the target\x1b[K",
                                      shortCount(sourceRows), shortCount(targetRows)));
        m_shown = true;
    }
    void onStatement(Side, std::string_view, std::string_view) override {}

private:
    Output& m_output;
    bool m_onTerminal;
    bool m_shown = false;
};

std::string orNull(const std::optional<std::string>& value)
{
    return value.value_or("NULL");
}

void printChecks(const VerifyReport& report, Output& output)
{
    TextTable table({{"CHECK"}, {"SOURCE"}, {"TARGET"}, {""}});
    for (const VerifyCheck& check : report.checks)
        table.add({check.name, orNull(check.source), orNull(check.target), check.same ? "same" : "DIFFERENT"});
    if (!table.isEmpty())
        output.table(table);
}

void printExample(const VerifyExample& example, Output& output)
{
    std::string text = fmt::format("  {}", toString(example.kind));
    for (const auto& [column, value] : example.key)
        text += fmt::format("  {} = {}", column, orNull(value));
    output.line(text);
    for (const ValuePair& pair : example.values) {
        if (example.kind == DifferenceKind::Missing)
            output.line(fmt::format("    {}: {} at the source", pair.column, orNull(pair.source)));
        else if (example.kind == DifferenceKind::Extra)
            output.line(fmt::format("    {}: {} at the target", pair.column, orNull(pair.target)));
        else
            output.line(fmt::format("    {}: {} at the source, {} at the target", pair.column, orNull(pair.source),
                                    orNull(pair.target)));
    }
}

void printReport(const VerifyReport& report, Output& output)
{
    printChecks(report, output);
    for (const VerifyExample& example : report.examples)
        printExample(example, output);
    for (const std::string& warning : report.warnings)
        output.note(fmt::format("warning: {}", warning));
    if (!report.comparable) {
        output.line(fmt::format("{}: not comparable now: {}", report.job, report.notComparable));
        return;
    }
    output.line(fmt::format("{}: {} in {:.1f} s", report.job,
                            report.same ? "source and target are the same" : "source and target DIFFER",
                            report.seconds));
    output.line(fmt::format("  rows   {} at the source, {} at the target, {} pending left out", report.sourceRows,
                            report.targetRows, report.pending));
    if (!report.same)
        output.line(fmt::format("  found  {}", differencesOf(report)));
    if (!report.same && report.level != VerifyLevel::L3)
        output.line(fmt::format("  look   `tidegatectl verify {} --level L3` shows the rows", report.job));
    output.line(fmt::format("  scope  {}", report.scope));
    output.line(fmt::format("  as of  {} (source), {} (target)", report.sourceAsOf, report.targetAsOf));
}

int verify(CommandContext& context, const VerifyWords& words)
{
    Output& output = context.output();
    if (words.repair)
        return output.fail(
            {ErrorCode::Unsupported, "`verify --repair` is not in this version",
             "`verify --level L3` shows the rows that differ; `run --again` reads the last window again, "
             "`run --reload` everything"});
    VerifyOptions options;
    options.level = verifyLevelFrom(words.level).value_or(VerifyLevel::L1);
    const StopSignals signals([&output](int) { output.note("stopping"); });
    const auto place = context.workplace();
    if (!place)
        return output.fail(place.error());
    if (const auto job = validJob((*place)->pool, words.job, output); !job)
        return output.fail(job.error());
    const auto report = [&] {
        VerifyView view(output);
        return verifyJob((*place)->pool, (*place)->environment, words.job, options, view, signals.token());
    }();
    if (!report)
        return output.fail(report.error());
    output.event("verify.finished", toJson(*report));
    printReport(*report, output);
    return exitCode(*report);
}

} // namespace

void addVerifyVerb(CLI::App& root, Action& chosen)
{
    CLI::App* verb = root.add_subcommand("verify", "Compare source and target as they are now; changes nothing");
    const auto words = std::make_shared<VerifyWords>();
    verb->add_option("JOB", words->job, "The job's name")->required();
    verb->add_option("--level", words->level, "L1: counts, ends of key and watermark; L3: every value of every row")
        ->check(CLI::IsMember({"L0", "L1", "L2", "L3"}))
        ->capture_default_str();
    verb->add_flag("--repair", words->repair, "Propose a repair (not in this version)");
    verb->callback([&chosen, words] { chosen = [words](CommandContext& context) { return verify(context, *words); }; });
}

} // namespace tidegate::cli
