// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "job/jobdiff.h"

#include <string>

namespace tidegate {

/// What a change does to rows that are already loaded, as a sentence; empty: nothing.
std::string changeRisk(const JobChange& change);

} // namespace tidegate
