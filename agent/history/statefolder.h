// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <filesystem>

namespace tidegate::agent {

/// Where the agent keeps what must survive it: `tidegate` in XDG_STATE_HOME, else in ~/.local/state. Makes the folder,
/// readable by its owner only.
Result<std::filesystem::path> stateFolder();

} // namespace tidegate::agent
