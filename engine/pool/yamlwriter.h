// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pool/yamldocument.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tidegate {

/// Whether a text can stand without quotes and still be this text, also for readers of YAML 1.1 (`on`, `yes`).
bool isPlainSafe(std::string_view text, bool inFlow);
/// A text in quotes: double, single where that needs no escapes.
std::string quoted(std::string_view text, YamlStyle preferred = YamlStyle::DoubleQuoted);

/// Writes new values into the text of a file. Never used for what is already there.
class YamlWriter
{
public:
    YamlWriter(std::string newline, std::size_t step) : m_newline(std::move(newline)), m_step(step) {}

    [[nodiscard]] const std::string& newline() const { return m_newline; }
    [[nodiscard]] std::size_t step() const { return m_step; }

    /// A scalar on one line, in the style of what it replaces where that is possible.
    [[nodiscard]] static std::string scalar(const YamlNode& node, YamlStyle preferred, bool inFlow);
    [[nodiscard]] static std::string flow(const YamlNode& node);

    /// What stands after `key:` or `-` at column `indent`, with its leading blank or line break.
    [[nodiscard]] std::string afterIntroducer(const YamlNode& node, std::size_t indent, bool blockMap) const;
    /// The lines of a block collection; the first one without its indentation.
    [[nodiscard]] std::string block(const YamlNode& node, std::size_t indent) const;
    [[nodiscard]] std::string entry(std::string_view key, const YamlNode& value, std::size_t indent,
                                    bool blockMap) const;

    /// Whether a text can be a literal block; `literal()` gives its header, and its lines each after a line break.
    [[nodiscard]] static bool fitsLiteral(const YamlNode& node);
    [[nodiscard]] static std::string literalHeader(std::string_view text);
    [[nodiscard]] std::string literalLines(std::string_view text, std::size_t indent) const;

private:
    std::string m_newline;
    std::size_t m_step;
};

} // namespace tidegate
