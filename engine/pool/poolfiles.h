// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pool/pool.h"

namespace tidegate {

/// Checks and converts one connection or environment file, without references to other files.
PoolFile<ConnectionDefinition> parseConnection(std::string_view text, std::string_view name,
                                               const std::filesystem::path& path);
PoolFile<EnvironmentDefinition> parseEnvironment(std::string_view text, std::string_view name,
                                                 const std::filesystem::path& path);

/// What is only visible over several files: names that lead nowhere, two jobs with one name or one target.
void checkEnvironmentReferences(Pool& pool);
void checkJobsTogether(Pool& pool);

} // namespace tidegate
