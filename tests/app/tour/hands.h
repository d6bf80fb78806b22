// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <functional>

namespace tidegate {

/// What somebody without a mouse can do: keys go where the keyboard is.
class Hands
{
public:
    explicit Hands(QWidget* window) : m_window(window) {}

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const;
    void type(const QString& text) const;
    /// As Tab would get there; false where there is no such widget, or one that can't be seen.
    [[nodiscard]] bool goTo(const QString& name) const;
    /// Looks on until it is so; false after a minute, and says on stderr what did not happen.
    [[nodiscard]] static bool waitUntil(const QString& what, const std::function<bool()>& isSo);
    /// Lets come what is under way: answers, and paints.
    static void look();

private:
    [[nodiscard]] QWidget* keyboard() const;

    QWidget* m_window;
};

} // namespace tidegate
