// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/phrase.h"
#include "widgets/theme/statepainter.h"

#include <QDialog>
#include <QPointer>

#include <optional>

class QFormLayout;
class QHBoxLayout;
class QPushButton;
class QVBoxLayout;

namespace tidegate {

class TextLabel;

/// A question or a report above the page, for one window and never in the way of another: title, sentence, facts, more,
/// buttons. What is behind is dimmed. Esc closes it and stops no remote work. Opened with openOver(), never with
/// exec().
class Sheet : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Sheet)

public:
    Sheet(const QString& name, QWidget* page);
    ~Sheet() override;

    void setWords(const Phrase& title, const Phrase& sentence);
    /// "Owner   loader on etl02", with a glyph where a state is given.
    TextLabel* addFact(const Phrase& label, const Phrase& text, std::optional<State> state = {});
    void clearFacts();
    /// Between the facts and the buttons.
    void setBody(QWidget* body);
    /// From the left; Cancel or Close comes first and has the keyboard, the button that does something comes last.
    QPushButton* addButton(QPushButton* button);
    /// Changes something that somebody may miss: a strip in the colour of danger.
    void setDangerous(bool dangerous) { m_dangerous = dangerous; }

    /// Puts it into the middle of the page and dims the page. `focus` gets the keyboard, else the first button.
    void openOver(QWidget* focus = nullptr);
    void done(int result) override;

protected:
    /// How large it is above a page that leaves so much room.
    virtual void fitInto(const QSize& room);
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void place();

    QWidget* m_page;
    QPointer<QWidget> m_dimmer; ///< belongs to the page, which may go first
    QWidget* m_body = nullptr;
    QPushButton* m_first = nullptr;
    bool m_dangerous = false;
    TextLabel* m_title;
    TextLabel* m_sentence;
    QFormLayout* m_facts;
    QVBoxLayout* m_column;
    QHBoxLayout* m_buttons;
};

} // namespace tidegate
