// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/monitor/metricsfeed.h"

#include <QWidget>

namespace tidegate {

/// Which side waits for which, by what the engine measured in the last minute: a heading that says it, a bar for each
/// end, and a sentence with the share.
class BottleneckBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BottleneckBar)

public:
    explicit BottleneckBar(const QString& name, QWidget* parent = nullptr);

    /// `running`: they are of now, and not of a run that has ended.
    void setShares(const WaitShares& shares, bool running);
    /// "The target is the bottleneck", or that it was.
    [[nodiscard]] QString heading() const;
    /// "75 % of the last 60 s the read stood still, because …".
    [[nodiscard]] QString sentence() const;

    [[nodiscard]] QSize sizeHint() const override { return {360, 132}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    enum class Side { None, Source, Target };
    [[nodiscard]] Side slowSide() const;
    [[nodiscard]] QString scope() const;
    void describe();
    void paintEnd(QPainter& painter, int top, const QString& label, double waits, bool strong) const;

    WaitShares m_shares;
    bool m_running = false;
};

} // namespace tidegate
