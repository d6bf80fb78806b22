// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/components/choicestrip.h"

#include "models/language.h"

namespace tidegate {

ChoiceStrip::ChoiceStrip(QWidget* parent)
    : QWidget(parent), m_row(new QHBoxLayout(this)), m_group(new QButtonGroup(this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(0);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int index, bool checked) {
        if (checked)
            Q_EMIT currentChanged(m_group->button(index)->objectName());
    });
}

QAbstractButton* ChoiceStrip::addChoice(const QString& id, const Phrase& text)
{
    QAbstractButton* button = makeChoice();
    button->setParent(this);
    button->setObjectName(id);
    translated(button, text, [button](const QString& words) {
        button->setText(words);
        button->setAccessibleName(words);
        button->updateGeometry();
    });
    button->setCheckable(true);
    button->setFocusPolicy(Qt::TabFocus);
    m_group->addButton(button, static_cast<int>(m_group->buttons().size()));
    m_row->addWidget(button);
    if (m_group->buttons().size() == 1)
        button->setChecked(true);
    return button;
}

QString ChoiceStrip::current() const
{
    const QAbstractButton* button = m_group->checkedButton();
    return button ? button->objectName() : QString();
}

void ChoiceStrip::setCurrent(const QString& id)
{
    if (QAbstractButton* button = choice(id))
        button->setChecked(true);
}

QAbstractButton* ChoiceStrip::choice(const QString& id) const
{
    for (QAbstractButton* button : m_group->buttons()) {
        if (button->objectName() == id)
            return button;
    }
    return nullptr;
}

void ChoiceStrip::setNote(const QString& id, const QString& note)
{
    QAbstractButton* button = choice(id);
    if (!button || button->property("note").toString() == note)
        return;
    button->setProperty("note", note);
    button->setAccessibleDescription(note);
    button->updateGeometry();
    button->update();
}

} // namespace tidegate
