// SPDX-License-Identifier: Apache-2.0
#include "sql/fragment.h"
#include "sql/planning.h"
#include "sql/typemap.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace tidegate::sql {

namespace {

constexpr auto ownColumns = std::to_array<std::string_view>({"_wm", "_part", "_attempt", "_del", "_ord"});

bool holds(const std::vector<std::string>& names, std::string_view name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// What the job asks for: its list, or every column of the source.
Result<std::vector<JobColumn>> wantedColumns(JobPlan& plan)
{
    const auto& job = plan.inputs.job;
    const auto& source = plan.inputs.source;
    for (const auto& name : job.exclude) {
        if (source.column(name) == nullptr)
            return planError("exclude", fmt::format("`exclude` names {}, which the source does not have", name),
                             fmt::format("the source has {}", columnNames(source)));
    }
    std::vector<JobColumn> wanted;
    if (!job.columns.empty()) {
        std::copy_if(job.columns.begin(), job.columns.end(), std::back_inserter(wanted),
                     [&](const auto& column) { return column.from || !holds(job.exclude, column.name); });
        return wanted;
    }
    for (const auto& column : source.columns) {
        const auto* there = plan.inputs.target ? plan.inputs.target->column(column.name) : nullptr;
        const bool computedThere = there != nullptr && there->generated;
        if (!computedThere && !holds(job.exclude, column.name))
            wanted.push_back({column.name, {}, {}});
    }
    return wanted;
}

/// The source column that an expression is nothing but, or null.
const ColumnInfo* plainColumn(const JobPlan& plan, const JobColumn& column)
{
    const auto& source = plan.inputs.source;
    if (!column.from)
        return source.column(column.name);
    const auto parts = parseQualifiedName(*column.from);
    if (!parts || parts->size() > 2 || (parts->size() == 2 && parts->front() != "t"))
        return nullptr;
    return source.column(parts->back());
}

class ColumnPlanner
{
public:
    ColumnPlanner(JobPlan& plan, std::size_t index, const JobColumn& column)
        : m_plan(plan), m_column(column),
          m_path(plan.inputs.job.columns.empty() ? "columns" : fmt::format("columns[{}]", index)),
          m_source(plainColumn(plan, column))
    {
    }

    Result<void> run()
    {
        PlannedColumn planned;
        planned.name = m_column.name;
        if (auto done = expression(planned); !done)
            return done;
        auto mapping = m_plan.inputs.target ? fitted() : mapped();
        if (!mapping) {
            Error error = mapping.error();
            return error.detail("path").empty() ? error.with("path", m_path) : error;
        }
        planned.targetType = mapping->type;
        planned.loss = mapping->loss;
        if (!mapping->cast.empty())
            planned.expression += "::" + mapping->cast;
        if (!planned.loss.empty())
            warn(m_plan, "type_loss", m_path, fmt::format("{}: {}", planned.name, planned.loss), "");
        m_plan.columns.push_back(std::move(planned));
        return {};
    }

private:
    Result<void> expression(PlannedColumn& planned) const
    {
        if (auto quoted = quoteIdentifier(m_column.name); !quoted)
            return std::move(quoted).error();
        if (std::find(ownColumns.begin(), ownColumns.end(), m_column.name) != ownColumns.end())
            return planError(m_path, fmt::format("the name {} belongs to the staging table", m_column.name),
                             "give the column another name with `name` and `from`");
        if (m_column.from) {
            if (auto checked = checkFragment(*m_column.from, m_path + ".from", FragmentKind::Expression); !checked)
                return checked;
            planned.expression = asOperand(*m_column.from, "    ");
        } else if (m_source == nullptr) {
            return planError(
                m_path, fmt::format("the source has no column {}", m_column.name),
                fmt::format("it has {}; or give an expression with `from`", columnNames(m_plan.inputs.source)));
        } else {
            planned.expression = "t." + quoteIdentifier(m_column.name).value();
        }
        if (m_source != nullptr)
            planned.sourceType = m_source->type;
        return {};
    }

    Result<TypeMapping> fitted() const
    {
        const auto& inputs = m_plan.inputs;
        const auto* target = inputs.target->column(m_column.name);
        if (target == nullptr)
            return planError(
                m_path, fmt::format("the target {} has no column {}", m_plan.targetTable, m_column.name),
                fmt::format("add it there, or name it in `exclude`; the target has {}", columnNames(*inputs.target)));
        if (target->generated)
            return planError(m_path, fmt::format("the target computes {} itself", m_column.name),
                             "leave the column out");
        if (m_source == nullptr)
            return TypeMapping{target->type, "", ""};
        const auto zone = inputs.job.watermark ? inputs.job.watermark->zone : std::string();
        return fitType(*m_source, *target, inputs.sourceServer, inputs.targetServer,
                       zone.empty() ? inputs.sourceServer.zone : zone);
    }

    Result<TypeMapping> mapped() const
    {
        if (m_column.type) {
            if (auto checked = checkTypeName(*m_column.type, m_path + ".type"); !checked)
                return std::move(checked).error();
            return TypeMapping{std::string(trimmed(*m_column.type)), "", ""};
        }
        if (m_source != nullptr)
            return mapType(*m_source, m_plan.inputs.sourceServer, m_plan.inputs.targetServer);
        if (trimmed(*m_column.from).front() == '\'')
            return TypeMapping{"text", "", ""};
        return planError(m_path, fmt::format("the type of {} is not known", m_column.name),
                         "give it with `type`, for example `type: numeric(18,2)`");
    }

    JobPlan& m_plan;
    const JobColumn& m_column;
    std::string m_path;
    const ColumnInfo* m_source;
};

Result<void> planKept(JobPlan& plan)
{
    if (!plan.inputs.target)
        return {};
    std::set<std::string_view> loaded;
    for (const auto& column : plan.columns)
        loaded.insert(column.name);
    for (const auto& column : plan.inputs.target->columns) {
        if (loaded.count(column.name) != 0 || column.generated)
            continue;
        if (column.notNull && !column.hasDefault && column.identity == ' ')
            return planError(
                "columns",
                fmt::format("the target's column {} must not be null, has no default, and the job does not fill it",
                            column.name),
                "add it to `columns`, or give it a default");
        plan.keptColumns.push_back(column.name);
    }
    return {};
}

} // namespace

Result<void> planColumns(JobPlan& plan)
{
    auto wanted = wantedColumns(plan);
    if (!wanted)
        return std::move(wanted).error();
    if (wanted->empty())
        return planError("columns", "the job loads no column", "list at least one in `columns`");
    std::set<std::string_view> names;
    for (std::size_t i = 0; i < wanted->size(); ++i) {
        const auto& column = (*wanted)[i];
        if (!names.insert(column.name).second)
            return planError(fmt::format("columns[{}]", i), fmt::format("the column {} is there twice", column.name),
                             "remove one");
        if (auto done = ColumnPlanner(plan, i, column).run(); !done)
            return done;
    }
    return planKept(plan);
}

} // namespace tidegate::sql
