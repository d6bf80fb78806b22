// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/page.h"

namespace tidegate {

class AppearanceForm;

/// How the console looks and which keys it takes. What is chosen here is so at once; the window remembers it.
class SettingsPage final : public Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingsPage)

public:
    SettingsPage(ActionRegistry* registry, int scale, QWidget* parent = nullptr);

    [[nodiscard]] QWidget* initialFocus() const override;

Q_SIGNALS:
    void scaleChosen(int percent);

private:
    AppearanceForm* m_appearance;
};

} // namespace tidegate
