// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QProcess>
#include <QString>

namespace tidegate {

/// Starts the demo of the source tree around this program: private databases and a console of its own. An installed
/// program has no source tree and says so.
class DemoLauncher final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DemoLauncher)

public:
    /// `from` is a folder inside of the source tree; empty: where this program lies.
    explicit DemoLauncher(const QString& from = {}, QObject* parent = nullptr);
    /// Ends the demo, which then stops its databases.
    ~DemoLauncher() override;

    [[nodiscard]] bool isAvailable() const { return !m_tree.isEmpty(); }
    [[nodiscard]] bool isRunning() const { return m_demo.state() != QProcess::NotRunning; }
    /// What one types in the source tree.
    [[nodiscard]] static QString command();

    void start();
    void stop();

Q_SIGNALS:
    /// The newest line of what it tells.
    void told(const QString& line);
    /// `reason` empty: it ended well.
    void ended(const QString& reason);

private:
    void readLines();

    QString m_tree;
    QProcess m_demo;
    QString m_last;
    bool m_stopping = false;
};

} // namespace tidegate
