// SPDX-License-Identifier: Apache-2.0
#include "sync/copyreader.h"

namespace tidegate {

CopyReader::CopyReader(Session& session, std::string statement, std::size_t frameBytes)
    : m_session(session), m_statement(std::move(statement)), m_frameBytes(frameBytes)
{
}

Result<void> CopyReader::begin(std::stop_token stop)
{
    return m_session.beginCopyOut(m_statement, std::move(stop));
}

Result<SourceReader::Next> CopyReader::next(Frame& frame, std::stop_token stop)
{
    frame.bytes.clear();
    const auto read = m_session.readCopy(frame.bytes, m_frameBytes, std::move(stop));
    if (!read)
        return read.error();
    frame.rows = countRows(frame.bytes);
    return *read == Session::CopyRead::End ? Next::End : Next::Rows;
}

void CopyReader::abandon()
{
    m_session.abandonCopy();
}

std::int64_t CopyReader::rowsTold() const
{
    return m_session.copiedRows();
}

} // namespace tidegate
