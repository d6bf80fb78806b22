// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tidegate {

/// The branch that is checked out in the repository around a folder, or the start of the commit; empty: no repository.
QString gitBranch(const QString& folder);

} // namespace tidegate
