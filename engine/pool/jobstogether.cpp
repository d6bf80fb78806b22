// SPDX-License-Identifier: Apache-2.0
#include "pool/poolfiles.h"

#include "job/sqltext.h"
#include "pool/filecheck.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace tidegate {

namespace {

using JobFile = PoolFile<JobDefinition>;

void addTo(JobFile& job, Severity severity, std::string code, std::string_view path, std::string message,
           std::string hint)
{
    FileCheck file(job.text, job.path.generic_string());
    file.add(severity, std::move(code), path, std::move(message), std::move(hint));
    const Findings found = file.takeFindings();
    job.findings.insert(job.findings.end(), found.begin(), found.end());
    if (severity == Severity::Error)
        job.definition.reset();
}

/// What tells the rows of two jobs apart: a column filled by a constant that is part of the key.
std::map<std::string, std::string> constantKeyColumns(const JobDefinition& job)
{
    std::map<std::string, std::string> constants;
    for (const JobColumn& column : job.columns) {
        const bool inKey = std::find(job.key.begin(), job.key.end(), column.name) != job.key.end();
        const bool literal = column.from && column.from->size() >= 2 && column.from->front() == '\'' &&
                             column.from->back() == '\'' && column.from->find('\'', 1) == column.from->size() - 1;
        const bool number =
            column.from && !column.from->empty() && column.from->find_first_not_of("0123456789") == std::string::npos;
        if (inKey && (literal || number))
            constants.emplace(column.name, *column.from);
    }
    return constants;
}

bool differByConstant(const JobDefinition& left, const JobDefinition& right)
{
    const auto ofRight = constantKeyColumns(right);
    for (const auto& [name, value] : constantKeyColumns(left)) {
        const auto other = ofRight.find(name);
        if (other != ofRight.end() && other->second != value)
            return true;
    }
    return false;
}

/// A name for the table a job writes to; the same for two spellings of one table.
std::string targetOf(const JobDefinition& job)
{
    const auto parts = splitSqlName(job.target.table);
    std::string name = job.target.connection;
    for (const std::string& part : parts.value_or(std::vector<std::string>{job.target.table}))
        name += '\0' + part;
    return name;
}

bool replaces(const JobDefinition& job)
{
    return job.mode == Mode::Full || job.apply == Apply::ReplacePartition;
}

void checkNames(Pool& pool)
{
    for (std::size_t i = 1; i < pool.jobs.size(); ++i) {
        JobFile& job = pool.jobs[i];
        const JobFile& before = pool.jobs[i - 1]; // sorted by name
        if (job.name == before.name)
            addTo(job, Severity::Error, "duplicate_job", "job",
                  fmt::format("there is another job `{}`: {}", job.name, before.path.generic_string()),
                  "names are unique in a pool; rename one of them");
    }
    std::map<std::string, const JobFile*> owners;
    for (JobFile& job : pool.jobs) {
        if (!job.definition)
            continue;
        const auto [owner, isNew] = owners.emplace(job.definition->id, &job);
        if (!isNew)
            addTo(job, Severity::Error, "duplicate_id", job.definition->id == job.name ? "job" : "id",
                  fmt::format("the ledger name `{}` is also that of {}", job.definition->id,
                              owner->second->path.generic_string()),
                  "two jobs with one ledger would continue each other's windows; change `id`");
    }
}

} // namespace

void checkJobsTogether(Pool& pool)
{
    checkNames(pool);
    std::map<std::string, std::vector<JobFile*>> byTarget;
    for (JobFile& job : pool.jobs) {
        if (job.definition)
            byTarget[targetOf(*job.definition)].push_back(&job);
    }
    struct Pending
    {
        JobFile* job;
        Severity severity;
        std::string message;
        std::string hint;
    };
    std::vector<Pending> pending; // an error takes the definition away, which the other pairs still need
    for (const auto& [target, jobs] : byTarget) {
        for (std::size_t i = 0; i < jobs.size(); ++i) {
            for (std::size_t j = 0; j < jobs.size(); ++j) {
                const JobDefinition& one = *jobs[i]->definition;
                const JobDefinition& other = *jobs[j]->definition;
                const bool error = replaces(one) || replaces(other);
                if (i == j || (!error && differByConstant(one, other)))
                    continue;
                pending.push_back(
                    {jobs[i], error ? Severity::Error : Severity::Warning,
                     fmt::format("`{}` is also the target of the job `{}`", one.target.table, jobs[j]->name),
                     error ? "a full load or a replaced partition would remove the other job's rows; give "
                             "each job its own table"
                           : "give both a constant column, such as a data source, and put it into both keys"});
            }
        }
    }
    for (Pending& finding : pending)
        addTo(*finding.job, finding.severity, "shared_target", "target.table", std::move(finding.message),
              std::move(finding.hint));
}

} // namespace tidegate
