// SPDX-License-Identifier: GPL-3.0-or-later
#include "watchedapplication.h"

#include <QEvent>
#include <QMetaEnum>

#include <algorithm>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Nanoseconds that this thread was ready to run and did not get a processor; 0 where the system does not tell.
qint64 waitedForProcessor()
{
    static const int file = ::open("/proc/thread-self/schedstat", O_RDONLY | O_CLOEXEC);
    char text[96] = {};
    long long ran = 0;
    long long waited = 0;
    if (file < 0 || ::pread(file, text, sizeof(text) - 1, 0) <= 0 || std::sscanf(text, "%lld %lld", &ran, &waited) != 2)
        return 0;
    return waited;
}

} // namespace

WatchedApplication::WatchedApplication(int& argc, char** argv) : QApplication(argc, argv)
{
    m_clock.start();
}

void WatchedApplication::record()
{
    m_recording = true;
    m_durations.clear();
    m_longest = 0;
    m_hiccups = 0;
    m_stalls.clear();
}

bool WatchedApplication::notify(QObject* receiver, QEvent* event)
{
    // An event inside an event is a part of it.
    if (m_depth > 0)
        return QApplication::notify(receiver, event);
    const auto type = event->type();
    const QString name = receiver->objectName();
    const QString kind = QString::fromLatin1(receiver->metaObject()->className());
    const qint64 waited = waitedForProcessor();
    const qint64 begun = m_clock.nsecsElapsed();
    ++m_depth;
    const bool done = QApplication::notify(receiver, event);
    --m_depth;
    const qint64 took = m_clock.nsecsElapsed() - begun - (waitedForProcessor() - waited);
    const char* word = QMetaEnum::fromType<QEvent::Type>().valueToKey(type);
    take(static_cast<double>(std::max<qint64>(0, took)) / 1e9,
         u"%1 of %2 %3"_s.arg(word ? QString::fromLatin1(word) : QString::number(type), kind, name));
    return done;
}

void WatchedApplication::take(double seconds, const QString& what)
{
    if (seconds > m_longest) {
        m_longest = seconds;
        m_longestWhat = what;
    }
    m_hiccups += seconds > hiccup ? 1 : 0;
    if (seconds > stall)
        m_stalls << u"%1 took %2 s"_s.arg(what).arg(seconds, 0, 'f', 2);
    if (m_recording)
        m_durations.push_back(seconds);
}

int runWatched(QObject* test, int argc, char** argv)
{
    const int failed = QTest::qExec(test, argc, argv);
    const auto* application = static_cast<WatchedApplication*>(QCoreApplication::instance());
    std::printf("longest event %.0f ms, over 50 ms: %d (%s)\n", application->longest() * 1000, application->hiccups(),
                qPrintable(application->longestWhat()));
    for (const QString& stall : application->stalls())
        std::fprintf(stderr, "the window stood still: %s\n", qPrintable(stall));
    return failed != 0 ? failed : static_cast<int>(application->stalls().size());
}

} // namespace tidegate
