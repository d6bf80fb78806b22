// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>
#include <QRegularExpression>
#include <QString>

#include <utility>
#include <vector>

namespace tidegate {

/// What is looked for in a log: plain text, or a pattern between slashes (`/dup.*key/`). Case does not matter.
class LogSearch
{
public:
    LogSearch() = default;
    explicit LogSearch(const QString& words);

    [[nodiscard]] bool isEmpty() const { return m_words.isEmpty(); }
    /// The pattern can't be read; nothing matches it.
    [[nodiscard]] bool isBroken() const { return !m_pattern.isValid(); }
    [[nodiscard]] bool matches(const QString& text) const;
    /// Where the hits of one line begin and how long they are.
    [[nodiscard]] std::vector<std::pair<qsizetype, qsizetype>> hits(const QString& text) const;

    /// Lines of rows `first` to `last` that match.
    [[nodiscard]] int count(const QAbstractItemModel& model, int first, int last) const;
    /// The nearest matching row after (or before) `from`, going round at the end; -1: there is none.
    [[nodiscard]] int find(const QAbstractItemModel& model, int from, bool backwards) const;

private:
    QString m_words;
    QRegularExpression m_pattern;
};

} // namespace tidegate
