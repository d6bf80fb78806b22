// SPDX-License-Identifier: Apache-2.0
#include "pool/yamlbuilder.h"

#include <algorithm>

// Where nodes begin and end, which the marks of libfyaml's tokens say only in part.

namespace tidegate {

std::string YamlBuilder::tokenText(fy_token* token)
{
    std::size_t length = 0;
    const char* text = token ? fy_token_get_text(token, &length) : nullptr;
    return text ? std::string(text, length) : std::string();
}

std::size_t YamlBuilder::skipSpaceAndComments(std::size_t at) const
{
    while (at < m_text.size()) {
        if (m_text[at] == '#') {
            while (at < m_text.size() && m_text[at] != '\n' && m_text[at] != '\r')
                ++at;
        } else if (std::string_view(" \t\r\n").find(m_text[at]) == std::string_view::npos) {
            break;
        } else {
            ++at;
        }
    }
    return at;
}

YamlNode& YamlBuilder::makeNode(YamlKind kind, fy_event& event, fy_token* anchor, fy_token* tag)
{
    YamlNode& node = m_document.m_nodes.emplace_back();
    node.kind = kind;
    if (kind == YamlKind::Sequence || kind == YamlKind::Mapping)
        node.style = fy_event_get_node_style(&event) == FYNS_FLOW ? YamlStyle::Flow : YamlStyle::Block;
    if (const fy_mark* mark = fy_event_start_mark(&event))
        node.begin = mark->input_pos;
    if (const fy_mark* mark = fy_event_end_mark(&event))
        node.end = mark->input_pos;
    node.start = node.begin;
    node.anchor = tokenText(anchor);
    node.tag = tokenText(tag);
    if (!m_open.empty() && m_open.back().node->kind == YamlKind::Sequence &&
        m_open.back().node->style == YamlStyle::Block)
        node.dash = skipSpaceAndComments(m_cursor);
    for (fy_token* property : {anchor, tag}) {
        if (const fy_mark* mark = property ? fy_token_start_mark(property) : nullptr) {
            std::size_t at = mark->input_pos;
            while (at > 0 && m_text[at] != '&' && m_text[at] != '!') // marks begin after the sign
                --at;
            node.start = std::min(node.start, at);
        }
    }
    return node;
}

YamlNode& YamlBuilder::makeScalar(fy_event& event)
{
    YamlNode& node = makeNode(YamlKind::Scalar, event, event.scalar.anchor, event.scalar.tag);
    fy_token* token = fy_event_get_token(&event);
    node.text = tokenText(token);
    if (!token || !fy_event_start_mark(&event)) {
        node.kind = YamlKind::Null;
        placeAbsent(node);
        return node;
    }
    switch (fy_token_scalar_style(token)) {
    case FYSS_SINGLE_QUOTED:
    case FYSS_DOUBLE_QUOTED:
        node.style =
            fy_token_scalar_style(token) == FYSS_SINGLE_QUOTED ? YamlStyle::SingleQuoted : YamlStyle::DoubleQuoted;
        node.start = std::min(node.start, --node.begin); // the marks leave the quotes out
        ++node.end;
        break;
    case FYSS_LITERAL:
    case FYSS_FOLDED:
        node.style = fy_token_scalar_style(token) == FYSS_LITERAL ? YamlStyle::Literal : YamlStyle::Folded;
        placeBlockScalar(node, node.begin, node.end);
        break;
    default:
        break;
    }
    return node;
}

void YamlBuilder::placeAbsent(YamlNode& node) const
{
    std::size_t at = m_cursor;
    if (!m_open.empty() && m_open.back().node->kind == YamlKind::Mapping) {
        while (at < m_text.size() && (m_text[at] == ' ' || m_text[at] == '\t'))
            ++at;
        at = at < m_text.size() && m_text[at] == ':' ? at + 1 : m_cursor;
    } else if (node.dash != 0 || (!m_text.empty() && m_text[node.dash] == '-')) {
        at = node.dash + 1;
    }
    const bool hasProperty = !node.anchor.empty() || !node.tag.empty();
    if (hasProperty) {
        at = m_text.find_first_not_of(" \t", at);
        node.start = at;
        while (at < m_text.size() && std::string_view(" \t\r\n,]}").find(m_text[at]) == std::string_view::npos)
            ++at;
    } else {
        node.start = at;
    }
    node.begin = node.end = at;
}

/// The marks of a block scalar cover its lines only: its header stands on the line before, and blank lines that follow
/// belong to it only where the header says `+`.
void YamlBuilder::placeBlockScalar(YamlNode& node, std::size_t contentBegin, std::size_t contentEnd) const
{
    const bool hasProperty = node.start != contentBegin;
    std::size_t header = hasProperty ? node.start : skipSpaceAndComments(m_cursor);
    header = m_text.find_first_of("|>", header);
    node.begin = header;
    if (!hasProperty)
        node.start = header;
    std::size_t headerEnd = header;
    while (headerEnd < m_text.size() && std::string_view(" \t\r\n#").find(m_text[headerEnd]) == std::string_view::npos)
        ++headerEnd;
    const bool keepsBlankLines = m_text.substr(header, headerEnd - header).find('+') != std::string::npos;
    std::size_t end = std::min(contentEnd, m_text.size());
    if (!keepsBlankLines) {
        while (end > contentBegin && std::string_view(" \t\r\n").find(m_text[end - 1]) != std::string_view::npos)
            --end;
    } else {
        const std::size_t lastByte =
            m_text.find_last_not_of(' ', end - 1); // the mark may stand in the next line's indent
        if (lastByte != std::string::npos && lastByte >= contentBegin && m_text[lastByte] == '\n')
            end = lastByte > 0 && m_text[lastByte - 1] == '\r' ? lastByte - 1 : lastByte;
    }
    node.end = end > contentBegin ? end : headerEnd;
}

} // namespace tidegate
