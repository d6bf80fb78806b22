// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobdraft.h"

#include <QWidget>

#include <vector>

namespace tidegate {

class TextLabel;
class YamlEditor;

/// The job's text: editor, what changed since the file was saved, and where the caret stands.
class YamlPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(YamlPane)

public:
    explicit YamlPane(JobDraft* draft, QWidget* parent = nullptr);

    [[nodiscard]] YamlEditor* editor() const { return m_editor; }
    /// Puts the caret at a value of the file; does not take the keyboard.
    void showPath(const std::string& path);
    /// The field that the caret stands in; empty: none.
    [[nodiscard]] std::string currentField() const;

Q_SIGNALS:
    /// The caret, moved by a person, stands in this field of the form; empty: in none.
    void fieldReached(const QString& path);

private:
    void freeKeys();
    void takeBuffer();
    void takeEdit();
    void refresh();
    void refreshProblems();
    void onCaretMoved(int line, int column);
    void goToChange(bool forward);
    [[nodiscard]] std::size_t markSize() const;

    JobDraft* m_draft;
    YamlEditor* m_editor;
    TextLabel* m_path;
    TextLabel* m_changes;
    TextLabel* m_caret;
    TextLabel* m_where;
    std::vector<int> m_changed;
    bool m_showing = false;
};

} // namespace tidegate
