// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/palette/palettemodel.h"

namespace tidegate {

class ActionRegistry;
class Console;

/// Jobs of the pool with what is known of their last run.
QList<PaletteItem> jobItems(Console& console);
/// Tables that jobs read or write; choosing one opens its job.
QList<PaletteItem> tableItems(Console& console);
/// What can be done: of the page that is shown and of the whole window first, of other pages after it.
QList<PaletteItem> actionItems(const ActionRegistry& registry, const QString& page);

} // namespace tidegate
