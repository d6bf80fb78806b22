// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/jobbuffer.h"

#include <QObject>
#include <QPointer>
#include <QProcess>

#include <optional>
#include <string>

namespace tidegate {

/// What git has committed of the file that is edited. Asked in a process of its own, again after every save and when
/// the pool was read; a late answer drops out.
class HeadText final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HeadText)

public:
    enum class State {
        Unknown, ///< not asked, or not answered yet
        None,    ///< no repository, or nothing is committed in it
        NewFile, ///< HEAD does not have this file
        Known,
    };

    explicit HeadText(QObject* parent = nullptr) : QObject(parent) {}
    ~HeadText() override;

    void setBuffer(JobBuffer* buffer);
    [[nodiscard]] State state() const { return m_state; }
    /// Empty unless Known.
    [[nodiscard]] const std::string& text() const { return m_text; }
    void refresh();

Q_SIGNALS:
    void changed();

private:
    void ask(const QStringList& arguments, void (HeadText::*then)(int, const QByteArray&));
    void takeRevision(int exitCode, const QByteArray& output);
    void takeFile(int exitCode, const QByteArray& output);
    void set(State state, std::string text);

    JobBuffer* m_buffer = nullptr; ///< not owned: set another one before it goes
    QString m_root;
    QString m_path;
    QPointer<QProcess> m_git;
    State m_state = State::Unknown;
    std::string m_text;
};

} // namespace tidegate
