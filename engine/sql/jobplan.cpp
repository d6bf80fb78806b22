// SPDX-License-Identifier: Apache-2.0
#include "sql/jobplan.h"

#include "base/utf8.h"
#include "sql/fingerprint.h"
#include "sql/fragment.h"
#include "sql/planning.h"

#include <fmt/format.h>

#include <algorithm>

namespace tidegate::sql {

namespace {

Result<void> checkFragments(const JobDefinition& job)
{
    struct Piece
    {
        std::string_view text;
        std::string_view path;
        FragmentKind kind;
    };
    std::vector<Piece> pieces{{job.source.query, "source.query", FragmentKind::Query},
                              {job.source.where, "source.where", FragmentKind::Expression},
                              {job.deleteWhen, "delete_when", FragmentKind::Expression}};
    if (job.watermark && job.watermark->join)
        pieces.push_back({job.watermark->join->on, "watermark.join.on", FragmentKind::Expression});
    for (const auto& piece : pieces) {
        if (piece.text.empty())
            continue;
        if (auto checked = checkFragment(piece.text, piece.path, piece.kind); !checked)
            return checked;
    }
    return {};
}

Result<void> checkSupported(const JobDefinition& job)
{
    if (job.apply == Apply::ReplacePartition)
        return Error{ErrorCode::Unsupported, "apply: replace_partition is not in this version", "use `apply: merge`"};
    return {};
}

Result<std::string> stagingTable(const PlanInputs& inputs)
{
    const auto& id = inputs.job.id.empty() ? inputs.job.name : inputs.job.id;
    const auto name = fmt::format("stg_{}_{}", cutAtCharacter(id, 40), hex8(fnv1a(id)));
    return joinQualifiedName({inputs.stateSchema, name});
}

} // namespace

Error planError(std::string_view path, std::string message, std::string hint)
{
    Error error{ErrorCode::Invalid, std::move(message), std::move(hint)};
    return error.with("path", path);
}

void warn(JobPlan& plan, std::string code, std::string path, std::string message, std::string hint)
{
    Finding finding;
    finding.severity = Severity::Warning;
    finding.code = std::move(code);
    finding.path = std::move(path);
    finding.message = std::move(message);
    finding.hint = std::move(hint);
    plan.notes.push_back(std::move(finding));
}

std::string columnNames(const TableInfo& table)
{
    std::vector<std::string> names;
    for (const auto& column : table.columns)
        names.push_back(column.name);
    constexpr std::size_t shown = 12;
    const bool more = names.size() > shown;
    names.resize(std::min(names.size(), shown));
    return fmt::format("{}{}", fmt::join(names, ", "), more ? " …" : "");
}

Result<JobPlan> planJob(PlanInputs inputs)
{
    JobPlan plan;
    plan.inputs = std::move(inputs);
    const auto& job = plan.inputs.job;
    if (auto supported = checkSupported(job); !supported)
        return std::move(supported).error();
    if (auto checked = checkFragments(job); !checked)
        return std::move(checked).error();
    for (const auto step : {planTarget, planColumns, planKey, planWatermark}) {
        if (auto done = step(plan); !done)
            return std::move(done).error();
    }
    auto staging = stagingTable(plan.inputs);
    if (!staging)
        return std::move(staging).error();
    plan.stagingTable = std::move(staging).value();
    plan.configHash = configHash(plan);
    if (!job.source.where.empty() && job.mode == Mode::Incremental)
        warn(plan, "where_keeps_rows", "source.where", "a row that no longer matches `where` stays in the target",
             "use `delete_when` for rows that a flag of theirs takes away");
    return plan;
}

} // namespace tidegate::sql
