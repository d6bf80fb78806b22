// SPDX-License-Identifier: Apache-2.0
#include "models/headtext.h"

#include "models/qtconvert.h"

#include <QProcessEnvironment>

namespace tidegate {

HeadText::~HeadText()
{
    for (QProcess* git : findChildren<QProcess*>()) {
        git->disconnect(this);
        git->kill();
        git->waitForFinished(1000); // a killed process is gone at once; nothing outlives the buffer that asked
    }
}

void HeadText::setBuffer(JobBuffer* buffer)
{
    if (m_buffer)
        m_buffer->disconnect(this);
    m_buffer = buffer;
    set(State::Unknown, {});
    if (!buffer)
        return;
    m_root = toQt(buffer->pool()->root.string());
    m_path = toQt(buffer->path().generic_string());
    connect(buffer, &JobBuffer::saved, this, &HeadText::refresh);
    refresh();
}

void HeadText::refresh()
{
    ask({QStringLiteral("rev-parse"), QStringLiteral("--verify"), QStringLiteral("--quiet"), QStringLiteral("HEAD")},
        &HeadText::takeRevision);
}

/// No shell, no locks, and nothing that a pool's own configuration could start.
void HeadText::ask(const QStringList& arguments, void (HeadText::*then)(int, const QByteArray&))
{
    if (m_git) {
        m_git->disconnect(this);
        m_git->kill();
        connect(m_git, &QProcess::finished, m_git, &QObject::deleteLater);
    }
    m_git = new QProcess(this);
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("GIT_OPTIONAL_LOCKS"), QStringLiteral("0"));
    m_git->setProcessEnvironment(environment);
    m_git->setStandardInputFile(QProcess::nullDevice());
    connect(m_git, &QProcess::finished, this, [this, git = m_git.data(), then](int exitCode) {
        m_git.clear();
        git->deleteLater();
        (this->*then)(exitCode, git->readAllStandardOutput());
    });
    connect(m_git, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            set(State::None, {});
    });
    const QStringList place{QStringLiteral("-c"), QStringLiteral("core.fsmonitor=false"), QStringLiteral("-C"), m_root};
    m_git->start(QStringLiteral("git"), place + arguments);
}

void HeadText::takeRevision(int exitCode, const QByteArray&)
{
    if (exitCode != 0)
        return set(State::None, {});
    if (m_buffer)
        ask({QStringLiteral("cat-file"), QStringLiteral("blob"), QStringLiteral("HEAD:./%1").arg(m_path)},
            &HeadText::takeFile);
}

void HeadText::takeFile(int exitCode, const QByteArray& output)
{
    if (exitCode == 0)
        set(State::Known, output.toStdString());
    else
        set(State::NewFile, {});
}

void HeadText::set(State state, std::string text)
{
    if (m_state == state && m_text == text)
        return;
    m_state = state;
    m_text = std::move(text);
    Q_EMIT changed();
}

} // namespace tidegate

#include "moc_headtext.cpp"
