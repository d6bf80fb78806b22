// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tidegate {

/// One line of a comparison, in the order in which a person reads it: what went stands before what came.
struct DiffLine
{
    enum class Kind { Same, Removed, Added } kind = Kind::Same;
    std::string_view text;  ///< of the first text where same or removed, else of the second; without its newline
    std::size_t before = 0; ///< where it stands in the first text, from 1; an added line: the line it comes before
    std::size_t after = 0;  ///< the same of the second text
};

/// The shortest way from one text to the other, by whole lines. The lines point into the texts.
std::vector<DiffLine> diffLines(std::string_view before, std::string_view after);

/// The same as `diff -u` prints it: names, hunks with three lines around a change. Empty where the texts are equal.
std::string unifiedDiff(std::string_view before, std::string_view after, std::string_view beforeName,
                        std::string_view afterName);

} // namespace tidegate
