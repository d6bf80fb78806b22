// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "sync/frame.h"

#include <cstdint>
#include <stop_token>

namespace tidegate {

/// Gives the rows of one part of one attempt as frames. begin(), next() until it says End, then rowsTold(). Used by one
/// thread at a time: begin() by the run's own, next() by the one that reads. Every call observes the stop token and
/// returns Cancelled within a second, with the statement cancelled at the source as well. Holds one frame's worth of
/// memory, whatever the table.
///
/// What fits behind it: a COPY of the PostgreSQL family (copyreader.h); rows fetched through ODBC in arrays and written
/// as COPY TEXT; chunks polled from Kafka, where rowsTold() is what the END record says.
class SourceReader
{
public:
    enum class Next { Rows, End };

    virtual ~SourceReader() = default;
    virtual Result<void> begin(std::stop_token stop) = 0;
    /// Replaces what is in `frame` (and may reuse its memory). With End the frame may still hold the last rows.
    virtual Result<Next> next(Frame& frame, std::stop_token stop) = 0;
    /// Gives up before End; the source stops sending.
    virtual void abandon() = 0;
    /// After End: the rows that the source itself says it sent. Compared with what was counted.
    [[nodiscard]] virtual std::int64_t rowsTold() const = 0;
};

} // namespace tidegate
