// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace tidegate {

class TextLabel;

/// The answer of the page in one sentence, its scope behind it, and at the right how old it is.
class AnswerHeader final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AnswerHeader)

public:
    explicit AnswerHeader(QWidget* parent = nullptr);

    void setAnswer(const QString& answer, const QString& scope);
    void setAge(const QString& age);
    [[nodiscard]] QString answer() const;
    [[nodiscard]] QString scope() const;
    [[nodiscard]] QString age() const;
    [[nodiscard]] QPushButton* refreshButton() const { return m_refresh; }

private:
    TextLabel* m_answer;
    TextLabel* m_scope;
    TextLabel* m_age;
    QPushButton* m_refresh;
};

} // namespace tidegate
