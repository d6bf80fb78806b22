// SPDX-License-Identifier: Apache-2.0
#include "pool/yamlpath.h"

#include <fmt/format.h>

#include <charconv>

namespace tidegate {

namespace {

Error badPath(std::string_view path)
{
    return Error{ErrorCode::Usage, fmt::format("`{}` is no path", path),
                 "a path has keys, dots and items: `watermark.lag`, `columns[0].name`, `key[+]`"};
}

std::optional<YamlStep> takeQuotedKey(std::string_view& rest)
{
    YamlStep step;
    for (std::size_t i = 1; i < rest.size(); ++i) {
        if (rest[i] == '"') {
            rest.remove_prefix(i + 1);
            return step;
        }
        if (rest[i] == '\\' && i + 1 < rest.size())
            ++i;
        step.key += rest[i];
    }
    return std::nullopt;
}

std::optional<YamlStep> takeKey(std::string_view& rest)
{
    if (rest.empty())
        return std::nullopt;
    if (rest.front() == '"')
        return takeQuotedKey(rest);
    const std::size_t end = std::min(rest.find_first_of(".[]"), rest.size());
    if (end == 0)
        return std::nullopt;
    YamlStep step;
    step.key = rest.substr(0, end);
    rest.remove_prefix(end);
    return step;
}

std::optional<YamlStep> takeItem(std::string_view& rest)
{
    const std::size_t close = rest.find(']');
    if (close == std::string_view::npos)
        return std::nullopt;
    const std::string_view inside = rest.substr(1, close - 1);
    rest.remove_prefix(close + 1);
    if (inside == "+")
        return YamlStep{YamlStep::Kind::Append};
    YamlStep step{YamlStep::Kind::Index};
    const auto [end, failure] = std::from_chars(inside.data(), inside.data() + inside.size(), step.index);
    if (failure != std::errc() || end != inside.data() + inside.size())
        return std::nullopt;
    return step;
}

} // namespace

Result<std::vector<YamlStep>> parseYamlPath(std::string_view path)
{
    std::vector<YamlStep> steps;
    std::string_view rest = path;
    while (!rest.empty() || steps.empty()) {
        const bool item = !steps.empty() && rest.front() == '[';
        if (!steps.empty() && !item) {
            if (rest.front() != '.')
                return badPath(path);
            rest.remove_prefix(1);
        }
        auto step = item ? takeItem(rest) : takeKey(rest);
        if (!step)
            return badPath(path);
        steps.push_back(*std::move(step));
    }
    return steps;
}

std::string keyPath(std::string_view parent, std::string_view key)
{
    std::string path(parent);
    if (!path.empty())
        path += '.';
    if (!key.empty() && key.find_first_of(".[]\"\\") == std::string_view::npos)
        return path.append(key);
    path += '"';
    for (const char c : key) {
        if (c == '"' || c == '\\')
            path += '\\';
        path += c;
    }
    return path + '"';
}

std::string itemPath(std::string_view parent, std::size_t index)
{
    return fmt::format("{}[{}]", parent, index);
}

std::string toString(const std::vector<YamlStep>& steps)
{
    std::string path;
    for (const YamlStep& step : steps) {
        path = step.kind == YamlStep::Kind::Key     ? keyPath(path, step.key)
               : step.kind == YamlStep::Kind::Index ? itemPath(path, step.index)
                                                    : path + "[+]";
    }
    return path;
}

} // namespace tidegate
