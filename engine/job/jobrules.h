// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "job/jobdefinition.h"

namespace tidegate {

class FileCheck;

/// What a schema can't say: keys that need or exclude each other. Adds to the file's findings and fills
/// `job.unsupported` with what this version can't run.
void checkJobRules(FileCheck& file, JobDefinition& job);

} // namespace tidegate
