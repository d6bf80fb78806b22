// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace tidegate::agent {

/// For a process that holds secrets: no core dumps, no debugger of the same user, and a reader that goes away is an
/// error of the write instead of a signal.
void hardenProcess();

} // namespace tidegate::agent
