// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session.h"

#include "app/settings.h"
#include "widgets/components/choicestrip.h"

#include <QSplitter>

namespace tidegate {

namespace {

QString sizesOf(const QSplitter& splitter)
{
    QStringList sizes;
    for (const int size : splitter.sizes())
        sizes << QString::number(size);
    return sizes.join(u',');
}

/// Only sizes that somebody could have made: as many as there are parts, none negative, some room.
QList<int> sizesFrom(const QString& text, int parts)
{
    QList<int> sizes;
    int sum = 0;
    for (const QString& word : text.split(u',')) {
        bool number = false;
        const int size = word.toInt(&number);
        if (!number || size < 0 || size > 100'000)
            return {};
        sizes << size;
        sum += size;
    }
    return sizes.size() == parts && sum > 0 ? sizes : QList<int>();
}

} // namespace

void saveSession(const QWidget& window, Settings& settings)
{
    QMap<QString, QString> places;
    for (const auto* splitter : window.findChildren<QSplitter*>()) {
        if (!splitter->objectName().isEmpty())
            places.insert(QStringLiteral("splitter.") + splitter->objectName(), sizesOf(*splitter));
    }
    for (const auto* strip : window.findChildren<ChoiceStrip*>()) {
        // One that belongs to settings of its own is not remembered twice.
        if (!strip->objectName().isEmpty() && !strip->objectName().startsWith(QStringLiteral("settings.")))
            places.insert(QStringLiteral("choice.") + strip->objectName(), strip->current());
    }
    settings.setPlaces(places);
}

void restoreSession(QWidget& window, const Settings& settings)
{
    const QMap<QString, QString> places = settings.places();
    for (auto* splitter : window.findChildren<QSplitter*>()) {
        const QString text = places.value(QStringLiteral("splitter.") + splitter->objectName());
        if (const QList<int> sizes = sizesFrom(text, splitter->count()); !sizes.isEmpty())
            splitter->setSizes(sizes);
    }
    for (auto* strip : window.findChildren<ChoiceStrip*>())
        strip->setCurrent(places.value(QStringLiteral("choice.") + strip->objectName()));
}

} // namespace tidegate
