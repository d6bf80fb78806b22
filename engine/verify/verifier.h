// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/session.h"
#include "sql/jobplan.h"
#include "verify/rowmerge.h"
#include "verify/verify.h"
#include "verify/verifysql.h"

#include <chrono>
#include <memory>
#include <stop_token>
#include <vector>

namespace tidegate {

/// One verification: a snapshot at each end, the target's first, so that a row which moves on meanwhile is pending and
/// not a difference.
class Verifier
{
public:
    Verifier(const sql::JobPlan& plan, Session& source, Session& target, const VerifyOptions& options,
             VerifyObserver& observer, std::stop_token stop);

    Result<VerifyReport> run();

private:
    Result<void> openTarget();
    Result<void> readFrontier();
    Result<void> openSource();
    Result<void> leaveOutPending(const VerifySql& sql);
    Result<void> movePending(const VerifySql& sql);
    Result<void> compareFigures(const VerifySql& sql);
    Result<void> compareRows(const VerifySql& sql);
    Result<void> pull(RowMerge& merge);
    Result<void> showExamples(const VerifySql& sql, const std::vector<std::pair<std::string, DifferenceKind>>& found);
    void describeScope();
    void tellProgress();
    Result<std::string> oneText(Session& session, const sql::Statement& statement);
    Session& session(Side side) { return side == Side::Source ? m_source : m_target; }

    const sql::JobPlan& m_plan;
    Session& m_source;
    Session& m_target;
    VerifyOptions m_options;
    VerifyObserver& m_observer;
    std::stop_token m_stop;
    std::optional<std::string> m_from; ///< the job brought nothing before it
    VerifyReport m_report;
    std::chrono::steady_clock::time_point m_lastTold;
};

} // namespace tidegate
