// SPDX-License-Identifier: Apache-2.0
#include "pool/pool.h"

#include <doctest/doctest.h>

using namespace tidegate;

namespace {

/// What validation says about a job made of a good head and these lines.
std::string reportOf(const std::string& lines)
{
    const std::string head =
        "job: a\nsource: { connection: erp, table: s.t }\ntarget: { connection: dw, table: ods.t }\n";
    std::string report;
    for (const Finding& finding : parseJob(head + lines, "a", "a.yaml", nullptr).findings)
        report += toString(finding) + (finding.fix.empty() ? "" : " fix: " + finding.fix) + "\n";
    return report;
}

std::string reportOfWhole(const std::string& text)
{
    std::string report;
    for (const Finding& finding : parseJob(text, "a", "a.yaml", nullptr).findings)
        report += toString(finding) + "\n";
    return report;
}

} // namespace

TEST_CASE("what is wrong in a job is said with place, reason and proposal")
{
    struct Row
    {
        const char* sentence;
        const char* lines;
        const char* report;
    };
    const std::string incremental = "key: [id]\nmode: incremental\n";
    const Row rows[] = {
        {"an unknown key near a known one", "watermarc: { column: t.u }\n",
         "a.yaml:4:1: error: unknown key `watermarc` (did you mean `watermark`?) fix: watermark"},
        {"a key of another section", "lag: 2m\n", "4:1: error: unknown key `lag` (did you mean `watermark.lag`?)"},
        {"a duplicate key", "key: [id]\nmode: full\nkey: [b]\n",
         "6:1: error: `key` is there twice; the first is in line 4"},
        {"a text where a list belongs", "key: id\n",
         "4:6: error: `key` must be a list, but it is text (a list with one item is `[id]`) fix: [id]"},
        {"a number where a name belongs", "key: [1]\n",
         "4:7: error: `key[0]` must be text, but it is a whole number (quote it: `\"1\"`) fix: \"1\""},
        {"yes is not true", "schedule: { cron: 0 2 * * *, paused: yes }\n", "write `true`) fix: true"},
        {"a value that is nothing", "description:\n", "4:13: error: `description` must be text, but it is nothing"},
        {"a choice with a slip", "mode: incremantal\n",
         "4:7: error: `incremantal` is not one of `full`, `incremental` (did you mean `incremental`?) fix: "
         "incremental"},
        {"a duration without unit", "key: [id]\nmode: incremental\nwatermark: { column: t.u, lag: 2 }\n",
         "6:32: error: watermark.lag: the duration `2` has no unit (write the unit, for example `2m`; units are ms, s, "
         "m, h, d and w) fix: 2m"},
        {"a rate without /s", "tuning: { rate_limit: 50MiB }\n", "fix: 50MiB/s"},
        {"a frame that is too small", "tuning: { frame: 1B }\n", "a frame of 1B is out of range"},
        {"streams out of range", "tuning: { streams: 0 }\n", "`tuning.streams` can't be 0 (1 to 64)"},
        {"a bad cron line", "schedule: \"0 25 * * *\"\n", "4:14: error: schedule: `25` is no hour of a cron line"},
        {"a cron line with four fields", "schedule: \"0 2 * *\"\n", "has 4 fields, not five"},
        {"a zone with a slip", "schedule: { cron: 0 2 * * *, zone: Asia/Shangai }\n",
         "(did you mean `Asia/Shanghai`?) fix: Asia/Shanghai"},
        {"an abbreviation of a zone", "schedule: { cron: 0 2 * * *, zone: CST }\n", "`CST` is no time zone"},
        {"a name in SQL quotes", "key: ['\"id\"']\n", "names are literal here: write `id`) fix: id"},
        {"a name twice in the key", "key: [id, id]\n", "`id` is twice in `key`"},
        {"an empty key", "key: []\n", "the list `key` is empty"},
        {"incremental without a watermark", "key: [id]\nmode: incremental\n",
         "5:7: error: an incremental job needs a `watermark`"},
        {"a watermark without a mode", "key: [id]\nwatermark: { column: t.u }\n",
         "the job has a `watermark` but no `mode`"},
        {"a watermark without its table", "key: [id]\nmode: incremental\nwatermark: { column: updated_at }\n",
         "fix: t.updated_at"},
        {"an expression as watermark", "key: [id]\nmode: incremental\nwatermark: { column: \"greatest(t.a, t.b)\" }\n",
         "is no qualified column"},
        {"an alias that no table has", "key: [id]\nmode: incremental\nwatermark: { column: [t.u, o.u] }\n",
         "6:28: error: no table here has the alias `o`"},
        {"a join that is not used",
         "key: [id]\nmode: incremental\nwatermark: { column: t.u, join: { table: s.o, alias: o, on: o.a = t.a } }\n",
         "has no column of the joined table `o`"},
        {"a watermark of the child alone",
         "key: [id]\nmode: incremental\nwatermark: { column: o.u, join: { table: s.o, alias: o, on: o.a = t.a } }\n",
         "warning: the watermark has no column of the source table itself"},
        {"a join by something else",
         "key: [id]\nmode: incremental\nwatermark: { column: [t.u, o.u], join: { table: s.o, alias: o, on: o.a > t.a } "
         "}\n",
         "`on` is no AND of equalities"},
        {"a join that names a third table",
         "key: [id]\nmode: incremental\nwatermark: { column: [t.u, o.u], join: { table: s.o, alias: o, on: o.a = p.a } "
         "}\n",
         "`on` compares `o` with `p`"},
        {"the joined table is called t",
         "key: [id]\nmode: incremental\nwatermark: { column: t.u, join: { table: s.o, alias: t, on: t.a = t.a } }\n",
         "the alias `t` is the source table's"},
        {"merge without a key", "mode: incremental\nwatermark: { column: t.u }\n", "`apply: merge` needs a `key`"},
        {"append with overlap",
         "mode: incremental\napply: append\nwatermark: { column: t.u, overlap: 10m, nulls: reject }\n",
         "6:36: error: `apply: append` with an `overlap` would load rows twice"},
        {"append that does not reject NULLs", "mode: incremental\napply: append\nwatermark: { column: t.u }\n",
         "`apply: append` would load rows without a watermark again"},
        {"append that deletes",
         "mode: incremental\napply: append\nwatermark: { column: t.u, nulls: reject }\ndelete_when: t.d\n",
         "never deletes"},
        {"replace_partition without a partition",
         "mode: incremental\napply: replace_partition\nwatermark: { column: t.u }\n", "needs a `partition`"},
        {"a start that is no time", "key: [id]\nmode: incremental\nwatermark: { column: t.u, start: 2024-02-30 }\n",
         "`2024-02-30` is no date or time"},
        {"a step of nothing", "key: [id]\nmode: incremental\nwatermark: { column: t.u, step: 0s }\n",
         "would never end"},
        {"a column twice", "columns: [id, { name: id, from: t.x }]\n", "the column `id` is there twice"},
        {"a key that is not loaded", "columns: [id]\nkey: [ID]\n", "`ID` is in `key`, but the job does not load it"},
        {"a key that is excluded", "exclude: [id]\nkey: [id]\n", "take it out of `exclude`"},
        {"two statements in a condition", "delete_when: \"t.a = 1; drop table x\"\n", "the SQL has a semicolon"},
        {"an open quote in a condition", "delete_when: \"t.a = 'x\"\n", "is not closed"},
        {"an open parenthesis", "delete_when: \"(t.a\"\n", "`(` is not closed"},
        {"a closing parenthesis too many", "delete_when: \"t.a) or (t.b\"\n", "`)` has no partner"},
        {"a full load does not use a watermark", "mode: full\nwatermark: { column: t.u }\n",
         "warning: `watermark` is not used in a full load"},
        {"a password", "password: x\n", "4:1: error: `password` holds a secret"},
        {"a URL with a password", "description: see postgres://me:geheim@db/x\n",
         "4:14: error: there is a password in this text"},
        {"kafka is for later", "transport: kafka\n",
         "4:12: note: transport: kafka: transport over Kafka is not in this version"},
        {"more streams run as one", "tuning: { streams: 4 }\n",
         "note: this version reads with one stream (the job runs, with 1 instead of 4)"},
        {"a merge key of YAML 1.1", "tuning:\n  <<: { streams: 2 }\n", "merge keys are not read"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.sentence);
        const std::string report = reportOf(row.lines);
        CAPTURE(report);
        CHECK(report.find(row.report) != std::string::npos);
    }
}

