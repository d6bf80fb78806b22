// SPDX-License-Identifier: Apache-2.0
#include "cli/stopsignals.h"

#include <cstdint>

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <unistd.h>

namespace tidegate::cli {

StopSignals::StopSignals(std::function<void(int)> onSignal) : m_onSignal(std::move(onSignal))
{
    sigset_t signals;
    sigemptyset(&signals);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        sigaddset(&signals, signal);
    pthread_sigmask(SIG_BLOCK, &signals, &m_before);
    m_signals = rpc::UniqueFd(::signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK));
    m_wake = rpc::UniqueFd(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    m_watcher = std::jthread([this](const std::stop_token& end) { watch(end); });
}

StopSignals::~StopSignals()
{
    m_watcher.request_stop();
    m_watcher.join();
    pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
}

void StopSignals::watch(const std::stop_token& end)
{
    const std::stop_callback wake(end, [this] {
        const std::uint64_t one = 1;
        [[maybe_unused]] const ssize_t ignored = ::write(m_wake.get(), &one, sizeof one);
    });
    pollfd waits[] = {{m_signals.get(), POLLIN, 0}, {m_wake.get(), POLLIN, 0}};
    int count = 0;
    while (!end.stop_requested()) {
        ::poll(waits, 2, -1);
        signalfd_siginfo info{};
        while (::read(m_signals.get(), &info, sizeof info) == static_cast<ssize_t>(sizeof info)) {
            m_stop.request_stop();
            m_onSignal(++count);
        }
    }
}

} // namespace tidegate::cli
