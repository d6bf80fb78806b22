// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace tidegate::sql {

enum class FragmentKind {
    Expression, ///< one expression: `where`, `from`, `delete_when`, `on`
    Query,      ///< one read-only select
};

/// SQL that a job brings along. Invalid, with the position, unless it is one piece that can't reach beyond the
/// parentheses that we put around it: parentheses and brackets match, quotes and comments are closed, no semicolon,
/// and an expression has no comma at its top level. `path` says where it stands in the job ("source.where").
Result<void> checkFragment(std::string_view text, std::string_view path, FragmentKind kind);

/// A type name of the target as a job writes it: words, numbers, parentheses, no clause behind it.
Result<void> checkTypeName(std::string_view text, std::string_view path);

/// The parts between the `and`s of the top level. The fragment must have passed checkFragment().
std::vector<std::string_view> splitAnd(std::string_view text);
/// The two sides of the only `=` of the top level; empty where there is no such.
std::vector<std::string_view> splitEquals(std::string_view text);

/// The fragment in parentheses: on one line where that is safe, else on lines of its own, so that a comment at its end
/// can't swallow the parenthesis. `indent` stands before the closing one.
std::string inParentheses(std::string_view fragment, std::string_view indent);
/// As inParentheses(), without parentheses around a column, a number or a string.
std::string asOperand(std::string_view fragment, std::string_view indent);

std::string_view trimmed(std::string_view text);
/// Text of a person for a comment that starts with `--`: one line.
std::string commentText(std::string_view text);

} // namespace tidegate::sql
