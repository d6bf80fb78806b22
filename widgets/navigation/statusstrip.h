// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/statepainter.h"

#include <QAbstractButton>
#include <QList>
#include <QWidget>

#include <optional>

class QHBoxLayout;

namespace tidegate {

/// One fact in the status bar: a glyph or an icon, a word or two. Something to press, unless it is disabled.
class StatusItem final : public QAbstractButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatusItem)

public:
    StatusItem(const QString& name, const QString& icon, QWidget* parent);

    /// `state` takes the place of the icon.
    void setFact(const QString& text, std::optional<State> state = {}, const QString& explanation = {});

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] bool hasGlyph() const { return m_state || !m_icon.isEmpty(); }

    QString m_icon;
    std::optional<State> m_state;
};

/// The lowest 24 px of the window: what is true now, left about the pool, right about the agent and clocks.
class StatusStrip final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatusStrip)

public:
    explicit StatusStrip(QWidget* parent = nullptr);

    StatusItem* addLeft(const QString& name, const QString& icon = {});
    StatusItem* addRight(const QString& name, const QString& icon = {});

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QHBoxLayout* m_left;
    QHBoxLayout* m_right;
};

} // namespace tidegate
