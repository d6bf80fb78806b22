// SPDX-License-Identifier: Apache-2.0
#include "agent/endwatch.h"

#include <csignal>
#include <cstdint>

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace tidegate::agent {

namespace {

int blockedEndSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    for (const int signal : {SIGTERM, SIGINT, SIGHUP})
        sigaddset(&signals, signal);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    return ::signalfd(-1, &signals, SFD_CLOEXEC);
}

} // namespace

// A pidfd and not PR_SET_PDEATHSIG: that one fires when the parent's *thread* ends.
EndWatch::EndWatch(bool withParent)
    : m_signals(blockedEndSignals()), m_requests(::eventfd(0, EFD_CLOEXEC)),
      m_parent(withParent ? static_cast<int>(::syscall(SYS_pidfd_open, ::getppid(), 0)) : -1)
{
}

void EndWatch::request()
{
    const std::uint64_t one = 1;
    [[maybe_unused]] const ssize_t ignored = ::write(m_requests.get(), &one, sizeof one);
}

void EndWatch::wait()
{
    pollfd waits[] = {{m_signals.get(), POLLIN, 0}, {m_requests.get(), POLLIN, 0}, {m_parent.get(), POLLIN, 0}};
    while (::poll(waits, 3, -1) <= 0) {
    }
}

} // namespace tidegate::agent
