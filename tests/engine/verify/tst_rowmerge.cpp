// SPDX-License-Identifier: Apache-2.0
#include "verify/rowmerge.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

using namespace tidegate;

namespace {

using Row = std::pair<std::string, std::string>;
using Stream = std::vector<Row>;

VerifyReport merged(KeyRule rule, Stream source, Stream target, std::size_t examples = 10,
                    std::vector<std::pair<std::string, DifferenceKind>>* shown = nullptr)
{
    std::sort(source.begin(), source.end());
    std::sort(target.begin(), target.end());
    VerifyReport report;
    RowMerge merge(rule, report, examples);
    std::size_t s = 0;
    std::size_t t = 0;
    for (auto want = merge.want(); want != RowMerge::Want::Nothing; want = merge.want()) {
        const bool fromSource = want == RowMerge::Want::Source;
        auto& position = fromSource ? s : t;
        const auto& stream = fromSource ? source : target;
        const Row row = position < stream.size() ? stream[position++] : Row{};
        if (fromSource)
            merge.source(row.first, row.second);
        else
            merge.target(row.first, row.second);
    }
    if (shown)
        *shown = merge.examples();
    return report;
}

bool finds(const VerifyReport& report, std::int64_t missing, std::int64_t extra, std::int64_t different,
           std::int64_t duplicate)
{
    return report.missing == missing && report.extra == extra && report.different == different &&
           report.duplicate == duplicate;
}

} // namespace

TEST_CASE("equal ends have no difference, empty ones neither")
{
    CHECK(finds(merged(KeyRule::Unique, {}, {}), 0, 0, 0, 0));
    const auto report = merged(KeyRule::Unique, {{"a", "1"}, {"b", "2"}}, {{"b", "2"}, {"a", "1"}});
    CHECK(finds(report, 0, 0, 0, 0));
    CHECK(report.sourceRows == 2);
    CHECK(report.targetRows == 2);
}

TEST_CASE("each kind of difference is told apart, at the beginning, inside and at the end")
{
    CHECK(finds(merged(KeyRule::Unique, {{"a", "1"}, {"b", "2"}, {"c", "3"}}, {{"b", "2"}}), 2, 0, 0, 0));
    CHECK(finds(merged(KeyRule::Unique, {{"b", "2"}}, {{"a", "1"}, {"b", "2"}, {"c", "3"}}), 0, 2, 0, 0));
    CHECK(finds(merged(KeyRule::Unique, {{"a", "1"}, {"b", "2"}}, {{"a", "9"}, {"b", "0"}}), 0, 0, 2, 0));
    CHECK(finds(merged(KeyRule::Unique, {{"a", "1"}}, {{"a", "1"}, {"a", "1"}}), 0, 0, 0, 1));
    CHECK(finds(merged(KeyRule::Unique, {{"a", "1"}}, {{"a", "2"}, {"a", "3"}}), 0, 0, 1, 1));
}

TEST_CASE("values swapped between two keys are two differences")
{
    CHECK(finds(merged(KeyRule::Unique, {{"a", "1"}, {"b", "2"}}, {{"a", "2"}, {"b", "1"}}), 0, 0, 2, 0));
}

TEST_CASE("of several candidates the target may hold any, once")
{
    const Stream source{{"a", "1"}, {"a", "2"}};
    CHECK(finds(merged(KeyRule::AnyOf, source, {{"a", "1"}}), 0, 0, 0, 0));
    CHECK(finds(merged(KeyRule::AnyOf, source, {{"a", "2"}}), 0, 0, 0, 0));
    CHECK(finds(merged(KeyRule::AnyOf, source, {{"a", "3"}}), 0, 0, 1, 0));
    CHECK(finds(merged(KeyRule::AnyOf, source, source), 0, 0, 0, 1));
    CHECK(finds(merged(KeyRule::AnyOf, source, {}), 1, 0, 0, 0));
}

TEST_CASE("without a key rows are counted by their content")
{
    CHECK(finds(merged(KeyRule::Multiset, {{"x", "x"}, {"x", "x"}}, {{"x", "x"}, {"x", "x"}}), 0, 0, 0, 0));
    CHECK(finds(merged(KeyRule::Multiset, {{"x", "x"}}, {{"x", "x"}, {"x", "x"}}), 0, 0, 0, 1));
    CHECK(finds(merged(KeyRule::Multiset, {{"x", "x"}, {"x", "x"}, {"y", "y"}}, {{"x", "x"}, {"z", "z"}}), 2, 1, 0, 0));
}

TEST_CASE("examples are the first ones, and no more than were asked for")
{
    std::vector<std::pair<std::string, DifferenceKind>> shown;
    const auto report =
        merged(KeyRule::Unique, {{"a", "1"}, {"b", "1"}, {"c", "1"}}, {{"b", "2"}, {"d", "1"}}, 2, &shown);
    CHECK(finds(report, 2, 1, 1, 0));
    REQUIRE(shown.size() == 2);
    CHECK(shown[0] == std::pair<std::string, DifferenceKind>("a", DifferenceKind::Missing));
    CHECK(shown[1] == std::pair<std::string, DifferenceKind>("b", DifferenceKind::Different));
}
