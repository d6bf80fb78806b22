// SPDX-License-Identifier: Apache-2.0
#include "verify/copylines.h"

namespace tidegate {

namespace {

constexpr std::size_t frameBytes = 256 * 1024;

} // namespace

Result<std::string_view> CopyLines::next(const std::stop_token& stop)
{
    if (m_position == m_buffer.size() && !m_ended) {
        m_buffer.clear();
        m_position = 0;
        const auto read = m_session.readCopy(m_buffer, frameBytes, stop);
        if (!read)
            return read.error();
        m_ended = *read == Session::CopyRead::End;
    }
    if (m_position == m_buffer.size())
        return std::string_view{};
    const auto end = m_buffer.find('\n', m_position);
    const auto line = std::string_view(m_buffer).substr(m_position, end - m_position);
    m_position = end + 1;
    return line;
}

} // namespace tidegate
