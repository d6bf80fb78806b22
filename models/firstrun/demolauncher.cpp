// SPDX-License-Identifier: Apache-2.0
#include "models/firstrun/demolauncher.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int goodbyeMs = 10'000;

QString treeAround(const QString& folder)
{
    QDir dir(folder);
    do {
        if (QFileInfo(dir.filePath(u"dev"_s)).isExecutable() && dir.exists(u"tools/demo/__main__.py"_s))
            return dir.absolutePath();
    } while (dir.cdUp());
    return {};
}

} // namespace

DemoLauncher::DemoLauncher(const QString& from, QObject* parent)
    : QObject(parent), m_tree(treeAround(from.isEmpty() ? QCoreApplication::applicationDirPath() : from))
{
    m_demo.setProcessChannelMode(QProcess::MergedChannels);
    m_demo.setStandardInputFile(QProcess::nullDevice());
    connect(&m_demo, &QProcess::readyReadStandardOutput, this, &DemoLauncher::readLines);
    connect(&m_demo, &QProcess::finished, this, [this](int exitCode, QProcess::ExitStatus status) {
        readLines();
        const bool well = m_stopping || (status == QProcess::NormalExit && exitCode == 0);
        Q_EMIT ended(well               ? QString()
                     : m_last.isEmpty() ? tr("It ended with exit code %1.").arg(exitCode)
                                        : tr("It ended with exit code %1 and said: %2").arg(exitCode).arg(m_last));
    });
    connect(&m_demo, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            Q_EMIT ended(m_demo.errorString());
    });
}

DemoLauncher::~DemoLauncher()
{
    m_demo.disconnect(this);
    if (!isRunning())
        return;
    m_demo.terminate();
    m_demo.waitForFinished(goodbyeMs);
}

QString DemoLauncher::command()
{
    return u"./dev demo"_s;
}

void DemoLauncher::start()
{
    if (!isAvailable() || isRunning())
        return;
    m_last.clear();
    m_stopping = false;
    m_demo.setWorkingDirectory(m_tree);
    m_demo.start(QDir(m_tree).filePath(u"dev"_s), {u"demo"_s});
}

void DemoLauncher::stop()
{
    m_stopping = true;
    m_demo.terminate();
}

void DemoLauncher::readLines()
{
    const QString text = QString::fromUtf8(m_demo.readAllStandardOutput());
    const auto lines = text.split(u'\n', Qt::SkipEmptyParts);
    for (const QString& line : lines) {
        if (!line.trimmed().isEmpty())
            m_last = line.trimmed();
    }
    if (!m_last.isEmpty())
        Q_EMIT told(m_last);
}

} // namespace tidegate

#include "moc_demolauncher.cpp"
