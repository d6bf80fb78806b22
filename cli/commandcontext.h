// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/output.h"
#include "pool/pool.h"

#include <string>
#include <string_view>

namespace tidegate::cli {

/// The options that every verb has.
struct GlobalOptions
{
    std::string pool;        ///< empty: the pool that encloses the working directory
    std::string environment; ///< empty: the only one
    bool json = false;
};

/// A pool with the environment that a command works in. The environment points into the pool.
struct Workplace
{
    Pool pool;
    const EnvironmentDefinition* environment = nullptr;
};

/// The pool's folder as an agent must be told it.
std::filesystem::path absoluteRoot(const Pool& pool);

/// What a verb gets: where to print, and the pool of the global options.
class CommandContext
{
public:
    CommandContext(GlobalOptions options, Output& output) : m_options(std::move(options)), m_output(output) {}

    Output& output() { return m_output; }
    [[nodiscard]] const GlobalOptions& options() const { return m_options; }

    [[nodiscard]] Result<Pool> readPool() const;
    /// The pool, kept by this context, and the environment to work in.
    Result<const Workplace*> workplace();

private:
    GlobalOptions m_options;
    Output& m_output;
    Workplace m_workplace;
};

/// The file of a job, valid or not. NotFound with the nearest name.
Result<const PoolFile<JobDefinition>*> findJob(const Pool& pool, std::string_view name);

/// The job if its file has no errors; else its findings are printed as diagnostics and the error says how many.
Result<const JobDefinition*> validJob(const Pool& pool, std::string_view name, Output& output);

} // namespace tidegate::cli
