// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "verify/verify.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tidegate {

/// What "the same" means for the rows of one key.
enum class KeyRule {
    Unique,   ///< one row at each end
    AnyOf,    ///< one row at the target, equal to one of the source's candidates (on_duplicate_key: newest)
    Multiset, ///< no key: the key digest is the row's, and both ends hold it equally often
};

/// Compares two streams of (key digest, row digest), each sorted by both, by counting: memory does not depend on them.
/// The caller pulls; the merge says from which end the next row is wanted.
class RowMerge
{
public:
    RowMerge(KeyRule rule, VerifyReport& report, std::size_t examples);

    enum class Want { Source, Target, Nothing };
    [[nodiscard]] Want want() const;
    /// The next row of one end; an empty key: that end has no more.
    void source(std::string_view key, std::string_view row);
    void target(std::string_view key, std::string_view row);

    /// Key digests to show, with what was found; complete when want() says Nothing.
    [[nodiscard]] const std::vector<std::pair<std::string, DifferenceKind>>& examples() const { return m_examples; }

private:
    struct Head
    {
        std::string key;
        std::string row;
        bool full = false;
        bool ended = false;
    };
    void take(Head& head, std::string_view key, std::string_view row, std::int64_t& counter);
    void step();
    void enter(const std::string& key);
    void settleKey();
    void found(DifferenceKind kind, std::int64_t count);

    KeyRule m_rule;
    VerifyReport& m_report;
    std::size_t m_exampleLimit;
    std::vector<std::pair<std::string, DifferenceKind>> m_examples;
    Head m_source;
    Head m_target;
    std::string m_key; ///< whose rows are being counted
    std::int64_t m_sourceCount = 0;
    std::int64_t m_targetCount = 0;
    std::int64_t m_matched = 0;
};

} // namespace tidegate
