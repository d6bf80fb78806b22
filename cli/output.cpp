// SPDX-License-Identifier: Apache-2.0
#include "cli/output.h"

#include "cli/textwidth.h"

#include <fmt/format.h>

#include <ostream>

namespace tidegate::cli {

namespace {

using nlohmann::json;

/// Side and details of an error in one line; statements and examples on lines of their own.
std::string whereText(const Error& error)
{
    std::string head = error.side == Side::None ? std::string() : fmt::format("the {}", toString(error.side));
    std::string tail;
    for (const auto& [key, value] : error.details) {
        if (key == "offers" || (key == "statement" && error.code == ErrorCode::Cancelled))
            continue; // for programs; and what was interrupted is not to blame
        if (value.find('\n') != std::string::npos || value.size() > 80)
            tail += fmt::format("  {}:\n    {}\n", key, value);
        else
            head += fmt::format("{}{} {}", head.empty() ? "" : ", ", key, value);
    }
    return (head.empty() ? std::string() : fmt::format("  where: {}\n", head)) + tail;
}

} // namespace

json toJson(const Finding& finding)
{
    return {{"severity", toString(finding.severity)},
            {"code", finding.code},
            {"file", finding.file},
            {"line", finding.range.line},
            {"column", finding.range.column},
            {"end_line", finding.range.endLine},
            {"end_column", finding.range.endColumn},
            {"path", finding.path},
            {"message", finding.message},
            {"hint", finding.hint},
            {"fix", finding.fix}};
}

void Output::write(std::ostream& stream, std::string_view text)
{
    const std::lock_guard lock(m_writing);
    stream << text;
    stream.flush();
}

void Output::line(std::string_view text)
{
    if (!m_json)
        write(m_out, printable(text, true) + "\n");
}

void Output::text(std::string_view text)
{
    if (!m_json)
        write(m_out, text);
}

void Output::table(const TextTable& table)
{
    if (!m_json)
        write(m_out, table.toString());
}

void Output::event(std::string_view name, json fields)
{
    fields["event"] = name;
    object(fields);
}

void Output::object(const json& object)
{
    if (m_json)
        write(m_out, object.dump(-1, ' ', false, json::error_handler_t::replace) + "\n");
}

void Output::note(std::string_view text)
{
    write(m_err, printable(text, true) + "\n");
}

void Output::progress(std::string_view text)
{
    write(m_err, text);
}

int Output::fail(const Error& error)
{
    event("error", tidegate::toJson(error));
    explain(error);
    return exitCode(error);
}

void Output::explain(const Error& error)
{
    std::string text = fmt::format("error: {}\n{}", error.message, whereText(error));
    if (!error.hint.empty())
        text += fmt::format("  do: {}\n", error.hint);
    write(m_err, printable(text, true));
}

void Output::finding(const Finding& finding)
{
    event("finding", toJson(finding));
    line(toString(finding));
}

void Output::diagnostic(const Finding& finding)
{
    event("finding", toJson(finding));
    note(toString(finding));
}

} // namespace tidegate::cli
