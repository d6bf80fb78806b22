// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <random>
#include <string>
#include <vector>

namespace tidegate {

/// Writes YAML files as many hands would: every style of value, comments with a number each, anchors, line breaks of
/// both kinds. The same seed gives the same file.
class YamlGenerator
{
public:
    explicit YamlGenerator(unsigned seed);

    std::string file();
    /// YAML flow text for a new value.
    std::string value();
    std::string freshKey();
    std::size_t pick(std::size_t count) { return std::uniform_int_distribution<std::size_t>(0, count - 1)(m_random); }
    bool chance(int percent) { return std::uniform_int_distribution<int>(1, 100)(m_random) <= percent; }
    [[nodiscard]] int comments() const { return m_comments; } ///< "#c0;" to "#c<n-1>;" are in the file

private:
    void map(std::size_t indent, int depth);
    void list(std::size_t indent, int depth);
    void valueAfter(std::size_t indent, int depth);
    std::string scalar(bool inFlow);
    std::string flow(int depth);
    void blockScalar(std::size_t indent);
    void endLine();
    void looseLines(std::size_t indent);

    std::mt19937 m_random;
    std::string m_text;
    std::string m_newline;
    std::size_t m_step;
    bool m_withAnchors;
    int m_keys = 0;
    int m_comments = 0;
    std::vector<std::string> m_anchors;
};

} // namespace tidegate
