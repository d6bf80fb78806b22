// SPDX-License-Identifier: Apache-2.0
#include "pool/yamltext.h"

#include <algorithm>

namespace tidegate {

namespace {

std::string newlineOf(const std::string& text)
{
    const std::size_t at = text.find('\n');
    return at != std::string::npos && at > 0 && text[at - 1] == '\r' ? "\r\n" : "\n";
}

/// How much deeper a nested block stands in this file; what the first one does counts.
std::size_t stepOf(const YamlDocument& document)
{
    const YamlNode* root = document.root();
    for (const YamlEntry& entry : root ? root->entries : std::vector<YamlEntry>()) {
        const YamlNode& value = *entry.value;
        if (value.kind == YamlKind::Mapping && value.style == YamlStyle::Block) {
            const int deeper = document.range(value).column - document.range(*entry.key).column;
            return static_cast<std::size_t>(std::clamp(deeper, 1, 8));
        }
    }
    return 2;
}

} // namespace

YamlText::YamlText(const YamlDocument& document)
    : m_text(document.text()), m_writer(newlineOf(m_text), stepOf(document))
{
}

std::size_t YamlText::lineBegin(std::size_t offset) const
{
    while (offset > 0 && m_text[offset - 1] != '\n')
        --offset;
    return offset == 0 && m_text.compare(0, 3, "\xEF\xBB\xBF") == 0 ? 3 : offset;
}

std::size_t YamlText::lineEnd(std::size_t offset) const
{
    const std::size_t end = std::min(m_text.find('\n', offset), m_text.size());
    return end > offset && end < m_text.size() && m_text[end - 1] == '\r' ? end - 1 : end;
}

std::size_t YamlText::nextLine(std::size_t offset) const
{
    const std::size_t end = m_text.find('\n', offset);
    return end == std::string::npos ? m_text.size() : end + 1;
}

bool YamlText::sameLine(std::size_t left, std::size_t right) const
{
    return lineBegin(left) == lineBegin(right);
}

bool YamlText::firstOnLine(std::size_t offset) const
{
    const std::size_t begin = lineBegin(offset);
    return m_text.find_first_not_of(" \t", begin) >= offset;
}

std::size_t YamlText::afterEntry(std::size_t end, std::size_t indent) const
{
    std::size_t at = nextLine(end);
    while (at < m_text.size()) {
        const std::size_t first = m_text.find_first_not_of(' ', at);
        if (first == std::string::npos || m_text[first] != '#' || first - at <= indent)
            break;
        at = nextLine(at);
    }
    return at;
}

std::size_t YamlText::commentsAbove(std::size_t offset) const
{
    std::size_t begin = lineBegin(offset);
    const std::size_t indent = m_text.find_first_not_of(' ', begin) - begin;
    while (begin > 3) {
        const std::size_t above = lineBegin(begin - 1);
        const std::size_t first = m_text.find_first_not_of(' ', above);
        if (first - above != indent || m_text[first] != '#' || above == begin)
            break;
        begin = above;
    }
    return begin;
}

} // namespace tidegate
