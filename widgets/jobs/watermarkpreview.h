// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobprobe.h"

#include <QWidget>

class QPushButton;
class QTableView;

namespace tidegate {

class StateLabel;

/// Ten rows of the source with the watermark of each, for a person who wants to see where it comes from.
class WatermarkPreview final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WatermarkPreview)

public:
    explicit WatermarkPreview(WatermarkRows* rows, QWidget* parent = nullptr);

Q_SIGNALS:
    void wanted();

private:
    void makeView();
    void refresh();

    WatermarkRows* m_rows;
    QPushButton* m_show;
    StateLabel* m_state;
    QTableView* m_view;
};

} // namespace tidegate
