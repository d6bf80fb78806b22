// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/agenttransport.h"
#include "rpc/linebuffer.h"

#include <QProcess>

namespace tidegate {

/// An agent as a child process that speaks over its standard input and output.
class ProcessTransport final : public AgentTransport
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProcessTransport)

public:
    ProcessTransport(const QString& program, const QStringList& arguments, QObject* parent = nullptr);
    /// Ends the child: end of input, and a kill after 10 s. By then no window is left that could freeze.
    ~ProcessTransport() override;

    void open() override;
    void send(const QByteArray& line) override;
    void closeInput() override;
    void kill() override;

private:
    void readLines();
    void readErrors();
    void onFinished(int exitCode, QProcess::ExitStatus status);
    void onError(QProcess::ProcessError error);

    QProcess m_process;
    rpc::LineBuffer m_input;
    QByteArray m_lastErrors; ///< the newest few KiB of standard error, for the reason of an unexpected end
};

/// `tidegated` in the folder of the running executable.
QString agentProgram();

} // namespace tidegate
