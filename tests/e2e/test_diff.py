#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""What a change of a job does to its SQL: the committed version against the working copy, and two jobs."""
import subprocess

from harness import JOB, Drill, main


class SqlDiff(Drill):
    def setUp(self):
        super().setUp()
        self.items()
        self.git("init", "-q", "-b", "main")
        self.commit("first")

    def git(self, *words):
        subprocess.run(["git", "-C", self.pool.folder, "-c", "user.name=Drill", "-c", "user.email=drill@localhost", *words],
                       check=True, capture_output=True)

    def commit(self, subject):
        self.git("add", "-A")
        self.git("commit", "-q", "-m", subject)

    def changed(self):
        self.pool.job(JOB.format(source=', where: "t.amount > 0"', watermark="", more='delete_when: "t.name = \'gone\'"\n'))

    def diffs(self, *words):
        outcome = self.tool("job", "diff", *words, "--sql")
        return outcome, {e["part"]: e["diff"] for e in outcome.events if e["event"] == "job.sql_diff"}

    def test_the_working_copy_against_what_is_committed(self):
        outcome, diffs = self.diffs("item")
        self.assertEqual((diffs, outcome.events[-1]["changes"]), ({}, 0))
        self.changed()
        outcome, diffs = self.diffs("item")
        self.assertEqual(set(diffs), {"extract", "ddl", "apply"})
        self.assertTrue(diffs["extract"].startswith("--- HEAD:item extract\n+++ item extract\n@@ -"), diffs)
        self.assertIn("\n+where (t.amount > 0)\n", diffs["extract"])
        self.assertRegex(diffs["ddl"], r"(?m)^\+ .*_del ")
        self.assertRegex(diffs["apply"], r"(?m)^\+  and s\._del")
        self.assertEqual(outcome.events[-1]["event"], "job.compared")

    def test_two_revisions_of_a_job_that_is_gone(self):
        self.changed()
        self.commit("second")
        (self.pool.folder / "customers/acme/jobs/item.yaml").unlink()
        _, diffs = self.diffs("HEAD~1:item", "HEAD:item")
        self.assertIn("\n+where (t.amount > 0)\n", diffs["extract"])

    def test_two_jobs_and_a_full_one(self):
        self.pool.job("job: all\nsource: { connection: erp, table: sales.item }\n"
                      "target: { connection: dw, table: ods.all, create: true }\nkey: [item_id]\nmode: full\n")
        _, diffs = self.diffs("item", "all")
        self.assertIn("\n+-- full load: every row\n", diffs["extract"])
        self.assertIn("\n+lock table ods", diffs["apply"].replace("alter table", "lock table"))

    def test_meaning_too_is_compared_with_the_committed_version(self):
        self.changed()
        changes = [e for e in self.tool("job", "diff", "item").events if e["event"] == "job.change"]
        self.assertEqual({c["path"] for c in changes}, {"source.where", "delete_when"})

    def test_what_can_not_be_compared_says_why(self):
        for words, what in ((("nine:item", "item"), "no git revision nine"), (("HEAD:thing", "item"), "no job thing"),
                            (("--output=x:item", "item"), "")):
            outcome = self.tool("job", "diff", *words, "--sql", code=2)
            self.assertIn(what, outcome.text)
        self.source.sql("drop table sales.item")
        outcome = self.tool("job", "diff", "item", "--sql", code=3)
        self.assertIn("HEAD:item: ", outcome.text)


if __name__ == "__main__":
    main()
