// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace tidegate {

struct FuzzyMatch
{
    int score = 0;    ///< higher is better
    QList<int> marks; ///< places in the text that were matched
};

/// Finds the letters of `query` in `text` in this order, not caring about case or spaces: "oi" finds order_item. Begins
/// of words and neighbours count more, late beginnings and long texts less. An empty query matches everything.
std::optional<FuzzyMatch> fuzzyMatch(const QString& query, const QString& text);

} // namespace tidegate
