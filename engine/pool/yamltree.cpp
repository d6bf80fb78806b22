// SPDX-License-Identifier: Apache-2.0
#include "pool/yamltree.h"

namespace tidegate {

using Json = nlohmann::ordered_json;

namespace {

Json& child(Json& tree, const YamlStep& step)
{
    if (step.kind == YamlStep::Kind::Key)
        return tree[step.key]; // null becomes a map
    if (step.kind == YamlStep::Kind::Append) {
        tree.push_back(nullptr); // null becomes a list
        return tree.back();
    }
    return tree[step.index];
}

} // namespace

void setInTree(Json& tree, const std::vector<YamlStep>& steps, const Json& value)
{
    Json* place = &tree;
    for (const YamlStep& step : steps)
        place = &child(*place, step);
    *place = value;
}

void unsetInTree(Json& tree, const std::vector<YamlStep>& steps)
{
    Json* place = &tree;
    for (std::size_t i = 0; i + 1 < steps.size(); ++i)
        place = &child(*place, steps[i]);
    if (steps.back().kind == YamlStep::Kind::Key)
        place->erase(steps.back().key);
    else
        place->erase(steps.back().index);
}

std::optional<std::string> firstDifference(const Json& left, const Json& right, const std::string& path)
{
    if (left.type() != right.type() && !(left.is_number_integer() && right.is_number_integer()))
        return path;
    if (left.is_array()) {
        for (std::size_t i = 0; i < std::max(left.size(), right.size()); ++i) {
            if (i >= left.size() || i >= right.size())
                return itemPath(path, i);
            if (auto difference = firstDifference(left[i], right[i], itemPath(path, i)))
                return difference;
        }
        return std::nullopt;
    }
    if (left.is_object()) {
        for (const auto& [key, value] : left.items()) {
            const auto other = right.find(key);
            if (other == right.end())
                return keyPath(path, key);
            if (auto difference = firstDifference(value, *other, keyPath(path, key)))
                return difference;
        }
        for (const auto& [key, value] : right.items()) {
            if (!left.contains(key))
                return keyPath(path, key);
        }
        return std::nullopt;
    }
    return left == right ? std::nullopt : std::optional(path);
}

} // namespace tidegate
