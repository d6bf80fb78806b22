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

} // namespace tidegate
