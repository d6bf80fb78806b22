// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "job/jobdefinition.h"

namespace tidegate {

class FileCheck;

/// The meaning of a job file that fits the schema. Values that are absent or do not fit keep their defaults, so that
/// rules can speak of the rest.
JobDefinition readJob(const FileCheck& file, std::string_view name);

} // namespace tidegate
