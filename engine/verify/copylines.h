// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/session.h"

#include <string>
#include <string_view>

namespace tidegate {

/// Lines of a `copy … to stdout` in progress, one at a time; holds one frame of bytes.
class CopyLines
{
public:
    explicit CopyLines(Session& session) : m_session(session) {}

    /// The next line without its end, valid until the next call; a null view at the end of the copy.
    Result<std::string_view> next(const std::stop_token& stop);

private:
    Session& m_session;
    std::string m_buffer;
    std::size_t m_position = 0;
    bool m_ended = false;
};

} // namespace tidegate
