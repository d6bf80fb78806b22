// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tidegate {

enum class Severity {
    Error,   ///< the file can't be used
    Warning, ///< it can, but look
    Note,    ///< valid, but this version does not do it yet
};

/// Where something stands in a file. Lines and columns count from 1; columns count characters, offsets count bytes.
struct TextRange
{
    std::size_t offset = 0;
    std::size_t length = 0;
    int line = 0; ///< 0: the file as a whole
    int column = 0;
    int endLine = 0;
    int endColumn = 0;
};

/// One thing that validation has to say about a file of the pool.
struct Finding
{
    Severity severity = Severity::Error;
    std::string code; ///< stable, for example "unknown_key", "duration_without_unit"
    std::string file; ///< relative to the pool
    TextRange range;
    std::string path;    ///< YAML path, for example "watermark.lag"; empty: the file
    std::string message; ///< what
    std::string hint;    ///< what to do, for example "did you mean `watermark`?"
    std::string fix;     ///< YAML text that would be right at `path`; empty: none is known
};

using Findings = std::vector<Finding>;

std::string_view toString(Severity severity); ///< "error", "warning", "note"
bool hasErrors(const Findings& findings);
/// "customers/acme/jobs/a.yaml:17:8: error: message (hint)"
std::string toString(const Finding& finding);

} // namespace tidegate
