// SPDX-License-Identifier: Apache-2.0
#include "verify/rowmerge.h"

#include <algorithm>

namespace tidegate {

RowMerge::RowMerge(KeyRule rule, VerifyReport& report, std::size_t examples)
    : m_rule(rule), m_report(report), m_exampleLimit(examples)
{
}

RowMerge::Want RowMerge::want() const
{
    if (!m_source.full && !m_source.ended)
        return Want::Source;
    if (!m_target.full && !m_target.ended)
        return Want::Target;
    return Want::Nothing;
}

void RowMerge::source(std::string_view key, std::string_view row)
{
    take(m_source, key, row, m_report.sourceRows);
}

void RowMerge::target(std::string_view key, std::string_view row)
{
    take(m_target, key, row, m_report.targetRows);
}

void RowMerge::take(Head& head, std::string_view key, std::string_view row, std::int64_t& counter)
{
    head.ended = key.empty();
    head.full = !head.ended;
    if (head.full) {
        head.key = key;
        head.row = row;
        ++counter;
    }
    while (want() == Want::Nothing && (m_source.full || m_target.full))
        step();
    if (m_source.ended && m_target.ended)
        settleKey();
}

void RowMerge::step()
{
    int order = 0;
    if (!m_source.full)
        order = 1;
    else if (!m_target.full)
        order = -1;
    else if (order = m_source.key.compare(m_target.key); order == 0)
        order = m_source.row.compare(m_target.row);

    enter(order <= 0 ? m_source.key : m_target.key);
    if (order <= 0) {
        ++m_sourceCount;
        m_source.full = false;
    }
    // A candidate of the source matches every equal row, so under AnyOf it may still be needed: counting min() is
    // enough, because a second row of the target is a duplicate anyway.
    if (order >= 0) {
        ++m_targetCount;
        m_target.full = false;
    }
    if (order == 0)
        ++m_matched;
}

void RowMerge::enter(const std::string& key)
{
    if (key == m_key)
        return;
    settleKey();
    m_key = key;
}

void RowMerge::settleKey()
{
    const auto source = std::exchange(m_sourceCount, 0);
    const auto target = std::exchange(m_targetCount, 0);
    const auto matched = std::exchange(m_matched, 0);
    const auto wanted = m_rule == KeyRule::AnyOf ? std::min<std::int64_t>(source, 1) : source;
    if (source == 0 && target > 0)
        found(DifferenceKind::Extra, target);
    else if (target > wanted)
        found(DifferenceKind::Duplicate, target - wanted);
    if (target < wanted)
        found(DifferenceKind::Missing, wanted - target);
    if (matched < std::min(wanted, target))
        found(DifferenceKind::Different, std::min(wanted, target) - matched);
}

void RowMerge::found(DifferenceKind kind, std::int64_t count)
{
    switch (kind) {
    case DifferenceKind::Missing:
        m_report.missing += count;
        break;
    case DifferenceKind::Extra:
        m_report.extra += count;
        break;
    case DifferenceKind::Different:
        m_report.different += count;
        break;
    case DifferenceKind::Duplicate:
        m_report.duplicate += count;
        break;
    }
    if (m_examples.size() < m_exampleLimit)
        m_examples.emplace_back(m_key, kind);
}

} // namespace tidegate
