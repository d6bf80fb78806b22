// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flowtest.h"

class QPushButton;
class QTableView;

namespace tidegate {

/// The pool of `orders` with two jobs more: `slow`, which takes the better part of a minute, and `broken`, whose SQL no
/// server understands.
std::map<std::string, std::string> flowsPool(const GuiServer& source, const GuiServer& target);

/// How a person reads and steers runs on the Monitor page.
class MonitorFlowTest : public FlowTest
{
    Q_OBJECT

protected:
    /// Keys of the page.
    void order(Qt::Key key, Qt::KeyboardModifiers modifiers) const;
    [[nodiscard]] QString stat(const QString& id) const;
    [[nodiscard]] QTableView* runs() const;
    /// The job that is shown has a run under way.
    [[nodiscard]] bool isActive() const;
    /// A link of the banner; null while it is not offered.
    [[nodiscard]] QPushButton* offer(const QString& way) const;
    /// The list of runs as text.
    [[nodiscard]] QString listed() const;
    /// The first run that another program started; -1: none.
    [[nodiscard]] int elsewhereRow() const;
};

} // namespace tidegate
