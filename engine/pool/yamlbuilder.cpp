// SPDX-License-Identifier: Apache-2.0
#include "pool/yamlbuilder.h"

#include "base/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace tidegate {

namespace {

constexpr std::size_t largestFile = 1024 * 1024;
constexpr std::size_t deepest = 64;
/// Nodes after all aliases are expanded. A job with 1,000 columns has some 7,000.
constexpr std::size_t largestTree = 200'000;

struct FyDelete
{
    void operator()(fy_parser* parser) const { fy_parser_destroy(parser); }
    void operator()(fy_diag* diag) const { fy_diag_destroy(diag); }
};

std::string_view hintFor(std::string_view message)
{
    if (message.find("tab") != std::string_view::npos)
        return "indent with spaces";
    if (message.find("quote") != std::string_view::npos)
        return "is a closing quote missing?";
    if (message.find("bracket") != std::string_view::npos || message.find("brace") != std::string_view::npos ||
        message.find("flow") != std::string_view::npos)
        return "is a closing bracket or a comma missing?";
    if (message.find("mapping") != std::string_view::npos || message.find("indent") != std::string_view::npos)
        return "compare the indentation with the lines above; text with `: ` in it needs quotes";
    return "look at the line above, too";
}

} // namespace

Error YamlBuilder::errorAt(std::size_t offset, std::string message, std::string_view hint) const
{
    const TextRange at = m_document.range(offset, offset);
    Error error{ErrorCode::Invalid, std::move(message), std::string(hint)};
    error.with("line", std::to_string(at.line)).with("column", std::to_string(at.column));
    return error.with("offset", std::to_string(at.offset));
}

Error YamlBuilder::syntaxError(fy_diag* diag) const
{
    void* iterator = nullptr;
    const fy_diag_error* first = fy_diag_errors_iterate(diag, &iterator);
    if (!first)
        return errorAt(m_cursor, "this is not valid YAML", hintFor({}));
    const auto& lines = m_document.m_lineStarts;
    const auto line = static_cast<std::size_t>(std::clamp(first->line, 1, static_cast<int>(lines.size()))) - 1;
    std::size_t offset = lines[line];
    for (int column = 1; column < first->column && offset < m_text.size() && m_text[offset] != '\n'; ++column) {
        do
            ++offset;
        while (offset < m_text.size() && (m_text[offset] & 0xC0) == 0x80);
    }
    const std::string message = first->msg ? first->msg : "";
    return errorAt(offset, fmt::format("this is not valid YAML: {}", message), hintFor(message));
}

std::optional<Error> YamlBuilder::build()
{
    if (m_text.size() > largestFile)
        return errorAt(0, fmt::format("the file has {} bytes; a pool file has at most 1 MiB", m_text.size()));
    if (const auto bad = firstNotText(m_text))
        return errorAt(*bad, "this is no UTF-8 text", "save the file as UTF-8; is it a binary file?");
    fy_diag_cfg diagConfig{};
    fy_diag_cfg_default(&diagConfig);
    diagConfig.fp = nullptr;
    const std::unique_ptr<fy_diag, FyDelete> diag(fy_diag_create(&diagConfig));
    fy_diag_set_collect_errors(diag.get(), true);
    fy_parse_cfg config{};
    config.flags = static_cast<fy_parse_cfg_flags>(FYPCF_QUIET | FYPCF_DISABLE_RECYCLING);
    config.diag = diag.get();
    const std::unique_ptr<fy_parser, FyDelete> parser(fy_parser_create(&config));
    if (!parser || fy_parser_set_string(parser.get(), m_text.data(), m_text.size()) != 0)
        return Error{ErrorCode::Internal, "the YAML parser can't be started"};
    while (fy_event* event = fy_parser_parse(parser.get())) {
        auto failure = handle(*event);
        fy_parser_event_free(parser.get(), event);
        if (failure)
            return failure;
    }
    if (fy_parser_get_stream_error(parser.get()) || !m_open.empty())
        return syntaxError(diag.get());
    return std::nullopt;
}

