// SPDX-License-Identifier: GPL-3.0-or-later
#include "textfit.h"

#include "widgets/components/textlabel.h"

#include <QAbstractButton>
#include <QLabel>

namespace tidegate {

QString cutOff(const QWidget* widget)
{
    if (const auto* label = qobject_cast<const QLabel*>(widget); label && !label->text().isEmpty()) {
        const auto* ours = qobject_cast<const TextLabel*>(widget);
        if (ours && ours->isElided())
            return {}; // ends in dots by itself, and has a tooltip
        const bool fits = label->wordWrap() ? label->heightForWidth(label->width()) <= label->height()
                                            : label->sizeHint().width() <= label->width();
        return fits ? QString() : label->text();
    }
    if (const auto* button = qobject_cast<const QAbstractButton*>(widget); button && !button->text().isEmpty()) {
        const QSize least = button->minimumSizeHint();
        const int needed = least.isValid() ? least.width() : button->sizeHint().width();
        return needed <= button->width() ? QString() : button->text();
    }
    return {};
}

} // namespace tidegate
