// SPDX-License-Identifier: Apache-2.0
#include "sqlcase.h"

#include "cataloguetext.h"
#include "pool/pool.h"
#include "sql/fragment.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace tidegate::test {

using namespace tidegate::sql;

namespace {

std::string setting(const SqlCase& test, std::string_view name)
{
    const auto* with = test.section("with");
    if (with == nullptr)
        return {};
    std::istringstream lines{*with};
    for (std::string line; std::getline(lines, line);) {
        if (line == name)
            return line;
        if (line.substr(0, name.size() + 1) == std::string(name) + " ")
            return line.substr(name.size() + 1);
    }
    return {};
}

std::string errorText(const Error& error)
{
    auto text = fmt::format("{}: {}", toString(error.code), error.message);
    if (!error.detail("path").empty())
        text += fmt::format("\npath: {}", error.detail("path"));
    if (!error.hint.empty())
        text += fmt::format("\nhint: {}", error.hint);
    return text;
}

PlanInputs inputsOf(const SqlCase& test, JobDefinition job)
{
    PlanInputs inputs;
    inputs.job = std::move(job);
    const auto server = [&](const char* end, int money) {
        ServerInfo info;
        const bool greenplum = test.has(fmt::format("{} greenplum6", end));
        info.dialect = greenplum ? Dialect::Greenplum6 : Dialect::Postgres;
        const auto version = setting(test, "version");
        info.version = greenplum ? 90426 : version.empty() ? 150004 : std::stoi(version);
        info.versionText = greenplum ? "Greenplum 6.25.3" : fmt::format("PostgreSQL {}", info.version / 10000);
        info.zone = setting(test, "zone").empty() ? "UTC" : setting(test, "zone");
        std::istringstream words{setting(test, "money")};
        for (int i = 0; i <= money; ++i)
            words >> info.lcMonetary;
        return info;
    };
    inputs.sourceServer = server("source", 0);
    inputs.targetServer = server("target", 1);
    inputs.source = tableFromText(*test.section("source"));
    if (const auto* join = test.section("join"))
        inputs.join = tableFromText(*join);
    if (const auto* target = test.section("target"))
        inputs.target = tableFromText(*target);
    return inputs;
}

std::string planText(const JobPlan& plan)
{
    std::string text = fmt::format("target {}\nstaging {}\n", plan.targetTable, plan.stagingTable);
    if (plan.watermarkType)
        text += fmt::format("watermark {}\n", plan.watermarkExpression);
    for (const auto& column : plan.columns)
        text += fmt::format("column {} = {} : {}{}{}\n", column.name, column.expression, column.targetType,
                            column.key ? " key" : "", column.loss.empty() ? "" : " -- " + column.loss);
    for (const auto& kept : plan.keptColumns)
        text += fmt::format("kept {}\n", kept);
    return text;
}

std::string notesText(const JobPlan& plan)
{
    std::string text;
    for (const auto& note : plan.notes)
        text += fmt::format("{} at {}: {}{}\n", note.code, note.path, note.message,
                            note.hint.empty() ? "" : " (" + note.hint + ")");
    return text;
}

std::string scriptOf(Result<std::vector<Statement>> statements)
{
    return statements ? toScript(*statements) : errorText(statements.error());
}

std::string textOf(Result<std::string> text)
{
    return text ? *text : errorText(text.error());
}

std::string produce(const SqlCase& test, const JobPlan& plan, std::string_view section)
{
    if (section == "plan")
        return planText(plan);
    if (section == "notes")
        return notesText(plan);
    if (section == "extract")
        return textOf(extractSql(plan, test.range(), test.attempt(), 0));
    if (section == "nulls")
        return scriptOf(nullWatermarksSql(plan));
    if (section == "count")
        return textOf(countSql(plan, test.range()));
    if (section == "copyin")
        return textOf(copyInSql(plan, plan.stagingTable, true));
    if (section == "ddl")
        return scriptOf(createTargetSql(plan));
    if (section == "staging")
        return scriptOf(createStagingSql(plan));
    if (section == "apply")
        return scriptOf(applySql(plan, test.attempt()));
    if (section == "beside")
        return scriptOf(createBesideSql(plan, besideName));
    if (section == "finish")
        return scriptOf(finishBesideSql(plan, besideName));
    if (section == "swap")
        return scriptOf(swapSql(plan, besideName));
    if (section == "grants")
        return textOf(grantsSql(plan, "reader", "loader"));
    return fmt::format("no such section: {}", section);
}

} // namespace

