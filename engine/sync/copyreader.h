// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/session.h"
#include "sync/sourcereader.h"

#include <string>

namespace tidegate {

/// The rows of a `copy (…) to stdout`, forwarded as they come. The session's transaction is the caller's.
class CopyReader : public SourceReader
{
public:
    CopyReader(Session& session, std::string statement, std::size_t frameBytes);
    Result<void> begin(std::stop_token stop) override;
    Result<Next> next(Frame& frame, std::stop_token stop) override;
    void abandon() override;
    [[nodiscard]] std::int64_t rowsTold() const override;

private:
    Session& m_session;
    std::string m_statement;
    std::size_t m_frameBytes;
};

} // namespace tidegate
