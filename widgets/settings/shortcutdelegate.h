// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/components/tabledelegate.h"

namespace tidegate {

/// A field that takes the keys as they are pressed. Backspace takes them away, Esc gives up.
class ShortcutDelegate final : public TableDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ShortcutDelegate)

public:
    using TableDelegate::TableDelegate;

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;
    bool eventFilter(QObject* editor, QEvent* event) override;

private:
    void finish(QWidget* editor, bool take);
};

} // namespace tidegate
