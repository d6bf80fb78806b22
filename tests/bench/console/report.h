// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace tidegate {

/// The value that `share` of all are not above.
double quantile(std::vector<double> values, double share);

/// Prints the one line that tools/bench reads; whether the bar was met.
bool report(const std::string& bench, double ours, double bar, const std::string& unit, const nlohmann::json& details);

/// The number after a word of the command line.
int option(int argc, char** argv, const std::string& word, int fallback);

} // namespace tidegate
