// SPDX-License-Identifier: Apache-2.0
#include "db/statements.h"

namespace tidegate {

Result<void> runAll(Session& session, const std::vector<sql::Statement>& statements, std::stop_token stop)
{
    for (const auto& statement : statements) {
        if (auto done = session.run(statement, stop); !done)
            return done.error();
    }
    return {};
}

Result<void> runInTransaction(Session& session, const std::vector<sql::Statement>& statements, std::stop_token stop)
{
    if (statements.empty())
        return {};
    if (auto begun = session.query("begin", stop); !begun)
        return begun.error();
    if (auto done = runAll(session, statements, std::move(stop)); !done) {
        session.rollback();
        return done;
    }
    return session.commit();
}

} // namespace tidegate
