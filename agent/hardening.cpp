// SPDX-License-Identifier: Apache-2.0
#include "agent/hardening.h"

#include <csignal>

#include <sys/prctl.h>
#include <sys/resource.h>

namespace tidegate::agent {

void hardenProcess()
{
    std::signal(SIGPIPE, SIG_IGN);
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
#ifndef __SANITIZE_ADDRESS__ // its leak check attaches like a debugger
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
}

} // namespace tidegate::agent
