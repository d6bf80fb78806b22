// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/language.h"
#include "widgets/theme/theme.h"

#include <QByteArray>
#include <QMap>
#include <QSettings>
#include <QString>
#include <QStringList>

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
    [[nodiscard]] Theme::Density density() const;
    void setDensity(Theme::Density density);
    [[nodiscard]] Language::Choice language() const;
    void setLanguage(Language::Choice choice);
    /// In per cent, 80 to 200.
    [[nodiscard]] int scale() const;
    void setScale(int percent);
    /// Keys that differ from the defaults, by action, in portable text.
    [[nodiscard]] QMap<QString, QString> shortcuts() const;
    void setShortcuts(const QMap<QString, QString>& shortcuts);
    /// Sizes of splitters and chosen tabs, by name.
    [[nodiscard]] QMap<QString, QString> places() const;
    void setPlaces(const QMap<QString, QString>& places);
    /// What each page showed last.
    [[nodiscard]] QString shown(const QString& page) const;
    void setShown(const QString& page, const QString& what);
    [[nodiscard]] QByteArray geometry() const;
    void setGeometry(const QByteArray& geometry);
    [[nodiscard]] QString lastPool() const;
    void setLastPool(const QString& folder);
    /// Pools that were open, the newest first.
    [[nodiscard]] QStringList recentPools() const;
    void addRecentPool(const QString& folder);
    [[nodiscard]] QString lastPage() const;
    void setLastPage(const QString& id);

private:
    [[nodiscard]] QMap<QString, QString> group(const QString& name) const;
    void setGroup(const QString& name, const QMap<QString, QString>& values);

    QSettings m_store;
};

} // namespace tidegate
