// SPDX-License-Identifier: Apache-2.0
#include "job/times.h"

#include "base/closest.h"
#include "schedule/cronline.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <vector>

namespace tidegate {

namespace fs = std::filesystem;

namespace {

std::optional<int> wholeNumber(std::string_view text)
{
    int number = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool digitsOnly = !text.empty() && text.front() != '-';
    return digitsOnly && failure == std::errc() && end == text.data() + text.size() ? std::optional(number)
                                                                                    : std::nullopt;
}

const fs::path& zoneFolder()
{
    static const fs::path folder = "/usr/share/zoneinfo";
    return folder;
}

std::vector<std::string> knownZones()
{
    std::vector<std::string> zones;
    std::error_code failure;
    for (auto it = fs::recursive_directory_iterator(zoneFolder(), failure); it != fs::recursive_directory_iterator();
         it.increment(failure)) {
        const std::string name = it->path().lexically_relative(zoneFolder()).generic_string();
        if (name == "posix" || name == "right")
            it.disable_recursion_pending();
        else if (it->is_regular_file(failure) && name.find('/') != std::string::npos)
            zones.push_back(name);
    }
    std::sort(zones.begin(), zones.end());
    return zones;
}

} // namespace

std::optional<TextProblem> cronProblem(std::string_view text)
{
    const auto line = CronLine::parse(text);
    if (line)
        return std::nullopt;
    const Error& error = line.error();
    return TextProblem{"bad_cron",
                       error.message,
                       error.hint,
                       std::string(error.detail("fix")),
                       std::stoul(std::string(error.detail("offset"))),
                       std::stoul(std::string(error.detail("length")))};
}

std::optional<TextProblem> zoneProblem(std::string_view text)
{
    const bool wellFormed = !text.empty() && text.front() != '/' && text.find("..") == std::string_view::npos &&
                            std::all_of(text.begin(), text.end(), [](char c) {
                                return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                                       c == '/' || c == '_' || c == '+' || c == '-';
                            });
    std::error_code failure;
    const bool canLookUp = fs::is_directory(zoneFolder(), failure);
    const bool region = text == "UTC" || text.find('/') != std::string_view::npos;
    if (wellFormed && region && (!canLookUp || fs::is_regular_file(zoneFolder() / std::string(text), failure)))
        return std::nullopt;
    const std::string near = canLookUp ? closest(text, knownZones()) : std::string();
    return TextProblem{"bad_zone", fmt::format("`{}` is no time zone", text),
                       near.empty()
                           ? "write a region, for example `Asia/Shanghai`, or `UTC`; an abbreviation or an offset "
                             "is not enough"
                           : fmt::format("did you mean `{}`?", near),
                       near};
}

namespace {

/// Reads numbers of a fixed width from the front of a text.
class Digits
{
public:
    explicit Digits(std::string_view text) : m_rest(text) {}
    bool number(std::size_t width, int lowest, int highest, int* value = nullptr)
    {
        const auto parsed = m_rest.size() < width ? std::nullopt : wholeNumber(m_rest.substr(0, width));
        if (!parsed || *parsed < lowest || *parsed > highest)
            return false;
        if (value)
            *value = *parsed;
        m_rest.remove_prefix(width);
        return true;
    }
    bool any(std::string_view characters)
    {
        if (m_rest.empty() || characters.find(m_rest.front()) == std::string_view::npos)
            return false;
        m_rest.remove_prefix(1);
        return true;
    }
    [[nodiscard]] bool done() const { return m_rest.empty(); }

private:
    std::string_view m_rest;
};

bool isDate(Digits& digits)
{
    int year = 0;
    int month = 0;
    int day = 0;
    if (!digits.number(4, 1, 9999, &year) || !digits.any("-") || !digits.number(2, 1, 12, &month) || !digits.any("-") ||
        !digits.number(2, 1, 31, &day))
        return false;
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    const int february = leap ? 29 : 28;
    const int last = month == 2 ? february : month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    return day <= last;
}

bool isTime(Digits& digits)
{
    if (!digits.number(2, 0, 23) || !digits.any(":") || !digits.number(2, 0, 59))
        return false;
    if (digits.any(":")) {
        if (!digits.number(2, 0, 59))
            return false;
        if (digits.any(".")) {
            int count = 0;
            while (digits.any("0123456789"))
                ++count;
            if (count < 1 || count > 6)
                return false;
        }
    }
    if (digits.any("Z"))
        return true;
    if (digits.any("+-"))
        return digits.number(2, 0, 15) && (digits.done() || (digits.any(":") && digits.number(2, 0, 59)));
    return true;
}

} // namespace

std::optional<TextProblem> instantProblem(std::string_view text)
{
    Digits digits(text);
    const bool right = isDate(digits) && (digits.done() || (digits.any("T ") && isTime(digits)));
    if (right && digits.done())
        return std::nullopt;
    return TextProblem{"bad_time", fmt::format("`{}` is no date or time", text),
                       "write ISO 8601, for example `2024-01-01T00:00:00+08:00` or `2024-01-01`"};
}

} // namespace tidegate
