// SPDX-License-Identifier: Apache-2.0
#include "agent/history/statefolder.h"

#include <fmt/format.h>

#include <cstdlib>

namespace tidegate::agent {

namespace fs = std::filesystem;

Result<fs::path> stateFolder()
{
    const char* state = std::getenv("XDG_STATE_HOME");
    const char* home = std::getenv("HOME");
    fs::path folder;
    if (state != nullptr && fs::path(state).is_absolute())
        folder = state;
    else if (home != nullptr && fs::path(home).is_absolute())
        folder = fs::path(home) / ".local/state";
    else
        return Error{ErrorCode::Io, "neither XDG_STATE_HOME nor HOME names a folder", "set one of them"};
    folder /= "tidegate";
    std::error_code failure;
    const bool isNew = fs::create_directories(folder, failure);
    if (!failure && isNew)
        fs::permissions(folder, fs::perms::owner_all, failure);
    if (failure)
        return Error{ErrorCode::Io, fmt::format("{} can't be made: {}", folder.string(), failure.message()),
                     "make it, or set XDG_STATE_HOME to a folder that can be written"};
    return folder;
}

} // namespace tidegate::agent
