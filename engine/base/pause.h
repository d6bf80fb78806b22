// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <stop_token>

namespace tidegate {

/// Waits that long. False when a stop was requested before or meanwhile, which ends the wait at once.
bool pauseFor(std::chrono::nanoseconds time, const std::stop_token& stop);

} // namespace tidegate
