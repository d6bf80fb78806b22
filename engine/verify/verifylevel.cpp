// SPDX-License-Identifier: Apache-2.0
#include "verify/verifylevel.h"

#include <array>
#include <utility>

namespace tidegate {

std::optional<VerifyLevel> verifyLevelFrom(std::string_view name)
{
    constexpr std::array<std::pair<std::string_view, VerifyLevel>, 4> levels = {
        {{"L0", VerifyLevel::L0}, {"L1", VerifyLevel::L1}, {"L2", VerifyLevel::L2}, {"L3", VerifyLevel::L3}}};
    for (const auto& [known, level] : levels) {
        if (known == name)
            return level;
    }
    return std::nullopt;
}

std::string_view toString(VerifyLevel level)
{
    switch (level) {
    case VerifyLevel::L0:
        return "L0";
    case VerifyLevel::L1:
        return "L1";
    case VerifyLevel::L2:
        return "L2";
    case VerifyLevel::L3:
        return "L3";
    case VerifyLevel::None:
        break;
    }
    return "none";
}

} // namespace tidegate
