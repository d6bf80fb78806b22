// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QMenuBar>
#include <QPointer>

class QMainWindow;

namespace tidegate {

class ActionRegistry;

/// The menus, made from the registry: what stands before the dot of an id is the menu. Hidden until Alt is pressed
/// alone, hidden again when the keyboard leaves it.
class MenuBar final : public QMenuBar
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MenuBar)

public:
    MenuBar(ActionRegistry* registry, QMainWindow* window);

    void reveal();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void take(const QString& id);
    QMenu* menuOf(const QString& id);
    [[nodiscard]] QString title(const QString& group) const;
    void conceal();

    ActionRegistry* m_registry;
    QMap<QString, QMenu*> m_menus;
    QPointer<QWidget> m_before; ///< had the keyboard
    bool m_alone = false;       ///< Alt is down, and nothing else was pressed since
};

} // namespace tidegate
