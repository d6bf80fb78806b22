// SPDX-License-Identifier: Apache-2.0
#include "verify/verifier.h"

#include <algorithm>
#include <map>

namespace tidegate {

namespace {

/// The first row of each key digest, as texts of the loaded columns.
using RowsByKey = std::map<std::string, std::vector<std::optional<std::string>>>;

RowsByKey byKey(const Rows& rows)
{
    RowsByKey found;
    for (int row = 0; row < rows.size(); ++row) {
        std::vector<std::optional<std::string>> values;
        for (int column = 1; column < rows.columns(); ++column)
            values.push_back(rows.value(row, column));
        found.emplace(rows.text(row, 0), std::move(values));
    }
    return found;
}

VerifyExample makeExample(const sql::JobPlan& plan, DifferenceKind kind,
                          const std::vector<std::optional<std::string>>* source,
                          const std::vector<std::optional<std::string>>* target)
{
    VerifyExample example{kind, {}, {}};
    const auto& keys = plan.inputs.job.key;
    for (std::size_t i = 0; i < plan.columns.size(); ++i) {
        const auto& name = plan.columns[i].name;
        const auto atSource = source ? (*source)[i] : std::nullopt;
        const auto atTarget = target ? (*target)[i] : std::nullopt;
        if (keys.empty() || std::find(keys.begin(), keys.end(), name) != keys.end())
            example.key.emplace_back(name, source ? atSource : atTarget);
        else if (kind != DifferenceKind::Different || atSource != atTarget)
            example.values.push_back({name, atSource, atTarget});
    }
    return example;
}

} // namespace

Result<void> Verifier::showExamples(const VerifySql& sql,
                                    const std::vector<std::pair<std::string, DifferenceKind>>& found)
{
    std::vector<std::string> keys;
    for (const auto& [key, kind] : found)
        keys.push_back(key);
    std::map<Side, RowsByKey> rows;
    for (const auto side : {Side::Source, Side::Target}) {
        const auto read = session(side).run(sql.examples(side, keys), m_stop);
        if (!read)
            return read.error();
        rows[side] = byKey(*read);
    }
    const auto row = [&](Side side, const std::string& key) {
        const auto place = rows[side].find(key);
        return place == rows[side].end() ? nullptr : &place->second;
    };
    for (const auto& [key, kind] : found)
        m_report.examples.push_back(makeExample(m_plan, kind, row(Side::Source, key), row(Side::Target, key)));
    return {};
}

} // namespace tidegate
