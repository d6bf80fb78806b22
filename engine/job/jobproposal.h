// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "sql/catalogue.h"

#include <string>
#include <vector>

namespace tidegate {

struct ProposalRequest
{
    std::string name; ///< of the job
    std::string sourceConnection;
    std::string targetConnection;
    std::string targetTable; ///< SQL of the target; empty: ods.<name>
};

/// The text of a new job file for a table of the source: columns, key from the primary key or a unique one, the most
/// likely watermark, each with a comment that says why. Without a key or a watermark it is a full load.
Result<std::string> proposeJob(const sql::TableInfo& table, const ProposalRequest& request);

struct KeyProposal
{
    std::vector<std::string> columns; ///< empty: the table has no key that can be relied on
    std::string why;                  ///< "the primary key"
};

/// The primary key, or a unique index over columns that are never NULL.
KeyProposal proposeKey(const sql::TableInfo& table);

/// The column whose name and type say that it holds the time of the last change; null if there is none.
const sql::ColumnInfo* watermarkCandidate(const sql::TableInfo& table);

} // namespace tidegate
