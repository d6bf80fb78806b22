// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/components/choicestrip.h"

namespace tidegate {

/// Underlined tabs, 36 px high, for the views of one thing.
class TabStrip final : public ChoiceStrip
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TabStrip)

public:
    explicit TabStrip(QWidget* parent = nullptr);

private:
    QAbstractButton* makeChoice() override;
};

} // namespace tidegate
