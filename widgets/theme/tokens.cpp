// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/tokens.h"

#include <array>
#include <cmath>
#include <utility>

namespace tidegate {

namespace {

struct Row
{
    Token token;
    std::array<unsigned, 4> values; ///< in the order of Scheme
};

// clang-format off
constexpr std::array<Row, static_cast<std::size_t>(Token::Count)> table{{
    //                       light     dark      contrast: light, dark
    {Token::Canvas, {0xFFFFFF, 0x15181D, 0xFFFFFF, 0x000000}},
    {Token::Chrome, {0xF5F6F8, 0x1B1F25, 0xFFFFFF, 0x000000}},
    {Token::Raised, {0xFFFFFF, 0x20252C, 0xFFFFFF, 0x000000}},
    {Token::Hover, {0xECEEF2, 0x262B33, 0xE8E8E8, 0x1F1F1F}},
    {Token::Selection, {0xE4EBFB, 0x24324F, 0xDCE6FF, 0x0F2A66}},
    {Token::SelectionQuiet, {0xE6E9EE, 0x2B313A, 0xE0E0E0, 0x2B2B2B}},
    {Token::Line, {0xE1E4E9, 0x292F38, 0x6B6B6B, 0x8C8C8C}},
    {Token::LineStrong, {0xCDD2DA, 0x3A424D, 0x404040, 0xBFBFBF}},
    {Token::Control, {0x858D9B, 0x6C7686, 0x000000, 0xFFFFFF}},
    {Token::Text, {0x1B2027, 0xDDE1E7, 0x000000, 0xFFFFFF}},
    {Token::Text2, {0x505866, 0xA9B1BD, 0x1F1F1F, 0xF0F0F0}},
    {Token::Text3, {0x606876, 0x969FAD, 0x333333, 0xDEDEDE}},
    {Token::Disabled, {0x9AA1AD, 0x5E6774, 0x6B6B6B, 0x9A9A9A}},
    {Token::Accent, {0x2457C5, 0x86A9FF, 0x0A2F8C, 0xA9C4FF}},
    {Token::OnAccent, {0xFFFFFF, 0x0F1420, 0xFFFFFF, 0x000000}},
    {Token::Ok, {0x0A6E4C, 0x4FC597, 0x00452C, 0x86F0BE}},
    {Token::Warn, {0x8A5200, 0xE5B04C, 0x5A3300, 0xFFD27A}},
    {Token::Fail, {0xB4281A, 0xFF8571, 0x7A0C00, 0xFFB3A6}},
    {Token::Changed, {0x762A84, 0xDDB0EA, 0x52105F, 0xF0C8F7}},
    {Token::Production, {0xA11238, 0xA3193F, 0x7A0026, 0x7A0026}},
    {Token::OnProduction, {0xFFFFFF, 0xFFFFFF, 0xFFFFFF, 0xFFFFFF}},
    {Token::ProductionTint, {0xFBEDF1, 0x2A181E, 0xFFE8EF, 0x2E0010}},
    {Token::OkFill, {0x2E9A73, 0x3FA37C, 0x00633F, 0x4FD69C}},
    {Token::OkSoft, {0x9FD3BF, 0x2A5E4C, 0x7FC4A6, 0x1F5C44}},
    {Token::OkTint, {0xE2F3EC, 0x15302A, 0xEAF8F1, 0x00140C}},
    {Token::WarnFill, {0xCC7F00, 0xD79A2B, 0x8A5000, 0xFFC14D}},
    {Token::WarnSoft, {0xF2C879, 0x6B4F18, 0xE5B25C, 0x6B4A10}},
    {Token::WarnTint, {0xFBF0DA, 0x352B17, 0xFFF5E0, 0x171000}},
    {Token::FailFill, {0xD33F2C, 0xE8604A, 0xA81400, 0xFF8A78}},
    {Token::FailSoft, {0xF0A79D, 0x7A3328, 0xE58A7D, 0x7A2A1F}},
    {Token::FailTint, {0xFCE9E6, 0x3A211E, 0xFFF0EE, 0x1A0400}},
    {Token::RunFill, {0x3D72E0, 0x5F8BF0, 0x1746C2, 0x7FA8FF}},
    {Token::RunSoft, {0xA9C2F5, 0x2C447A, 0x8FB0F5, 0x24438C}},
    {Token::RunTint, {0xE4EBFB, 0x1F2B47, 0xEBF1FF, 0x040E24}},
    {Token::ChangedFill, {0x7A3A8C, 0xD5ABE3, 0x661477, 0xE6B0F2}},
    {Token::ChangedSoft, {0xD9BFE2, 0x573A66, 0xC79BD4, 0x5E3470}},
    {Token::ChangedTint, {0xF4EAF7, 0x33243B, 0xFAEFFC, 0x14061A}},
    {Token::OffFill, {0xA6ADB8, 0x667080, 0x595959, 0xA6A6A6}},
    {Token::OffSoft, {0xD5D9E0, 0x3A424D, 0xBFBFBF, 0x4D4D4D}},
    {Token::OffTint, {0xECEEF2, 0x262B33, 0xEBEBEB, 0x1A1A1A}},
    {Token::Series1, {0x2457C5, 0x86A9FF, 0x0A2F8C, 0xA9C4FF}},
    {Token::Series2, {0xB45F06, 0xF0A45C, 0x8A3F00, 0xFFB870}},
    {Token::Series3, {0x0A7F6F, 0x45C6B0, 0x00574B, 0x5CE6CE}},
    {Token::Series4, {0x4A2363, 0xF0C8F7, 0x3B0F57, 0xF5D5FF}},
    {Token::RemovedTint, {0xFCEDEA, 0x331D1B, 0xFFEDEA, 0x260A06}},
    {Token::RemovedWord, {0xF6C6BE, 0x6B2E26, 0xFFC9BF, 0x66200F}},
    {Token::AddedTint, {0xE6F4EE, 0x152A23, 0xE8F7EF, 0x03210F}},
    {Token::AddedWord, {0xB5E0CC, 0x24523F, 0xB5E5CC, 0x0F4D2B}},
    {Token::SearchHit, {0xFFE38A, 0x5C4A14, 0xFFE066, 0x5C4600}},
}};
// clang-format on

constexpr bool inOrder()
{
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (static_cast<std::size_t>(table[i].token) != i)
            return false;
    }
    return true;
}
static_assert(inOrder());

double luminance(const QColor& color)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

QColor tokenColor(Token token, Scheme scheme)
{
    const Row& row = table.at(static_cast<std::size_t>(token));
    return QColor::fromRgb(row.values.at(static_cast<std::size_t>(scheme)));
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
