// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowpicture.h"

#include "widgets/components/sheet.h"

#include <QPainter>

namespace tidegate {

QPixmap windowPicture(QWidget& window)
{
    QPixmap picture = window.grab();
    for (Sheet* sheet : window.findChildren<Sheet*>()) {
        if (!sheet->isVisible())
            continue;
        QPainter painter(&picture);
        painter.drawPixmap(window.mapFromGlobal(sheet->pos()), sheet->grab());
    }
    return picture;
}

} // namespace tidegate
