// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/runcontext.h"
#include "sync/windowplan.h"

#include <stop_token>
#include <string_view>

namespace tidegate {

/// One run of one job from database to database, from opening the sessions to letting go of the job.
class DirectRun
{
public:
    DirectRun(const Pool& pool, const EnvironmentDefinition* environment, RunOptions options, RunObserver& observer,
              const std::stop_token& stop);
    RunSummary run(std::string_view jobName);
    /// Instead of run(): writes the ledger row with which a job continues another tool's work.
    Result<LedgerRow> adopt(std::string_view jobName, std::string_view hi);
    /// Instead of run(), with dryRun: what the next run would read first. Of an incremental job.
    Result<sql::ReadRange> nextRange(std::string_view jobName);

private:
    Result<RunState> go(std::string_view jobName);
    Result<void> prepare(std::string_view jobName);
    Result<void> open();
    Result<void> plan();
    Result<void> own();
    Result<RunState> full(const std::string& kind);
    Result<sql::ReadRange> boundReload(LedgerRow& next);
    Result<sql::ReadRange> reloadRange(const WindowPlan& windows);
    Result<RunState> again();
    Result<RunState> windows();
    Result<std::optional<sql::TableInfo>> createTarget();
    Result<void> prepareTarget();
    Result<void> oneWindow(const sql::ReadRange& range, LedgerRow next);
    Result<RunState> dryRun();
    Result<void> showStatements(DryRun& shown, const sql::ReadRange& range, const std::string& extract);
    void warnOfHolder();
    Result<void> refuseForeignRows();
    Result<sql::ReadRange> firstRange();
    [[nodiscard]] LedgerRow draft(const std::string& kind, std::string heldBy) const;
    void record(const LedgerRow& row);
    [[nodiscard]] Error explained(Error error);

    const Pool& m_pool;
    const EnvironmentDefinition* m_environment;
    RunTeller m_teller;
    std::stop_source m_stop;
    std::stop_callback<std::function<void()>> m_passStop;
    RunContext m_context;
    RunSummary m_summary;
};

} // namespace tidegate
