// SPDX-License-Identifier: Apache-2.0
#include "job/jobdiff.h"

#include "base/atomicfile.h"

#include <doctest/doctest.h>

using namespace tidegate;

namespace {

std::string report(std::string_view before, std::string_view after)
{
    const auto changes = diffJobs(before, after);
    REQUIRE(changes.has_value());
    std::string text;
    for (const JobChange& change : *changes)
        text += std::string(toString(change.kind)) + " " + change.path + ": " + change.before + " -> " + change.after +
                (change.risk.empty() ? "" : " !") + "\n";
    return text;
}

} // namespace

TEST_CASE("a difference is one of meaning")
{
    struct Row
    {
        const char* sentence;
        const char* before;
        const char* after;
        const char* report;
    };
    const Row rows[] = {
        {"comments, quotes, order and style are none", "job: a # x\nkey: [id]\nmode: full\n",
         "mode: 'full'\nkey:\n  - \"id\"\njob: a\n", ""},
        {"a default that is written out is none", "job: a\n",
         "job: a\nmode: full\ntuning: { streams: 1, frame: 1MiB }\ntarget: { create: false }\n", ""},
        {"another spelling of a duration is none", "watermark: { lag: 60s, overlap: 90m }\n",
         "watermark: { lag: 1m, overlap: 1h30m }\n", ""},
        {"one column as a text or a list is none", "watermark: { column: t.u }\n", "watermark: { column: [t.u] }\n",
         ""},
        {"a cron line as a text or in a map is none", "schedule: 0 2 * * *\n",
         "schedule: { cron: 0 2 * * *, missed: run_once }\n", ""},
        {"a column as a name or in a map is none", "columns: [a, b]\n", "columns: [{ name: b }, a]\n", ""},
        {"a longer overlap reads a window again", "watermark: { overlap: 10m }\n", "watermark: { overlap: 1h }\n",
         "changed watermark.overlap: 10m -> 1h !\n"},
        {"a shorter lag may miss rows", "watermark: { lag: 2m }\n", "watermark: {}\n",
         "changed watermark.lag: 2m -> 0s !\n"},
        {"a longer lag is harmless", "watermark: {}\n", "watermark: { lag: 2m }\n",
         "changed watermark.lag: 0s -> 2m\n"},
        {"another key", "key: [id]\n", "key: [id, src]\n", "added key[src]:  -> src !\n"},
        {"a column's expression", "columns: [{ name: a, from: t.x }, b]\n", "columns: [b, { name: a, from: t.y }]\n",
         "changed columns[a].from: t.x -> t.y !\n"},
        {"a column more and one less", "columns: [a, { name: b, from: t.b }]\n",
         "columns: [a, { name: c, type: int }]\n",
         "removed columns[b]: { name: b, from: t.b } ->  !\nadded columns[c]:  -> { name: c, type: int } !\n"},
        {"the mode", "job: a\n", "job: a\nmode: incremental\n", "changed mode: full -> incremental !\n"},
        {"a text for people has no risk", "description: a\n", "description: b\n", "changed description: a -> b\n"},
        {"a key that nobody knows", "job: a\n", "job: a\nnonsense: [1]\n", "added nonsense:  -> [1]\n"},
        {"changes stand in the schema's order", "a: 1\n", "verify: { after_run: L1 }\nsource: { table: s.t }\njob: a\n",
         "added job:  -> a !\nadded source.table:  -> s.t !\nchanged verify.after_run: none -> L1\nremoved a: 1 -> \n"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.sentence);
        CHECK(report(row.before, row.after) == std::string(row.report));
    }
}

TEST_CASE("the risk is told as a sentence")
{
    const auto changes = diffJobs("key: [id]\n", "key: [no]\n");
    REQUIRE(changes->size() == 2);
    CHECK(changes->front().risk.find("key changed") != std::string::npos);
    CHECK(changes->front().risk.find("full reload") != std::string::npos);
}

TEST_CASE("the sample does not differ from itself, and rubbish is told")
{
    const auto sample = readFile(TIDEGATE_TEST_DATA "/job/order_item.yaml");
    REQUIRE(sample.has_value());
    CHECK(diffJobs(*sample, *sample)->empty());
    CHECK(diffJobs("a: [", "a: 1\n").error().code == ErrorCode::Invalid);
    CHECK(diffJobs("a: 1\n", "a: 'x\n").error().code == ErrorCode::Invalid);
    CHECK(diffJobs("", "- a\n- b\n").has_value());
}
