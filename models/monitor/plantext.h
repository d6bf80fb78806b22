// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <QString>

namespace tidegate {

/// `statements` of job.explain as text: a title for each, then a step a line with the rows and the cost that the
/// planner expects, what feeds a step indented below it.
QString planText(const nlohmann::json& statements);

} // namespace tidegate
