// SPDX-License-Identifier: Apache-2.0
#include "childprocess.h"

#include <array>
#include <csignal>
#include <cstdlib>
#include <stdexcept>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tidegate::test {

ChildProcess::ChildProcess(const std::vector<std::string>& command)
{
    std::array<int, 2> in{};
    std::array<int, 2> out{};
    if (::pipe2(in.data(), O_CLOEXEC) != 0 || ::pipe2(out.data(), O_CLOEXEC) != 0)
        throw std::runtime_error("no pipe");
    const rpc::UniqueFd childIn(in[0]);
    const rpc::UniqueFd childOut(out[1]);
    m_toChild = rpc::UniqueFd(in[1]);
    m_fromChild = rpc::UniqueFd(out[0]);
    std::vector<char*> arguments;
    for (const std::string& word : command)
        arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    m_pid = ::fork();
    if (m_pid == 0) {
        ::dup2(childIn.get(), STDIN_FILENO);
        ::dup2(childOut.get(), STDOUT_FILENO);
        ::execv(arguments.front(), arguments.data());
        ::_exit(127);
    }
}

ChildProcess::~ChildProcess()
{
    if (!m_status) {
        send(SIGKILL);
        wait();
    }
}

rpc::TransportPtr ChildProcess::transport()
{
    return std::make_unique<rpc::FdTransport>(std::move(m_fromChild), std::move(m_toChild));
}

void ChildProcess::send(int signal) const
{
    ::kill(m_pid, signal);
}

int ChildProcess::wait()
{
    if (!m_status) {
        int status = 0;
        ::waitpid(m_pid, &status, 0);
        m_status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }
    return *m_status;
}

std::string builtProgram(const std::string& name)
{
    const char* folder = std::getenv("TIDEGATE_BIN");
    if (folder == nullptr)
        throw std::runtime_error("TIDEGATE_BIN is not set: run the test through ctest");
    return std::string(folder) + "/" + name;
}

} // namespace tidegate::test
