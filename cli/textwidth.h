// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tidegate::cli {

/// Columns that a UTF-8 text takes in a terminal: East Asian wide characters two, combining marks none. Independent of
/// the locale. A broken byte counts as one.
std::size_t displayWidth(std::string_view text);

/// Control characters as `\x1b`, so that a name from a file or a database can't steer the terminal. Keeps newlines and
/// tabs only if asked.
std::string printable(std::string_view text, bool keepLines = false);

} // namespace tidegate::cli
