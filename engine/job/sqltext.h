// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "job/times.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tidegate {

/// A name as SQL writes it, taken apart at its dots: `sales."订单"`. Quotes of every supported server are understood
/// ("", ``, []). Unquoted parts are folded to lower case for comparing. No value for what is no name.
std::optional<std::vector<std::string>> splitSqlName(std::string_view text);

/// One to three parts.
std::optional<TextProblem> tableNameProblem(std::string_view text);
/// `t.updated_at`: an alias and a column.
std::optional<TextProblem> qualifiedColumnProblem(std::string_view text);
/// An expression that stays inside the parentheses it will be put in: closed quotes and brackets, no semicolon.
std::optional<TextProblem> expressionProblem(std::string_view text);
/// A select.
std::optional<TextProblem> queryProblem(std::string_view text);

/// The two sides of each `a.b = c.d` of an AND of such; no value for anything else.
struct JoinEquality
{
    std::vector<std::string> left;
    std::vector<std::string> right;
};
std::optional<std::vector<JoinEquality>> splitJoinCondition(std::string_view text);

} // namespace tidegate
