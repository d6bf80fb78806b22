#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Verification from the command line: exit 0 only where both ends are the same, and what differs is shown."""
from harness import JOB, Drill, main


class Verify(Drill):
    def setUp(self):
        super().setUp()
        self.items()
        self.run_job(state="applied")

    def verify(self, level, code=0):
        outcome = self.tool("verify", "item", "--level", level, code=code)
        return next((e for e in reversed(outcome.events) if e.get("event") == "verify.finished"), {})

    def test_the_same_at_both_levels_with_scope_and_age(self):
        self.change()
        for level in ("L1", "L3"):
            report = self.verify(level)
            self.assertTrue(report["same"], report)
            self.assertEqual(report["rows"]["pending"], 101)
            self.assertIn(report["before"], report["scope"])
            self.assertTrue(report["source_as_of"] and report["target_as_of"])

    def test_damage_is_exit_6_and_shown(self):
        self.target.sql("update ods.item set name = name || ' ' where item_id = 7; delete from ods.item where item_id = 8;"
                        " insert into ods.item values (-1, 'nobody', 0, '2024-01-01')")
        report = self.verify("L3", code=6)
        self.assertEqual(report["differences"], {"missing": 1, "extra": 1, "different": 1, "duplicate": 0})
        kinds = {example["kind"]: example["key"]["item_id"] for example in report["examples"]}
        self.assertEqual(kinds, {"missing": "8", "extra": "-1", "different": "7"})

    def test_watermarks_without_end_and_without_value(self):
        """What has no time, or one that never comes, is pending on both sides; what lies before all time is settled."""
        self.source.sql("insert into sales.item values (2001, 'never', 0, 'infinity')")
        self.source.sql("update sales.item set name = 'changed', updated_at = 'infinity' where item_id = 5;"
                        " update sales.item set name = 'changed', updated_at = null where item_id = 6")
        for level in ("L1", "L3"):
            report = self.verify(level)
            self.assertTrue(report["same"], report)
            self.assertEqual(report["rows"]["pending"], 3)
        self.source.sql("update sales.item set name = 'changed', updated_at = '-infinity' where item_id = 7")
        report = self.verify("L3", code=6)
        self.assertEqual(report["differences"], {"missing": 0, "extra": 0, "different": 1, "duplicate": 0})

    def test_what_lies_before_the_start_of_the_job_is_no_difference(self):
        start = self.source.sql("select to_char(now() - interval '2 hours', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')")
        self.pool.job(JOB.format(source="", watermark=f", start: {start}", more="id: second\n").replace("ods.item", "ods.second"))
        self.source.sql("insert into sales.item values (3000, 'history', 0, now() - interval '1 day')")
        for options in ((), ("--reload",)):
            self.run_job("item", *options, state="applied")
            for level in ("L1", "L3"):
                report = self.verify(level)
                self.assertTrue(report["same"], report)
                self.assertEqual(report["rows"]["source"], 1000)

    def test_more_than_a_million_pending_is_not_comparable(self):
        self.source.sql("insert into sales.item select n, 'later', 0, now() from generate_series(10000, 1010000) n")
        outcome = self.tool("verify", "item", "--level", "L3", code=6)
        report = outcome.events[-1]
        self.assertEqual((report["event"], report["comparable"]), ("verify.finished", False), report)
        self.assertRegex(report["not_comparable"], "1000000|1,000,000|million")

    def test_levels_of_later_versions(self):
        for level in ("L0", "L2"):
            self.tool("verify", "item", "--level", level, code=2)
        self.tool("verify", "item", "--level", "L3", "--repair", code=2)

    def test_a_run_that_verifies_itself(self):
        job = (self.pool.folder / "customers/acme/jobs/item.yaml").read_text(encoding="utf-8")
        self.pool.job(job + "verify: { after_run: L3 }\n")
        self.change()
        self.assertIs(self.run_job(state="applied").finished["verified"], True)
        self.target.sql("delete from ods.item where item_id = 500")
        outcome = self.run_job(code=6)
        self.assertEqual((outcome.state, outcome.finished["verified"]), ("refused", False))
        self.assertLedgerWhole()


if __name__ == "__main__":
    main()
