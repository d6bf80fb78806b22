// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "job/finding.h"
#include "job/jobdefinition.h"
#include "pool/definitions.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tidegate {

/// A file of the pool and what validation says about it. `definition` is there when the file has no errors.
template <typename Definition>
struct PoolFile
{
    std::string name;           ///< from the file's name
    std::filesystem::path path; ///< relative to the pool's root, with '/'
    std::string text;           ///< as on disk, byte for byte
    std::optional<Definition> definition;
    Findings findings; ///< of this file alone, references to other files included
};

/// A pool as it was read from disk: a value, never changed in place. Read it again after a change.
struct Pool
{
    std::filesystem::path root;
    std::string name;                                        ///< `pool:` of pool.yaml
    std::vector<PoolFile<ConnectionDefinition>> connections; ///< sorted by name, as are the others
    std::vector<PoolFile<EnvironmentDefinition>> environments;
    std::vector<PoolFile<JobDefinition>> jobs;
    Findings
        poolFindings; ///< of pool.yaml, of unreadable files, of two files with one name, of two jobs with one target

    [[nodiscard]] Findings findings() const; ///< all, sorted by file, line, column
    [[nodiscard]] const PoolFile<JobDefinition>* job(std::string_view name) const;
    [[nodiscard]] const PoolFile<ConnectionDefinition>* connection(std::string_view name) const;
    [[nodiscard]] const PoolFile<EnvironmentDefinition>* environment(std::string_view name) const;
};

/// The nearest folder at or above `from` that holds a pool.yaml. NotFound if there is none.
Result<std::filesystem::path> findPoolRoot(const std::filesystem::path& from);

/// Reads every file. Fails only when pool.yaml can't be read; all that is wrong inside files is in the findings.
Result<Pool> readPool(const std::filesystem::path& root);

/// Checks and converts the text of one job file. `name` is the file's name without ending. With a pool, references
/// are checked against it. Pure and quick (under 2 ms for 200 columns): the console calls it on every keystroke.
PoolFile<JobDefinition> parseJob(std::string_view text, std::string_view name, const std::filesystem::path& path,
                                 const Pool* pool);

/// The connection that `name` means in an environment: the environment's `connections:` first, then the name itself.
/// `environment` may be null. NotFound or Invalid, with file and hint.
Result<ConnectionDefinition> resolveConnection(const Pool& pool, const EnvironmentDefinition* environment,
                                               std::string_view name);

/// Which environment a command works in. `wanted` empty: the only one, or none where the pool has none.
/// Usage error where the pool has several and none was named.
Result<const EnvironmentDefinition*> chooseEnvironment(const Pool& pool, std::string_view wanted);

} // namespace tidegate
