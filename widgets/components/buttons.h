// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/phrase.h"

#include <QPushButton>
#include <QString>

class QAction;

namespace tidegate {

enum class ButtonRole { Plain, Primary, Danger, Link, Icon };

/// A push button in one of the five looks. `name` is its object name. `&` in a text is a mnemonic.
QPushButton* makeButton(ButtonRole role, const QString& name, const Phrase& text, QWidget* parent = nullptr);
/// A button with a picture only; `meaning` becomes tooltip and accessible name.
QPushButton* makeIconButton(const QString& name, const QString& icon, const Phrase& meaning, QWidget* parent = nullptr);
/// A button that shows and triggers an action and follows its text, tip and enabled state.
QPushButton* makeActionButton(ButtonRole role, QAction* action, QWidget* parent = nullptr);
void setButtonRole(QPushButton* button, ButtonRole role);

} // namespace tidegate
