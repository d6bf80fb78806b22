// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rpc/message.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace tidegate::rpc {

/// Cuts a stream of bytes into lines. Holds at most one unfinished line of `limit` bytes plus what was appended and not
/// yet taken; of an over-long line nothing is kept.
class LineBuffer
{
public:
    struct Line
    {
        std::string text;      ///< without the newline, and without a carriage return before it
        bool overlong = false; ///< the line was longer than the limit; `text` is empty
    };

    explicit LineBuffer(std::size_t limit = maxLineBytes) : m_limit(limit) {}

    void append(std::string_view bytes);
    /// The next whole line that is not empty. Call until it has none before appending again.
    std::optional<Line> next();

private:
    std::size_t m_limit;
    std::string m_bytes;
    std::size_t m_scanned = 0; ///< bytes of m_bytes that are known to hold no newline
    bool m_skipping = false;   ///< inside an over-long line
};

} // namespace tidegate::rpc
