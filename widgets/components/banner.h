// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/phrase.h"
#include "widgets/theme/statepainter.h"

#include <QFrame>
#include <QList>

class QHBoxLayout;
class QPushButton;

namespace tidegate {

class TextLabel;

/// What happened, where, and what one can do, in the page and not in a message box. Hidden until it has a message.
class Banner final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Banner)

public:
    explicit Banner(const QString& name, QWidget* parent = nullptr);

    void showMessage(State state, const Phrase& text, const Phrase& detail = {});
    void clear();
    /// From edge to edge: above all pages instead of inside one.
    void setFlush(bool flush) { m_flush = flush; }
    [[nodiscard]] QString text() const;
    /// A link at the right; the caller connects it. It stays until clearActions().
    QPushButton* addAction(const QString& name, const Phrase& text);
    void clearActions();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void describe();

    Phrase m_words;
    Phrase m_more;
    State m_state = State::Info;
    bool m_flush = false;
    TextLabel* m_text;
    TextLabel* m_detail;
    QHBoxLayout* m_row;
    QList<QPushButton*> m_actions;
};

} // namespace tidegate
