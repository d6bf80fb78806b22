// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/systemcolours.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString service = u"org.freedesktop.portal.Desktop"_s;
const QString path = u"/org/freedesktop/portal/desktop"_s;
const QString interface = u"org.freedesktop.portal.Settings"_s;
const QString appearance = u"org.freedesktop.appearance"_s;
const QString scheme = u"color-scheme"_s;
const QString contrast = u"contrast"_s;
/// Of color-scheme and of contrast: 1 is dark, 1 is high.
constexpr unsigned wanted = 1;

} // namespace

void SystemColours::follow(DesktopColours before)
{
    m_wish = before;
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(service, path, interface, u"SettingChanged"_s, this,
                SLOT(onSettingChanged(QString, QString, QDBusVariant)));
    ask(scheme);
    ask(contrast);
}

void SystemColours::ask(const QString& key)
{
    QDBusMessage question = QDBusMessage::createMethodCall(service, path, interface, u"Read"_s);
    question << appearance << key;
    auto* watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, key](QDBusPendingCallWatcher* done) {
        const QDBusPendingReply<QDBusVariant> reply = *done;
        if (reply.isValid()) // Read wraps the value twice
            take(key, reply.value().variant().value<QDBusVariant>().variant());
        done->deleteLater();
    });
}

void SystemColours::onSettingChanged(const QString& group, const QString& key, const QDBusVariant& value)
{
    if (group == appearance)
        take(key, value.variant());
}

void SystemColours::take(const QString& key, const QVariant& value)
{
    DesktopColours wish = m_wish;
    if (key == scheme)
        wish.dark = value.toUInt() == wanted;
    else if (key == contrast)
        wish.contrast = value.toUInt() == wanted;
    if (wish == m_wish)
        return;
    m_wish = wish;
    Q_EMIT wished(wish);
}

} // namespace tidegate
