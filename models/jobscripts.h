// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "sql/statements.h"

#include <QString>

#include <string>

namespace tidegate {

/// What a job's SQL is looked at for.
enum class JobScript { Extract, Count, Apply, Ddl, Grants };

/// Whom rights are granted to, at both ends.
struct JobUsers
{
    std::string source;
    std::string target;
};

/// What the servers get, byte for byte; statements with their titles as comments.
Result<QString> jobScript(const sql::JobPlan& plan, JobScript what, const sql::ReadRange& range, const JobUsers& users);

/// Everything that a change of the job can change, one after the other.
QString wholeScript(const sql::JobPlan& plan, const sql::ReadRange& range);

} // namespace tidegate
