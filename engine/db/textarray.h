// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tidegate {

/// The elements of a PostgreSQL array literal of text, for example `{a,"b c"}`; a NULL element becomes empty.
std::vector<std::string> textArray(std::string_view literal);

/// The inverse, for binding.
std::string arrayLiteral(const std::vector<std::string>& elements);

} // namespace tidegate