TEST_CASE("good jobs have nothing to be said about")
{
    for (const char* lines : {
             "",
             "key: [id]\n",
             "mode: full\nkey: [id]\n",
             "key: [id]\nmode: incremental\nwatermark: { column: t.u }\n",
             "mode: incremental\napply: append\nwatermark: { column: t.\"更新\", nulls: reject, start: 2024-01-01 }\n",
             "key: [id]\nmode: incremental\nwatermark: { column: [t.u, o.u], join: { table: s.o, alias: o, on: t.a = "
             "o.a AND o.b = t.b } }\n",
             "schedule: \"*/5 8-18 1,15 jan-mar mon-fri\"\n",
             "delete_when: \"t.note = E'it\\\\'s; so' or t.note = $a$ (; $a$\"\n",
             "delete_when: \"t.note = 'a; b' -- not ;\\n or t.x = $$;$$ or \\\";\\\" = 1\"\n",
         }) {
        CAPTURE(lines);
        CHECK(reportOf(lines) == "");
    }
}

TEST_CASE("all findings come at once, in the order of the text, and no secret is repeated")
{
    const std::string report =
        reportOfWhole("job: b\nsource: { conection: erp }\npassword: geheim\nkey: id\nmode: ful\n");
    CHECK(report ==
          "a.yaml:1:1: error: `target` is missing (Where the rows go.)\n"
          "a.yaml:1:6: error: the job calls itself `b`, but its file is `a.yaml` (a job has its file's name; "
          "`job rename` changes both and keeps the ledger)\n"
          "a.yaml:2:9: error: `source` lacks `connection` (Name of a connection file; an environment may say "
          "that it means another one there.)\n"
          "a.yaml:2:11: error: unknown key `conection` in `source` (did you mean `connection`?)\n"
          "a.yaml:3:1: error: `password` holds a secret; a file of a pool must not (a password in git must be "
          "changed; write `secret: env:NAME`, `file:PATH` or `keyring:NAME`)\n"
          "a.yaml:4:6: error: `key` must be a list, but it is text (a list with one item is `[id]`)\n"
          "a.yaml:5:7: error: `ful` is not one of `full`, `incremental` (did you mean `full`?)\n");
}

TEST_CASE("rubbish is a finding, never a crash")
{
    std::string deep = "job: a\nsource: ";
    for (int i = 0; i < 5000; ++i)
        deep += "[";
    const std::string texts[] = {"",
                                 "\n",
                                 "# nothing\n",
                                 "just text",
                                 "- a\n- b\n",
                                 "42",
                                 "job",
                                 "{",
                                 "\t",
                                 deep,
                                 std::string("\0\1\2", 3),
                                 "a: &a [*a]",
                                 std::string(10'000'000, 'x'),
                                 "job: [a]\nsource: 1\ntarget: x\ncolumns: {}\nkey: {a: 1}\n"};
    for (const std::string& text : texts) {
        CAPTURE(text.substr(0, 40));
        const auto file = parseJob(text, "a", "a.yaml", nullptr);
        CHECK(hasErrors(file.findings));
        CHECK_FALSE(file.definition.has_value());
        for (const Finding& finding : file.findings)
            CHECK_FALSE(finding.message.empty());
    }
}
