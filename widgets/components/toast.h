// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/phrase.h"
#include "widgets/theme/statepainter.h"

#include <QTimer>
#include <QWidget>

class QGraphicsOpacityEffect;
class QPushButton;

namespace tidegate {

class TextLabel;

/// Good news at the bottom right of a window, for six seconds, longer while the mouse is over it. Never for errors.
class Toast final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Toast)

public:
    /// Without a window it stands where a layout puts it, and stays.
    explicit Toast(QWidget* window = nullptr);

    void showText(const QString& title, const QString& text);
    /// `action` empty: no link.
    void setContent(State state, const Phrase& title, const Phrase& text, const Phrase& action = {});
    [[nodiscard]] QPushButton* action() const { return m_action; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();
    void fade(double to);

    State m_state = State::Ok;
    QWidget* m_window;
    TextLabel* m_title;
    TextLabel* m_text;
    QPushButton* m_action;
    QPushButton* m_close;
    QGraphicsOpacityEffect* m_opacity;
    QTimer m_timer;
};

} // namespace tidegate
