// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace tidegate {

/// Types into a field of a job with `columns` columns. Seconds from the key to the painted SQL, one per key.
/// The catalogue comes from an agent in this process: it is read once and is no part of a keystroke.
std::vector<double> measureKeystrokes(int columns, int keys);

} // namespace tidegate
