// SPDX-License-Identifier: Apache-2.0
#include "models/jobdraft.h"

#include "job/jobedit.h"
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
    const auto done = write(path, yamlText(*field, text));
    reject(path, done);
    if (!done)
        m_values[path].text = text;
    refresh();
}

void JobDraft::setYaml(const std::string& path, const std::string& yaml)
{
    if (!m_buffer || isReadOnly())
        return;
    m_buffer->endTyping();
    reject(path, m_buffer->setValue(path, yaml));
    m_buffer->endTyping();
    refresh();
}

void JobDraft::useQuery(bool query)
{
    const std::string from = query ? "source.table" : "source.query";
    const std::string to = query ? "source.query" : "source.table";
    const auto table = value("source.table").text;
    if (!m_buffer || isReadOnly() || node(to))
        return;
    reject(to, m_buffer->edit(tr("Change of %1").arg(toQt(to)), [&](const std::string& text) -> Result<std::string> {
        const auto start =
            query ? "select * from " + (table.isEmpty() ? "…" : toStd(table)) : std::string("schema.table");
        const auto set = setJobValue(text, to, start);
        if (!set)
            return set.error();
        const auto unset = unsetJobValue(applied(text, *set), from);
        return unset ? applied(applied(text, *set), *unset) : applied(text, *set);
    }));
    refresh();
}

void JobDraft::reject(const std::string& path, const Result<void>& done)
{
    if (done)
        m_rejected.erase(path);
    else
        m_rejected[path] = findingOf(done.error(), path);
}

Result<void> JobDraft::write(const std::string& path, const std::string& yaml)
{
    const auto dot = path.rfind('.');
    const auto parent = dot == std::string::npos ? std::string() : path.substr(0, dot);
    const auto shorthand = parent.empty() ? std::string() : shorthandKey(parent);
    const auto* map = shorthand.empty() ? nullptr : nodeAt(m_document->root(), parent);
    if (shorthand.empty() || (map && map->kind == YamlKind::Mapping))
        return m_buffer->setValue(path, yaml);
    const auto key = path.substr(dot + 1);
    if (key == shorthand)
        return m_buffer->setValue(parent, yaml);
    if (!map)
        return m_buffer->setValue(path, yaml);
    return m_buffer->setValue(parent,
                              "{ " + shorthand + ": " + yamlQuoted(map->text) + ", " + key + ": " + yaml + " }");
}

void JobDraft::removeValue(const std::string& path)
{
    if (!node(path)) {
        refresh();
        return;
    }
    // The last value of a section takes the section with it: an empty `join:` would mean something else.
    auto target = path;
    for (auto dot = target.rfind('.'); dot != std::string::npos; dot = target.rfind('.')) {
        const auto parent = target.substr(0, dot);
        const auto* mapping = node(parent);
        if (!mapping || mapping->entries.size() > 1)
            break;
        target = parent;
    }
    reject(path, m_buffer->unsetValue(target));
    refresh();
}

void JobDraft::applyFix(const std::string& path)
{
    if (const auto finding = value(path).finding)
        applyFix(*finding);
}

void JobDraft::applyFix(const Finding& finding)
{
    if (!m_buffer || finding.fix.empty())
        return;
    m_buffer->endTyping();
    m_rejected.erase(fieldOf(finding.path));
    reject(finding.path, m_buffer->setValue(finding.path, finding.fix));
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
        if (field.path.starts_with(path + "."))
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
    if (!m_document)
        return nullptr;
    if (const auto* found = nodeAt(m_document->root(), path))
        return found;
    const auto dot = path.rfind('.');
    if (dot == std::string_view::npos || shorthandKey(path.substr(0, dot)) != path.substr(dot + 1))
        return nullptr;
    const auto* scalar = nodeAt(m_document->root(), path.substr(0, dot));
    return scalar && scalar->kind == YamlKind::Scalar ? scalar : nullptr;
}

TextRange JobDraft::rangeOf(const std::string& path) const
{
    const auto* found = node(path);
    return found ? m_document->range(*found) : TextRange();
}

QString JobDraft::summary(const JobSection& section) const
{
    QStringList phrases;
    for (const auto& field : jobFields()) {
        if (field.section != &section)
            continue;
        const auto* found = node(field.path);
        const auto said = phrase(field, found ? summaryText(*found) : QString());
        if (!said.isEmpty())
            phrases << said;
    }
    return phrases.join(QStringLiteral(" · "));
}

} // namespace tidegate

#include "moc_jobdraft.cpp"
