// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/phrase.h"

#include <QWidget>

class QHBoxLayout;
class QVBoxLayout;

namespace tidegate {

/// A step of the way in: a number or a check, what it is, a sentence, and its buttons. What it needs to know opens
/// below it.
class StepRow final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StepRow)

public:
    enum class Progress { Done, Now, Later };

    StepRow(int number, const Phrase& title, const Phrase& text, QWidget* parent = nullptr);

    void setProgress(Progress progress);
    /// The last one has a line below it too.
    void setLast(bool last);
    void addButton(QWidget* button);
    /// Below the sentence.
    void addPanel(QWidget* panel);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int m_number;
    Progress m_progress = Progress::Later;
    bool m_last = false;
    QHBoxLayout* m_head;
    QVBoxLayout* m_body;
};

} // namespace tidegate
