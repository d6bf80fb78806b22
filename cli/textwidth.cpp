// SPDX-License-Identifier: Apache-2.0
#include "cli/textwidth.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace tidegate::cli {

namespace {

struct Range
{
    char32_t first;
    char32_t last;
};

// Unicode 15 EastAsianWidth W and F, neighbouring blocks joined.
constexpr std::array wideRanges = {
    Range{0x1100, 0x115F},   Range{0x231A, 0x231B},   Range{0x2329, 0x232A},   Range{0x23E9, 0x23EC},
    Range{0x2E80, 0x303E},   Range{0x3041, 0x33FF},   Range{0x3400, 0x4DBF},   Range{0x4E00, 0xA4CF},
    Range{0xA960, 0xA97F},   Range{0xAC00, 0xD7A3},   Range{0xF900, 0xFAFF},   Range{0xFE10, 0xFE19},
    Range{0xFE30, 0xFE6F},   Range{0xFF00, 0xFF60},   Range{0xFFE0, 0xFFE6},   Range{0x16FE0, 0x18DFF},
    Range{0x1B000, 0x1B2FF}, Range{0x1F300, 0x1F64F}, Range{0x1F680, 0x1F6FF}, Range{0x1F900, 0x1F9FF},
    Range{0x20000, 0x3FFFD},
};

// Marks that sit on the character before them, and characters without a width.
constexpr std::array zeroRanges = {
    Range{0x0300, 0x036F}, Range{0x200B, 0x200F}, Range{0x2028, 0x202E}, Range{0x2060, 0x2064},   Range{0x20D0, 0x20FF},
    Range{0xFE00, 0xFE0F}, Range{0xFE20, 0xFE2F}, Range{0xFEFF, 0xFEFF}, Range{0xE0100, 0xE01EF},
};

template <std::size_t Size>
bool contains(const std::array<Range, Size>& ranges, char32_t character)
{
    return std::any_of(ranges.begin(), ranges.end(),
                       [character](const Range& range) { return character >= range.first && character <= range.last; });
}

bool isContinuation(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// Takes one character off the front; a broken byte is taken alone.
char32_t takeCharacter(std::string_view& text)
{
    const auto lead = static_cast<unsigned char>(text.front());
    const std::size_t length = lead < 0x80              ? 1
                               : (lead & 0xE0U) == 0xC0 ? 2
                               : (lead & 0xF0U) == 0xE0 ? 3
                               : (lead & 0xF8U) == 0xF0 ? 4
                                                        : 1;
    char32_t character = length == 1 ? lead : lead & (0x7FU >> length);
    for (std::size_t index = 1; index < length; ++index) {
        if (index >= text.size() || !isContinuation(text[index])) {
            text.remove_prefix(1);
            return U'\uFFFD';
        }
        character = (character << 6U) | (static_cast<unsigned char>(text[index]) & 0x3FU);
    }
    text.remove_prefix(length);
    return character;
}

} // namespace

std::size_t displayWidth(std::string_view text)
{
    std::size_t width = 0;
    while (!text.empty()) {
        const char32_t character = takeCharacter(text);
        width += contains(zeroRanges, character) ? 0 : contains(wideRanges, character) ? 2 : 1;
    }
    return width;
}

std::string printable(std::string_view text, bool keepLines)
{
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        const std::string_view before = text;
        const char32_t character = takeCharacter(text);
        const bool isControl = character < 0x20 || (character >= 0x7F && character < 0xA0);
        if (!isControl || (keepLines && (character == U'\n' || character == U'\t')))
            result += before.substr(0, before.size() - text.size());
        else
            result += fmt::format("\\x{:02x}", static_cast<std::uint32_t>(character));
    }
    return result;
}

} // namespace tidegate::cli
