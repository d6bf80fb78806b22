// SPDX-License-Identifier: Apache-2.0
#include "job/finding.h"

#include <fmt/format.h>

#include <algorithm>

namespace tidegate {

bool hasErrors(const Findings& findings)
{
    return std::any_of(findings.begin(), findings.end(),
                       [](const Finding& finding) { return finding.severity == Severity::Error; });
}

std::string_view toString(Severity severity)
{
    return severity == Severity::Error ? "error" : severity == Severity::Warning ? "warning" : "note";
}

std::string toString(const Finding& finding)
{
    std::string text = finding.file;
    if (finding.range.line > 0)
        text += fmt::format(":{}:{}", finding.range.line, finding.range.column);
    text += fmt::format(": {}: {}", toString(finding.severity), finding.message);
    return finding.hint.empty() ? text : text + fmt::format(" ({})", finding.hint);
}

} // namespace tidegate
