// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <optional>

namespace tidegate {

/// The stretch of time that several charts show, and the cursor that they share.
class TimeAxis final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TimeAxis)

public:
    explicit TimeAxis(QObject* parent = nullptr) : QObject(parent) {}

    /// Milliseconds since 1970. `live`: the right end is now, so what ends earlier is stale.
    void setRange(qint64 from, qint64 to, bool live);
    void setCursor(std::optional<qint64> at);

    [[nodiscard]] qint64 from() const { return m_from; }
    [[nodiscard]] qint64 to() const { return m_to; }
    [[nodiscard]] qint64 span() const { return m_to - m_from; }
    [[nodiscard]] bool isLive() const { return m_live; }
    [[nodiscard]] std::optional<qint64> cursor() const { return m_cursor; }

Q_SIGNALS:
    void rangeChanged();
    void cursorChanged();

private:
    qint64 m_from = 0;
    qint64 m_to = 1;
    bool m_live = false;
    std::optional<qint64> m_cursor;
};

} // namespace tidegate
