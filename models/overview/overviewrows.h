// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/overview/jobneed.h"

#include <QString>

#include <vector>

namespace tidegate {

/// One row of the table of all jobs.
struct OverviewRow
{
    enum class Kind { Section, Job, Fold };

    Kind kind = Kind::Job;
    Standing standing = Standing::Good; ///< of the job, or of all that are folded
    bool open = false;                  ///< a fold whose jobs stand below it
    std::vector<int> jobs;              ///< indexes into the snapshot: the job, or those that the row stands for

    /// The same row in another snapshot has the same key.
    [[nodiscard]] QString key(const OverviewSnapshot& snapshot) const;
};

/// Those that need a person first, then what runs, then what ran as planned, the biggest first. Past `shown` rows the
/// quiet ones are folded, each kind into one row; `open` are the kinds whose fold is open.
std::vector<OverviewRow> arrangeOverview(const OverviewSnapshot& snapshot, const QSet<QString>& running,
                                         const QSet<int>& open, int shown = 10);

} // namespace tidegate
