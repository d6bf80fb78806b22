// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobprobe.h"

#include <QWidget>

class QTableView;

namespace tidegate {

class SegmentSwitch;
class StateLabel;
class TextLabel;

/// The plans that both servers have for the job's SQL, as steps with rows and cost, and what they mean.
class PlanPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlanPanel)

public:
    explicit PlanPanel(JobExplain* explain, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void makeView();
    void refresh();
    [[nodiscard]] JobExplain::End& shownEnd() const;
    void showNote(const JobExplain::End& end);

    JobExplain* m_explain;
    SegmentSwitch* m_side;
    TextLabel* m_title;
    TextLabel* m_age;
    QTableView* m_view;
    StateLabel* m_note;
};

} // namespace tidegate
