// SPDX-License-Identifier: Apache-2.0
#include "job/jobedit.h"

#include "base/atomicfile.h"
#include "pool/pool.h"

#include <doctest/doctest.h>

using namespace tidegate;

namespace {

constexpr const char* sample = "job: a\n"
                               "source: { connection: erp, table: s.t } # where from\n"
                               "target:\n"
                               "  connection: dw\n"
                               "  table: \"ods.t\"\n"
                               "key: [id]\n"
                               "mode: incremental\n"
                               "watermark:\n"
                               "  column: t.u # when\n";

std::string afterSet(std::string_view path, std::string_view value)
{
    const auto patch = setJobValue(sample, path, value);
    return patch ? applied(sample, *patch) : "! " + patch.error().message + " (" + patch.error().hint + ")";
}

std::string replaced(std::string text, const std::string& from, const std::string& to)
{
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

} // namespace

TEST_CASE("a value is typed as people write it and stored as the schema wants it")
{
    struct Row
    {
        const char* sentence;
        const char* path;
        const char* value;
        const char* from;
        const char* to;
    };
    const Row rows[] = {
        {"a duration", "watermark.lag", "10m", "# when\n", "# when\n  lag: 10m\n"},
        {"keys stand in the schema's order", "target.create", "true", "key:", "  create: true\nkey:"},
        {"a number", "target.shrink_guard", "80", "key:", "  shrink_guard: 80\nkey:"},
        {"a text that looks like a number", "description", "2024", "source", "description: \"2024\"\nsource"},
        {"a text that looks like a boolean", "description", "true", "source", "description: \"true\"\nsource"},
        {"a text with a colon and a hash", "source.where", "t.a = 'x' # y: z", "s.t }",
         "s.t, where: \"t.a = 'x' # y: z\" }"},
        {"the quotes of the old value stay", "target.table", "ods.\"订单\"", "\"ods.t\"", "\"ods.\\\"订单\\\"\""},
        {"cron is a text", "schedule", "0 2 * * *", "t.u # when\n", "t.u # when\nschedule: 0 2 * * *\n"},
        {"cron in a map", "schedule", "{ cron: 0 2 * * *, zone: Asia/Shanghai, paused: true }", "t.u # when\n",
         "t.u # when\nschedule:\n  cron: 0 2 * * *\n  zone: Asia/Shanghai\n  paused: true\n"},
        {"one column or several", "watermark.column", "[t.u, o.u]", "t.u # when", "[t.u, o.u] # when"},
        {"an item of a list of names", "key[+]", "123", "[id]", "[id, \"123\"]"},
        {"a list of names", "key", "[1, b]", "[id]", "[\"1\", b]"},
        {"a column with its expression", "columns[+]", "{name: amount, from: \"round(t.amt, 2)\"}",
         "target:", "columns:\n  - { name: amount, from: \"round(t.amt, 2)\" }\ntarget:"},
        {"a draft may be wrong", "watermark.lag", "5", "# when\n", "# when\n  lag: \"5\"\n"},
        {"an empty text", "description", "", "source", "description: \"\"\nsource"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.sentence);
        CHECK(afterSet(row.path, row.value) == replaced(sample, row.from, row.to));
    }
}

TEST_CASE("a path or a value that the schema does not know is a usage error with a proposal")
{
    struct Row
    {
        const char* path;
        const char* value;
        const char* words;
    };
    const Row rows[] = {
        {"watermark.lagg", "2m", "did you mean `watermark.lag`?"},
        {"lag", "2m", "did you mean `watermark.lag`?"},
        {"mod", "full", "did you mean `mode`?"},
        {"mode.x", "full", "`mode` has no keys"},
        {"job[0]", "x", "`job` has no items"},
        {"target.create", "maybe", "true or false"},
        {"tuning.streams", "many", "a whole number"},
        {"key", "id", "a list such as [a, b]"},
        {"key", "[id", "not YAML flow text"},
        {"target", "x", "a map such as"},
        {"a..b", "x", "is no path"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.path);
        CAPTURE(row.value);
        const auto patch = setJobValue(sample, row.path, row.value);
        REQUIRE_FALSE(patch.has_value());
        CHECK(patch.error().code == ErrorCode::Usage);
        const std::string said = afterSet(row.path, row.value);
        CAPTURE(said);
        CHECK(said.find(row.words) != std::string::npos);
    }
    CHECK(unsetJobValue(sample, "watermark.lga").error().hint == "did you mean `watermark.lag`?");
    CHECK(unsetJobValue(sample, "watermark.lag").error().code == ErrorCode::NotFound);
}

TEST_CASE("an unknown key can be removed")
{
    const auto patch = unsetJobValue("job: a\nnonsense: 1 # c\nmode: full\n", "nonsense");
    REQUIRE(patch.has_value());
    CHECK(applied("job: a\nnonsense: 1 # c\nmode: full\n", *patch) == "job: a\nmode: full\n");
}

TEST_CASE("every change of the sample keeps it valid and can be undone by the reverse change")
{
    const auto text = readFile(TIDEGATE_TEST_DATA "/job/order_item.yaml");
    REQUIRE(text.has_value());
    struct Row
    {
        const char* path;
        const char* value;
    };
    const Row rows[] = {{"watermark.lag", "5m"},
                        {"watermark.column[1]", "o.changed_at"},
                        {"columns[0]", "id"},
                        {"columns[1].type", "numeric"},
                        {"schedule.cron", "15 3 * * 1-5"},
                        {"tuning.streams", "2"},
                        {"target.create", "false"},
                        {"source.where", "t.a = 1"},
                        {"verify.again[0]", "3d"}};
    for (const Row& row : rows) {
        CAPTURE(row.path);
        const auto patch = setJobValue(*text, row.path, row.value);
        REQUIRE(patch.has_value());
        const std::string after = applied(*text, *patch);
        CHECK(after != *text);
        CHECK(applied(after, inverse(*text, *patch)) == *text);
        const bool removesKey = std::string_view(row.path) == "columns[0]"; // the key is then not loaded
        CHECK(hasErrors(parseJob(after, "order_item", "order_item.yaml", nullptr).findings) == removesKey);
    }
}
