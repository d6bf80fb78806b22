// SPDX-License-Identifier: Apache-2.0
#include "db/probe.h"

#include <fmt/format.h>

namespace tidegate {

Result<Rows> probe(Session& session, std::string_view statement, std::chrono::seconds limit,
                   const std::stop_token& stop)
{
    const auto begin = fmt::format("begin transaction read only; set local statement_timeout = '{}s'", limit.count());
    if (const auto begun = session.query(begin, stop); !begun)
        return begun.error();
    auto rows = session.query(statement, stop);
    session.rollback();
    return rows;
}

} // namespace tidegate
