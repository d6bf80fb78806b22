// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tidegate {

/// Answers "what must I do now?". docs/CODING.md has the table: retry, reconnect, ask, stop.
enum class ErrorCode {
    Internal,       ///< a mistake of ours: stop, report
    Usage,          ///< the call's words are off: correct the call
    Invalid,        ///< a file or a job is not valid: correct the file
    Unsupported,    ///< valid, but not in this version
    NotFound,       ///< no such job, connection, file, table
    Conflict,       ///< the file changed underneath: look at both versions
    Io,             ///< disk or pipe: look at the details
    ConnectFailed,  ///< no session could be opened: check address, secret, server; retry later
    ConnectionLost, ///< the session broke, nothing was committed: reconnect and retry
    OutcomeUnknown, ///< the session broke while COMMIT was under way: ask the ledger
    QueryFailed,    ///< the server refused a statement: look at SQLSTATE and statement
    DataRejected,   ///< a row can't be loaded or a key is not a key: look at the examples
    Busy,           ///< another owner holds the job: wait, or take over
    Fenced,         ///< a newer owner exists: stop
    Refused,        ///< a guard said no: read why, then decide
    Cancelled,      ///< somebody asked us to stop
};

/// The end of a run at which an error happened.
enum class Side { None, Source, Target };

/// A failure as a value: what happened, where, and what to do. Never contains a secret.
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    std::string message;   ///< one sentence: what and where
    std::string hint = {}; ///< one sentence: what to do; may be empty
    Side side = Side::None;
    std::vector<std::pair<std::string, std::string>> details = {}; ///< sqlstate, statement, host, table, file, line …

    Error& with(std::string_view key, std::string_view value);
    [[nodiscard]] std::string_view detail(std::string_view key) const; ///< empty if absent
};

/// Stable name of a code in JSON and logs, for example "query_failed".
std::string_view toString(ErrorCode code);
std::string_view toString(Side side);
ErrorCode errorCodeFrom(std::string_view name);
Side sideFrom(std::string_view name);

/// The process exit code of the command line contract: 1 ours, 2 usage/invalid/unsupported, 3 source, 4 target,
/// 5 another owner, 6 refused, 7 cancelled.
int exitCode(const Error& error);

/// True where the same call may succeed later without anybody changing anything.
bool isTransient(ErrorCode code);

nlohmann::json toJson(const Error& error);
Error errorFromJson(const nlohmann::json& json);

} // namespace tidegate
