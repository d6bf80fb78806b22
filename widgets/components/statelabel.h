// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/statepainter.h"

#include <QWidget>

#include <optional>

namespace tidegate {

/// A glyph and a sentence, elided where there is no room; the whole sentence is the tooltip then.
class StateLabel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StateLabel)

public:
    explicit StateLabel(QWidget* parent = nullptr);

    /// The sentence in the state's own colour, or in text2 where `quiet`.
    void setMessage(std::optional<State> state, const QString& text, bool quiet = false);
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] std::optional<State> state() const { return m_state; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void describe();
    [[nodiscard]] QString shownText() const;
    [[nodiscard]] int textLeft() const { return m_state ? 20 : 0; }

    std::optional<State> m_state;
    QString m_text;
    bool m_quiet = false;
};

} // namespace tidegate
