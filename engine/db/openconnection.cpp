// SPDX-License-Identifier: Apache-2.0
#include "db/openconnection.h"

namespace tidegate {

Result<std::unique_ptr<Session>> openConnection(const Pool& pool, const EnvironmentDefinition* environment,
                                                std::string_view connection, const SessionOptions& options,
                                                std::stop_token stop)
{
    const auto definition = resolveConnection(pool, environment, connection);
    if (!definition)
        return definition.error();
    return Session::open(*definition, options, std::move(stop));
}

} // namespace tidegate
