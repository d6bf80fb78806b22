// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console.h"
#include "app/mainwindow.h"
#include "app/settings.h"
#include "guiservers.h"
#include "pooltext.h"
#include "watchedapplication.h"

#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace tidegate {

class Sheet;

/// What flow tests share: the console with its real agent on a pool of two real servers, in a home of its own, and how
/// a person finds, presses and types.
class FlowTest : public QObject
{
    Q_OBJECT

protected:
    using Files = std::map<std::string, std::string>;
    static constexpr int patience = 60'000; // a loaded machine, and runs that connect to two servers

    [[nodiscard]] bool hasServers() const { return m_source.isThere() && m_target.isThere(); }
    /// Makes shop.orders at the source and the schema ods at the target.
    void prepareServers();
    /// A new pool, and nothing remembered of windows before.
    void makePool(const Files& files);
    void openPool(const Files& files)
    {
        makePool(files);
        openWindow();
    }
    /// Shows a window on the pool that is there, with the settings of the last one.
    void openWindow();
    void closeWindow();
    /// The pool's files become the first commit of a repository.
    void commitPool() const;

    [[nodiscard]] virtual MainWindow* window() const { return m_window.get(); }
    [[nodiscard]] Console* console() const { return m_console.get(); }
    [[nodiscard]] Settings* settings() const { return m_settings.get(); }
    [[nodiscard]] PoolFolder& folder() const { return *m_folder; }
    [[nodiscard]] QString root() const { return QString::fromStdString(m_folder->root().string()); }
    [[nodiscard]] QString home(const QString& file) const { return m_home.filePath(file); }
    static QString agentProgram();

    /// By its object name, also in popups, which are windows of their own.
    template <typename Widget>
    Widget* find(const QString& name) const
    {
        auto* widget = qobject_cast<Widget*>(findWidget(name, Widget::staticMetaObject));
        if (!widget)
            qFatal("no widget named %s", qPrintable(name));
        return widget;
    }
    /// Several lists have buttons of one name: the one that is seen; null: none is.
    template <typename Widget>
    Widget* visible(const QString& name) const
    {
        for (auto* widget : window()->template findChildren<Widget*>(name))
            if (widget->isVisible())
                return widget;
        return nullptr;
    }
    /// A widget that is about to be made.
    template <typename Widget>
    Widget* await(const QString& name) const
    {
        if (!QTest::qWaitFor([&] { return window()->template findChild<Widget*>(name) != nullptr; }, patience))
            qFatal("no widget named %s came", qPrintable(name));
        return window()->template findChild<Widget*>(name);
    }
    [[nodiscard]] Sheet* openSheet() const;

    static void press(QWidget* widget, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    /// To whatever has the keyboard.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const;
    void click(const QString& name) const;
    /// Without a window manager nobody does it after a sheet was closed.
    void activate() const;
    /// The job `orders` on the page Jobs, with its SQL.
    void showOrders() const;

    /// The line that edits a value of the job, also inside of a combo.
    [[nodiscard]] QLineEdit* edit(const char* path) const;
    [[nodiscard]] QString line(const char* path) const { return edit(path)->text(); }
    void retype(const char* path, const QString& text) const;
    [[nodiscard]] QString yaml() const;
    [[nodiscard]] QString sql() const;

    GuiServer m_source{"TIDEGATE_TEST_SOURCE"};
    GuiServer m_target{"TIDEGATE_TEST_TARGET"};

private:
    [[nodiscard]] QWidget* findWidget(const QString& name, const QMetaObject& kind) const;

    QTemporaryDir m_home;
    std::unique_ptr<PoolFolder> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Console> m_console;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace tidegate
