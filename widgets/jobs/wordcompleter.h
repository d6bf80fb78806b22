// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCompleter>
#include <QObject>
#include <QStringList>

class QLineEdit;
class QStringListModel;

namespace tidegate {

/// Completes the word under the caret of a line: a column inside of a list or a condition. Typing offers what fits,
/// Alt+Down or Ctrl+Space everything; Enter or Tab takes it.
class WordCompleter final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WordCompleter)

public:
    explicit WordCompleter(QLineEdit* line);

    void setWords(const QStringList& words);
    [[nodiscard]] QCompleter* completer() { return &m_completer; }

Q_SIGNALS:
    /// A word was put in; the whole text.
    void completed(const QString& text);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void offer(const QString& text);
    void open(const QString& prefix);
    void take(const QString& word);
    /// Where the word under the caret begins.
    [[nodiscard]] int wordBegin() const;

    QLineEdit* m_line;
    QStringListModel* m_model;
    QCompleter m_completer;
};

} // namespace tidegate
