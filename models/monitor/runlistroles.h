// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <Qt>

namespace tidegate {

/// Columns of RunListModel.
namespace RunColumn {
enum : int { Started, Took, Rows, Count };
} // namespace RunColumn

/// Roles of RunListModel; the newest run comes first.
namespace RunListRole {
enum : int {
    Run = Qt::UserRole + 1, ///< the agent's number; 0: a row of the ledger
    Outcome,                ///< text of the protocol: applied, failed …; "running" while it runs
    StartedAt,              ///< QDateTime, UTC
    Seconds,                ///< double; -1: unknown
    RowsRead,
    Note,      ///< one or two words: what was special
    Elsewhere, ///< true: known from the ledger only
};
} // namespace RunListRole

} // namespace tidegate
