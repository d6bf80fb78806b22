// SPDX-License-Identifier: Apache-2.0
#include "verify/verify.h"

#include "verify/verifylevel.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace tidegate {

namespace {

nlohmann::json orNull(const std::optional<std::string>& text)
{
    return text ? nlohmann::json(*text) : nlohmann::json(nullptr);
}

nlohmann::json toJson(const VerifyExample& example)
{
    nlohmann::json key = nlohmann::json::object();
    for (const auto& [column, value] : example.key)
        key[column] = orNull(value);
    nlohmann::json values = nlohmann::json::array();
    for (const auto& pair : example.values)
        values.push_back({{"column", pair.column}, {"source", orNull(pair.source)}, {"target", orNull(pair.target)}});
    return {{"kind", toString(example.kind)}, {"key", std::move(key)}, {"values", std::move(values)}};
}

} // namespace

std::string_view toString(DifferenceKind kind)
{
    switch (kind) {
    case DifferenceKind::Missing:
        return "missing";
    case DifferenceKind::Extra:
        return "extra";
    case DifferenceKind::Different:
        return "different";
    case DifferenceKind::Duplicate:
        break;
    }
    return "duplicate";
}

nlohmann::json toJson(const VerifyReport& report)
{
    nlohmann::json checks = nlohmann::json::array();
    for (const auto& check : report.checks)
        checks.push_back({{"name", check.name},
                          {"source", orNull(check.source)},
                          {"target", orNull(check.target)},
                          {"same", check.same}});
    nlohmann::json examples = nlohmann::json::array();
    for (const auto& example : report.examples)
        examples.push_back(toJson(example));
    return {{"event", "verify.finished"},
            {"job", report.job},
            {"level", toString(report.level)},
            {"comparable", report.comparable},
            {"not_comparable", report.notComparable},
            {"same", report.same},
            {"scope", report.scope},
            {"hi", orNull(report.hi)},
            {"before", orNull(report.before)},
            {"source_as_of", report.sourceAsOf},
            {"target_as_of", report.targetAsOf},
            {"applied_at", report.appliedAt},
            {"rows", {{"source", report.sourceRows}, {"target", report.targetRows}, {"pending", report.pending}}},
            {"differences",
             {{"missing", report.missing},
              {"extra", report.extra},
              {"different", report.different},
              {"duplicate", report.duplicate}}},
            {"checks", std::move(checks)},
            {"examples", std::move(examples)},
            {"warnings", report.warnings},
            {"seconds", report.seconds}};
}

std::string differencesOf(const VerifyReport& report)
{
    if (report.level == VerifyLevel::L3)
        return fmt::format("{} missing, {} extra, {} different, {} duplicate", report.missing, report.extra,
                           report.different, report.duplicate);
    std::string text;
    for (const auto& check : report.checks) {
        if (!check.same)
            text += fmt::format("{}{} {} at the source, {} at the target", text.empty() ? "" : "; ", check.name,
                                check.source.value_or("NULL"), check.target.value_or("NULL"));
    }
    return text;
}

int exitCode(const VerifyReport& report)
{
    return report.comparable && report.same ? 0 : 6;
}

} // namespace tidegate
