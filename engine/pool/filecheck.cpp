// SPDX-License-Identifier: Apache-2.0
#include "pool/filecheck.h"

#include "job/valuekinds.h"
#include "pool/schemachecker.h"
#include "pool/yamlpath.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>

namespace tidegate {

namespace {

int numberOf(std::string_view text)
{
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

/// How far `path` leads into the tree; `complete` says whether to its end.
const YamlNode* follow(const YamlNode* node, std::string_view path, bool& complete)
{
    complete = false;
    const auto steps = parseYamlPath(path);
    if (!steps || !node)
        return node;
    for (const YamlStep& step : *steps) {
        const YamlNode& here = node->resolved();
        const YamlNode* next = nullptr;
        if (step.kind == YamlStep::Kind::Key) {
            const YamlEntry* entry = here.entry(step.key);
            next = entry ? entry->value : nullptr;
        } else if (step.kind == YamlStep::Kind::Index && step.index < here.items.size()) {
            next = here.items[step.index];
        }
        if (!next)
            return node;
        node = next;
    }
    complete = true;
    return node;
}

} // namespace

FileCheck::FileCheck(std::string_view text, std::string file) : m_file(std::move(file))
{
    auto parsed = YamlDocument::parse(text);
    if (parsed) {
        m_document.emplace(*std::move(parsed));
        return;
    }
    const Error& error = parsed.error();
    Finding finding{Severity::Error, "yaml_syntax", m_file, {}, {}, error.message, error.hint, {}};
    finding.range.line = finding.range.endLine = numberOf(error.detail("line"));
    finding.range.column = finding.range.endColumn = numberOf(error.detail("column"));
    finding.range.offset = static_cast<std::size_t>(numberOf(error.detail("offset")));
    m_findings.push_back(std::move(finding));
}

const YamlNode* FileCheck::node(std::string_view path) const
{
    bool complete = false;
    const YamlNode* found = m_document ? follow(m_document->root(), path, complete) : nullptr;
    return complete ? &found->resolved() : nullptr;
}

std::string FileCheck::textAt(std::string_view path) const
{
    const YamlNode* found = node(path);
    return found && found->kind == YamlKind::Scalar ? found->text : std::string();
}

void FileCheck::check(const Schema& schema)
{
    if (!m_document)
        return;
    const YamlNode* root = m_document->root();
    if (!root) {
        add(Severity::Error, "empty_file", {}, "the file is empty",
            fmt::format("begin with `{}: …`", schema.root().properties.front().first));
        return;
    }
    if (!m_document->duplicateKeys().empty())
        checkDuplicates(*root, {});
    checkSecrets(*root, {}, &schema == &Schema::connection());
    SchemaChecker(*this, schema.root()).check();
}

void FileCheck::checkDuplicates(const YamlNode& node, const std::string& path)
{
    std::map<std::string_view, const YamlNode*> seen;
    for (const YamlEntry& entry : node.entries) {
        const std::string here = keyPath(path, entry.key->text);
        const auto [first, isNew] = seen.emplace(entry.key->text, entry.key);
        if (!isNew)
            addAt(Severity::Error, "duplicate_key", *entry.key, here,
                  fmt::format("`{}` is there twice; the first is in line {}", entry.key->text,
                              m_document->range(*first->second).line),
                  "keep one of them");
        checkDuplicates(*entry.value, here);
    }
    for (std::size_t i = 0; i < node.items.size(); ++i)
        checkDuplicates(*node.items[i], itemPath(path, i));
}

void FileCheck::checkSecrets(const YamlNode& node, const std::string& path, bool options)
{
    const std::string hint =
        "a password in git must be changed; write `secret: env:NAME`, `file:PATH` or `keyring:NAME`";
    if (node.kind == YamlKind::Scalar && (urlHoldsPassword(node.text) || (options && optionsHoldPassword(node.text))))
        addAt(Severity::Error, "plain_secret", node, path, "there is a password in this text", hint);
    for (const YamlEntry& entry : node.entries) {
        const std::string here = keyPath(path, entry.key->text);
        if (isSecretKey(entry.key->text))
            addAt(Severity::Error, "plain_secret", *entry.key, here,
                  fmt::format("`{}` holds a secret; a file of a pool must not", entry.key->text), hint);
        else
            checkSecrets(*entry.value, here, options);
    }
    for (std::size_t i = 0; i < node.items.size(); ++i)
        checkSecrets(*node.items[i], itemPath(path, i), options);
}

void FileCheck::add(Severity severity, std::string code, std::string_view path, std::string message, std::string hint,
                    std::string fix)
{
    bool complete = false;
    const YamlNode* place = m_document ? follow(m_document->root(), path, complete) : nullptr;
    const bool nearby = place && (complete || place != m_document->root());
    TextRange range = nearby ? m_document->range(*place) : TextRange{};
    if (!nearby && m_document && m_document->root()) { // something at the top level is missing
        const YamlNode& root = *m_document->root();
        const std::size_t end = root.entries.empty() ? root.end : root.entries.front().key->end;
        range = m_document->range(root.begin, end);
    }
    m_findings.push_back(Finding{severity, std::move(code), m_file, range, std::string(path), std::move(message),
                                 std::move(hint), std::move(fix)});
}

void FileCheck::addAt(Severity severity, std::string code, const YamlNode& node, std::string_view path,
                      std::string message, std::string hint, std::string fix)
{
    m_findings.push_back(Finding{severity, std::move(code), m_file, m_document->range(node), std::string(path),
                                 std::move(message), std::move(hint), std::move(fix)});
}

void FileCheck::narrow(const YamlNode& node, std::size_t offset, std::size_t length)
{
    const std::string_view written = std::string_view(m_document->text()).substr(node.begin, node.end - node.begin);
    const std::size_t at = node.text.empty() ? std::string_view::npos : written.find(node.text);
    if (at == std::string_view::npos || offset + length > node.text.size())
        return;
    const std::size_t begin = node.begin + at + offset;
    m_findings.back().range = m_document->range(begin, begin + length);
}

bool FileCheck::isBroken(std::string_view path) const
{
    return std::any_of(m_findings.begin(), m_findings.end(), [&](const Finding& finding) {
        const std::string_view found = finding.path;
        return finding.severity == Severity::Error && found.substr(0, path.size()) == path &&
               (found.size() == path.size() || found[path.size()] == '.' || found[path.size()] == '[');
    });
}

bool FileCheck::hasErrors() const
{
    return tidegate::hasErrors(m_findings);
}

Findings FileCheck::takeFindings()
{
    std::stable_sort(m_findings.begin(), m_findings.end(),
                     [](const Finding& left, const Finding& right) { return left.range.offset < right.range.offset; });
    return std::move(m_findings);
}

} // namespace tidegate
