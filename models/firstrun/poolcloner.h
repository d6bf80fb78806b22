// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"

#include <QObject>
#include <QProcess>
#include <QString>
#include <QTimer>

#include <optional>

namespace tidegate {

/// `git clone` as a child process that nobody can be asked anything by: what needs a password fails and says so. Never
/// deletes what was there before; what git began and did not finish, git takes away itself.
class PoolCloner final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PoolCloner)

public:
    explicit PoolCloner(QObject* parent = nullptr);
    ~PoolCloner() override;

    /// What is wrong with a wish before anything is started; nothing where it can be tried.
    [[nodiscard]] static std::optional<Error> check(const QString& address, const QString& folder);
    /// The folder that git would choose: the last part of the address.
    [[nodiscard]] static QString nameFrom(const QString& address);

    void start(const QString& address, const QString& folder);
    /// Asks git to stop and to clean up; cancelled() tells the end.
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_git.state() != QProcess::NotRunning; }

Q_SIGNALS:
    /// What git says it does, and how far it is; −1: not known.
    void progressed(const QString& text, int percent);
    void cloned(const QString& folder);
    void failed(const tidegate::Error& error);
    void cancelled();

private:
    void readProgress();
    void onFinished(int exitCode, QProcess::ExitStatus status);
    [[nodiscard]] Error reason() const;

    QProcess m_git;
    QTimer m_patience;
    QString m_folder;
    QByteArray m_said; ///< the newest few KiB
    bool m_cancelling = false;
};

} // namespace tidegate
