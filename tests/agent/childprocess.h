// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rpc/fdtransport.h"

#include <optional>
#include <string>
#include <vector>

#include <sys/types.h>

namespace tidegate::test {

/// A child with pipes on its standard input and output, killed and waited for at the latest with this object.
class ChildProcess
{
public:
    explicit ChildProcess(const std::vector<std::string>& command);
    ~ChildProcess();
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;

    /// The two pipes as a connection. Once.
    rpc::TransportPtr transport();
    void send(int signal) const;
    /// Waits for the end: the exit status, or 128 + signal.
    int wait();
    [[nodiscard]] pid_t pid() const { return m_pid; }

private:
    pid_t m_pid = -1;
    std::optional<int> m_status;
    rpc::UniqueFd m_toChild;
    rpc::UniqueFd m_fromChild;
};

/// A program of the build.
std::string builtProgram(const std::string& name);

} // namespace tidegate::test
