// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/session.h"
#include "sql/jobplan.h"
#include "sync/openwriters.h"
#include "sync/watermarkclock.h"

namespace tidegate {

/// The clock of a PostgreSQL-family source: its transaction_timestamp(), held back by open writers and prepared
/// transactions, less the lag, in the watermark's zone, floored to its precision.
class WindowClock : public WatermarkClock
{
public:
    /// `target` is asked for its own time: a source clock more than 5 minutes ahead of it is refused.
    WindowClock(Session& source, Session& target, const sql::JobPlan& plan);
    Result<ClockReading> read(const std::optional<std::string>& frontier, std::stop_token stop) override;

private:
    /// How far the clock lets a window reach, as the watermark's literal and as an instant.
    struct Reach
    {
        std::string literal;
        std::string instant;
    };

    Result<void> compareClocks(const std::string& sourceNow, std::stop_token stop);
    Result<Reach> reachOf(const WriterReport& writers, std::stop_token stop);
    Result<bool> isTwiceToday(const std::string& instant, std::stop_token stop);
    Result<std::string> beforeTwice(const std::string& instant, std::stop_token stop);

    Session& m_source;
    Session& m_target;
    const sql::JobPlan& m_plan;
};

/// How far below `lo` a window must reach because local time ran twice around it: 0, or at least an hour where the
/// watermark's zone set its clocks back within a day of lo.
Result<std::chrono::milliseconds> foldOverlap(Session& source, const sql::JobPlan& plan,
                                              const std::optional<std::string>& lo, std::stop_token stop);

} // namespace tidegate
