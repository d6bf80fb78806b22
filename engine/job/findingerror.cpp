// SPDX-License-Identifier: Apache-2.0
#include "job/findingerror.h"

#include <fmt/format.h>

namespace tidegate {

Error toError(const Finding& finding)
{
    const auto& range = finding.range;
    const std::string place =
        range.line > 0 ? fmt::format("{}:{}:{}", finding.file, range.line, range.column) : finding.file;
    Error error{ErrorCode::Invalid, fmt::format("{}: {}", place, finding.message), finding.hint};
    if (error.hint.empty())
        error.hint = "correct the file; `tidegatectl pool check` shows everything";
    error.with("file", finding.file);
    if (range.line > 0)
        error.with("line", std::to_string(range.line)).with("column", std::to_string(range.column));
    return error;
}

} // namespace tidegate
