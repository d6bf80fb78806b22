// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rpc/fdtransport.h"

namespace tidegate::agent {

/// Waits for a reason to end: SIGTERM, SIGINT, SIGHUP, the death of the parent process, or request(). Make it before
/// other threads: they inherit the signal mask.
class EndWatch
{
public:
    explicit EndWatch(bool withParent);

    EndWatch(const EndWatch&) = delete;
    EndWatch& operator=(const EndWatch&) = delete;

    void request(); ///< from any thread
    void wait();

private:
    rpc::UniqueFd m_signals;
    rpc::UniqueFd m_requests;
    rpc::UniqueFd m_parent; ///< readable once the parent is gone; none where the kernel has no pidfd
};

} // namespace tidegate::agent
