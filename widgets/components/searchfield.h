// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/phrase.h"

#include <QLineEdit>

namespace tidegate {

/// A line to search in what stands below it. Esc empties it; Down hands the keyboard to the list.
class SearchField final : public QLineEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SearchField)

public:
    SearchField(const QString& name, const Phrase& placeholder, QWidget* parent = nullptr);

Q_SIGNALS:
    void listWanted();

protected:
    void keyPressEvent(QKeyEvent* event) override;
};

} // namespace tidegate
