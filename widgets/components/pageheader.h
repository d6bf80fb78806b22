// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/phrase.h"
#include "widgets/theme/statepainter.h"

#include <QWidget>

#include <optional>

class QHBoxLayout;

namespace tidegate {

class StateLabel;
class TextLabel;

/// The top 52 px of a page: state, title or object name, a sentence of scope, and the actions at the right.
class PageHeader final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PageHeader)

public:
    explicit PageHeader(QWidget* parent = nullptr);

    /// The name of a thing from a database is mono; a title of ours is sans.
    void setTitle(const Phrase& title);
    void setObject(const QString& name);
    void setState(std::optional<State> state);
    void setScope(const Phrase& sentence);
    /// In the quiet colour after the sentence; elided where there is no room.
    void setNote(const QString& note);
    /// Right after the title, for chips.
    void addMark(QWidget* widget);
    /// At the right end; the primary one comes last.
    void addTool(QWidget* widget);

    [[nodiscard]] QString title() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::optional<State> m_state;
    QHBoxLayout* m_row;
    TextLabel* m_title;
    TextLabel* m_scope;
    StateLabel* m_note;
};

} // namespace tidegate
