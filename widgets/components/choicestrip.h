// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/phrase.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QString>
#include <QWidget>

namespace tidegate {

/// One of a few, in a row: what SegmentSwitch and TabStrip share. The choices are real buttons, so that arrow keys,
/// screen readers and tests find them; the object name of each is its id.
class ChoiceStrip : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChoiceStrip)

public:
    QAbstractButton* addChoice(const QString& id, const Phrase& text);
    [[nodiscard]] QString current() const;
    /// Ignores an unknown id. Emits currentChanged() where it changes something.
    void setCurrent(const QString& id);
    [[nodiscard]] QAbstractButton* choice(const QString& id) const;
    /// A number after the text, in the quiet colour; empty: none.
    void setNote(const QString& id, const QString& note);

Q_SIGNALS:
    void currentChanged(const QString& id);

protected:
    explicit ChoiceStrip(QWidget* parent);
    virtual QAbstractButton* makeChoice() = 0;
    [[nodiscard]] QHBoxLayout* row() const { return m_row; }

private:
    QHBoxLayout* m_row;
    QButtonGroup* m_group;
};

} // namespace tidegate
