// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QObject>
#include <QString>

#include <optional>

class QMenu;

namespace tidegate {

class ActionRegistry;
class Console;
class EnvironmentBar;
class FirstRunPage;
class Settings;

/// Where one is and where else one could be: the menu of the environment bar, and the page that opens another pool.
class PoolGate final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PoolGate)

public:
    /// All of them outlive the gate.
    PoolGate(Console* console, Settings* settings, EnvironmentBar* bar, FirstRunPage* page, QObject* parent = nullptr);

    void registerActions(ActionRegistry& registry, QWidget* window);
    /// The way in, with what was tried and why it failed.
    void prepare(const QString& folder, const std::optional<Error>& error);

Q_SIGNALS:
    /// The page is to be seen, over the pool that is open.
    void pageWanted();
    void backWanted();
    /// The root of another pool, and nothing would be lost.
    void poolWanted(const QString& folder);

private:
    void showMenu();
    void addEnvironments(QMenu& menu);
    void addPools(QMenu& menu);
    void choose(const QString& folder);
    void showChooser();
    [[nodiscard]] std::optional<Error> obstacle() const;

    Console* m_console;
    Settings* m_settings;
    EnvironmentBar* m_bar;
    FirstRunPage* m_page;
};

} // namespace tidegate
