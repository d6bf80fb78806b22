#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""`run --dry-run`: the window's SQL first, rows expected, locks, warnings; nothing is written."""
import subprocess

from harness import TOOL, Drill, main
from places import DELETE


class DryRun(Drill):
    def shown(self, *options):
        """What a person reads on stdout."""
        return subprocess.run([TOOL, "--pool", str(self.pool.folder), "run", "item", "--dry-run", *options], check=True,
                              capture_output=True, encoding="utf-8").stdout

    def test_the_sql_of_the_window_comes_first(self):
        self.items(source=', where: "t.amount > 0"')
        self.run_job(state="applied")
        hi = self.ledger()[-1]["hi"]
        self.change()
        text = self.shown()
        places = [text.index(part) for part in (f"-- dry run of item: window [{hi}, ", "-- source: read", f">= timestamptz '{hi}'",
                  "-- target: delete the old versions", "-- rows expected: about ", "-- lock at the source: ACCESS SHARE on sales.item",
                  "-- lock at the target: SHARE ROW EXCLUSIVE on ods.item", "-- warning: ")]
        self.assertEqual(places, sorted(places), text)
        self.assertNotIn("pg_catalog", text)
        self.assertNotIn("pg_class", text)
        self.assertIn("pg_class", self.shown("--verbose").partition("-- what the dry run asked")[2])

    def test_a_reload_shows_the_swap(self):
        self.items()
        self.run_job(state="applied")
        text = self.shown("--reload")
        self.assertIn("drop table ods.item", text)
        self.assertIn("ACCESS EXCLUSIVE on ods.item for the moment of the swap", text)

    def test_for_programs_too(self):
        self.items()
        outcome = self.run_job("item", "--dry-run", state="nothing_to_do")
        titles = [e["title"] for e in outcome.events if e["event"] == "run.statement"]
        self.assertEqual(titles[0], "read")
        self.assertGreater(outcome.finished["dry_run"]["rows_expected"], 0)
        self.assertEqual(self.target.sql("select count(*) from pg_namespace where nspname in ('ods', 'tidegate')"), "0")

    def test_it_says_what_would_stop_a_run(self):
        self.items()
        self.run_job(state="applied")
        self.change()
        rule = self.proxy("target").after(DELETE)
        engine = self.start_job()
        rule.wait()
        self.direct()
        self.assertIn(f"-- warning: job item is being run by {self.target.cluster.user}", self.shown())
        rule.release()
        self.assertEqual(engine.finish().state, "applied")
        self.target.sql("drop table ods.item")
        self.assertTells(self.run_job("item", "--dry-run", code=6), "--reload")


if __name__ == "__main__":
    main()
