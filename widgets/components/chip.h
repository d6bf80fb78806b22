// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/statepainter.h"

#include <QAbstractButton>

#include <optional>

namespace tidegate {

/// A small word on a tint. A sign by default; setFilter() makes it something to press.
class Chip final : public QAbstractButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Chip)

public:
    explicit Chip(const QString& name, QWidget* parent = nullptr);

    void setContent(std::optional<State> state, const QString& text);
    /// Can be pressed, stays pressed, takes the keyboard.
    void setFilter(bool filter);
    [[nodiscard]] std::optional<State> state() const { return m_state; }

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::optional<State> m_state;
};

} // namespace tidegate
