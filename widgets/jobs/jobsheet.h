// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/components/buttons.h"
#include "widgets/components/sheet.h"

class QVBoxLayout;

namespace tidegate {

class Banner;

/// A sheet that does something with a job's file: fields, Cancel and one or two actions, and what went wrong. Deletes
/// itself when it is closed.
class JobSheet final : public Sheet
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobSheet)

public:
    JobSheet(const QString& name, QWidget* page);

    /// Where fields go.
    [[nodiscard]] QVBoxLayout* content() const { return m_content; }
    /// Right of Cancel. `byEnter`: Enter presses it, for what can't do harm; else Enter cancels.
    QPushButton* addAction(ButtonRole role, const QString& name, const Phrase& text, bool byEnter = false);
    void showProblem(const QString& text, const QString& hint);
    void clearProblem();
    /// Opens with the keyboard in `focus`; null: in Cancel.
    void ask(QWidget* focus);

private:
    void fit();

    Banner* m_problem;
    QVBoxLayout* m_content;
};

} // namespace tidegate
