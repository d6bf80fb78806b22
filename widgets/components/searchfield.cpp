// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/components/searchfield.h"

#include "models/language.h"
#include "widgets/theme/icons.h"

#include <QKeyEvent>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

SearchField::SearchField(const QString& name, const Phrase& placeholder, QWidget* parent) : QLineEdit(parent)
{
    setObjectName(name);
    translated(this, placeholder, [this](const QString& words) {
        setPlaceholderText(words);
        setAccessibleName(words);
    });
    addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
}

void SearchField::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty())
        clear();
    else if (event->key() == Qt::Key_Down)
        Q_EMIT listWanted();
    else
        QLineEdit::keyPressEvent(event);
}

} // namespace tidegate
