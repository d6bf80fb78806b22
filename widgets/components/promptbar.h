// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <QFrame>
#include <QList>
#include <QString>

#include <utility>

class QLineEdit;
class QPushButton;

namespace tidegate {

class TextLabel;

/// What an agent asks a person, in the window and never in its way: title, text, a line to answer. Several questions
/// wait in turn.
class PromptBar final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PromptBar)

public:
    explicit PromptBar(QWidget* parent = nullptr);

    /// `params` of prompt.ask: title, text, kind (text, secret, confirm).
    void ask(qint64 id, const nlohmann::json& params);

Q_SIGNALS:
    void answered(qint64 id, const QString& answer);
    void declined(qint64 id);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Question
    {
        qint64 id = 0;
        QString title;
        QString text;
        QString kind;
    };
    void showNext();
    void showWords();
    void finish(bool answer);

    QList<Question> m_questions;
    TextLabel* m_title;
    TextLabel* m_text;
    QLineEdit* m_answer;
    QPushButton* m_cancel;
    QPushButton* m_send;
};

} // namespace tidegate
