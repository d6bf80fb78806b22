// SPDX-License-Identifier: Apache-2.0
#include "rpc/unixsocket.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <cstring>

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace tidegate::rpc {

namespace {

Error socketError(ErrorCode code, std::string_view what, const std::filesystem::path& path)
{
    const int number = errno;
    return Error{code, fmt::format("{} {}: {}", what, path.string(), std::strerror(number))}.with("file",
                                                                                                  path.string());
}

Result<sockaddr_un> addressOf(const std::filesystem::path& path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::string text = path.string();
    if (text.empty() || text.size() >= sizeof address.sun_path)
        return Error{ErrorCode::Usage, fmt::format("{} is no path for a socket", text),
                     fmt::format("choose one of at most {} bytes", sizeof address.sun_path - 1)};
    text.copy(address.sun_path, text.size());
    return address;
}

UniqueFd newSocket(int flags)
{
    return UniqueFd(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | flags, 0));
}

bool answers(const sockaddr_un& address)
{
    const UniqueFd probe = newSocket(0);
    return ::connect(probe.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
}

bool isSameUser(int socket)
{
    ucred peer{};
    socklen_t length = sizeof peer;
    return ::getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &peer, &length) == 0 && peer.uid == ::geteuid();
}

Result<TransportPtr> transportOf(UniqueFd socket)
{
    UniqueFd twin(::fcntl(socket.get(), F_DUPFD_CLOEXEC, 3));
    if (!twin)
        return Error{ErrorCode::Io, "out of file descriptors"};
    return TransportPtr(std::make_unique<FdTransport>(std::move(socket), std::move(twin)));
}

} // namespace

UnixListener::UnixListener(UniqueFd socket, std::filesystem::path path)
    : m_socket(std::move(socket)), m_wake(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)), m_path(std::move(path))
{
}

UnixListener::~UnixListener()
{
    ::unlink(m_path.c_str());
}

Result<std::unique_ptr<UnixListener>> UnixListener::listen(const std::filesystem::path& path)
{
    const auto address = addressOf(path);
    if (!address)
        return address.error();
    struct stat existing
    {
    };
    if (::lstat(path.c_str(), &existing) == 0) {
        if (!S_ISSOCK(existing.st_mode))
            return Error{ErrorCode::Io, fmt::format("{} exists and is no socket", path.string()),
                         "choose another path"};
        if (answers(*address))
            return Error{ErrorCode::Busy, fmt::format("an agent listens on {} already", path.string()),
                         "use it, or choose another path"};
        ::unlink(path.c_str());
    }
    UniqueFd socket = newSocket(SOCK_NONBLOCK);
    // Linux gives the file the mode of the socket: there is no moment at which others could connect.
    if (!socket || ::fchmod(socket.get(), S_IRUSR | S_IWUSR) != 0 ||
        ::bind(socket.get(), reinterpret_cast<const sockaddr*>(&*address), sizeof *address) != 0 ||
        ::listen(socket.get(), 16) != 0)
        return socketError(ErrorCode::Io, "can't listen on", path);
    return std::unique_ptr<UnixListener>(new UnixListener(std::move(socket), path));
}

Result<TransportPtr> UnixListener::accept()
{
    pollfd waits[] = {{m_socket.get(), POLLIN, 0}, {m_wake.get(), POLLIN, 0}};
    while (true) {
        if (::poll(waits, 2, -1) < 0 && errno != EINTR)
            return socketError(ErrorCode::Io, "can't wait on", m_path);
        if (waits[1].revents != 0)
            return TransportPtr{};
        UniqueFd peer(::accept4(m_socket.get(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK));
        if (peer && isSameUser(peer.get()))
            return transportOf(std::move(peer));
        if (!peer && errno != EAGAIN && errno != EINTR && errno != ECONNABORTED)
            return socketError(ErrorCode::Io, "can't accept on", m_path);
    }
}

void UnixListener::close()
{
    const std::uint64_t one = 1;
    [[maybe_unused]] const ssize_t ignored = ::write(m_wake.get(), &one, sizeof one);
}

Result<std::filesystem::path> defaultSocketPath()
{
    const char* runtime = std::getenv("XDG_RUNTIME_DIR"); // NOLINT(concurrency-mt-unsafe)
    const char* home = std::getenv("HOME");               // NOLINT(concurrency-mt-unsafe)
    std::filesystem::path folder;
    if (runtime != nullptr && *runtime != '\0')
        folder = runtime;
    else if (home != nullptr && *home != '\0')
        folder = std::filesystem::path(home) / ".cache";
    else
        return Error{ErrorCode::Io, "neither XDG_RUNTIME_DIR nor HOME is set", "name the socket with --socket"};
    folder /= "tidegate";
    std::error_code code;
    std::filesystem::create_directories(folder, code);
    if (code)
        return Error{ErrorCode::Io, fmt::format("{} can't be made: {}", folder.string(), code.message()),
                     "name the socket with --socket"};
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all, code);
    return folder / "agent.sock";
}

Result<TransportPtr> connectUnix(const std::filesystem::path& path)
{
    const auto address = addressOf(path);
    if (!address)
        return address.error();
    UniqueFd socket = newSocket(0);
    if (!socket || ::connect(socket.get(), reinterpret_cast<const sockaddr*>(&*address), sizeof *address) != 0)
        return socketError(ErrorCode::ConnectFailed, "no agent answers on", path);
    if (!isSameUser(socket.get()))
        return Error{ErrorCode::Refused, fmt::format("{} belongs to another user's process", path.string()),
                     "start your own agent on a path of your own"};
    ::fcntl(socket.get(), F_SETFL, O_NONBLOCK);
    return transportOf(std::move(socket));
}

} // namespace tidegate::rpc
