// SPDX-License-Identifier: Apache-2.0
#include "models/firstrun/poolcloner.h"

#include "models/qtconvert.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUrl>

#include <unistd.h>

#include <chrono>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qsizetype keptWords = 8192;
constexpr int goodbyeMs = 3000;

Error problem(ErrorCode code, const QString& message, const QString& hint)
{
    return {code, toStd(message), toStd(hint)};
}

QProcessEnvironment silentEnvironment()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"GIT_TERMINAL_PROMPT"_s, u"0"_s);
    environment.insert(u"GIT_ASKPASS"_s, u"false"_s);
    environment.insert(u"SSH_ASKPASS"_s, u"false"_s);
    environment.insert(u"SSH_ASKPASS_REQUIRE"_s, u"never"_s);
    if (!environment.contains(u"GIT_SSH_COMMAND"_s))
        environment.insert(u"GIT_SSH_COMMAND"_s, u"ssh -o BatchMode=yes"_s);
    // Not the helpers that run any command that an address names.
    environment.insert(u"GIT_ALLOW_PROTOCOL"_s, u"file:git:http:https:ssh"_s);
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s); // its words are read below
    return environment;
}

} // namespace

PoolCloner::PoolCloner(QObject* parent) : QObject(parent)
{
    m_git.setProgram(u"git"_s);
    m_git.setProcessEnvironment(silentEnvironment());
    m_git.setStandardInputFile(QProcess::nullDevice());
    m_git.setStandardOutputFile(QProcess::nullDevice());
    // Without a terminal nothing that git starts can ask on it.
    m_git.setChildProcessModifier([] { ::setsid(); });
    m_patience.setSingleShot(true);
    m_patience.setInterval(3s);
    connect(&m_patience, &QTimer::timeout, &m_git, &QProcess::kill);
    connect(&m_git, &QProcess::readyReadStandardError, this, &PoolCloner::readProgress);
    connect(&m_git, &QProcess::finished, this, &PoolCloner::onFinished);
    connect(&m_git, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            Q_EMIT failed(problem(ErrorCode::NotFound, tr("git could not be started."),
                                  tr("Install git, or clone the pool yourself and open its folder.")));
    });
}

PoolCloner::~PoolCloner()
{
    m_git.disconnect(this);
    if (!isRunning())
        return;
    m_git.terminate();
    if (!m_git.waitForFinished(goodbyeMs))
        m_git.kill();
    m_git.waitForFinished(goodbyeMs);
}

QString PoolCloner::nameFrom(const QString& address)
{
    QString path = address.trimmed();
    while (path.endsWith(u'/'))
        path.chop(1);
    path = path.section(u'/', -1).section(u':', -1);
    if (path.endsWith(u".git"))
        path.chop(4);
    return path;
}

std::optional<Error> PoolCloner::check(const QString& address, const QString& folder)
{
    if (address.trimmed().isEmpty())
        return problem(ErrorCode::Usage, tr("No address was given."),
                       tr("Paste what you would give to git clone, for example git@host:team/pool.git."));
    if (address.trimmed().startsWith(u'-'))
        return problem(ErrorCode::Usage, tr("An address does not begin with a dash."), tr("Look at it again."));
    const QUrl url(address.trimmed());
    if (url.isValid() && !url.password().isEmpty())
        return problem(ErrorCode::Usage, tr("The address contains a password."),
                       tr("Leave it out: it would be seen by everybody on this machine and stay in the repository's "
                          "settings. Use an ssh key or git's credential helper."));
    if (folder.trimmed().isEmpty())
        return problem(ErrorCode::Usage, tr("No folder was named."), tr("Say where the pool is to be put."));
    const QFileInfo info(folder.trimmed());
    if (info.exists() && (!info.isDir() || !QDir(info.absoluteFilePath()).isEmpty()))
        return problem(ErrorCode::Conflict, tr("%1 is there already and is not empty.").arg(info.absoluteFilePath()),
                       tr("Choose another folder, or open this one if it is the pool."));
    return {};
}

void PoolCloner::start(const QString& address, const QString& folder)
{
    if (isRunning())
        return;
    if (const auto error = check(address, folder)) {
        Q_EMIT failed(*error);
        return;
    }
    m_cancelling = false;
    m_said.clear();
    m_folder = QFileInfo(folder.trimmed()).absoluteFilePath();
    m_git.setArguments({u"clone"_s, u"--progress"_s, u"--"_s, address.trimmed(), m_folder});
    Q_EMIT progressed(tr("Asking the server"), -1);
    m_git.start();
}

void PoolCloner::cancel()
{
    if (!isRunning() || m_cancelling)
        return;
    m_cancelling = true;
    m_git.terminate();
    m_patience.start();
}

void PoolCloner::readProgress()
{
    m_said = (m_said + m_git.readAllStandardError()).right(keptWords);
    static const QRegularExpression line(u"([A-Z][A-Za-z ]+):\\s+(\\d+)% "_s);
    auto found = line.globalMatch(QString::fromUtf8(m_said));
    QRegularExpressionMatch last;
    while (found.hasNext())
        last = found.next();
    if (last.hasMatch())
        Q_EMIT progressed(last.captured(1), last.captured(2).toInt());
}

void PoolCloner::onFinished(int exitCode, QProcess::ExitStatus status)
{
    m_patience.stop();
    readProgress();
    if (m_cancelling)
        Q_EMIT cancelled();
    else if (status == QProcess::NormalExit && exitCode == 0)
        Q_EMIT cloned(m_folder);
    else
        Q_EMIT failed(reason());
}

Error PoolCloner::reason() const
{
    const QString said = QString::fromUtf8(m_said);
    QString last;
    const auto lines = said.split(QRegularExpression(u"[\\r\\n]+"_s), Qt::SkipEmptyParts);
    for (const QString& each : lines) {
        if (each.startsWith(u"fatal: ") || each.startsWith(u"error: ") || each.contains(u"Permission denied"))
            last = each.section(u": "_s, each.startsWith(u"fatal: ") || each.startsWith(u"error: ") ? 1 : 0);
    }
    if (last.isEmpty() && !lines.isEmpty())
        last = lines.last().trimmed();
    const bool login = said.contains(u"could not read Username") || said.contains(u"could not read Password") ||
                       said.contains(u"Permission denied") || said.contains(u"Authentication failed");
    const bool host = said.contains(u"Host key verification failed");
    const QString hint = host    ? tr("Connect to the host once with ssh in a terminal and look at its key.")
                         : login ? tr("The server wants to know who you are, and nobody is asked from here. Use an ssh "
                                      "key of your agent, or git's credential helper.")
                                 : tr("Look at the address, or clone it in a terminal and open the folder.");
    return problem(ErrorCode::Io, last.isEmpty() ? tr("git clone failed.") : tr("git clone failed: %1").arg(last),
                   hint);
}

} // namespace tidegate

#include "moc_poolcloner.cpp"
