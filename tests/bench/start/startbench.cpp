// SPDX-License-Identifier: GPL-3.0-or-later
#include "startbench.h"

#include "app/console.h"
#include "app/mainwindow.h"
#include "app/settings.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QCoreApplication>
#include <QEvent>
#include <QProcess>
#include <QTemporaryDir>
#include <QTreeView>

#include <chrono>
#include <cstdio>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A clock that parent and child share.
qint64 nanoseconds()
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

/// Sees the first paint of the list that has jobs to show.
class FirstPaint final : public QObject
{
public:
    explicit FirstPaint(QTreeView* list) : m_list(list) { list->viewport()->installEventFilter(this); }

protected:
    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() != QEvent::Paint || m_list->model()->rowCount() == 0 || m_seen)
            return false;
        m_seen = true;
        // After this paint event and its flush.
        QMetaObject::invokeMethod(
            qApp,
            [] {
                std::printf("%lld\n", static_cast<long long>(nanoseconds()));
                std::fflush(stdout);
                QCoreApplication::quit();
            },
            Qt::QueuedConnection);
        return false;
    }

private:
    QTreeView* m_list;
    bool m_seen = false;
};

} // namespace

int runConsole(const QString& pool)
{
    const QTemporaryDir home;
    Settings settings(home.filePath(u"settings.ini"_s));
    Theme::instance().install();
    Console console(pool, AgentClient::local());
    MainWindow window(&console, &settings);
    window.resize(1440, 900);
    window.showPage(u"jobs"_s);
    const FirstPaint first(window.findChild<QTreeView*>(u"jobList"_s));
    window.show();
    console.start();
    return QApplication::exec();
}

std::vector<double> measureStarts(const QString& pool, int runs)
{
    std::vector<double> seconds;
    for (int run = 0; run < runs; ++run) {
        QProcess child;
        const auto begin = nanoseconds();
        child.start(QCoreApplication::applicationFilePath(), {u"--console"_s, pool});
        child.waitForFinished(60'000);
        const auto painted = child.readAllStandardOutput().trimmed().toLongLong();
        if (painted == 0)
            return {};
        seconds.push_back(static_cast<double>(painted - begin) / 1e9);
    }
    return seconds;
}

} // namespace tidegate
