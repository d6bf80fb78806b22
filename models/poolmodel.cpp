// SPDX-License-Identifier: Apache-2.0
#include "models/poolmodel.h"

#include "models/qtconvert.h"

#include <QDir>
#include <QDirIterator>
#include <QFuture>
#include <QtConcurrentRun>

#include <chrono>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

PoolModel::PoolModel(const std::filesystem::path& root, QObject* parent) : QObject(parent), m_root(root)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(150ms);
    connect(&m_settle, &QTimer::timeout, this, &PoolModel::reload);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, [this] { m_settle.start(); });
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, [this] { m_settle.start(); });
}

PoolModel::~PoolModel() = default;

void PoolModel::setEnvironment(const QString& name)
{
    if (m_environment == name)
        return;
    m_environment = name;
    Q_EMIT environmentChanged();
}

void PoolModel::reload()
{
    const auto number = ++m_read;
    QtConcurrent::run([root = m_root] { return readPool(root); }).then(this, [this, number](Result<Pool> result) {
        if (number == m_read)
            take(std::move(result));
    });
}

void PoolModel::take(Result<Pool> result)
{
    watch();
    if (!result) {
        m_error = result.error();
        Q_EMIT readFailed();
        return;
    }
    m_error.reset();
    m_pool = std::make_shared<const Pool>(std::move(*result));
    Q_EMIT poolChanged();
}

void PoolModel::watch()
{
    // A replaced file is another inode, which the watcher forgets: the list is made anew after every read.
    const auto root = toQt(m_root.string());
    QStringList paths{root};
    for (const auto& folder : {u"connections"_s, u"environments"_s, u"customers"_s}) {
        const auto path = root + u'/' + folder;
        if (!QDir(path).exists())
            continue;
        paths << path;
        for (QDirIterator it(path, QDir::Dirs | QDir::Files | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
             it.hasNext();) {
            it.next();
            if (it.fileInfo().isDir() || it.fileName().endsWith(u".yaml"_s))
                paths << it.filePath();
        }
    }
    if (QFile::exists(root + u"/pool.yaml"_s))
        paths << root + u"/pool.yaml"_s;
    const auto known = m_watcher.files() + m_watcher.directories();
    if (!known.isEmpty())
        m_watcher.removePaths(known);
    m_watcher.addPaths(paths);
}

} // namespace tidegate

#include "moc_poolmodel.cpp"
