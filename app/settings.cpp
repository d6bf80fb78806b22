// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings.h"

#include <QMetaEnum>
#include <QStandardPaths>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype mostRecent = 8;

QString ownFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + u"/console.ini"_s;
}

constexpr int smallestScale = 80;
constexpr int normalScale = 100;
constexpr int largestScale = 200;

template <typename Enum>
Enum read(const QSettings& store, const QString& key, Enum fallback)
{
    bool known = false;
    const QByteArray name = store.value(key).toString().toLatin1();
    const int value = QMetaEnum::fromType<Enum>().keyToValue(name.constData(), &known);
    return known ? static_cast<Enum>(value) : fallback;
}

template <typename Enum>
void write(QSettings& store, const QString& key, Enum value)
{
    store.setValue(key, QString::fromLatin1(QMetaEnum::fromType<Enum>().valueToKey(static_cast<int>(value))));
}

} // namespace

Settings::Settings(const QString& file, QObject* parent)
    : QObject(parent), m_store(file.isEmpty() ? ownFile() : file, QSettings::IniFormat)
{
}

Theme::Choice Settings::theme() const
{
    return read(m_store, u"view/theme"_s, Theme::Choice::System);
}

void Settings::setTheme(Theme::Choice choice)
{
    write(m_store, u"view/theme"_s, choice);
}

Theme::Density Settings::density() const
{
    return read(m_store, u"view/density"_s, Theme::Density::Comfortable);
}

void Settings::setDensity(Theme::Density density)
{
    write(m_store, u"view/density"_s, density);
}

Language::Choice Settings::language() const
{
    return read(m_store, u"view/language"_s, Language::Choice::System);
}

void Settings::setLanguage(Language::Choice choice)
{
    write(m_store, u"view/language"_s, choice);
}

int Settings::scale() const
{
    const int percent = m_store.value(u"view/scale"_s, normalScale).toInt();
    return percent >= smallestScale && percent <= largestScale ? percent : normalScale;
}

void Settings::setScale(int percent)
{
    m_store.setValue(u"view/scale"_s, percent);
}

QMap<QString, QString> Settings::group(const QString& name) const
{
    QMap<QString, QString> values;
    const QStringList keys = m_store.allKeys();
    for (const QString& key : keys) {
        if (key.startsWith(name + u'/'))
            values.insert(key.mid(name.size() + 1), m_store.value(key).toStringList().join(u','));
    }
    return values;
}

void Settings::setGroup(const QString& name, const QMap<QString, QString>& values)
{
    m_store.remove(name);
    for (auto it = values.cbegin(); it != values.cend(); ++it)
        m_store.setValue(name + u'/' + it.key(), it.value());
}

QMap<QString, QString> Settings::shortcuts() const
{
    return group(u"shortcuts"_s);
}

void Settings::setShortcuts(const QMap<QString, QString>& shortcuts)
{
    setGroup(u"shortcuts"_s, shortcuts);
}

QMap<QString, QString> Settings::places() const
{
    return group(u"places"_s);
}

void Settings::setPlaces(const QMap<QString, QString>& places)
{
    setGroup(u"places"_s, places);
}

QString Settings::shown(const QString& page) const
{
    return m_store.value(u"shown/"_s + page).toString();
}

void Settings::setShown(const QString& page, const QString& what)
{
    m_store.setValue(u"shown/"_s + page, what);
}

QByteArray Settings::geometry() const
{
    return m_store.value(u"window/geometry"_s).toByteArray();
}

void Settings::setGeometry(const QByteArray& geometry)
{
    if (geometry != this->geometry())
        m_store.setValue(u"window/geometry"_s, geometry);
}

QString Settings::lastPool() const
{
    return m_store.value(u"pool/last"_s).toString();
}

void Settings::setLastPool(const QString& folder)
{
    m_store.setValue(u"pool/last"_s, folder);
}

QStringList Settings::recentPools() const
{
    return m_store.value(u"pool/recent"_s).toStringList().mid(0, mostRecent);
}

void Settings::addRecentPool(const QString& folder)
{
    QStringList folders = recentPools();
    folders.removeAll(folder);
    folders.prepend(folder);
    m_store.setValue(u"pool/recent"_s, folders.mid(0, mostRecent));
}

QString Settings::lastPage() const
{
    return m_store.value(u"window/page"_s, u"overview"_s).toString();
}

void Settings::setLastPage(const QString& id)
{
    m_store.setValue(u"window/page"_s, id);
}

} // namespace tidegate
