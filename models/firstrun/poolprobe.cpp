// SPDX-License-Identifier: Apache-2.0
#include "models/firstrun/poolprobe.h"

#include "models/qtconvert.h"
#include "pool/pool.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Probe
{
    Q_DECLARE_TR_FUNCTIONS(tidegate::PoolProbe)
};

constexpr int mostLookedInto = 200;

Error problem(ErrorCode code, const QString& message, const QString& hint)
{
    return {code, toStd(message), toStd(hint)};
}

/// A pool right below, for whom the folder above was a natural guess.
QString poolBelow(const QDir& folder)
{
    const auto names = folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name).mid(0, mostLookedInto);
    for (const QString& name : names) {
        if (QFile::exists(folder.filePath(name + u"/pool.yaml"_s)))
            return folder.filePath(name);
    }
    return {};
}

Error noPoolIn(const QString& shown)
{
    const QDir folder(shown);
    if (folder.isEmpty())
        return problem(ErrorCode::Invalid, Probe::tr("%1 is empty.").arg(shown),
                       Probe::tr("Clone a pool into it, or choose the folder that holds pool.yaml."));
    const QString below = poolBelow(folder);
    const QString hint = below.isEmpty() ? Probe::tr("Choose the folder that holds pool.yaml, or clone the pool.")
                                         : Probe::tr("There is one in %1: open that folder.").arg(below);
    return problem(ErrorCode::Invalid, Probe::tr("%1 is no pool: there is no pool.yaml in it.").arg(shown), hint);
}

} // namespace

Result<QString> probePool(const QString& folder)
{
    if (folder.trimmed().isEmpty())
        return problem(ErrorCode::Usage, Probe::tr("No folder was named."),
                       Probe::tr("Type a path, or choose a folder."));
    QString path = folder.trimmed();
    if (path == u"~" || path.startsWith(u"~/"))
        path = QDir::homePath() + path.mid(1);
    const QFileInfo info(path);
    const QString shown = info.absoluteFilePath();
    if (!info.exists())
        return problem(ErrorCode::NotFound, Probe::tr("%1 does not exist.").arg(shown),
                       Probe::tr("Look at the path again, or clone the pool."));
    if (!info.isDir())
        return problem(ErrorCode::Invalid, Probe::tr("%1 is a file.").arg(shown),
                       Probe::tr("Open the folder that holds pool.yaml."));
    if (!info.isReadable() || !info.isExecutable())
        return problem(ErrorCode::Io, Probe::tr("%1 can't be read by you.").arg(shown),
                       Probe::tr("Ask its owner for the right to read it, or open another folder."));
    const auto root = findPoolRoot(toStd(shown));
    if (!root)
        return noPoolIn(shown);
    const QString found = toQt(root->string());
    if (!QFileInfo(found + u"/pool.yaml"_s).isReadable())
        return problem(ErrorCode::Io, Probe::tr("%1/pool.yaml can't be read by you.").arg(found),
                       Probe::tr("Ask its owner for the right to read it."));
    return found;
}

} // namespace tidegate
