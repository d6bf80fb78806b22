// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings/shortcutdelegate.h"

#include <QKeyEvent>
#include <QKeySequenceEdit>
#include <QLineEdit>

namespace tidegate {

namespace {

bool isModifier(int key)
{
    return key == Qt::Key_Control || key == Qt::Key_Shift || key == Qt::Key_Alt || key == Qt::Key_Meta ||
           key == Qt::Key_AltGr;
}

} // namespace

QWidget* ShortcutDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex&) const
{
    auto* editor = new QKeySequenceEdit(parent);
    editor->setObjectName(QStringLiteral("shortcut.keys"));
    editor->setAccessibleName(tr("Press the new keys"));
    return editor;
}

void ShortcutDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    auto* keys = static_cast<QKeySequenceEdit*>(editor);
    keys->setKeySequence(index.data(Qt::EditRole).value<QKeySequence>());
    if (auto* line = keys->findChild<QLineEdit*>())
        line->selectAll();
}

void ShortcutDelegate::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const
{
    // One chord: a second one would make the first wait.
    const QKeySequence keys = static_cast<QKeySequenceEdit*>(editor)->keySequence();
    const QKeySequence first = keys.isEmpty() ? keys : QKeySequence(keys[0]);
    if (index.data(Qt::EditRole).value<QKeySequence>() != first)
        model->setData(index, QVariant::fromValue(first), Qt::EditRole);
}

void ShortcutDelegate::finish(QWidget* editor, bool take)
{
    // Closing takes the focus away, which must not close it once more.
    editor->setProperty("done", true);
    if (take)
        Q_EMIT commitData(editor);
    Q_EMIT closeEditor(editor, take ? SubmitModelCache : RevertModelCache);
}

bool ShortcutDelegate::eventFilter(QObject* editor, QEvent* event)
{
    auto* keys = qobject_cast<QKeySequenceEdit*>(editor);
    if (keys && event->type() == QEvent::FocusOut && !keys->property("done").toBool())
        finish(keys, false);
    if (!keys || event->type() != QEvent::KeyPress)
        return false; // Tab and Enter are keys like others here
    const int key = static_cast<QKeyEvent*>(event)->key();
    const bool bare = static_cast<QKeyEvent*>(event)->modifiers() == Qt::NoModifier;
    if (bare && key == Qt::Key_Escape) {
        finish(keys, false);
        return true;
    }
    if (bare && key == Qt::Key_Backspace)
        keys->clear();
    else if (!isModifier(key))
        keys->setKeySequence(QKeySequence(static_cast<QKeyEvent*>(event)->keyCombination()));
    else
        return true;
    finish(keys, true);
    return true;
}

} // namespace tidegate
