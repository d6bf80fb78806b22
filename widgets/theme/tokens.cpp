// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/tokens.h"

#include <array>
#include <cmath>
#include <utility>

namespace tidegate {

namespace {

struct Pair
{
    QRgb light;
    QRgb dark;
};

constexpr QRgb rgb(unsigned value)
{
    return 0xFF000000U | value;
}

// In the order of Token.
constexpr std::array<Pair, static_cast<std::size_t>(Token::Count)> table{{
    {rgb(0xFFFFFF), rgb(0x15181D)}, // Canvas
    {rgb(0xF5F6F8), rgb(0x1B1F25)}, // Chrome
    {rgb(0xFFFFFF), rgb(0x20252C)}, // Raised
    {rgb(0xECEEF2), rgb(0x262B33)}, // Hover
    {rgb(0xE4EBFB), rgb(0x24324F)}, // Selection
    {rgb(0xE6E9EE), rgb(0x2B313A)}, // SelectionQuiet
    {rgb(0xE1E4E9), rgb(0x292F38)}, // Line
    {rgb(0xCDD2DA), rgb(0x3A424D)}, // LineStrong
    {rgb(0x858D9B), rgb(0x6C7686)}, // Control
    {rgb(0x1B2027), rgb(0xDDE1E7)}, // Text
    {rgb(0x505866), rgb(0xA9B1BD)}, // Text2
    {rgb(0x606876), rgb(0x969FAD)}, // Text3
    {rgb(0x9AA1AD), rgb(0x5E6774)}, // Disabled
    {rgb(0x2457C5), rgb(0x86A9FF)}, // Accent
    {rgb(0xFFFFFF), rgb(0x0F1420)}, // OnAccent
    {rgb(0x0A6E4C), rgb(0x4FC597)}, // Ok
    {rgb(0x8A5200), rgb(0xE5B04C)}, // Warn
    {rgb(0xB4281A), rgb(0xFF8571)}, // Fail
    {rgb(0x762A84), rgb(0xDDB0EA)}, // Changed
    {rgb(0xA11238), rgb(0xA3193F)}, // Production
    {rgb(0xFFFFFF), rgb(0xFFFFFF)}, // OnProduction
    {rgb(0xFBEDF1), rgb(0x2A181E)}, // ProductionTint
    {rgb(0x2E9A73), rgb(0x3FA37C)}, // OkFill
    {rgb(0x9FD3BF), rgb(0x2A5E4C)}, // OkSoft
    {rgb(0xE2F3EC), rgb(0x15302A)}, // OkTint
    {rgb(0xCC7F00), rgb(0xD79A2B)}, // WarnFill
    {rgb(0xF2C879), rgb(0x6B4F18)}, // WarnSoft
    {rgb(0xFBF0DA), rgb(0x352B17)}, // WarnTint
    {rgb(0xD33F2C), rgb(0xE8604A)}, // FailFill
    {rgb(0xF0A79D), rgb(0x7A3328)}, // FailSoft
    {rgb(0xFCE9E6), rgb(0x3A211E)}, // FailTint
    {rgb(0x3D72E0), rgb(0x5F8BF0)}, // RunFill
    {rgb(0xA9C2F5), rgb(0x2C447A)}, // RunSoft
    {rgb(0xE4EBFB), rgb(0x1F2B47)}, // RunTint
    {rgb(0x7A3A8C), rgb(0xD5ABE3)}, // ChangedFill
    {rgb(0xD9BFE2), rgb(0x573A66)}, // ChangedSoft
    {rgb(0xF4EAF7), rgb(0x33243B)}, // ChangedTint
    {rgb(0xA6ADB8), rgb(0x667080)}, // OffFill
    {rgb(0xD5D9E0), rgb(0x3A424D)}, // OffSoft
    {rgb(0xECEEF2), rgb(0x262B33)}, // OffTint
    {rgb(0x2457C5), rgb(0x86A9FF)}, // Series1
    {rgb(0xB45F06), rgb(0xF0A45C)}, // Series2
    {rgb(0x0A7F6F), rgb(0x45C6B0)}, // Series3
    {rgb(0x4A2363), rgb(0xF0C8F7)}, // Series4
    {rgb(0xFCEDEA), rgb(0x331D1B)}, // RemovedTint
    {rgb(0xF6C6BE), rgb(0x6B2E26)}, // RemovedWord
    {rgb(0xE6F4EE), rgb(0x152A23)}, // AddedTint
    {rgb(0xB5E0CC), rgb(0x24523F)}, // AddedWord
    {rgb(0xFFE38A), rgb(0x5C4A14)}, // SearchHit
}};

double luminance(const QColor& color)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

QColor tokenColor(Token token, bool dark)
{
    const Pair& pair = table.at(static_cast<std::size_t>(token));
    return QColor::fromRgb(dark ? pair.dark : pair.light);
}

double contrastRatio(const QColor& a, const QColor& b)
{
    double lighter = luminance(a);
    double darker = luminance(b);
    if (lighter < darker)
        std::swap(lighter, darker);
    return (lighter + 0.05) / (darker + 0.05);
}

} // namespace tidegate
