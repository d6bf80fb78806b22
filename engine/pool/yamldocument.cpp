// SPDX-License-Identifier: Apache-2.0
#include "pool/yamldocument.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdlib>

namespace tidegate {

namespace {

bool isDigits(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool isAnyOf(std::string_view text, std::initializer_list<std::string_view> words)
{
    return std::find(words.begin(), words.end(), text) != words.end();
}

std::string_view withoutSign(std::string_view text)
{
    if (!text.empty() && (text.front() == '-' || text.front() == '+'))
        text.remove_prefix(1);
    return text;
}

bool isInteger(std::string_view text)
{
    const auto all = [&](std::string_view digits, std::string_view allowed) {
        return !digits.empty() && digits.find_first_not_of(allowed) == std::string_view::npos;
    };
    if (text.substr(0, 2) == "0o")
        return all(text.substr(2), "01234567");
    if (text.substr(0, 2) == "0x")
        return all(text.substr(2), "0123456789abcdefABCDEF");
    return isDigits(withoutSign(text));
}

bool isFloat(std::string_view text)
{
    if (isAnyOf(text, {".nan", ".NaN", ".NAN"}))
        return true;
    text = withoutSign(text);
    if (isAnyOf(text, {".inf", ".Inf", ".INF"}))
        return true;
    const std::size_t exponent = text.find_first_of("eE");
    if (exponent != std::string_view::npos && !isDigits(withoutSign(text.substr(exponent + 1))))
        return false;
    const std::string_view mantissa = text.substr(0, exponent);
    const std::size_t point = mantissa.find('.');
    if (point == std::string_view::npos)
        return exponent != std::string_view::npos && isDigits(mantissa);
    const std::string_view before = mantissa.substr(0, point);
    const std::string_view after = mantissa.substr(point + 1);
    return (before.empty() || isDigits(before)) && (after.empty() || isDigits(after)) && mantissa.size() > 1;
}

nlohmann::ordered_json integerJson(std::string_view text)
{
    const int base = text.substr(0, 2) == "0x" ? 16 : text.substr(0, 2) == "0o" ? 8 : 10;
    std::string_view digits = base == 10 ? text : text.substr(2);
    if (!digits.empty() && digits.front() == '+')
        digits.remove_prefix(1);
    std::int64_t number = 0;
    const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), number, base);
    if (failure == std::errc() && end == digits.data() + digits.size())
        return number;
    return std::string(text); // too large for a number: the text keeps every digit
}

nlohmann::ordered_json floatJson(const std::string& text)
{
    const double number = std::strtod(text.c_str(), nullptr);
    if (text.find_first_of("nN") != std::string::npos || !std::isfinite(number))
        return text; // JSON has neither .inf nor .nan
    return number;
}

} // namespace

const YamlEntry* YamlNode::entry(std::string_view key) const
{
    for (const YamlEntry& candidate : entries) {
        if (candidate.key->text == key)
            return &candidate;
    }
    return nullptr;
}

YamlType YamlNode::type() const
{
    if (kind == YamlKind::Null && tag.empty())
        return YamlType::Null;
    if (kind != YamlKind::Scalar || style != YamlStyle::Plain || tag == "tag:yaml.org,2002:str" || tag == "!")
        return YamlType::Text;
    if (isAnyOf(text, {"", "~", "null", "Null", "NULL"}))
        return YamlType::Null;
    if (isAnyOf(text, {"true", "True", "TRUE", "false", "False", "FALSE"}))
        return YamlType::Bool;
    return isInteger(text) ? YamlType::Integer : isFloat(text) ? YamlType::Float : YamlType::Text;
}

nlohmann::ordered_json toJson(const YamlNode& node)
{
    switch (node.kind) {
    case YamlKind::Alias:
        return toJson(*node.target);
    case YamlKind::Sequence: {
        auto array = nlohmann::ordered_json::array();
        for (const YamlNode* item : node.items)
            array.push_back(toJson(*item));
        return array;
    }
    case YamlKind::Mapping: {
        auto object = nlohmann::ordered_json::object();
        for (const YamlEntry& entry : node.entries)
            object.emplace(entry.key->text, toJson(*entry.value));
        return object;
    }
    case YamlKind::Null:
    case YamlKind::Scalar:
        break;
    }
    switch (node.type()) {
    case YamlType::Null:
        return nullptr;
    case YamlType::Bool:
        return node.text.front() == 't' || node.text.front() == 'T';
    case YamlType::Integer:
        return integerJson(node.text);
    case YamlType::Float:
        return floatJson(node.text);
    case YamlType::Text:
        break;
    }
    return node.text;
}

std::vector<std::size_t> lineStarts(std::string_view text)
{
    std::vector<std::size_t> starts{0};
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n')))
            starts.push_back(i + 1);
    }
    return starts;
}

namespace {

std::pair<int, int> lineAndColumn(std::string_view text, const std::vector<std::size_t>& lines, std::size_t offset)
{
    offset = std::min(offset, text.size());
    const auto line = std::upper_bound(lines.begin(), lines.end(), offset) - 1;
    std::string_view before = text.substr(*line, offset - *line);
    if (*line == 0 && before.substr(0, 3) == "\xEF\xBB\xBF")
        before.remove_prefix(3);
    const auto characters = std::count_if(before.begin(), before.end(), [](char c) { return (c & 0xC0) != 0x80; });
    return {static_cast<int>(line - lines.begin()) + 1, static_cast<int>(characters) + 1};
}

} // namespace

TextRange textRange(std::string_view text, const std::vector<std::size_t>& lines, std::size_t begin, std::size_t end)
{
    const auto [line, column] = lineAndColumn(text, lines, begin);
    const auto [endLine, endColumn] = lineAndColumn(text, lines, end);
    return TextRange{begin, end - begin, line, column, endLine, endColumn};
}

TextRange YamlDocument::range(std::size_t begin, std::size_t end) const
{
    return textRange(m_text, m_lineStarts, begin, end);
}

} // namespace tidegate
