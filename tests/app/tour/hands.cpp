// SPDX-License-Identifier: GPL-3.0-or-later
#include "hands.h"

#include <QApplication>
#include <QTest>
#include <QTextStream>

namespace tidegate {

namespace {
constexpr int patience = 60'000;
constexpr int oneLook = 700;
} // namespace

QWidget* Hands::keyboard() const
{
    QWidget* widget = QApplication::focusWidget();
    return widget ? widget : m_window;
}

void Hands::press(Qt::Key key, Qt::KeyboardModifiers modifiers) const
{
    if (!QApplication::activeModalWidget() && !m_window->isActiveWindow()) {
        m_window->activateWindow(); // without a window manager nobody does it after a sheet was closed
        [[maybe_unused]] const bool active = QTest::qWaitForWindowActive(m_window);
    }
    QTest::keyClick(keyboard(), key, modifiers);
}

void Hands::type(const QString& text) const
{
    QTest::keyClicks(keyboard(), text);
}

bool Hands::goTo(const QString& name) const
{
    for (auto* widget : m_window->findChildren<QWidget*>(name)) {
        if (!widget->isVisible())
            continue;
        widget->setFocus(Qt::TabFocusReason);
        return widget->hasFocus() || widget->isAncestorOf(QApplication::focusWidget());
    }
    QTextStream(stderr) << "nothing to see that is named " << name << '\n';
    return false;
}

bool Hands::waitUntil(const QString& what, const std::function<bool()>& isSo)
{
    if (QTest::qWaitFor(isSo, patience))
        return true;
    QTextStream(stderr) << "waited in vain: " << what << '\n';
    return false;
}

void Hands::look()
{
    QTest::qWait(oneLook);
}

} // namespace tidegate
