// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rpc/transport.h"

#include <atomic>
#include <utility>

namespace tidegate::rpc {

/// A file descriptor that is closed with its owner. -1: none.
class UniqueFd
{
public:
    UniqueFd() = default;
    explicit UniqueFd(int fd) : m_fd(fd) {}
    UniqueFd(UniqueFd&& other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}
    UniqueFd& operator=(UniqueFd&& other) noexcept;
    ~UniqueFd();

    [[nodiscard]] int get() const { return m_fd; }
    explicit operator bool() const { return m_fd >= 0; }

private:
    int m_fd = -1;
};

/// Pipes, a terminal or a socket. Never changes flags of the descriptors (standard output may be shared with others).
/// A write to a pipe without a reader raises SIGPIPE: the process must ignore it.
class FdTransport : public Transport
{
public:
    /// Both may be duplicates of one socket.
    FdTransport(UniqueFd in, UniqueFd out);

    Result<std::size_t> read(std::span<char> into) override;
    Result<void> write(std::string_view bytes) override;
    void close() override;

private:
    /// False: closed meanwhile.
    Result<bool> waitFor(int fd, short events);

    UniqueFd m_in;
    UniqueFd m_out;
    UniqueFd m_wake; ///< eventfd, readable for ever after close()
    std::atomic<bool> m_closed{false};
};

/// Standard input and output of this process, by duplicates: the originals are pointed at /dev/null, so that a stray
/// print can't break the protocol.
Result<TransportPtr> takeStandardStreams();

} // namespace tidegate::rpc
