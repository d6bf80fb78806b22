// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "db/session.h"
#include "sql/statements.h"
#include "sync/runcontext.h"

namespace tidegate {

/// Loads what `range` covers into a table beside the target, proves the key there, and swaps it in together with
/// `next`, the ledger row, whose counters and target oid it fills. The target is never seen half full; where anything
/// fails the table beside is dropped and the target is as it was.
class FullLoad
{
public:
    /// `range` says what is the whole: of a reload it may begin at the job's start, and ends at its hi where it
    /// appends.
    FullLoad(RunContext& context, sql::ReadRange range, LedgerRow& next);
    Result<void> run();

private:
    Result<void> dropLeftovers();
    Result<void> copy();
    Result<void> prove();
    Result<void> guard();
    Result<void> swap();
    Result<void> trySwap();
    Result<void> swapInside();
    void dropBeside();

    RunContext& m_context;
    sql::ReadRange m_range;
    LedgerRow& m_next;
    std::string m_besidePrefix; ///< of every epoch's table
    std::string m_beside;       ///< unquoted
    std::string m_relation;     ///< quoted, qualified
};

} // namespace tidegate
