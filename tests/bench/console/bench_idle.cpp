// SPDX-License-Identifier: GPL-3.0-or-later
// A hidden console with nothing to do, and its agent: which share of a processor both take. --seconds for a quick try.
// Exit: 0 bar met, 1 missed, 2 failed.
#include "app/console.h"
#include "app/mainwindow.h"
#include "app/settings.h"
#include "models/language.h"
#include "models/qtconvert.h"
#include "pooltext.h"
#include "report.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <unistd.h>

using namespace tidegate;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double bar = 0.01;
constexpr int usual = 20;
constexpr int settle = 3000;

/// Seconds of processor time of a process: fields 14 and 15 of its stat, counted after the name in brackets.
double processorTime(const QByteArray& process)
{
    QFile file(u"/proc/%1/stat"_s.arg(QString::fromLatin1(process)));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = file.readAll();
    const QList<QByteArray> fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    return (fields.value(11).toDouble() + fields.value(12).toDouble()) / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

double everybody()
{
    double sum = processorTime("self");
    QFile children(u"/proc/self/task/%1/children"_s.arg(::getpid()));
    if (children.open(QIODevice::ReadOnly)) {
        for (const QByteArray& child : children.readAll().split(' ')) {
            if (!child.isEmpty())
                sum += processorTime(child);
        }
    }
    return sum;
}

void spend(int milliseconds)
{
    QTimer::singleShot(milliseconds, qApp, &QCoreApplication::quit);
    QApplication::exec();
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    const int seconds = option(argc, argv, "--seconds", usual);
    Language::instance().install(Language::Choice::English);
    Theme::instance().install();
    const PoolFolder folder(smallPool());
    const QTemporaryDir home;
    Settings settings(home.filePath(u"console.ini"_s));
    Console console(toQt(folder.root().string()), AgentClient::local());
    MainWindow window(&console, &settings);
    window.show();
    console.start();
    if (!QTest::qWaitFor([&] { return console.pool()->pool() && console.agent()->isReady(); }, 30'000))
        return 2;
    window.hide();
    spend(settle);
    const double before = everybody();
    QElapsedTimer clock;
    clock.start();
    spend(seconds * 1000);
    const double took = static_cast<double>(clock.nsecsElapsed()) / 1e9;
    const double part = (everybody() - before) / took;
    return report("idle", part, bar, "of a core", {{"seconds", took}, {"what", "console and agent, window hidden"}})
               ? 0
               : 1;
}
