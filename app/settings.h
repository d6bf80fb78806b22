// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

#include <QByteArray>
#include <QSettings>
#include <QString>

namespace tidegate {

/// What the console remembers between starts. Every value is typed, has a default, and one that makes no sense is read
/// as the default.
class Settings final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Settings)

public:
    /// `file` empty: the user's own.
    explicit Settings(const QString& file = {}, QObject* parent = nullptr);

    [[nodiscard]] Theme::Choice theme() const;
    void setTheme(Theme::Choice choice);
    [[nodiscard]] QByteArray geometry() const;
    void setGeometry(const QByteArray& geometry);
    [[nodiscard]] QString lastPool() const;
    void setLastPool(const QString& folder);
    [[nodiscard]] QString lastPage() const;
    void setLastPage(const QString& id);

private:
    QSettings m_store;
};

} // namespace tidegate
