// SPDX-License-Identifier: Apache-2.0
#include "pool/yamlsetpatch.h"

#include <algorithm>

// The part of SetPatch that puts a new value into the place of an old one.

namespace tidegate {

namespace {

bool isBlock(const YamlNode& node)
{
    return (node.kind == YamlKind::Mapping || node.kind == YamlKind::Sequence) && node.style == YamlStyle::Block;
}

bool isCollection(const YamlNode& node)
{
    return node.kind == YamlKind::Mapping || node.kind == YamlKind::Sequence;
}

} // namespace

std::size_t SetPatch::introducerEnd(const YamlPlace& place) const
{
    if (!place.key)
        return place.node->dash + 1;
    std::size_t at = place.key->end;
    while (at < m_text.size() && m_text[at] != ':')
        ++at;
    return at + 1;
}

std::size_t SetPatch::introducerColumn(const YamlPlace& place) const
{
    return m_lines.column(place.key ? place.key->start : place.node->dash);
}

Result<TextPatch> SetPatch::replace(const YamlPlace& place, const YamlNode& value, bool blockMap)
{
    const YamlNode& old = *place.node;
    if (old.kind == YamlKind::Scalar && (old.style == YamlStyle::Literal || old.style == YamlStyle::Folded))
        return replaceBlockScalar(place, value);
    if (place.inFlow || (isCollection(old) && old.style == YamlStyle::Flow && place.parent))
        return replaceInline(place, value);
    if (!place.parent)
        return Error{ErrorCode::Usage, "the whole file is no value"};
    const bool toLines = YamlWriter::fitsLiteral(value) ||
                         (isCollection(value) && m_lines.writer().afterIntroducer(value, 0, blockMap).front() != ' ');
    const bool sameShape = isBlock(old) && old.kind == value.kind && !(value.items.empty() && value.entries.empty());
    if (sameShape)
        return TextPatch{old.begin, old.end - old.begin, m_lines.writer().block(value, m_lines.column(old.begin))};
    const bool onLineOfIntroducer = m_lines.sameLine(old.begin, introducerEnd(place) - 1);
    if (!toLines && onLineOfIntroducer)
        return replaceInline(place, value);
    if (old.start != old.begin)
        return Error{ErrorCode::Refused, "the value has an anchor or a tag", "change it in the text"};
    return replaceAcrossLines(place, value, blockMap);
}

TextPatch SetPatch::replaceInline(const YamlPlace& place, const YamlNode& value) const
{
    const YamlNode& old = *place.node;
    const bool sameKind = old.kind == YamlKind::Scalar;
    std::string text = isCollection(value)
                           ? YamlWriter::flow(value)
                           : YamlWriter::scalar(value, sameKind ? old.style : YamlStyle::Plain, place.inFlow);
    if (old.kind == YamlKind::Null && old.begin > 0) {
        const char before = m_text[old.begin - 1];
        const bool introduced = before == ':' || before == '-' || old.start != old.begin;
        text = (introduced ? " " : ": ") + text;
    }
    return TextPatch{old.begin, old.end - old.begin, text};
}

/// A comment in the header's line stays there.
TextPatch SetPatch::replaceBlockScalar(const YamlPlace& place, const YamlNode& value) const
{
    const YamlNode& old = *place.node;
    const std::size_t headerEnd = std::min(m_text.find_first_of(" \t\r\n", old.begin), old.end);
    const std::string comment = m_lines.restOfLine(headerEnd);
    const YamlWriter& writer = m_lines.writer();
    if (!YamlWriter::fitsLiteral(value)) {
        const std::string text =
            isCollection(value) ? YamlWriter::flow(value) : YamlWriter::scalar(value, YamlStyle::Plain, false);
        return TextPatch{old.begin, old.end - old.begin, text + comment};
    }
    const std::size_t firstLine = m_lines.nextLine(headerEnd);
    const std::size_t firstText = m_text.find_first_not_of(" \r\n", firstLine);
    const bool hasLines = old.end > firstLine && firstText != std::string::npos && firstText < old.end;
    const std::size_t indent = hasLines ? m_lines.column(firstText) : introducerColumn(place) + writer.step();
    return TextPatch{old.begin, old.end - old.begin,
                     YamlWriter::literalHeader(value.text) + comment + writer.literalLines(value.text, indent)};
}

/// From lines below the introducer to its own line, or the other way round. Comments of both lines stay in it.
TextPatch SetPatch::replaceAcrossLines(const YamlPlace& place, const YamlNode& value, bool blockMap) const
{
    const YamlNode& old = *place.node;
    const std::size_t begin = introducerEnd(place);
    const std::string text = m_lines.writer().afterIntroducer(value, introducerColumn(place), blockMap);
    const std::size_t firstBreak = std::min(text.find(m_lines.writer().newline()), text.size());
    const bool wasOnLine = m_lines.sameLine(old.begin, begin - 1);
    const std::size_t oldEnd = std::max(begin, old.end);
    const std::string comments = (wasOnLine ? "" : m_lines.restOfLine(begin)) + m_lines.restOfLine(oldEnd);
    const std::size_t end = m_lines.lineEnd(oldEnd);
    return TextPatch{begin, end - begin, text.substr(0, firstBreak) + comments + text.substr(firstBreak)};
}

} // namespace tidegate
