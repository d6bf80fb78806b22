// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/run.h"

#include <string>

namespace tidegate::cli {

/// "12.3 M" for 12345678; below 10,000 the number itself.
std::string shortCount(std::int64_t count);
/// "1.2 GiB".
std::string shortBytes(std::int64_t bytes);

/// One line for the state of a run: phase, bar (where the number of rows is known), rows, rates. At most `width`
/// columns.
std::string progressLine(const RunProgress& progress, std::size_t width);

} // namespace tidegate::cli
