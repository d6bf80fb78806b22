// SPDX-License-Identifier: Apache-2.0
#include "models/processtransport.h"

#include <QCoreApplication>
#include <QDir>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qsizetype keptErrors = 4096;
constexpr int goodbyeMs = 10'000;
} // namespace

QString agentProgram()
{
    return QDir(QCoreApplication::applicationDirPath()).filePath(u"tidegated"_s);
}

ProcessTransport::ProcessTransport(const QString& program, const QStringList& arguments, QObject* parent)
    : AgentTransport(parent)
{
    m_process.setProgram(program);
    m_process.setArguments(arguments);
    connect(&m_process, &QProcess::started, this, &AgentTransport::opened);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &ProcessTransport::readLines);
    connect(&m_process, &QProcess::readyReadStandardError, this, &ProcessTransport::readErrors);
    connect(&m_process, &QProcess::finished, this, &ProcessTransport::onFinished);
    connect(&m_process, &QProcess::errorOccurred, this, &ProcessTransport::onError);
}

ProcessTransport::~ProcessTransport()
{
    m_process.disconnect(this);
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(goodbyeMs)) {
        m_process.kill();
        m_process.waitForFinished(1000);
    }
}

void ProcessTransport::open()
{
    m_input = rpc::LineBuffer();
    m_lastErrors.clear();
    m_process.start();
}

void ProcessTransport::send(const QByteArray& line)
{
    m_process.write(line);
    m_process.write("\n", 1);
}

void ProcessTransport::closeInput()
{
    m_process.closeWriteChannel();
}

void ProcessTransport::kill()
{
    m_process.kill();
}

void ProcessTransport::readLines()
{
    const auto bytes = m_process.readAllStandardOutput();
    m_input.append({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    while (const auto line = m_input.next()) {
        if (line->overlong)
            m_process.kill(); // not our protocol; the end is told by onFinished()
        else
            Q_EMIT received(QByteArray::fromStdString(line->text));
    }
}

void ProcessTransport::readErrors()
{
    m_lastErrors = (m_lastErrors + m_process.readAllStandardError()).right(keptErrors);
}

void ProcessTransport::onFinished(int exitCode, QProcess::ExitStatus status)
{
    readLines();
    readErrors();
    auto reason = status == QProcess::CrashExit ? tr("The agent was killed or crashed.")
                                                : tr("The agent ended with exit code %1.").arg(exitCode);
    if (const auto said = QString::fromUtf8(m_lastErrors).trimmed(); !said.isEmpty())
        reason += u' ' + tr("It said: %1").arg(said.section(u'\n', -1));
    Q_EMIT closed(reason, true);
}

void ProcessTransport::onError(QProcess::ProcessError error)
{
    // Every other error is followed by finished(), which tells it.
    if (error == QProcess::FailedToStart)
        Q_EMIT closed(tr("The agent %1 could not be started: %2.").arg(m_process.program(), m_process.errorString()),
                      false);
}

} // namespace tidegate

#include "moc_processtransport.cpp"
