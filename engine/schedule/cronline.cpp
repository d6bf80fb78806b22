// SPDX-License-Identifier: Apache-2.0
#include "schedule/cronline.h"

#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

namespace tidegate {

namespace {

constexpr std::string_view fiveFields =
    "five fields: minute, hour, day of month, month, day of week; `0 2 * * *` is daily at 02:00";

constexpr std::array<std::pair<std::string_view, std::string_view>, 7> nicknames{{
    {"@hourly", "0 * * * *"},
    {"@daily", "0 0 * * *"},
    {"@midnight", "0 0 * * *"},
    {"@weekly", "0 0 * * 0"},
    {"@monthly", "0 0 1 * *"},
    {"@yearly", "0 0 1 1 *"},
    {"@annually", "0 0 1 1 *"},
}};

std::vector<std::string_view> words(std::string_view text)
{
    std::vector<std::string_view> found;
    constexpr std::string_view blank = " \t";
    for (std::size_t at = text.find_first_not_of(blank); at < text.size();) {
        const std::size_t end = std::min(text.find_first_of(blank, at), text.size());
        found.push_back(text.substr(at, end - at));
        at = text.find_first_not_of(blank, end);
    }
    return found;
}

Error problem(std::size_t offset, std::size_t length, std::string message, std::string hint)
{
    return Error{ErrorCode::Invalid, std::move(message), std::move(hint)}
        .with("offset", std::to_string(offset))
        .with("length", std::to_string(length));
}

Error unknownNickname(std::string_view text)
{
    std::string known;
    for (const auto& [name, line] : nicknames)
        known += fmt::format("{}`{}`", known.empty() ? "" : ", ", name);
    return problem(0, text.size(), fmt::format("`{}` is no name of a schedule", text), "there are " + known);
}

Error wrongCount(std::string_view text, const std::vector<std::string_view>& fields)
{
    Error error = problem(0, text.size(), fmt::format("the cron line has {} fields, not five", fields.size()),
                          std::string(fiveFields));
    if (fields.size() == 6 && fields.front() == "0") { // with seconds, as Quartz and Spring write it
        const std::string fix(text.substr(static_cast<std::size_t>(fields[1].data() - text.data())));
        error.hint = fmt::format("there is no field for seconds: write `{}`", fix);
        error.with("fix", fix);
    }
    return error;
}

/// A field's error as one of the whole line.
Error inLine(const Error& inField, std::string_view text, std::string_view field)
{
    const std::size_t offset =
        static_cast<std::size_t>(field.data() - text.data()) + std::stoul(std::string(inField.detail("offset")));
    const std::size_t length = std::stoul(std::string(inField.detail("length")));
    Error error = problem(offset, length, inField.message, inField.hint);
    if (const auto fix = inField.detail("fix"); !fix.empty())
        error.with("fix", fmt::format("{}{}{}", text.substr(0, offset), fix, text.substr(offset + length)));
    return error;
}

} // namespace

Result<CronLine> CronLine::parse(std::string_view text)
{
    for (const auto& [name, line] : nicknames) {
        if (text == name)
            return parse(line);
    }
    if (!text.empty() && text.front() == '@')
        return unknownNickname(text);
    const auto fields = words(text);
    if (fields.size() != cronFieldKinds.size())
        return wrongCount(text, fields);
    CronLine line;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        auto field = parseCronField(cronFieldKinds[i], fields[i]);
        if (!field)
            return inLine(field.error(), text, fields[i]);
        line.m_fields[i] = *field;
    }
    if (!line.everComes()) {
        const auto offset = static_cast<std::size_t>(fields[2].data() - text.data());
        return problem(offset, static_cast<std::size_t>(fields[3].data() - text.data()) + fields[3].size() - offset,
                       fmt::format("no month of `{}` has a day `{}`: the line never comes true", fields[3], fields[2]),
                       "correct the day or the month");
    }
    return line;
}

bool CronLine::matchesDay(int month, int day, int weekday) const
{
    const auto& [minute, hour, days, months, weekdays] = m_fields;
    if (!months.has(month))
        return false;
    const bool both = days.star || weekdays.star;
    return both ? days.has(day) && weekdays.has(weekday) : days.has(day) || weekdays.has(weekday);
}

bool CronLine::everComes() const
{
    const auto& [minute, hour, days, months, weekdays] = m_fields;
    if (!days.star && !weekdays.star)
        return true; // a day of the week is enough
    constexpr std::array<int, 12> longest{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    for (int month = 1; month <= 12; ++month) {
        for (int day = 1; day <= longest[static_cast<std::size_t>(month - 1)]; ++day) {
            if (months.has(month) && days.has(day))
                return true;
        }
    }
    return false;
}

} // namespace tidegate