const std::string* SqlCase::section(std::string_view name) const
{
    const auto found = std::find_if(sections.begin(), sections.end(), [&](const auto& s) { return s.first == name; });
    return found == sections.end() ? nullptr : &found->second;
}

bool SqlCase::has(std::string_view wanted) const
{
    return setting(*this, wanted) == wanted;
}

ReadRange SqlCase::range() const
{
    ReadRange range;
    range.includeNulls = !has("no nulls");
    if (has("full"))
        return range;
    auto window = setting(*this, "window");
    if (window.empty())
        window = "2024-03-01 00:00:00+00 .. 2024-03-02 12:30:00.123456+00";
    const auto dots = window.find(" .. ");
    if (window.substr(0, dots) != "unbounded")
        range.lo = window.substr(0, dots);
    if (window.substr(dots + 4) != "unbounded")
        range.hi = window.substr(dots + 4);
    if (has("reload"))
        range.into = ReadRange::Into::Beside;
    if (const auto overlap = setting(*this, "overlap"); !overlap.empty())
        range.overlap = std::chrono::seconds(std::stoi(overlap));
    return range;
}

std::int64_t SqlCase::attempt() const
{
    const auto text = setting(*this, "attempt");
    return text.empty() ? 1048577 : std::stoll(text);
}

SqlCase readCase(const std::filesystem::path& file)
{
    SqlCase test;
    test.file = file;
    std::ifstream in(file, std::ios::binary);
    for (std::string line; std::getline(in, line);) {
        if (line.substr(0, 3) == "== ")
            test.sections.emplace_back(line.substr(3), "");
        else if (test.sections.empty())
            test.comment += line + "\n";
        else
            test.sections.back().second += line + "\n";
    }
    for (auto& [name, text] : test.sections) {
        while (!text.empty() && text.back() == '\n')
            text.pop_back();
    }
    return test;
}

void writeCase(const SqlCase& test)
{
    std::ofstream out(test.file, std::ios::binary);
    out << test.comment;
    for (const auto& [name, text] : test.sections)
        out << (&test.sections.front().first == &name ? "" : "\n") << "== " << name << "\n" << text << "\n";
}

std::vector<std::filesystem::path> corpusFiles()
{
    std::vector<std::filesystem::path> files;
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(std::filesystem::path(TIDEGATE_TEST_DATA) / "sql")) {
        if (entry.path().extension() == ".test")
            files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

Result<JobPlan> planOf(const SqlCase& test)
{
    std::string name = "order_item";
    std::istringstream lines{*test.section("job")};
    for (std::string line; std::getline(lines, line);) {
        if (line.substr(0, 5) == "job: ")
            name = line.substr(5);
    }
    if (name.front() == '"')
        name = name.substr(1, name.size() - 2);
    const auto file = parseJob(*test.section("job"), name, "customers/acme/jobs/" + name + ".yaml", nullptr);
    for (const auto& finding : file.findings) {
        if (finding.severity == Severity::Error)
            return Error{ErrorCode::Invalid, fmt::format("job file: {}", finding.message), finding.hint}.with(
                "path", finding.path);
    }
    if (!file.definition)
        return Error{ErrorCode::Invalid, "job file: no definition"};
    return planJob(inputsOf(test, *file.definition));
}

std::string actual(const SqlCase& test, std::string_view section)
{
    const auto plan = planOf(test);
    if (section == "error")
        return plan ? "none" : errorText(plan.error());
    auto text = plan ? produce(test, *plan, section) : errorText(plan.error());
    while (!text.empty() && text.back() == '\n')
        text.pop_back();
    return text;
}

} // namespace tidegate::test
