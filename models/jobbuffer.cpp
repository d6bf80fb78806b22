// SPDX-License-Identifier: Apache-2.0
#include "models/jobbuffer.h"

#include "base/atomicfile.h"
#include "job/jobedit.h"
#include "models/patchcommand.h"
#include "models/qtconvert.h"

#include <QFuture>
#include <QtConcurrentRun>

#include <algorithm>
#include <functional>

namespace tidegate {

namespace {

constexpr int editorSource = 1;

/// Same field, same number: only steps of one field become one.
int sourceOf(std::string_view path)
{
    return 2 + static_cast<int>(std::hash<std::string_view>{}(path) % 1'000'000);
}

bool isContinuation(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

} // namespace

TextPatch smallestPatch(std::string_view before, std::string_view after)
{
    auto prefix = static_cast<std::size_t>(std::ranges::mismatch(before, after).in1 - before.begin());
    while (prefix > 0 && ((prefix < before.size() && isContinuation(before[prefix])) ||
                          (prefix < after.size() && isContinuation(after[prefix]))))
        --prefix;
    const auto most = std::min(before.size(), after.size()) - prefix;
    std::size_t suffix = 0;
    while (suffix < most && before[before.size() - 1 - suffix] == after[after.size() - 1 - suffix])
        ++suffix;
    while (suffix > 0 && isContinuation(before[before.size() - suffix]))
        --suffix;
    return {prefix, before.size() - prefix - suffix, std::string(after.substr(prefix, after.size() - prefix - suffix))};
}

JobBuffer::JobBuffer(std::shared_ptr<const Pool> pool, const PoolFile<JobDefinition>& file, QObject* parent)
    : QObject(parent), m_pool(std::move(pool)), m_parsed(file), m_diskText(file.text)
{
}

QString JobBuffer::name() const
{
    return toQt(m_parsed.name);
}

void JobBuffer::apply(const TextPatch& patch, const QString& what, int source)
{
    if (std::string_view(text()).substr(patch.offset, patch.length) == patch.replacement)
        return;
    m_undo.push(new PatchCommand(this, patch, what, source, m_typing));
}

void JobBuffer::replaceText(std::string_view text)
{
    apply(smallestPatch(this->text(), text), tr("Typing"), editorSource);
}

Result<void> JobBuffer::setValue(std::string_view path, std::string_view value)
{
    const bool again = m_lastField == path && m_lastResult == text();
    const auto base = again ? m_lastBase : text();
    const auto patch = setJobValue(base, path, value);
    if (!patch)
        return patch.error();
    const auto what = tr("Change of %1").arg(toQt(path));
    apply(again ? smallestPatch(text(), applied(base, *patch)) : *patch, what, sourceOf(path));
    m_lastField = path;
    m_lastBase = base;
    m_lastResult = text();
    return {};
}

Result<void> JobBuffer::unsetValue(std::string_view path)
{
    const auto patch = unsetJobValue(text(), path);
    if (!patch)
        return patch.error();
    apply(*patch, tr("Removal of %1").arg(toQt(path)), sourceOf(path));
    return {};
}

Result<void> JobBuffer::edit(const QString& what, const Change& change)
{
    endTyping();
    auto after = change(text());
    if (!after)
        return after.error();
    apply(smallestPatch(text(), *after), what);
    return {};
}

void JobBuffer::patchText(const TextPatch& patch)
{
    parse(applied(text(), patch));
    Q_EMIT patched(patch);
    Q_EMIT textChanged();
    updateDirty();
}

void JobBuffer::parse(std::string text)
{
    m_parsed = parseJob(text, m_parsed.name, m_parsed.path, m_pool.get());
}

void JobBuffer::save()
{
    if (m_saving)
        return;
    m_saving = true;
    endTyping();
    QtConcurrent::run([file = m_pool->root / path(), expected = m_diskText, text = text()] {
        return std::make_pair(saveIfUnchanged(file, expected, text), text);
    }).then(this, [this](const std::pair<Result<void>, std::string>& outcome) {
        m_saving = false;
        const auto& [result, text] = outcome;
        if (!result) {
            if (result.error().code == ErrorCode::Conflict)
                if (const auto now = readFile(m_pool->root / path()))
                    diskChanged(*now);
            Q_EMIT saveFailed(result.error());
            return;
        }
        m_diskText = text;
        setConflict(false);
        updateDirty();
        Q_EMIT saved();
    });
}

void JobBuffer::keepMine()
{
    setConflict(false);
    updateDirty();
}

void JobBuffer::takeTheirs()
{
    setConflict(false);
    endTyping();
    apply(smallestPatch(text(), m_diskText), tr("Version of the file"));
    updateDirty();
}

void JobBuffer::setPool(std::shared_ptr<const Pool> pool)
{
    m_pool = std::move(pool);
    if (const auto* file = m_pool->job(m_parsed.name); file && file->path == m_parsed.path && !m_saving)
        diskChanged(file->text);
    parse(text());
    Q_EMIT textChanged();
}

void JobBuffer::diskChanged(const std::string& text)
{
    if (text == m_diskText)
        return;
    const bool mineIsEdited = m_dirty;
    m_diskText = text;
    if (text == this->text()) {
        setConflict(false);
    } else if (mineIsEdited) {
        setConflict(true);
    } else {
        endTyping();
        apply(smallestPatch(this->text(), text), tr("Change on disk"));
    }
    updateDirty();
}

void JobBuffer::setConflict(bool conflict)
{
    if (std::exchange(m_conflict, conflict) != conflict)
        Q_EMIT conflictChanged(conflict);
}

void JobBuffer::updateDirty()
{
    const bool dirty = text() != m_diskText;
    if (std::exchange(m_dirty, dirty) != dirty)
        Q_EMIT dirtyChanged(dirty);
}

} // namespace tidegate

#include "moc_jobbuffer.cpp"
