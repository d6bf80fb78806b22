// SPDX-License-Identifier: Apache-2.0
#include "rpc/linebuffer.h"

namespace tidegate::rpc {

void LineBuffer::append(std::string_view bytes)
{
    m_bytes += bytes;
}

std::optional<LineBuffer::Line> LineBuffer::next()
{
    while (true) {
        const std::size_t end = m_bytes.find('\n', m_scanned);
        if (end == std::string::npos) {
            m_skipping = m_skipping || m_bytes.size() > m_limit;
            if (m_skipping)
                m_bytes.clear();
            m_scanned = m_bytes.size();
            return std::nullopt;
        }
        Line line{m_bytes.substr(0, end), m_skipping || end > m_limit};
        m_bytes.erase(0, end + 1);
        m_scanned = 0;
        m_skipping = false;
        if (line.overlong) {
            line.text.clear();
            return line;
        }
        if (line.text.ends_with('\r'))
            line.text.pop_back();
        if (!line.text.empty())
            return line;
    }
}

} // namespace tidegate::rpc
