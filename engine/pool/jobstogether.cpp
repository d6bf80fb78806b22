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

using Constants = std::map<std::string, std::string>;

/// What tells the rows of two jobs apart: a column filled by a constant that is part of the key.
Constants constantKeyColumns(const JobDefinition& job)
{
    Constants constants;
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

bool differByConstant(const Constants& left, const Constants& right)
{
    return std::ranges::any_of(left, [&](const auto& constant) {
        const auto other = right.find(constant.first);
        return other != right.end() && other->second != constant.second;
    });
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

/// A job among those that write one table.
struct Writer
{
    explicit Writer(JobFile& file)
        : job(&file), replaces(tidegate::replaces(*file.definition)), constants(constantKeyColumns(*file.definition))
    {
    }

    JobFile* job;
    bool replaces;
    Constants constants;
};

/// "the job `a`", "the jobs `a`, `b`, `c` and 12 more".
std::string named(const std::vector<const JobFile*>& jobs)
{
    constexpr std::size_t most = 3;
    std::string names;
    for (std::size_t i = 0; i < std::min(most, jobs.size()); ++i)
        names += fmt::format("{}`{}`", i == 0 ? "" : ", ", jobs[i]->name);
    if (jobs.size() > most)
        names += fmt::format(" and {} more", jobs.size() - most);
    return (jobs.size() == 1 ? "the job " : "the jobs ") + names;
}

struct SharedTarget
{
    JobFile* job;
    Severity severity;
    std::string message;
};

void addShared(std::vector<SharedTarget>& shared, const Writer& one, const std::vector<Writer>& writers)
{
    std::vector<const JobFile*> replacing;
    std::vector<const JobFile*> mixing;
    for (const Writer& other : writers) {
        if (other.job == one.job)
            continue;
        if (one.replaces || other.replaces)
            replacing.push_back(other.job);
        else if (!differByConstant(one.constants, other.constants))
            mixing.push_back(other.job);
    }
    for (const auto& [jobs, severity] :
         {std::pair{&replacing, Severity::Error}, std::pair{&mixing, Severity::Warning}}) {
        if (!jobs->empty())
            shared.push_back(
                {one.job, severity,
                 fmt::format("`{}` is also the target of {}", one.job->definition->target.table, named(*jobs))});
    }
}

} // namespace

void checkJobsTogether(Pool& pool)
{
    checkNames(pool);
    std::map<std::string, std::vector<Writer>> byTarget;
    for (JobFile& job : pool.jobs) {
        if (job.definition)
            byTarget[targetOf(*job.definition)].emplace_back(job);
    }
    std::vector<SharedTarget> shared; // an error takes the definition away, which the others still need
    for (const auto& [target, writers] : byTarget) {
        for (const Writer& writer : writers)
            addShared(shared, writer, writers);
    }
    for (SharedTarget& finding : shared)
        addTo(*finding.job, finding.severity, "shared_target", "target.table", std::move(finding.message),
              finding.severity == Severity::Error
                  ? "a full load or a replaced partition would remove the other jobs' rows; give each job its own table"
                  : "give each a constant column, such as a data source, and put it into their keys");
}

} // namespace tidegate
