// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

namespace tidegate {

/// Whole rows on their way: the bytes of COPY TEXT in the order of the target's columns, exactly as they came. Nobody
/// between reader and loader looks inside. A reader that makes rows itself (ODBC) writes COPY TEXT; a chunk from Kafka
/// is a frame already.
struct Frame
{
    std::string bytes;
    std::int64_t rows = 0; ///< complete rows in `bytes`; a frame never ends inside one
};

/// How many rows COPY TEXT holds: a line end is never part of a value there.
std::int64_t countRows(const std::string& bytes);

} // namespace tidegate
