// SPDX-License-Identifier: Apache-2.0
#include "sql/fragment.h"
#include "sql/sqltext.h"
#include "sql/statements.h"

#include <fmt/format.h>

namespace tidegate::sql {

namespace {

/// For a script: what a person reads beside a parameter that the engine binds.
std::string parameterComment(const Statement& statement)
{
    std::string text;
    for (std::size_t i = 0; i < statement.params.size(); ++i)
        text += fmt::format("-- ${} = {}\n", i + 1, statement.params[i] ? commentText(*statement.params[i]) : "null");
    return text;
}

} // namespace

std::string toScript(const std::vector<Statement>& statements)
{
    std::string text;
    for (const auto& statement : statements)
        text += fmt::format("{}-- {}\n{}{};\n", text.empty() ? "" : "\n", commentText(statement.title),
                            parameterComment(statement), statement.sql);
    return text;
}

} // namespace tidegate::sql
