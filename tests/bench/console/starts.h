// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace tidegate {

struct Starts
{
    std::vector<double> seconds;
    std::vector<double> megabytes; ///< resident
};

/// In the parent: starts this program again and again as a console on `pool`. Seconds from the start of the process
/// to the first paint of the page with the pool's jobs on it, one per start. Empty: a start failed.
Starts measureStarts(const QString& pool, int runs);

/// In the child: the console as main() makes it. Prints the moment of that first paint and ends.
int runConsole(const QString& pool);

} // namespace tidegate
