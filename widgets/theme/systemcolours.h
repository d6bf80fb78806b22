// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/tokens.h"

#include <QDBusVariant>
#include <QObject>
#include <QString>

namespace tidegate {

/// What the desktop's settings say about colours, asked of its portal over D-Bus; Qt 6.4 can't tell. Silent where there
/// is no portal.
class SystemColours final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SystemColours)

public:
    explicit SystemColours(QObject* parent) : QObject(parent) {}
    /// Asks, and listens from then on. `before` is what is known without the portal.
    void follow(DesktopColours before);

Q_SIGNALS:
    void wished(tidegate::DesktopColours wish);

private Q_SLOTS:
    void onSettingChanged(const QString& group, const QString& key, const QDBusVariant& value);

private:
    void ask(const QString& key);
    void take(const QString& key, const QVariant& value);

    DesktopColours m_wish;
};

} // namespace tidegate
