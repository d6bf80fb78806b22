// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/components/choicestrip.h"

namespace tidegate {

/// A pill switch for modes: Form, YAML, Both.
class SegmentSwitch final : public ChoiceStrip
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SegmentSwitch)

public:
    explicit SegmentSwitch(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QAbstractButton* makeChoice() override;
};

} // namespace tidegate
