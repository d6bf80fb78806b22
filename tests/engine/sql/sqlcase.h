// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sql/jobplan.h"
#include "sql/statements.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tidegate::test {

/// One file of the corpus: sections that begin with `== name`.
///
/// What goes in:  job (YAML), source, join, target (cataloguetext.h), with (settings, one a line)
///     with:  source greenplum6 | target greenplum6 | version N | zone NAME | money SOURCE TARGET
///            window LO .. HI (either may be `unbounded`) | full | no nulls | attempt N | overlap SECONDS
///            reload (LO .. HI, either may be `unbounded`, into a table beside)
///            no server   (tst_sqlserver leaves the case out)
/// What is expected: error, notes, plan, extract, nulls, count, copyin, ddl, staging, apply, beside, finish, swap,
/// grants
struct SqlCase
{
    std::filesystem::path file;
    std::string comment; ///< lines before the first section
    std::vector<std::pair<std::string, std::string>> sections;

    [[nodiscard]] const std::string* section(std::string_view name) const;
    [[nodiscard]] bool has(std::string_view setting) const; ///< a line of `with`
    [[nodiscard]] sql::ReadRange range() const;
    [[nodiscard]] std::int64_t attempt() const;
};

SqlCase readCase(const std::filesystem::path& file);
void writeCase(const SqlCase& test);
/// All files of the corpus, sorted.
std::vector<std::filesystem::path> corpusFiles();

/// The plan of a case; findings of the job file count as errors of it.
Result<sql::JobPlan> planOf(const SqlCase& test);

/// What a section should hold.
std::string actual(const SqlCase& test, std::string_view section);

/// The name that the table beside has in the corpus.
inline constexpr std::string_view besideName = "order_item__beside";

} // namespace tidegate::test
