// SPDX-License-Identifier: Apache-2.0
#include "pool/yamlsetpatch.h"

#include <fmt/format.h>

#include <algorithm>

namespace tidegate {

std::string SetPatch::pathTo(std::size_t count) const
{
    return toString(std::vector<YamlStep>(m_steps.begin(), m_steps.begin() + static_cast<std::ptrdiff_t>(count)));
}

/// The value inside the parents that the steps from `from` on ask for; null where a step names an item that can't be
/// made.
const YamlNode* SetPatch::nested(std::size_t from, const YamlNode& value)
{
    const YamlNode* inner = &value;
    for (std::size_t i = m_steps.size(); i > from; --i) {
        const YamlStep& step = m_steps[i - 1];
        YamlNode& outer = m_made.emplace_back();
        outer.style = YamlStyle::Flow;
        if (step.kind == YamlStep::Kind::Key) {
            YamlNode& key = m_made.emplace_back();
            key.kind = YamlKind::Scalar;
            key.text = step.key;
            outer.kind = YamlKind::Mapping;
            outer.entries.push_back({&key, inner});
        } else if (step.kind == YamlStep::Kind::Append) {
            outer.kind = YamlKind::Sequence;
            outer.items.push_back(inner);
        } else {
            return nullptr;
        }
        inner = &outer;
    }
    return inner;
}

Result<TextPatch> SetPatch::make(const YamlNode& value)
{
    YamlPlace place{m_document.root()};
    if (!place.node) {
        const YamlNode* whole = nested(1, value);
        if (!whole || m_steps.front().kind != YamlStep::Kind::Key)
            return stepError(m_steps, 0, YamlNode{});
        return insertLine(m_text.size(), 0, m_lines.writer().entry(m_steps.front().key, *whole, 0, true));
    }
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        const YamlStep& step = m_steps[i];
        const YamlNode& here = *place.node;
        if (here.kind == YamlKind::Null || (here.kind == YamlKind::Scalar && here.type() == YamlType::Null)) {
            const YamlNode* whole = nested(i, value);
            return whole ? replace(place, *whole, i == 1) : stepError(m_steps, i, here);
        }
        if (here.kind == YamlKind::Alias)
            return Error{ErrorCode::Refused, fmt::format("`{}` is an alias; what it names is shared", pathTo(i)),
                         "change the value at the anchor, or write it out here, in the text"};
        const bool wantsMap = step.kind == YamlStep::Kind::Key;
        if ((wantsMap && here.kind != YamlKind::Mapping) || (!wantsMap && here.kind != YamlKind::Sequence))
            return stepError(m_steps, i, here);
        const bool inFlow = place.inFlow || here.style == YamlStyle::Flow;
        const YamlEntry* entry = wantsMap ? here.entry(step.key) : nullptr;
        if (step.kind == YamlStep::Kind::Append || (wantsMap && !entry)) {
            const YamlNode* rest = nested(i + 1, value);
            if (!rest)
                return stepError(m_steps, i + 1, YamlNode{});
            return wantsMap ? insertEntry(place, step.key, i, *rest) : appendItem(place, *rest);
        }
        if (!wantsMap && step.index >= here.items.size())
            return stepError(m_steps, i, here);
        place = wantsMap ? YamlPlace{entry->value, &here, entry->key, inFlow}
                         : YamlPlace{here.items[step.index], &here, nullptr, inFlow};
    }
    return replace(place, value, m_steps.size() == 1);
}

std::size_t SetPatch::entriesBefore(const YamlNode& map, const std::string& key, std::size_t depth) const
{
    const std::vector<std::string> order = m_order ? m_order(pathTo(depth)) : std::vector<std::string>();
    const auto rank = [&order](const std::string& name) {
        return std::find(order.begin(), order.end(), name) - order.begin();
    };
    if (rank(key) == static_cast<std::ptrdiff_t>(order.size()))
        return map.entries.size();
    for (std::size_t i = map.entries.size(); i > 0; --i) {
        const auto other = rank(map.entries[i - 1].key->text);
        if (other < rank(key))
            return i;
    }
    return 0;
}

