// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/navigation/menubar.h"

#include "models/language.h"
#include "widgets/actionregistry.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMainWindow>
#include <QMenu>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

MenuBar::MenuBar(ActionRegistry* registry, QMainWindow* window) : QMenuBar(window), m_registry(registry)
{
    setObjectName(u"menuBar"_s);
    translated(this, [this] { setAccessibleName(tr("Menus")); });
    window->setMenuBar(this);
    for (const QAction* action : registry->actions())
        take(action->objectName());
    connect(registry, &ActionRegistry::added, this, &MenuBar::take);
    qApp->installEventFilter(this);
    hide();
}

void MenuBar::take(const QString& id)
{
    menuOf(id)->addAction(m_registry->action(id));
}

QMenu* MenuBar::menuOf(const QString& id)
{
    const QString group = id.section(u'.', 0, 0);
    QMenu*& menu = m_menus[group];
    if (!menu) {
        menu = addMenu(QString());
        menu->setObjectName(u"menu."_s + group);
        translated(menu, [this, menu, group] { menu->setTitle(title(group)); });
    }
    return menu;
}

QString MenuBar::title(const QString& group) const
{
    if (group == u"window")
        return tr("&Tidegate");
    if (group == u"pool")
        return tr("&Pool");
    if (group == u"go")
        return tr("&Go");
    if (group == u"view")
        return tr("&View");
    const QAction* page = m_registry->action(u"go."_s + group);
    return page ? page->text() : group;
}

void MenuBar::reveal()
{
    m_before = QApplication::focusWidget();
    show();
    setFocus(Qt::MenuBarFocusReason);
    setActiveAction(actions().value(0));
}

void MenuBar::conceal()
{
    hide();
    if (m_before)
        m_before->setFocus(Qt::OtherFocusReason);
}

bool MenuBar::eventFilter(QObject* watched, QEvent* event)
{
    const auto type = event->type();
    if (type == QEvent::MouseButtonPress || type == QEvent::WindowDeactivate)
        m_alone = false;
    if (type != QEvent::KeyPress && type != QEvent::KeyRelease)
        return QMenuBar::eventFilter(watched, event);
    const auto* widget = qobject_cast<const QWidget*>(watched);
    if (!widget || widget->window() != window())
        return false;
    const bool isAlt = static_cast<const QKeyEvent*>(event)->key() == Qt::Key_Alt;
    if (type == QEvent::KeyPress) {
        m_alone = isAlt;
    } else if (isAlt && std::exchange(m_alone, false)) {
        if (isVisible())
            conceal();
        else
            reveal();
        return true;
    }
    return false;
}

void MenuBar::focusOutEvent(QFocusEvent* event)
{
    QMenuBar::focusOutEvent(event);
    // An open menu takes the focus for a while.
    if (event->reason() != Qt::PopupFocusReason && !QApplication::activePopupWidget())
        hide();
}

void MenuBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        return conceal();
    QMenuBar::keyPressEvent(event);
}

} // namespace tidegate
