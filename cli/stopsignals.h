// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rpc/fdtransport.h"

#include <csignal>
#include <functional>
#include <stop_token>
#include <thread>

namespace tidegate::cli {

/// While it lives, SIGINT, SIGTERM and SIGHUP ask to stop instead of ending the process: also the second and the third
/// one, because a COMMIT under way must be let through. Make it before other threads: they inherit the mask.
class StopSignals
{
public:
    /// `onSignal` is called on the watching thread with the count of signals so far.
    explicit StopSignals(std::function<void(int count)> onSignal);
    ~StopSignals();

    StopSignals(const StopSignals&) = delete;
    StopSignals& operator=(const StopSignals&) = delete;

    [[nodiscard]] std::stop_token token() const { return m_stop.get_token(); }

private:
    void watch(const std::stop_token& end);

    std::function<void(int)> m_onSignal;
    std::stop_source m_stop;
    sigset_t m_before{};
    rpc::UniqueFd m_signals;
    rpc::UniqueFd m_wake;
    std::jthread m_watcher; ///< last: ends first
};

} // namespace tidegate::cli
