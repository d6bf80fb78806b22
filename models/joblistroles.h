// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <Qt>

namespace tidegate {

/// What the list says of a job at a glance, the worst first.
enum class JobState {
    Invalid, ///< its file has errors
    Failed,  ///< its last run of this session failed or was refused
    Running,
    Applied, ///< its last run of this session ended well
    Paused,  ///< its schedule is paused
    Idle,    ///< nothing known since the console started
};

/// Roles of JobListModel. Rows of the first level are customers, below them their jobs.
namespace JobListRole {
enum : int {
    Name = Qt::UserRole + 1, ///< of the job, or of the customer
    IsGroup,
    Count,     ///< jobs of a customer
    Path,      ///< of the job's file, relative to the pool
    State,     ///< JobState
    StateText, ///< one or two words at the right: "edited", "running", "daily"
    IsEdited,  ///< has unsaved changes
    Problems,  ///< number of errors in the file
};
} // namespace JobListRole

} // namespace tidegate
