// SPDX-License-Identifier: Apache-2.0
#include "models/jobdraft.h"

#include "models/draftvalues.h"
#include "models/qtconvert.h"

#include <algorithm>
#include <charconv>

namespace tidegate {

namespace {

const DraftValue noValue;

int numberOf(std::string_view text)
{
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

Finding findingOf(const Error& error, std::string path)
{
    Finding finding;
    finding.path = std::move(path);
    finding.message = error.message;
    finding.hint = error.hint;
    finding.range.line = numberOf(error.detail("line"));
    finding.range.column = numberOf(error.detail("column"));
    return finding;
}

bool isWorse(const Finding& a, const Finding& b)
{
    return std::tie(a.severity, a.range.offset) < std::tie(b.severity, b.range.offset);
}

bool isEditedByForm(const std::string& key)
{
    return std::ranges::any_of(jobFields(), [&](const auto& field) {
        const std::string_view path(field.path);
        return path == key || path.starts_with(key + ".");
    });
}

} // namespace

bool DraftValue::operator==(const DraftValue& other) const
{
    const auto said = [](const DraftValue& value) {
        return value.finding ? value.finding->message + value.finding->fix : std::string();
    };
    return text == other.text && present == other.present && said(*this) == said(other);
}

JobDraft::JobDraft(QObject* parent) : QObject(parent) {}

void JobDraft::setBuffer(JobBuffer* buffer)
{
    if (m_buffer)
        m_buffer->disconnect(this);
    m_buffer = buffer;
    m_values.clear();
    m_rejected.clear();
    m_planFindings.clear();
    if (buffer)
        connect(buffer, &JobBuffer::textChanged, this, &JobDraft::refresh);
    Q_EMIT bufferChanged();
    refresh();
}

const DraftValue& JobDraft::value(const std::string& path) const
{
    const auto found = m_values.find(path);
    return found == m_values.end() ? noValue : found->second;
}

void JobDraft::set(const std::string& path, const QString& text)
{
    const auto* field = jobField(path);
    if (!m_buffer || !field || isReadOnly() || (text == value(path).text && !m_rejected.contains(path)))
        return;
    m_rejected.erase(path);
    if (text.trimmed().isEmpty()) {
        removeValue(path);
        return;
    }
    if (const auto done = m_buffer->setValue(path, yamlText(*field, text)); !done) {
        m_rejected[path] = findingOf(done.error(), path);
        m_values[path].text = text;
    }
    refresh();
}

void JobDraft::removeValue(const std::string& path)
{
    // The last value of a section takes the section with it: an empty `join:` would mean something else.
    auto target = path;
    for (auto dot = target.rfind('.'); dot != std::string::npos; dot = target.rfind('.')) {
        const auto parent = target.substr(0, dot);
        const auto* mapping = node(parent);
        if (!mapping || mapping->entries.size() > 1)
            break;
        target = parent;
    }
    if (node(target))
        if (const auto done = m_buffer->unsetValue(target); !done)
            m_rejected[path] = findingOf(done.error(), path);
    refresh();
}

void JobDraft::applyFix(const std::string& path)
{
    const auto finding = value(path).finding;
    if (!m_buffer || !finding || finding->fix.empty())
        return;
    m_buffer->endTyping();
    m_rejected.erase(path);
    if (const auto done = m_buffer->setValue(finding->path, finding->fix); !done)
        m_rejected[path] = findingOf(done.error(), path);
    refresh();
}

void JobDraft::setPlanFindings(Findings findings)
{
    if (findings.empty() && m_planFindings.empty())
        return;
    m_planFindings = std::move(findings);
    refreshFindings();
    Q_EMIT changed();
}

void JobDraft::refresh()
{
    m_unreadable.reset();
    if (!m_buffer) {
        m_document.reset();
    } else if (auto document = YamlDocument::parse(m_buffer->text())) {
        m_document.emplace(std::move(*document));
        for (const auto& field : jobFields()) {
            const auto* found = node(field.path);
            auto& value = m_values[field.path];
            if (!m_rejected.contains(field.path))
                value.text = found ? fieldText(*found) : QString();
            value.present = found != nullptr;
            value.range = rangeOf(field.path);
        }
    } else {
        m_unreadable = findingOf(document.error(), {});
        m_unreadable->file = m_buffer->path().generic_string();
    }
    refreshFindings();
    Q_EMIT changed();
}

void JobDraft::refreshFindings()
{
    m_findings = m_planFindings;
    if (m_buffer)
        m_findings.insert(m_findings.end(), m_buffer->parsed().findings.begin(), m_buffer->parsed().findings.end());
    for (const auto& [path, finding] : m_rejected)
        m_findings.push_back(finding);
    if (m_unreadable && !hasErrors(m_findings))
        m_findings.push_back(*m_unreadable);
    std::ranges::stable_sort(m_findings, isWorse);
    for (auto& [path, value] : m_values)
        value.finding.reset();
    for (const auto& finding : m_findings) {
        const auto owner = fieldOf(finding.path);
        if (!owner.empty() && !m_values[owner].finding)
            m_values[owner].finding = finding;
    }
}

std::string JobDraft::fieldOf(const std::string& findingPath)
{
    auto path = findingPath.substr(0, findingPath.find('['));
    if (path.empty())
        return {};
    for (const auto& field : jobFields())
        if (field.path == path)
            return path;
    if (path == "watermark")
        return "watermark.column";
    for (const auto& field : jobFields())
        if (std::string_view(field.path).starts_with(path + "."))
            return field.path;
    return {};
}

std::string JobDraft::fieldAt(std::size_t offset) const
{
    for (const auto& [path, value] : m_values)
        if (value.range.length > 0 && offset >= value.range.offset && offset <= value.range.offset + value.range.length)
            return path;
    // Beside the value, on its line: the key, the colon, a comment.
    if (!m_buffer)
        return {};
    const auto& text = m_buffer->text();
    const auto end = std::min(offset, text.size());
    const auto line =
        1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(end), '\n'));
    for (const auto& [path, value] : m_values)
        if (value.range.length > 0 && value.range.line == line)
            return path;
    return {};
}

const YamlNode* JobDraft::node(std::string_view path) const
{
    return m_document ? nodeAt(m_document->root(), path) : nullptr;
}

TextRange JobDraft::rangeOf(const std::string& path) const
{
    const auto* found = node(path);
    return found ? m_document->range(*found) : TextRange();
}

std::vector<std::string> JobDraft::otherKeys() const
{
    std::vector<std::string> keys;
    if (const auto* root = node(""))
        for (const auto& entry : root->entries)
            if (entry.key->text != "job" && !isEditedByForm(entry.key->text))
                keys.push_back(entry.key->text);
    return keys;
}

QString JobDraft::summary(const std::string& key) const
{
    const auto* found = node(key);
    return found ? summaryText(*found) : QString();
}

} // namespace tidegate

#include "moc_jobdraft.cpp"
