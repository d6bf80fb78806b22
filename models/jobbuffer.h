// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pool/pool.h"
#include "pool/yamledit.h"

#include <QObject>
#include <QString>
#include <QUndoStack>

#include <functional>
#include <memory>
#include <string>

namespace tidegate {

/// The text of one job file while it is edited. Form and text editor are two views of it: both change it by byte
/// patches on one undo stack, and every change is validated at once.
class JobBuffer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobBuffer)

public:
    JobBuffer(std::shared_ptr<const Pool> pool, const PoolFile<JobDefinition>& file, QObject* parent = nullptr);

    [[nodiscard]] QString name() const;
    /// Relative to the pool.
    [[nodiscard]] const std::filesystem::path& path() const { return m_parsed.path; }
    [[nodiscard]] const std::string& text() const { return m_parsed.text; }
    /// Definition and findings of the text as it is now.
    [[nodiscard]] const PoolFile<JobDefinition>& parsed() const { return m_parsed; }
    [[nodiscard]] const std::shared_ptr<const Pool>& pool() const { return m_pool; }
    [[nodiscard]] QUndoStack* undoStack() { return &m_undo; }

    /// The text differs from the file on disk as last seen.
    [[nodiscard]] bool isDirty() const { return m_dirty; }
    /// The file changed on disk while there were edits here: both versions are kept until keepMine() or takeTheirs().
    [[nodiscard]] bool hasConflict() const { return m_conflict; }
    [[nodiscard]] const std::string& diskText() const { return m_diskText; }

    /// One step on the undo stack. Steps of the same `source` that touch each other become one, until endTyping().
    void apply(const TextPatch& patch, const QString& what, int source = -1);
    /// What a text editor holds now, as the smallest patch.
    void replaceText(std::string_view text);
    /// Schema-typed edits, see setJobValue(). Nothing changes where they are refused.
    Result<void> setValue(std::string_view path, std::string_view value);
    Result<void> unsetValue(std::string_view path);
    /// Several changes as one step. Nothing changes where `change` fails.
    using Change = std::function<Result<std::string>(const std::string& text)>;
    Result<void> edit(const QString& what, const Change& change);
    void endTyping() { ++m_typing; }

    /// In a worker; saved() or saveFailed() tells the end. A file that changed underneath becomes a conflict.
    void save();
    void keepMine();
    /// As an undoable step, so that the own version is not lost.
    void takeTheirs();

    /// The pool was read again: other files may have changed, and this one too.
    void setPool(std::shared_ptr<const Pool> pool);

Q_SIGNALS:
    /// The bytes of the last change, before textChanged().
    void patched(const tidegate::TextPatch& patch);
    void textChanged();
    void dirtyChanged(bool dirty);
    void conflictChanged(bool conflict);
    void saved();
    void saveFailed(const tidegate::Error& error);

private:
    friend class PatchCommand;
    void patchText(const TextPatch& patch);
    void diskChanged(const std::string& text);
    void setConflict(bool conflict);
    void parse(std::string text);
    void updateDirty();

    std::shared_ptr<const Pool> m_pool;
    PoolFile<JobDefinition> m_parsed;
    std::string m_diskText;
    QUndoStack m_undo;
    bool m_dirty = false;
    bool m_conflict = false;
    bool m_saving = false;
    // The last field that was set: its next value is made from the text before it, so that quotes that only a
    // half-typed value needed go again.
    std::string m_lastField;
    std::string m_lastBase;
    std::string m_lastResult;
    int m_typing = 0; ///< counts pauses in typing; steps across one never become one
};

/// The smallest patch that makes `after` of `before`; never cuts a UTF-8 character. No change: length and replacement
/// are empty.
TextPatch smallestPatch(std::string_view before, std::string_view after);

} // namespace tidegate
