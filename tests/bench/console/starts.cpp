// SPDX-License-Identifier: GPL-3.0-or-later
#include "starts.h"

#include "app/console.h"
#include "app/mainwindow.h"
#include "app/settings.h"
#include "widgets/theme/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCoreApplication>
#include <QEvent>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <chrono>
#include <cstdio>
#include <unistd.h>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A clock that parent and child share.
qint64 nanoseconds()
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

/// Second field of statm.
qint64 residentPages()
{
    QFile file(u"/proc/self/statm"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toLongLong() : 0;
}

/// Sees the first paint of the list that has jobs to show.
class FirstPaint final : public QObject
{
public:
    explicit FirstPaint(QAbstractItemView* list) : m_list(list) { list->viewport()->installEventFilter(this); }

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
                std::printf("%lld %lld\n", static_cast<long long>(nanoseconds()),
                            static_cast<long long>(residentPages()));
                std::fflush(stdout);
                QCoreApplication::quit();
            },
            Qt::QueuedConnection);
        return false;
    }

private:
    QAbstractItemView* m_list;
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
    window.showPage(u"overview"_s);
    const FirstPaint first(window.findChild<QAbstractItemView*>(u"overview.jobs"_s));
    window.show();
    console.start();
    return QApplication::exec();
}

Starts measureStarts(const QString& pool, int runs)
{
    Starts starts;
    for (int run = 0; run < runs; ++run) {
        QProcess child;
        const auto begin = nanoseconds();
        child.start(QCoreApplication::applicationFilePath(), {u"--console"_s, pool});
        child.waitForFinished(60'000);
        const QList<QByteArray> words = child.readAllStandardOutput().trimmed().split(' ');
        const auto painted = words.value(0).toLongLong();
        if (painted == 0)
            return {};
        starts.seconds.push_back(static_cast<double>(painted - begin) / 1e9);
        const auto bytes = words.value(1).toLongLong() * ::sysconf(_SC_PAGESIZE);
        starts.megabytes.push_back(static_cast<double>(bytes) / 1e6);
    }
    return starts;
}

} // namespace tidegate
