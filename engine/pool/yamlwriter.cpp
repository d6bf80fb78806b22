// SPDX-License-Identifier: Apache-2.0
#include "pool/yamlwriter.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace tidegate {

namespace {

/// A list or a map that fits into this many bytes is written on one line.
constexpr std::size_t longestFlow = 100;

bool isControl(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F;
}

bool hasControl(std::string_view text)
{
    return std::any_of(text.begin(), text.end(), isControl);
}

/// Words that a reader of YAML 1.1 takes for something else than text.
bool isOldBoolean(std::string_view text)
{
    std::string lower;
    for (const char c : text)
        lower += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    constexpr std::array<std::string_view, 4> words{"yes", "no", "on", "off"};
    return std::find(words.begin(), words.end(), lower) != words.end();
}

/// A byte order mark or a separator that some readers take for a line break.
bool hasOddCharacter(std::string_view text)
{
    for (const std::string_view odd : {"\xEF\xBB\xBF", "\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9"}) {
        if (text.find(odd) != std::string_view::npos)
            return true;
    }
    return false;
}

std::string doubleQuoted(std::string_view text)
{
    std::string result = "\"";
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '"' || c == '\\')
            result += std::string("\\") + c;
        else if (c == '\n')
            result += "\\n";
        else if (c == '\t')
            result += "\\t";
        else if (c == '\r')
            result += "\\r";
        else if (isControl(c))
            result += fmt::format("\\x{:02X}", static_cast<unsigned char>(c));
        else if (hasOddCharacter(text.substr(i, 3)) && !hasOddCharacter(text.substr(i + 1, 3))) {
            const std::string_view rest = text.substr(i);
            const bool next = rest.substr(0, 2) == "\xC2\x85";
            result += next ? "\\N" : rest.front() == '\xEF' ? "\\uFEFF" : rest[2] == '\xA8' ? "\\L" : "\\P";
            i += next ? 1 : 2;
        } else {
            result += c;
        }
    }
    return result + '"';
}

std::string spaces(std::size_t count)
{
    return std::string(count, ' ');
}

bool isCollection(const YamlNode& node)
{
    return node.kind == YamlKind::Mapping || node.kind == YamlKind::Sequence;
}

bool isEmptyCollection(const YamlNode& node)
{
    return isCollection(node) && node.entries.empty() && node.items.empty();
}

} // namespace

bool isPlainSafe(std::string_view text, bool inFlow)
{
    YamlNode probe;
    probe.kind = YamlKind::Scalar;
    probe.text = text;
    if (text.empty() || probe.type() != YamlType::Text || isOldBoolean(text) || hasControl(text) ||
        hasOddCharacter(text))
        return false;
    if (text.front() == ' ' || text.back() == ' ' || text.back() == ':' || text == "---" || text == "...")
        return false;
    if (std::string_view("-?:,[]{}#&*!|>'\"%@`=").find(text.front()) != std::string_view::npos)
        return false;
    if (text.find(": ") != std::string_view::npos || text.find(" #") != std::string_view::npos)
        return false;
    return !inFlow || text.find_first_of(",[]{}:") == std::string_view::npos ||
           (text.find_first_of(",[]{}") == std::string_view::npos && text.find(':') != std::string_view::npos &&
            std::string_view(",[]{}").find(text[text.find(':') + 1]) == std::string_view::npos);
}

std::string quoted(std::string_view text, YamlStyle preferred)
{
    const bool canBeSingle = !hasControl(text) && !hasOddCharacter(text);
    const bool needsEscape = text.find_first_of("\"\\") != std::string_view::npos;
    const bool single =
        canBeSingle && (preferred == YamlStyle::SingleQuoted || (preferred != YamlStyle::DoubleQuoted && needsEscape));
    if (!single)
        return doubleQuoted(text);
    std::string result = "'";
    for (const char c : text)
        result += c == '\'' ? std::string("''") : std::string(1, c);
    return result + '\'';
}

