// SPDX-License-Identifier: Apache-2.0
#include "agent/history/ownerlock.h"

#include <fmt/format.h>

#include <random>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace tidegate::agent {

namespace {

std::string randomName()
{
    std::random_device source;
    return fmt::format("{}-{:08x}{:08x}", ::getpid(), source(), source());
}

rpc::UniqueFd locked(const std::filesystem::path& file, int flags)
{
    rpc::UniqueFd fd(::open(file.c_str(), flags | O_RDWR | O_CLOEXEC, 0600));
    if (fd.get() >= 0 && ::flock(fd.get(), LOCK_EX | LOCK_NB) != 0)
        return rpc::UniqueFd();
    return fd;
}

} // namespace

OwnerLock::OwnerLock(std::filesystem::path folder) : m_folder(std::move(folder)), m_name(randomName())
{
    if (!m_folder.empty())
        m_file = locked(fileOf(m_name), O_CREAT | O_EXCL);
}

OwnerLock::~OwnerLock()
{
    if (m_file.get() >= 0)
        ::unlink(fileOf(m_name).c_str());
}

bool OwnerLock::hasEnded(const std::string& owner) const
{
    if (owner == m_name || m_folder.empty())
        return false;
    const auto file = fileOf(owner);
    if (::access(file.c_str(), F_OK) != 0)
        return true;
    if (locked(file, 0).get() < 0)
        return false;
    ::unlink(file.c_str());
    return true;
}

std::filesystem::path OwnerLock::fileOf(const std::string& owner) const
{
    return m_folder / fmt::format("agent-{}.lock", owner);
}

} // namespace tidegate::agent
