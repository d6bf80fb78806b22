// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <Qt>

namespace tidegate {

/// Columns of OverviewModel.
namespace OverviewColumn {
enum : int { Job, Strip, Rows, Delay, Verified, Next, Count };
} // namespace OverviewColumn

/// Roles of OverviewModel; the display role has each column's text.
namespace OverviewRole {
enum : int {
    Kind = Qt::UserRole + 1, ///< OverviewRow::Kind as int
    JobName,                 ///< empty for a section or a fold
    Label,                   ///< what stands quietly behind the text
    Standing,                ///< Standing as int
    Cells,                   ///< std::vector<OverviewCell>
    Trend,                   ///< of the delay since the snapshot before: −1, 0, 1
    Proof,                   ///< ProofLook as int
    IsOpen,                  ///< of a fold
    IsKnown,                 ///< false: nobody answered yet how it stands
};
} // namespace OverviewRole

/// How the last verification of a job is shown.
enum class ProofLook { Equal, Old, Different, NotComparable, Never };

/// Roles of AttentionModel; one row is one job that needs a person, or how many more there are.
namespace AttentionRole {
enum : int {
    JobName = Qt::UserRole + 1, ///< empty: the row that counts the rest
    Standing,                   ///< Standing as int
    Headline,
    Reason,
    Advice,
};
} // namespace AttentionRole

/// Roles of UpcomingModel.
namespace UpcomingRole {
enum : int {
    JobName = Qt::UserRole + 1,
    Time,    ///< "08:50"
    Cadence, ///< "every 10 min"
};
} // namespace UpcomingRole

} // namespace tidegate
