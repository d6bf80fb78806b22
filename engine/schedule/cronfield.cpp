// SPDX-License-Identifier: Apache-2.0
#include "schedule/cronfield.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>

namespace tidegate {

namespace {

std::optional<int> wholeNumber(std::string_view text)
{
    int number = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole =
        !text.empty() && text.front() != '-' && failure == std::errc() && end == text.data() + text.size();
    return whole ? std::optional(number) : std::nullopt;
}

std::optional<int> valueOf(const CronFieldKind& kind, std::string_view text)
{
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    if (lower.size() == 3 && !kind.words.empty()) {
        const std::size_t at = kind.words.find(lower);
        if (at != std::string_view::npos && at % 3 == 0)
            return kind.lowest + static_cast<int>(at / 3);
    }
    const auto number = wholeNumber(text);
    return number && *number >= kind.lowest && *number <= kind.highest ? number : std::nullopt;
}

std::string rangeHint(const CronFieldKind& kind)
{
    std::string hint = fmt::format("it goes from {} to {}", kind.lowest, kind.highest);
    if (!kind.words.empty())
        hint += fmt::format(", or {} to {}", kind.words.substr(0, 3), kind.words.substr(kind.words.size() - 3));
    return hint + "; `*` is every one, `*/5` every fifth";
}

Error problem(std::string_view field, std::string_view part, std::string message, std::string hint)
{
    Error error{ErrorCode::Invalid, std::move(message), std::move(hint)};
    error.with("offset", std::to_string(part.data() - field.data()));
    error.with("length", std::to_string(part.size()));
    return error;
}

/// One item of the list: `*`, `5`, `1-5`, each perhaps with a step.
class Part
{
public:
    Part(const CronFieldKind& kind, std::string_view field, std::string_view text)
        : m_kind(kind), m_field(field), m_text(text)
    {
    }

    Result<std::uint64_t> values()
    {
        const std::size_t slash = m_text.find('/');
        if (auto bounds = readBounds(m_text.substr(0, slash), slash != std::string_view::npos); !bounds)
            return bounds.error();
        if (slash != std::string_view::npos) {
            const auto step = wholeNumber(m_text.substr(slash + 1));
            if (!step || *step < 1 || *step > m_kind.highest)
                return problem(m_field, m_text.substr(slash + 1),
                               fmt::format("`{}` is no step of a {}", m_text.substr(slash + 1), m_kind.name),
                               fmt::format("write a number from 1 to {}", m_kind.highest));
            m_step = *step;
        }
        std::uint64_t values = 0;
        for (int value = m_first; value <= m_last; value += m_step)
            values |= std::uint64_t{1} << static_cast<unsigned>(value);
        return values;
    }

private:
    [[nodiscard]] Error notOne(std::string_view word) const
    {
        return problem(m_field, word, fmt::format("`{}` is no {} of a cron line", word, m_kind.name),
                       rangeHint(m_kind));
    }

    Result<void> readBounds(std::string_view text, bool hasStep)
    {
        m_first = m_kind.lowest;
        m_last = m_kind.highest;
        if (text == "*")
            return {};
        const std::size_t dash = text.find('-');
        const auto first = valueOf(m_kind, text.substr(0, dash));
        if (!first)
            return notOne(text.substr(0, dash));
        m_first = *first;
        if (dash == std::string_view::npos) {
            m_last = hasStep ? m_kind.highest : m_first;
            return {};
        }
        auto last = valueOf(m_kind, text.substr(dash + 1));
        if (!last)
            return notOne(text.substr(dash + 1));
        if (m_kind.highest == 7 && *last == 0)
            last = 7; // fri-sun
        if (*last < m_first)
            return backwards(text, *last);
        m_last = *last;
        return {};
    }

    /// 22-2: most people mean over the end.
    [[nodiscard]] Error backwards(std::string_view text, int last) const
    {
        const int end = m_kind.highest == 7 ? 6 : m_kind.highest;
        const std::string fix = fmt::format("{}-{},{}-{}", m_first, end, m_kind.lowest, last);
        return problem(m_field, text, fmt::format("the range `{}` goes backwards", text),
                       fmt::format("over the end it is `{}`", fix))
            .with("fix", fix);
    }

    const CronFieldKind& m_kind;
    std::string_view m_field;
    std::string_view m_text;
    int m_first = 0;
    int m_last = 0;
    int m_step = 1;
};

} // namespace

Result<CronField> parseCronField(const CronFieldKind& kind, std::string_view text)
{
    CronField field;
    field.star = !text.empty() && text.front() == '*';
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(',', at), text.size());
        const auto values = Part(kind, text, text.substr(at, end - at)).values();
        if (!values)
            return values.error();
        field.values |= *values;
        at = end + 1;
    }
    if (kind.highest == 7 && field.has(7)) // both are Sunday
        field.values = (field.values | 1U) & 0x7FU;
    return field;
}

} // namespace tidegate
