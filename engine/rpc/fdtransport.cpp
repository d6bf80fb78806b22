// SPDX-License-Identifier: Apache-2.0
#include "rpc/fdtransport.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdint>
#include <cstring>

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

namespace tidegate::rpc {

namespace {

Error broken(std::string_view what)
{
    const int code = errno;
    return {ErrorCode::ConnectionLost, fmt::format("{}: {}", what, std::strerror(code))};
}

} // namespace

UniqueFd& UniqueFd::operator=(UniqueFd&& other) noexcept
{
    std::swap(m_fd, other.m_fd);
    return *this;
}

UniqueFd::~UniqueFd()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

FdTransport::FdTransport(UniqueFd in, UniqueFd out)
    : m_in(std::move(in)), m_out(std::move(out)), m_wake(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
}

Result<bool> FdTransport::waitFor(int fd, short events)
{
    pollfd waits[] = {{fd, events, 0}, {m_wake.get(), POLLIN, 0}};
    while (!m_closed) {
        if (::poll(waits, 2, -1) < 0) {
            if (errno == EINTR)
                continue;
            return broken("poll");
        }
        if (waits[0].revents != 0)
            return !m_closed;
    }
    return false;
}

Result<std::size_t> FdTransport::read(std::span<char> into)
{
    while (true) {
        const auto ready = waitFor(m_in.get(), POLLIN);
        if (!ready)
            return ready.error();
        if (!*ready)
            return std::size_t{0};
        const ssize_t count = ::read(m_in.get(), into.data(), into.size());
        if (count >= 0)
            return static_cast<std::size_t>(count);
        if (errno == ECONNRESET)
            return std::size_t{0};
        if (errno != EINTR && errno != EAGAIN)
            return broken("read");
    }
}

Result<void> FdTransport::write(std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto ready = waitFor(m_out.get(), POLLOUT);
        if (!ready)
            return ready.error();
        if (!*ready)
            return Error{ErrorCode::ConnectionLost, "the connection was closed"};
        // A pipe that polls as writable takes PIPE_BUF bytes without blocking; more could block beyond close().
        const ssize_t count = ::write(m_out.get(), bytes.data(), std::min<std::size_t>(bytes.size(), PIPE_BUF));
        if (count >= 0)
            bytes.remove_prefix(static_cast<std::size_t>(count));
        else if (errno != EINTR && errno != EAGAIN)
            return broken("write");
    }
    return {};
}

void FdTransport::close()
{
    m_closed = true;
    ::shutdown(m_out.get(), SHUT_RDWR); // the other side of a socket learns it now; pipes end with their owner
    const std::uint64_t one = 1;
    [[maybe_unused]] const ssize_t ignored = ::write(m_wake.get(), &one, sizeof one);
}

Result<TransportPtr> takeStandardStreams()
{
    UniqueFd in(::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3));
    UniqueFd out(::fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3));
    if (!in || !out)
        return Error{ErrorCode::Io, "standard input or output is closed", "start the agent with both open"};
    const UniqueFd null(::open("/dev/null", O_RDWR | O_CLOEXEC));
    if (!null || ::dup2(null.get(), STDIN_FILENO) < 0 || ::dup2(null.get(), STDOUT_FILENO) < 0)
        return broken("/dev/null");
    return TransportPtr(std::make_unique<FdTransport>(std::move(in), std::move(out)));
}

} // namespace tidegate::rpc
