// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings.h"

#include <QMetaEnum>
#include <QStandardPaths>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

QString ownFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + u"/console.ini"_s;
}

} // namespace

Settings::Settings(const QString& file, QObject* parent)
    : QObject(parent), m_store(file.isEmpty() ? ownFile() : file, QSettings::IniFormat)
{
}

Theme::Choice Settings::theme() const
{
    bool known = false;
    const QByteArray name = m_store.value(u"view/theme"_s).toByteArray();
    const int value = QMetaEnum::fromType<Theme::Choice>().keyToValue(name.constData(), &known);
    return known ? static_cast<Theme::Choice>(value) : Theme::Choice::System;
}

void Settings::setTheme(Theme::Choice choice)
{
    const char* name = QMetaEnum::fromType<Theme::Choice>().valueToKey(static_cast<int>(choice));
    m_store.setValue(u"view/theme"_s, QString::fromLatin1(name));
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

QString Settings::lastPage() const
{
    return m_store.value(u"window/page"_s, u"jobs"_s).toString();
}

void Settings::setLastPage(const QString& id)
{
    m_store.setValue(u"window/page"_s, id);
}

} // namespace tidegate
