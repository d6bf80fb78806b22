// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>

namespace tidegate::rpc {

/// A stream of bytes in both directions. One thread reads, one at a time writes; close() may come from any thread.
class Transport
{
public:
    Transport() = default;
    Transport(const Transport&) = delete;
    Transport& operator=(const Transport&) = delete;
    virtual ~Transport() = default;

    /// Waits for bytes. 0: the other side has ended, or close() was called. ConnectionLost if the stream broke.
    virtual Result<std::size_t> read(std::span<char> into) = 0;
    /// Waits until all bytes are taken. ConnectionLost if the stream broke or close() was called meanwhile.
    virtual Result<void> write(std::string_view bytes) = 0;
    /// Wakes a waiting read and write; nothing goes through afterwards. May be called twice.
    virtual void close() = 0;
};

using TransportPtr = std::unique_ptr<Transport>;

} // namespace tidegate::rpc
