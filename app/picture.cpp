// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/picture.h"

#include "app/console.h"
#include "app/mainwindow.h"

#include <QApplication>
#include <QPixmap>
#include <QTimer>

#include <chrono>

namespace tidegate {

using namespace std::chrono_literals;

namespace {
/// Long enough for the first SQL preview and the agent's first answers.
constexpr auto settle = 1500ms;
} // namespace

void takePicture(MainWindow& window, Console& console, const QString& file)
{
    const auto write = [&window, file] {
        const bool written = window.grab().save(file);
        QApplication::exit(written ? 0 : 1);
    };
    const auto soon = [&window, write] { QTimer::singleShot(settle, &window, write); };
    if (console.poolFolder().isEmpty())
        return soon();
    QObject::connect(console.pool(), &PoolModel::poolChanged, &window, soon, Qt::SingleShotConnection);
    QObject::connect(console.pool(), &PoolModel::readFailed, &window, soon, Qt::SingleShotConnection);
}

} // namespace tidegate
