// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/session.h"
#include "sync/targetloader.h"

#include <string>

namespace tidegate {

/// Frames into a `copy … from stdin`, a transaction of its own.
class CopyLoader : public TargetLoader
{
public:
    CopyLoader(Session& session, std::string statement);
    Result<void> begin(std::stop_token stop) override;
    Result<void> take(const Frame& frame, std::stop_token stop) override;
    Result<std::int64_t> finish(std::stop_token stop) override;
    void abandon() override;

private:
    Session& m_session;
    std::string m_statement;
};

} // namespace tidegate
