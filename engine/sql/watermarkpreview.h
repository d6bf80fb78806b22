// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sql/jobplan.h"

namespace tidegate::sql {

/// A few rows of the source and where the watermark of each comes from: the key, every watermark column, and the
/// greatest of them as `watermark`. Reads `rows` rows of the source, whichever come first, and joins only those.
/// Invalid for a job without a watermark.
Result<std::string> watermarkPreviewSql(const JobPlan& plan, int rows);

} // namespace tidegate::sql