std::optional<Error> YamlBuilder::handle(fy_event& event)
{
    switch (event.type) {
    case FYET_DOCUMENT_START:
        if (++m_documents > 1)
            return errorAt(fy_event_start_mark(&event) ? fy_event_start_mark(&event)->input_pos : m_cursor,
                           "the file has a second document", "one file holds one document; remove the line `---`");
        return std::nullopt;
    case FYET_MAPPING_START: {
        auto& node = makeNode(YamlKind::Mapping, event, event.mapping_start.anchor, event.mapping_start.tag);
        m_open.push_back({&node});
        break;
    }
    case FYET_SEQUENCE_START: {
        auto& node = makeNode(YamlKind::Sequence, event, event.sequence_start.anchor, event.sequence_start.tag);
        m_open.push_back({&node});
        break;
    }
    case FYET_MAPPING_END:
    case FYET_SEQUENCE_END:
        return close(event);
    case FYET_SCALAR: {
        YamlNode& node = makeScalar(event);
        if (!node.anchor.empty())
            m_anchors[node.anchor] = {&node, 1};
        return add(node, 1);
    }
    case FYET_ALIAS: {
        YamlNode& node = makeNode(YamlKind::Alias, event, nullptr, nullptr);
        node.start = --node.begin; // the mark begins after the asterisk
        const auto anchor = m_anchors.find(tokenText(event.alias.anchor));
        if (anchor == m_anchors.end())
            return errorAt(node.begin, "the alias names an anchor that is not there", "the anchor must come first");
        if (anchor->second.second == 0)
            return errorAt(node.begin, "the alias contains itself");
        node.target = anchor->second.first;
        return add(node, anchor->second.second);
    }
    default:
        return std::nullopt;
    }
    YamlNode& opened = *m_open.back().node;
    m_cursor = std::max(m_cursor, opened.begin);
    if (m_open.size() > deepest)
        return errorAt(opened.begin, fmt::format("nested deeper than {} levels", deepest));
    if (m_open.size() > 1 && m_open[m_open.size() - 2].node->kind == YamlKind::Mapping &&
        !m_open[m_open.size() - 2].key)
        return errorAt(opened.begin, "a key must be text", "text that begins with { or [ needs quotes");
    if (!opened.anchor.empty())
        m_anchors[opened.anchor] = {&opened, 0};
    return std::nullopt;
}

std::optional<Error> YamlBuilder::close(fy_event& event)
{
    const Open done = std::move(m_open.back());
    m_open.pop_back();
    YamlNode& node = *done.node;
    if (node.style == YamlStyle::Flow)
        node.end = fy_event_end_mark(&event)->input_pos;
    else
        node.end = std::max(node.begin, m_cursor);
    if (!node.anchor.empty())
        m_anchors[node.anchor].second = done.weight;
    return add(node, done.weight);
}

std::optional<Error> YamlBuilder::add(YamlNode& node, std::size_t weight)
{
    m_cursor = std::max(m_cursor, node.end);
    if (m_open.empty()) {
        m_document.m_root = node.kind == YamlKind::Null && node.tag.empty() ? nullptr : &node;
        return std::nullopt;
    }
    Open& parent = m_open.back();
    parent.weight += weight;
    if (parent.weight > largestTree)
        return errorAt(node.begin, "the aliases of this file make a tree that is too large");
    if (parent.node->kind == YamlKind::Sequence) {
        parent.node->items.push_back(&node);
        return std::nullopt;
    }
    if (!parent.key) {
        if (node.kind != YamlKind::Scalar)
            return errorAt(node.begin, "a key must be text");
        if (!parent.keys.insert(node.text).second)
            m_document.m_duplicateKeys.push_back(&node);
        parent.key = &node;
        return std::nullopt;
    }
    parent.node->entries.push_back({parent.key, &node});
    parent.key = nullptr;
    return std::nullopt;
}

Result<YamlDocument> YamlDocument::parse(std::string_view text)
{
    YamlDocument document;
    document.m_text = text;
    document.m_lineStarts = lineStarts(document.m_text);
    if (auto failure = YamlBuilder(document).build())
        return *std::move(failure);
    return document;
}

} // namespace tidegate
