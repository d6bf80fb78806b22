// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pool/pool.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QString>
#include <QTimer>

#include <memory>

namespace tidegate {

/// The pool that the console works on: read in a worker, again whenever one of its files changes. Everybody shares the
/// same immutable value.
class PoolModel final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PoolModel)

public:
    explicit PoolModel(const std::filesystem::path& root, QObject* parent = nullptr);
    ~PoolModel() override;

    /// Null until the first read has ended well.
    [[nodiscard]] std::shared_ptr<const Pool> pool() const { return m_pool; }
    [[nodiscard]] const std::filesystem::path& root() const { return m_root; }
    /// What the last read failed with.
    [[nodiscard]] std::optional<Error> error() const { return m_error; }

    /// The environment that the console works in; empty: none, or the pool's only one.
    [[nodiscard]] QString environment() const { return m_environment; }
    void setEnvironment(const QString& name);

    /// Reads in a worker. A read under way is not waited for; its late result drops out.
    void reload();

Q_SIGNALS:
    void poolChanged();
    void readFailed();
    void environmentChanged();

private:
    void take(Result<Pool> result);
    void watch();

    std::filesystem::path m_root;
    std::shared_ptr<const Pool> m_pool;
    std::optional<Error> m_error;
    QString m_environment;
    QFileSystemWatcher m_watcher;
    QTimer m_settle; ///< an editor or git writes many files at once: one read for all
    quint64 m_read = 0;
};

} // namespace tidegate
