// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QString>
#include <QStringList>

class QPixmap;

namespace tidegate {

/// The pictures of the tour in their order, each with its title, the keys that led to it and a sentence or two.
class Album
{
public:
    explicit Album(const QString& folder);

    /// Writes the picture as NN-name.png; false where it can't be written.
    bool add(const QPixmap& picture, const QString& name, const QString& title, const QString& keys,
             const QString& text);
    /// README.md with all of them; pictures of an earlier tour that are not among them go.
    [[nodiscard]] bool finish() const;
    [[nodiscard]] qsizetype size() const { return m_files.size(); }

private:
    QDir m_folder;
    QStringList m_files;
    QString m_text;
};

} // namespace tidegate
