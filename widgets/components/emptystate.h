// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/phrase.h"

#include <QWidget>

class QPushButton;

namespace tidegate {

class TextLabel;

/// What is missing, what to do, and the one button that does it.
class EmptyState final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EmptyState)

public:
    explicit EmptyState(const QString& name, QWidget* parent = nullptr);

    /// `action` empty: no button.
    void setContent(const Phrase& title, const Phrase& text, const Phrase& action = {});
    [[nodiscard]] QPushButton* button() const { return m_button; }

private:
    void showContent();

    struct Content
    {
        Phrase title;
        Phrase text;
        Phrase action;
    };
    Content m_content;
    TextLabel* m_title;
    TextLabel* m_text;
    QPushButton* m_button;
};

} // namespace tidegate
