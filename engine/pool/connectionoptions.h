// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace tidegate {

/// Whether an option of the driver is Tidegate's own to set, and so can't stand in `options:` of a connection.
bool isReservedOption(std::string_view name);

} // namespace tidegate
