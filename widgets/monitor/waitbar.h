// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/monitor/metricsfeed.h"

#include <QWidget>

namespace tidegate {

/// Which side is waited for: shares of the last minute, and a heading that says it in words.
class WaitBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WaitBar)

public:
    explicit WaitBar(const QString& name, QWidget* parent = nullptr);

    void setShares(const WaitShares& shares);
    [[nodiscard]] QString heading() const;

    [[nodiscard]] QSize sizeHint() const override { return {360, 112}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintRow(QPainter& painter, int top, const QString& label, double share, bool strong) const;

    WaitShares m_shares;
};

} // namespace tidegate