TextPatch SetPatch::insertEntry(const YamlPlace& place, const std::string& key, std::size_t depth,
                                const YamlNode& value) const
{
    const YamlNode& map = *place.node;
    std::size_t before = entriesBefore(map, key, depth);
    if (place.inFlow || map.style == YamlStyle::Flow) {
        const std::string name = isPlainSafe(key, true) ? key : quoted(key);
        return insertFlow(map, before, name + ": " + YamlWriter::flow(value));
    }
    const YamlNode& first = *map.entries.front().key;
    const std::size_t indent = m_lines.column(first.start);
    const std::string line = m_lines.writer().entry(key, value, indent, depth == 0);
    if (before == 0 && m_lines.firstOnLine(first.start))
        return TextPatch{m_lines.lineBegin(first.start), 0,
                         std::string(indent, ' ') + line + m_lines.writer().newline()};
    before = std::max<std::size_t>(before, 1);
    const YamlEntry& previous = map.entries[before - 1];
    return insertLine(m_lines.afterEntry(std::max(previous.key->end, previous.value->end), indent), indent, line);
}

TextPatch SetPatch::appendItem(const YamlPlace& place, const YamlNode& value) const
{
    const YamlNode& list = *place.node;
    if (place.inFlow || list.style == YamlStyle::Flow)
        return insertFlow(list, list.items.size(), YamlWriter::flow(value));
    const YamlNode& last = *list.items.back();
    const std::size_t indent = m_lines.column(last.dash);
    const YamlWriter& writer = m_lines.writer();
    const bool blockMap = value.kind == YamlKind::Mapping && !value.entries.empty() && last.kind == YamlKind::Mapping &&
                          last.style == YamlStyle::Block;
    const YamlNode* style = last.kind == YamlKind::Scalar && value.kind == YamlKind::Scalar ? &last : nullptr;
    const bool quotes = style && (style->style == YamlStyle::SingleQuoted || style->style == YamlStyle::DoubleQuoted);
    const std::string item = blockMap ? " " + writer.block(value, indent + 2)
                             : quotes && !YamlWriter::fitsLiteral(value)
                                 ? " " + YamlWriter::scalar(value, style->style, false)
                                 : writer.afterIntroducer(value, indent, false);
    return insertLine(m_lines.afterEntry(std::max(last.dash + 1, last.end), indent), indent, "-" + item);
}

TextPatch SetPatch::insertFlow(const YamlNode& collection, std::size_t before, const std::string& item) const
{
    const bool map = collection.kind == YamlKind::Mapping;
    const std::size_t count = map ? collection.entries.size() : collection.items.size();
    if (count == 0) {
        const bool tight = map && m_text[collection.begin + 1] == '}';
        return TextPatch{collection.begin + 1, 0, tight ? " " + item + " " : item};
    }
    if (before == 0)
        return TextPatch{map ? collection.entries.front().key->start : collection.items.front()->start, 0, item + ", "};
    const std::size_t end =
        map ? std::max(collection.entries[before - 1].key->end, collection.entries[before - 1].value->end)
            : collection.items[before - 1]->end;
    return TextPatch{end, 0, ", " + item};
}

TextPatch SetPatch::insertLine(std::size_t at, std::size_t indent, const std::string& line) const
{
    const bool afterBreak = at == 0 || m_text[at - 1] == '\n' || (at == 3 && m_lines.lineBegin(0) == 3);
    const std::string text = std::string(indent, ' ') + line;
    return afterBreak ? TextPatch{at, 0, text + m_lines.writer().newline()}
                      : TextPatch{at, 0, m_lines.writer().newline() + text};
}

Error stepError(const std::vector<YamlStep>& steps, std::size_t at, const YamlNode& here)
{
    const std::string path =
        toString(std::vector<YamlStep>(steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(at)));
    const std::string name = path.empty() ? "the file" : fmt::format("`{}`", path);
    const YamlStep& step = steps[std::min(at, steps.size() - 1)];
    if (here.kind == YamlKind::Sequence && step.kind == YamlStep::Kind::Index)
        return Error{ErrorCode::NotFound,
                     fmt::format("{} has {} items; there is no [{}]", name, here.items.size(), step.index),
                     "items count from 0; [+] appends"};
    if (here.kind == YamlKind::Mapping && step.kind == YamlStep::Kind::Key)
        return Error{ErrorCode::NotFound, fmt::format("{} has no `{}`", name, step.key)};
    if (here.kind == YamlKind::Null)
        return Error{ErrorCode::NotFound, fmt::format("{} is not there", name), "[+] makes a list with a first item"};
    return Error{ErrorCode::Usage,
                 fmt::format("{} is {}", name,
                             here.kind == YamlKind::Mapping    ? "a map, it has no items"
                             : here.kind == YamlKind::Sequence ? "a list, it has no keys"
                                                               : "one value, there is nothing in it")};
}

Result<TextPatch> makeSetPatch(const YamlDocument& document, const std::vector<YamlStep>& steps, const YamlNode& value,
                               const KeyOrder& order)
{
    return SetPatch(document, steps, order).make(value);
}

} // namespace tidegate
