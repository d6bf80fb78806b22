// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pool/yamldocument.h"
#include "pool/yamlwriter.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace tidegate {

/// The lines of a document as an editor sees them: where values may be put in and taken out.
class YamlText
{
public:
    explicit YamlText(const YamlDocument& document);

    [[nodiscard]] const std::string& text() const { return m_text; }
    [[nodiscard]] const YamlWriter& writer() const { return m_writer; }

    [[nodiscard]] std::size_t lineBegin(std::size_t offset) const; ///< after a byte order mark
    [[nodiscard]] std::size_t lineEnd(std::size_t offset) const;   ///< before the line break
    [[nodiscard]] std::size_t nextLine(std::size_t offset) const;  ///< after the line break
    /// Bytes between the line's begin and `offset`.
    [[nodiscard]] std::size_t column(std::size_t offset) const { return offset - lineBegin(offset); }
    [[nodiscard]] bool sameLine(std::size_t left, std::size_t right) const;
    [[nodiscard]] bool firstOnLine(std::size_t offset) const;

    /// Where a sibling is put in after a block entry that ends at `end` and whose siblings begin at `indent`: after its
    /// line, and after comment lines that stand deeper than the siblings.
    [[nodiscard]] std::size_t afterEntry(std::size_t end, std::size_t indent) const;
    /// Where the comment lines begin that stand directly above the line of `offset` with the same indentation.
    [[nodiscard]] std::size_t commentsAbove(std::size_t offset) const;
    /// The bytes of the line from `offset` on: blanks and a comment.
    [[nodiscard]] std::string restOfLine(std::size_t offset) const
    {
        return m_text.substr(offset, lineEnd(offset) - offset);
    }

private:
    const std::string& m_text;
    YamlWriter m_writer;
};

} // namespace tidegate
