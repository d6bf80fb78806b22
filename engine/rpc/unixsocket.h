// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rpc/fdtransport.h"

#include <filesystem>

namespace tidegate::rpc {

/// A listening unix socket that only the same user may use: the file has mode 0600 and every peer's user is checked.
class UnixListener
{
public:
    /// A socket file that nobody answers on is replaced. Busy if somebody does; Io with the reason otherwise.
    static Result<std::unique_ptr<UnixListener>> listen(const std::filesystem::path& path);
    ~UnixListener(); ///< removes the file

    UnixListener(const UnixListener&) = delete;
    UnixListener& operator=(const UnixListener&) = delete;

    /// Waits for the next peer. Nothing after close(). A peer of another user is turned away and not returned.
    Result<TransportPtr> accept();
    void close();

private:
    UnixListener(UniqueFd socket, std::filesystem::path path);

    UniqueFd m_socket;
    UniqueFd m_wake;
    std::filesystem::path m_path;
};

/// Where an agent listens unless told otherwise: tidegate/agent.sock in $XDG_RUNTIME_DIR, else in ~/.cache. Makes the
/// folder (0700). Io with the reason if neither is there.
Result<std::filesystem::path> defaultSocketPath();

/// ConnectFailed if nobody listens there.
Result<TransportPtr> connectUnix(const std::filesystem::path& path);

} // namespace tidegate::rpc
