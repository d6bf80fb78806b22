// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QString>

namespace tidegate {

/// The root of the pool in or around a folder. Where there is none, the error says what the folder is instead and what
/// to do. Reads a few directory entries, nothing else.
Result<QString> probePool(const QString& folder);

} // namespace tidegate
