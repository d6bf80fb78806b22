// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace tidegate {

class EnvironmentBar;

/// Lies over the left block of the environment bar, which the bar paints; adds the arrow and the ring.
class PlaceButton final : public QAbstractButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlaceButton)

public:
    explicit PlaceButton(EnvironmentBar* bar);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    EnvironmentBar* m_bar;
};

} // namespace tidegate
