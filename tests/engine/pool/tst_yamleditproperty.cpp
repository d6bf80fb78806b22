// SPDX-License-Identifier: Apache-2.0
#include "pool/yamldocument.h"
#include "pool/yamledit.h"
#include "pool/yamlpath.h"

#include "yamlgenerator.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

using namespace tidegate;
using Json = nlohmann::ordered_json;

namespace {

struct Place
{
    std::size_t begin;
    std::size_t end;
    YamlKind kind;
    YamlStyle style;
};

/// Every value of a file by its path.
void collect(const YamlNode& node, const std::string& path, std::map<std::string, Place>& places)
{
    if (!path.empty())
        places[path] = {node.begin, node.end, node.kind, node.style};
    for (const YamlEntry& entry : node.entries)
        collect(*entry.value, keyPath(path, entry.key->text), places);
    for (std::size_t i = 0; i < node.items.size(); ++i)
        collect(*node.items[i], itemPath(path, i), places);
}

std::map<std::string, Place> placesOf(const YamlDocument& document)
{
    std::map<std::string, Place> places;
    if (document.root())
        collect(*document.root(), {}, places);
    return places;
}

bool isAtOrBelow(const std::string& path, const std::string& top)
{
    return path.compare(0, top.size(), top) == 0 &&
           (path.size() == top.size() || path[top.size()] == '.' || path[top.size()] == '[');
}

/// The tree with one change, made without the code under test.
Json changed(Json tree, const std::string& path, const Json* value)
{
    Json* place = &tree;
    const auto steps = parseYamlPath(path);
    REQUIRE(steps.has_value());
    for (std::size_t i = 0; i < steps->size(); ++i) {
        const YamlStep& step = (*steps)[i];
        const bool last = i + 1 == steps->size();
        if (last && !value) {
            if (step.kind == YamlStep::Kind::Key)
                place->erase(step.key);
            else
                place->erase(step.index);
            return tree;
        }
        if (step.kind == YamlStep::Kind::Append) {
            place->push_back(nullptr);
            place = &place->back();
        } else {
            place = step.kind == YamlStep::Kind::Key ? &(*place)[step.key] : &place->at(step.index);
        }
    }
    *place = *value;
    return tree;
}

/// Sorted by key, so that only values count.
std::string canonical(const Json& tree)
{
    return nlohmann::json::parse(tree.dump()).dump();
}

struct Edit
{
    std::string path;
    std::string value; ///< empty: unset
    bool structural;   ///< lines go or come: comments inside the edited value may go with it
};

Edit randomEdit(YamlGenerator& random, const std::map<std::string, Place>& places)
{
    auto place = places.begin();
    std::advance(place, static_cast<std::ptrdiff_t>(random.pick(places.size())));
    const auto& [path, what] = *place;
    const bool scalar = what.kind == YamlKind::Scalar && what.style <= YamlStyle::DoubleQuoted;
    if (random.chance(30))
        return {path, {}, true};
    if (what.kind == YamlKind::Mapping && random.chance(60))
        return {keyPath(path, random.freshKey()), random.value(), false};
    if (what.kind == YamlKind::Sequence && random.chance(60))
        return {path + "[+]", random.value(), false};
    return {path, random.value(), !scalar};
}

/// What went wrong with an edit; empty: nothing.
std::string judge(const std::string& before, const YamlDocument& document, const Edit& edit, const TextPatch& patch,
                  int comments)
{
    const std::string after = applied(before, patch);
    const auto reread = YamlDocument::parse(after);
    if (!reread)
        return "no YAML any more: " + reread.error().message;
    const Json old = toJson(*document.root());
    const auto newValue = edit.value.empty() ? Json() : toJson(*YamlDocument::parse(edit.value)->root());
    const Json intended = changed(old, edit.path, edit.value.empty() ? nullptr : &newValue);
    const Json tree = reread->root() ? toJson(*reread->root()) : Json::object();
    if (canonical(tree) != canonical(intended))
        return "another tree: " + canonical(tree) + " instead of " + canonical(intended);
    const auto places = placesOf(document);
    const auto newPlaces = placesOf(*reread);
    const bool shifts = edit.value.empty() && edit.path.back() == ']';
    for (const auto& [path, place] : places) {
        const bool leaf = place.kind == YamlKind::Scalar || place.kind == YamlKind::Alias;
        if (!leaf || isAtOrBelow(path, edit.path) || shifts)
            continue;
        const auto found = newPlaces.find(path);
        if (found == newPlaces.end())
            return "lost " + path;
        if (before.substr(place.begin, place.end - place.begin) !=
            after.substr(found->second.begin, found->second.end - found->second.begin))
            return "touched the bytes of " + path;
    }
    for (int i = 0; i < comments && !edit.structural; ++i) {
        if (after.find("#c" + std::to_string(i) + ";") == std::string::npos)
            return "lost comment " + std::to_string(i);
    }
    if (before.find("\r\n") != std::string::npos) {
        for (std::size_t at = after.find('\n'); at != std::string::npos; at = after.find('\n', at + 1)) {
            if (at == 0 || after[at - 1] != '\r')
                return "a bare line break in a CRLF file";
        }
    }
    return applied(after, inverse(before, patch)) == before ? "" : "can't be taken back";
}

} // namespace

TEST_CASE("in generated files an edit changes its value and nothing else")
{
    int edits = 0;
    int refusals = 0;
    int failures = 0;
    for (unsigned seed = 1; seed <= 2500 && failures < 5; ++seed) {
        YamlGenerator random(seed);
        const std::string text = random.file();
        const auto document = YamlDocument::parse(text);
        INFO("seed ", seed, "\n", text);
        REQUIRE_MESSAGE(document.has_value(), document.error().message);
        // Only these may be refused: a shared value, and a block that keeps its blank lines at an open end of the file.
        const bool shared =
            text.find('&') != std::string::npos || (text.find("|+") != std::string::npos && text.back() != '\n');
        const auto places = placesOf(*document);
        for (int i = 0; i < 4; ++i) {
            const Edit edit = randomEdit(random, places);
            const auto patch = edit.value.empty() ? unsetYaml(text, edit.path) : setYaml(text, edit.path, edit.value);
            ++edits;
            std::string wrong;
            if (patch)
                wrong = judge(text, *document, edit, *patch, random.comments());
            else if (shared)
                ++refusals;
            else
                wrong = patch.error().message;
            failures += wrong.empty() ? 0 : 1;
            CHECK_MESSAGE(wrong == "", "seed ", seed, ", ", edit.path, " = ", edit.value, "\n", text, "-----\n",
                          patch ? applied(text, *patch) : "");
        }
    }
    CHECK(edits == 10'000);
    CHECK(refusals < edits / 20);
}
