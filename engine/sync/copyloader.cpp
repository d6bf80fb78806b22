// SPDX-License-Identifier: Apache-2.0
#include "sync/copyloader.h"

namespace tidegate {

CopyLoader::CopyLoader(Session& session, std::string statement) : m_session(session), m_statement(std::move(statement))
{
}

Result<void> CopyLoader::begin(std::stop_token stop)
{
    return m_session.beginCopyIn(m_statement, std::move(stop));
}

Result<void> CopyLoader::take(const Frame& frame, std::stop_token stop)
{
    return m_session.writeCopy(frame.bytes, std::move(stop));
}

Result<std::int64_t> CopyLoader::finish(std::stop_token stop)
{
    if (auto ended = m_session.endCopyIn(std::move(stop)); !ended)
        return ended.error();
    return m_session.copiedRows();
}

void CopyLoader::abandon()
{
    m_session.abandonCopy();
}

} // namespace tidegate
