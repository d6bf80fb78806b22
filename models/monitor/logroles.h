// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <Qt>

namespace tidegate {

/// Order is by weight: filters say "this and worse".
enum class LogSeverity { Debug, Info, Warning, Error };

/// Roles of LogModel; one row is one line, the newest last.
namespace LogRole {
enum : int {
    Id = Qt::UserRole + 1, ///< number that the agent gave the line; 0: a remark of the console
    At,                    ///< QDateTime, UTC
    Severity,              ///< LogSeverity
    Run,
    Job,
    Text,
};
} // namespace LogRole

} // namespace tidegate