std::string YamlWriter::scalar(const YamlNode& node, YamlStyle preferred, bool inFlow)
{
    if (node.kind == YamlKind::Null)
        return "null";
    if (node.type() != YamlType::Text)
        return node.text.empty() ? "null" : node.text;
    const bool keepsQuotes = preferred == YamlStyle::SingleQuoted || preferred == YamlStyle::DoubleQuoted;
    if (!keepsQuotes && isPlainSafe(node.text, inFlow))
        return node.text;
    return quoted(node.text, preferred);
}

std::string YamlWriter::flow(const YamlNode& node)
{
    std::string text;
    if (node.kind == YamlKind::Sequence) {
        for (const YamlNode* item : node.items)
            text += (text.empty() ? "" : ", ") + flow(*item);
        return "[" + text + "]";
    }
    if (node.kind == YamlKind::Mapping) {
        for (const YamlEntry& entry : node.entries)
            text += (text.empty() ? "" : ", ") + scalar(*entry.key, YamlStyle::Plain, true) + ": " + flow(*entry.value);
        return text.empty() ? "{}" : "{ " + text + " }";
    }
    return scalar(node, YamlStyle::Plain, true);
}

bool YamlWriter::fitsLiteral(const YamlNode& node)
{
    const std::string_view text = node.text;
    if (node.kind != YamlKind::Scalar || node.type() != YamlType::Text || text.find('\n') == std::string_view::npos)
        return false;
    const bool plainCharacters =
        std::all_of(text.begin(), text.end(), [](char c) { return c == '\n' || c == '\t' || !isControl(c); });
    // A first line that is blank or indented would need an indicator, and a text that ends in blank lines `|+`.
    const bool blankEdges = text.front() == '\n' || text.front() == ' ' || text.front() == '\t' ||
                            (text.size() > 1 && text.substr(text.size() - 2) == "\n\n");
    return plainCharacters && !blankEdges && !hasOddCharacter(text);
}

std::string YamlWriter::literalHeader(std::string_view text)
{
    return text.back() == '\n' ? "|" : "|-";
}

std::string YamlWriter::literalLines(std::string_view text, std::size_t indent) const
{
    if (text.back() == '\n')
        text.remove_suffix(1);
    std::string lines;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line = text.substr(at, end - at);
        lines += m_newline + (line.empty() ? "" : spaces(indent)) + std::string(line);
        at = end + 1;
    }
    return lines;
}

std::string YamlWriter::afterIntroducer(const YamlNode& node, std::size_t indent, bool blockMap) const
{
    if (fitsLiteral(node))
        return " " + literalHeader(node.text) + literalLines(node.text, indent + m_step);
    if (!isCollection(node))
        return " " + scalar(node, YamlStyle::Plain, false);
    const std::string oneLine = flow(node);
    const auto isScalar = [](const YamlNode* item) { return !isCollection(*item); };
    const bool listOfScalars =
        node.kind == YamlKind::Sequence && std::all_of(node.items.begin(), node.items.end(), isScalar);
    const bool mapOnOneLine = node.kind == YamlKind::Mapping && !blockMap;
    const bool fits = indent + oneLine.size() <= longestFlow;
    if (isEmptyCollection(node) || (fits && (listOfScalars || mapOnOneLine)))
        return " " + oneLine;
    return m_newline + spaces(indent + m_step) + block(node, indent + m_step);
}

std::string YamlWriter::block(const YamlNode& node, std::size_t indent) const
{
    std::string text;
    const std::string next = m_newline + spaces(indent);
    for (const YamlNode* item : node.items) {
        const bool blockMap =
            item->kind == YamlKind::Mapping && !item->entries.empty() && indent + 2 + flow(*item).size() > longestFlow;
        text += (text.empty() ? "-" : next + "-") +
                (blockMap ? " " + block(*item, indent + 2) : afterIntroducer(*item, indent, false));
    }
    for (const YamlEntry& written : node.entries)
        text += (text.empty() ? "" : next) + entry(written.key->text, *written.value, indent, false);
    return text;
}

std::string YamlWriter::entry(std::string_view key, const YamlNode& value, std::size_t indent, bool blockMap) const
{
    const std::string name = isPlainSafe(key, false) ? std::string(key) : quoted(key);
    return name + ":" + afterIntroducer(value, indent, blockMap);
}

} // namespace tidegate
