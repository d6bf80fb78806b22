// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace tidegate::cli {

/// The whole of `tidegatectl`: parses, runs one verb, returns the exit code of the contract. `out` gets what people
/// and programs read, `err` progress and diagnostics.
int runCommandLine(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& err);

} // namespace tidegate::cli
