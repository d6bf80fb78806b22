// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace tidegate {

/// Offset of the first byte that is not part of UTF-8 text, or that is a control character other than tab and line
/// break.
std::optional<std::size_t> firstNotText(std::string_view text);

/// At most the first `bytes` bytes of `text`, never cut inside a character.
std::string_view cutAtCharacter(std::string_view text, std::size_t bytes);

/// Number of characters.
std::size_t characterCount(std::string_view text);

} // namespace tidegate
