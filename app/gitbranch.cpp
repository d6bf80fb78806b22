// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitbranch.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

QString firstLine(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readLine()).trimmed() : QString();
}

/// Where HEAD lies; a worktree has a file that points there instead of a folder.
QString gitFolder(const QString& folder)
{
    QDir dir(folder);
    do {
        const QString path = dir.filePath(u".git"_s);
        if (QFileInfo(path).isDir())
            return path;
        const QString link = firstLine(path);
        if (link.startsWith(u"gitdir: "))
            return dir.absoluteFilePath(link.mid(8));
    } while (dir.cdUp());
    return {};
}

} // namespace

QString gitBranch(const QString& folder)
{
    const QString git = gitFolder(folder);
    if (git.isEmpty())
        return {};
    const QString head = firstLine(git + u"/HEAD"_s);
    const QString prefix = u"ref: refs/heads/"_s;
    return head.startsWith(prefix) ? head.mid(prefix.size()) : head.left(7);
}

} // namespace tidegate
