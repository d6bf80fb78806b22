// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/palette/fuzzymatch.h"

#include <algorithm>

namespace tidegate {

namespace {

constexpr int perLetter = 10;
constexpr int atWord = 15;
constexpr int afterNeighbour = 12;
constexpr int perSkipped = 1;
constexpr int mostSkipped = 12;

bool beginsWord(const QString& text, int at)
{
    if (at == 0)
        return true;
    const QChar before = text.at(at - 1);
    return !before.isLetterOrNumber() || (before.isLower() && text.at(at).isUpper());
}

/// Matches greedily from `start` on; the caller tries every start.
std::optional<FuzzyMatch> matchFrom(const QString& query, const QString& text, int start)
{
    FuzzyMatch match;
    int at = start;
    for (const QChar letter : query) {
        const int found = static_cast<int>(text.indexOf(letter, at, Qt::CaseInsensitive));
        if (found < 0)
            return {};
        const bool neighbour = !match.marks.isEmpty() && match.marks.last() == found - 1;
        match.score += perLetter + (neighbour ? afterNeighbour : beginsWord(text, found) ? atWord : 0);
        match.score -= std::min(mostSkipped, found - at) * perSkipped;
        match.marks << found;
        at = found + 1;
    }
    match.score -= std::min(mostSkipped, start);
    return match;
}

} // namespace

std::optional<FuzzyMatch> fuzzyMatch(const QString& query, const QString& text)
{
    QString letters = query;
    letters.remove(u' ');
    if (letters.isEmpty())
        return FuzzyMatch();
    std::optional<FuzzyMatch> best;
    for (int start = 0; start <= text.size() - letters.size(); ++start) {
        if (text.at(start).toCaseFolded() != letters.at(0).toCaseFolded())
            continue;
        auto match = matchFrom(letters, text, start);
        if (!match)
            break;
        if (!best || match->score > best->score)
            best = std::move(match);
    }
    return best;
}

} // namespace tidegate
