// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace tidegate {

/// The way of the rows, drawn: many streams of a customer's database become one, and many again in the warehouse.
class FlowPicture final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FlowPicture)

public:
    explicit FlowPicture(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace tidegate
