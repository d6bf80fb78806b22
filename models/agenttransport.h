// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>

namespace tidegate {

/// A stream of lines to an agent and back. Opened, it ends with exactly one closed(), and may then be opened again.
class AgentTransport : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void open() = 0;
    /// One message, without the newline.
    virtual void send(const QByteArray& line) = 0;
    /// End of input: the agent finishes what must be finished and goes.
    virtual void closeInput() = 0;
    virtual void kill() = 0;

Q_SIGNALS:
    void opened();
    void received(const QByteArray& line);
    /// `reason` is a sentence for a person. `retry`: opening again may help.
    void closed(const QString& reason, bool retry);
};

} // namespace tidegate
