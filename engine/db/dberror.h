// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "pool/definitions.h"

#include <string>
#include <string_view>

namespace tidegate {

/// What a server or the driver said about a failure.
struct ServerReport
{
    std::string sqlstate; ///< empty: the driver itself failed
    std::string message;
    std::string detail;
    std::string hint;
    std::string context; ///< for COPY: relation, line and column
    bool connectionLost = false;
};

/// "source shop (db.example:5432/erp)": how messages name an end.
std::string endName(const ConnectionDefinition& connection, Side side);

/// An Error that says which end, what the server said, and what a person can do about it. `statement` goes to the
/// details, shortened.
Error translated(const ServerReport& report, const ConnectionDefinition& connection, Side side,
                 std::string_view statement);

/// The same for a session that could not be opened.
Error connectError(const ServerReport& report, const ConnectionDefinition& connection, Side side);

Error cancelledError(const ConnectionDefinition& connection, Side side);

} // namespace tidegate
