// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rpc/transport.h"

#include <utility>

namespace tidegate::rpc {

/// Two connected ends in one process. Each direction holds at most `capacity` bytes; a full one makes writers wait.
std::pair<TransportPtr, TransportPtr> makePipe(std::size_t capacity = 64 * 1024);

} // namespace tidegate::rpc
