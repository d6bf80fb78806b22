// SPDX-License-Identifier: Apache-2.0
#include "pool/yamlpatch.h"

#include "pool/yamltext.h"

#include <algorithm>

namespace tidegate {

namespace {

/// Where an entry or an item stands, and its neighbours.
struct Span
{
    std::size_t begin = 0; ///< of the key or the item; of its dash in a block list
    std::size_t end = 0;
    std::optional<std::size_t> previousEnd;
    std::optional<std::size_t> nextBegin;
};

Span entrySpan(const YamlNode& map, std::size_t index)
{
    const auto endOf = [](const YamlEntry& entry) { return std::max(entry.key->end, entry.value->end); };
    Span span{map.entries[index].key->start, endOf(map.entries[index]), {}, {}};
    if (index > 0)
        span.previousEnd = endOf(map.entries[index - 1]);
    if (index + 1 < map.entries.size())
        span.nextBegin = map.entries[index + 1].key->start;
    return span;
}

Span itemSpan(const YamlNode& list, std::size_t index)
{
    const bool block = list.style == YamlStyle::Block;
    const auto beginOf = [block](const YamlNode& item) { return block ? item.dash : item.start; };
    const YamlNode& item = *list.items[index];
    Span span{beginOf(item), std::max(item.end, beginOf(item) + (block ? 1 : 0)), {}, {}};
    if (index > 0)
        span.previousEnd = list.items[index - 1]->end;
    if (index + 1 < list.items.size())
        span.nextBegin = beginOf(*list.items[index + 1]);
    return span;
}

/// With the comma that separates it from a neighbour.
TextPatch removeFromFlow(const Span& span)
{
    if (span.nextBegin)
        return TextPatch{span.begin, *span.nextBegin - span.begin, {}};
    if (span.previousEnd)
        return TextPatch{*span.previousEnd, span.end - *span.previousEnd, {}};
    return TextPatch{span.begin, span.end - span.begin, {}};
}

/// The last entry of a block collection: without it there is no block, so `{}` or `[]` takes its place.
TextPatch removeLast(const YamlText& lines, const YamlNode& collection, const YamlPlace& holder, const Span& span)
{
    const std::string empty = collection.kind == YamlKind::Mapping ? "{}" : "[]";
    if (holder.key) {
        std::size_t colon = holder.key->end;
        while (lines.text()[colon] != ':')
            ++colon;
        if (!lines.sameLine(colon, span.begin) && collection.start == collection.begin)
            return TextPatch{colon + 1, span.end - colon - 1, " " + empty + lines.restOfLine(colon + 1)};
    }
    return TextPatch{span.begin, span.end - span.begin, empty};
}

TextPatch removeFromBlock(const YamlText& lines, const Span& span, bool keepCommentsAbove)
{
    if (!lines.firstOnLine(span.begin)) // `- a: 1`, where `a` goes and `b` in the next line takes its place
        return TextPatch{span.begin, span.nextBegin.value_or(span.end) - span.begin, {}};
    const std::size_t begin = keepCommentsAbove ? lines.lineBegin(span.begin) : lines.commentsAbove(span.begin);
    return TextPatch{begin, lines.nextLine(span.end) - begin, {}};
}

Result<TextPatch> removeFrom(const YamlDocument& document, const YamlPlace& place, const std::vector<YamlStep>& steps)
{
    const YamlNode& here = *place.node;
    const YamlStep& step = steps.back();
    const std::size_t at = steps.size() - 1;
    Span span;
    if (step.kind == YamlStep::Kind::Key && here.kind == YamlKind::Mapping) {
        const YamlEntry* entry = here.entry(step.key);
        if (!entry)
            return stepError(steps, at, here);
        span = entrySpan(here, static_cast<std::size_t>(entry - here.entries.data()));
    } else if (step.kind == YamlStep::Kind::Index && here.kind == YamlKind::Sequence &&
               step.index < here.items.size()) {
        span = itemSpan(here, step.index);
    } else {
        return stepError(steps, at, here);
    }
    const YamlText lines(document);
    if (here.style == YamlStyle::Flow)
        return removeFromFlow(span);
    if (!span.previousEnd && !span.nextBegin && place.parent)
        return removeLast(lines, here, place, span);
    const bool headOfFile = !place.parent && !span.previousEnd; // comments above it are about the file
    return removeFromBlock(lines, span, headOfFile);
}

} // namespace

Result<TextPatch> makeUnsetPatch(const YamlDocument& document, const std::vector<YamlStep>& steps)
{
    YamlPlace place{document.root()};
    if (!place.node)
        return stepError(steps, 0, YamlNode{});
    for (std::size_t i = 0; i + 1 < steps.size(); ++i) {
        const YamlNode& here = *place.node;
        const YamlEntry* entry = steps[i].kind == YamlStep::Kind::Key ? here.entry(steps[i].key) : nullptr;
        const bool item = steps[i].kind == YamlStep::Kind::Index && steps[i].index < here.items.size();
        if (here.kind == YamlKind::Alias)
            return Error{ErrorCode::Refused, "the path goes through an alias; what it names is shared",
                         "change the value at the anchor, in the text"};
        if (!entry && !item)
            return stepError(steps, i, here);
        place = entry ? YamlPlace{entry->value, &here, entry->key, false}
                      : YamlPlace{here.items[steps[i].index], &here, nullptr, false};
    }
    if (place.node->kind == YamlKind::Alias)
        return Error{ErrorCode::Refused, "the path goes through an alias; what it names is shared",
                     "change the value at the anchor, in the text"};
    return removeFrom(document, place, steps);
}

} // namespace tidegate
