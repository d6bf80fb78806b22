// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/phrase.h"
#include "widgets/theme/statepainter.h"

#include <QWidget>

#include <optional>

class QHBoxLayout;
class QPushButton;

namespace tidegate {

class StateLabel;
class TextLabel;

/// One row of a form: label, editor, and what Tidegate knows about the value. An error takes a line of its own below
/// the editor, with the value that would be right as a link.
class FormField final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FormField)

public:
    static constexpr int labelWidth = 120;

    /// Takes the editor; its buddy label gives it an accessible name where it has none.
    FormField(const Phrase& label, QWidget* editor, QWidget* parent = nullptr);

    [[nodiscard]] QWidget* editor() const { return m_editor; }
    /// Another widget right of the editor, for example "as [o] on […]".
    void addToRow(QWidget* widget);
    /// Beside the editor, or under it where it is long; without a state it is an explanation in the quiet colour. The
    /// editor gives way as far as its minimum before the words are cut.
    void setFact(std::optional<State> state, const QString& text);
    /// `fix` empty: no link. An empty text takes the error away.
    void setError(const QString& text, const QString& fix = {});
    void setWarning(const QString& text, const QString& fix = {});
    /// What could stand here and why, with the value as a link.
    void setProposal(const QString& text, const QString& value);
    [[nodiscard]] QString message() const;
    /// Without the fact, which goes under the editor where the form is narrow.
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void fixRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void placeFact();
    /// Pixels of the row without its fact: the label, and the editors as narrow as they can be.
    [[nodiscard]] int leastWidth() const;
    void showLine(State state, const QString& text, const QString& fix);

    QWidget* m_editor;
    TextLabel* m_label;
    StateLabel* m_fact;
    StateLabel* m_longFact;
    QHBoxLayout* m_row;
    std::optional<State> m_factState;
    QString m_factText;
    QWidget* m_line;
    StateLabel* m_message;
    QPushButton* m_fix;
};

} // namespace tidegate
