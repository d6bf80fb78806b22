// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/headtext.h"
#include "models/jobdraft.h"

#include <QWidget>

#include <map>
#include <vector>

class QPushButton;

namespace tidegate {

class StateLabel;
class TextLabel;
class YamlEditor;

/// The job's text: editor, what changed since the last commit, and where the caret stands.
class YamlPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(YamlPane)

public:
    YamlPane(JobDraft* draft, HeadText* head, QWidget* parent = nullptr);

    [[nodiscard]] YamlEditor* editor() const { return m_editor; }
    /// Puts the caret at a value of the file; does not take the keyboard.
    void showPath(const std::string& path);
    /// What the catalogue offers for a value of the file.
    void setOffers(const std::string& path, const QStringList& offers) { m_offers[path] = offers; }
    /// The field that the caret stands in; empty: none.
    [[nodiscard]] std::string currentField() const;

Q_SIGNALS:
    /// The caret, moved by a person, stands in this field of the form; empty: in none.
    void fieldReached(const QString& path);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void freeKeys();
    void takeBuffer();
    void takeEdit();
    void refresh();
    void refreshProblems();
    void refreshChanges();
    [[nodiscard]] static QString sinceHead(int lines);
    [[nodiscard]] static QString sinceSave(int lines);
    void refreshFix(int line);
    void applyFix(int line);
    void complete(bool asked);
    [[nodiscard]] const Finding* fixAt(int line) const;
    [[nodiscard]] std::size_t caretOffset() const;
    void onCaretMoved();
    void refreshCaret();
    void goToChange(bool forward);
    [[nodiscard]] std::size_t markSize() const;

    JobDraft* m_draft;
    HeadText* m_head;
    YamlEditor* m_editor;
    TextLabel* m_path;
    TextLabel* m_changes;
    TextLabel* m_caret;
    TextLabel* m_where;
    StateLabel* m_meaning;
    QPushButton* m_fix;
    std::map<std::string, QStringList> m_offers;
    std::vector<int> m_changed;
    bool m_showing = false;
};

} // namespace tidegate
