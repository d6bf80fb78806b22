// SPDX-License-Identifier: Apache-2.0
#include "sync/frame.h"

#include <algorithm>

namespace tidegate {

std::int64_t countRows(const std::string& bytes)
{
    return std::count(bytes.begin(), bytes.end(), '\n');
}

} // namespace tidegate
