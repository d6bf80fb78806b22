// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QElapsedTimer>
#include <QStringList>
#include <QTest>

#include <vector>

namespace tidegate {

/// An application that measures how long it takes over each event: while it does, the window answers nobody. Time in
/// which the machine let something else run does not count.
class WatchedApplication final : public QApplication
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WatchedApplication)

public:
    static constexpr double stall = 0.5;   ///< seconds; fails a test
    static constexpr double hiccup = 0.05; ///< seconds; is counted

    WatchedApplication(int& argc, char** argv);

    bool notify(QObject* receiver, QEvent* event) override;

    /// Events that took longer than a stall, one sentence each.
    [[nodiscard]] const QStringList& stalls() const { return m_stalls; }
    [[nodiscard]] int hiccups() const { return m_hiccups; }
    [[nodiscard]] double longest() const { return m_longest; }
    [[nodiscard]] const QString& longestWhat() const { return m_longestWhat; }
    /// From now on every duration is kept; what was before is forgotten.
    void record();
    [[nodiscard]] const std::vector<double>& durations() const { return m_durations; }

private:
    void take(double seconds, const QString& what);

    QElapsedTimer m_clock;
    int m_depth = 0;
    int m_hiccups = 0;
    double m_longest = 0;
    QString m_longestWhat;
    bool m_recording = false;
    QStringList m_stalls;
    std::vector<double> m_durations;
};

/// Runs a test object under watch; a stall makes it fail.
int runWatched(QObject* test, int argc, char** argv);

} // namespace tidegate

#define TIDEGATE_WATCHED_MAIN(Test)                                                                                    \
    int main(int argc, char** argv)                                                                                    \
    {                                                                                                                  \
        tidegate::WatchedApplication application(argc, argv);                                                          \
        Test test;                                                                                                     \
        return tidegate::runWatched(&test, argc, argv);                                                                \
    }
