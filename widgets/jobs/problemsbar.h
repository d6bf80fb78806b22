// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "job/finding.h"

#include <QWidget>

namespace tidegate {

class StateLabel;
class TextLabel;

/// The bottom line of the page: the first problems, and what they mean for the job. Hidden where there are none.
class ProblemsBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProblemsBar)

public:
    explicit ProblemsBar(QWidget* parent = nullptr);

    void setFindings(const Findings& findings);
    /// The next one after the last that was given, round and round; null: there is none. Notes are not problems.
    [[nodiscard]] const Finding* next();
    [[nodiscard]] const Finding* previous();

Q_SIGNALS:
    /// A person pressed the first problem.
    void firstWanted();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    void refresh();

    Findings m_problems;
    std::size_t m_next = 0;
    StateLabel* m_first;
    TextLabel* m_key;
    StateLabel* m_second;
    TextLabel* m_summary;
};

} // namespace tidegate
