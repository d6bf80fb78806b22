// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace tidegate {

/// The settings on which every read and write relies, as one statement text for this server.
std::string pinSql(int serverVersion, bool readOnly);

} // namespace tidegate
