#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""What changed under a job's feet: it stops with exit 6, shows the difference, and offers the two ways on."""
from harness import JOB, Drill, main


class Fingerprint(Drill):
    def setUp(self):
        super().setUp()
        self.items()
        self.run_job(state="applied")
        self.change()

    def refused(self, *words, ways=("--reload", "--accept-change")):
        """The run stops, writes nothing and offers the ways on."""
        ledger = self.ledger()
        outcome = self.run_job(code=6, state="refused")
        self.assertTells(outcome, *words, *ways)
        self.assertEqual(self.ledger(), ledger)
        return outcome

    def test_the_target_was_dropped(self):
        self.target.sql("drop table ods.item")
        self.refused("ods.item", "not there", ways=["--reload"])
        self.assertEqual(self.target.sql("select to_regclass('ods.item') is null"), "t", "a guard created a table")
        self.run_job("item", "--reload", state="applied")
        self.assertExact()
        self.assertLedgerWhole()

    def test_the_target_was_dropped_and_made_again(self):
        self.target.sql("create table ods.other (like ods.item including all); drop table ods.item;"
                        " alter table ods.other rename to item")
        self.refused("ods.item")
        self.run_job("item", "--reload", state="applied")
        self.assertExact()
        self.change()
        self.run_job(state="applied")
        self.assertExact()
        self.assertLedgerWhole(length=3)

    def test_the_job_reads_another_table(self):
        self.source.sql("create table sales.item2 as select item_id + 100000 as item_id, name, amount, updated_at from sales.item;"
                        " alter table sales.item2 add primary key (item_id)")
        self.pool.job(JOB.format(source="", watermark="", more="").replace("sales.item", "sales.item2"))
        self.refused("the job's source changed")
        self.run_job("item", "--reload", state="applied")
        self.assertExact("select * from sales.item2", "select * from ods.item")

    def test_the_job_writes_another_table(self):
        self.pool.job(JOB.format(source="", watermark="", more="").replace("ods.item", "ods.item2"))
        self.refused("ods.item2", "the job's target changed", ways=["--reload"])
        self.assertEqual(self.target.sql("select to_regclass('ods.item2') is null"), "t", "a guard created a table")

    def test_a_wider_where_can_be_accepted(self):
        self.pool.job(JOB.format(source=', where: "t.item_id > 0"', watermark="", more=""))
        self.refused("the job's where changed")
        self.run_job("item", "--accept-change", state="applied")
        self.assertExact()
        self.run_job(state="applied")
        self.assertLedgerWhole(length=3)

    def test_a_column_was_dropped_at_the_source(self):
        before = self.target.rows("select * from ods.item order by 1")
        self.source.sql("alter table sales.item drop column amount")
        outcome = self.start_job().finish()
        self.assertIn(outcome.code, (2, 3, 6), outcome.text)
        self.assertTells(outcome, "columns changed", "amount")
        self.assertEqual(self.target.rows("select * from ods.item order by 1"), before)
        self.assertEqual(len(self.ledger()), 1)
        self.run_job("item", "--accept-change", state="applied")
        self.assertExact("select item_id, name, updated_at from sales.item", "select item_id, name, updated_at from ods.item")

    def test_a_column_was_dropped_at_the_target(self):
        self.target.sql("alter table ods.item drop column amount")
        outcome = self.start_job().finish()
        self.assertIn(outcome.code, (2, 4, 6), outcome.text)
        self.assertTells(outcome, "amount|column")
        self.assertEqual(len(self.ledger()), 1)

    def test_another_pool_uses_the_same_job_id(self):
        self.pool.write("pool.yaml", "pool: another\nformat: 1\n")
        outcome = self.run_job(code=5)
        self.assertTells(outcome, "pool", "drill")


class Targets(Drill):
    APPEND = """job: item
source: { connection: erp, table: sales.item }
target: { connection: dw, table: ods.item, create: true }
mode: incremental
watermark: { column: t.updated_at, nulls: reject }
apply: append
"""

    def test_append_into_rows_of_somebody_else(self):
        self.items()
        self.pool.job(self.APPEND)
        self.target.sql("create schema ods; create table ods.item (item_id bigint, name text, amount numeric(18,2), updated_at timestamptz);"
                        " insert into ods.item values (0, 'was here', 1, now())")
        outcome = self.run_job(code=6, state="refused")
        self.assertTells(outcome, "append|rows", "adopt")
        hi = self.source.sql("select now() - interval '2 hours'")
        self.tool("ledger", "item", "--adopt", hi.replace(" ", "T"))
        self.run_job(state="applied")
        self.assertEqual(self.ledger()[0]["kind"], "adopt")
        self.assertExact("select * from sales.item union all select * from (values (0, 'was here', 1, now())) x where false",
                         "select * from ods.item where item_id <> 0")
        self.assertLedgerWhole(length=2)

    def test_a_time_that_nobody_can_have_reached(self):
        self.items()
        self.run_job(state="applied")
        self.target.sql("drop schema tidegate cascade")
        for hi in ("2099-01-01T00:00:00Z", "infinity"):
            self.assertRegex(self.tool("ledger", "item", "--adopt", hi, code=6).err, "after the clock of source erp")
        self.tool("ledger", "item", "--adopt", "rubbish", code=2)
        self.assertEqual(self.ledger(), [])
        self.pool.job(JOB.format(source="", watermark=", start: 2099-01-01T00:00:00Z", more=""))
        self.assertRegex(" ".join(self.run_job(state="nothing_to_do").finished["warnings"]), "watermark.start lies .* after the clock")

    def test_append_adds_each_row_once(self):
        self.items()
        self.pool.job(self.APPEND)
        self.run_job(state="applied")
        self.source.sql("insert into sales.item select n, 'new', 0, now() from generate_series(2000, 2100) n")
        self.run_job(state="applied")
        self.assertExact()
        self.assertLedgerWhole(length=2)

    def test_children_that_a_delete_would_take_along(self):
        self.items()
        self.run_job(state="applied")
        self.target.sql("create table ods.child (item_id bigint references ods.item on delete cascade);"
                        " insert into ods.child select item_id from ods.item")
        self.change()
        outcome = self.run_job(code=6, state="refused")
        self.assertTells(outcome, "child", "foreign key", "no action")
        self.assertEqual(self.target.sql("select count(*) from ods.child"), "1000")

    def test_a_full_load_that_would_shrink_the_table(self):
        self.items()
        self.pool.job("job: item\nsource: { connection: erp, table: sales.item }\n"
                      "target: { connection: dw, table: ods.item, create: true }\nkey: [item_id]\nmode: full\n")
        self.run_job(state="applied")
        self.source.sql("delete from sales.item where item_id > 100")
        outcome = self.run_job(code=6, state="refused")
        self.assertTells(outcome, "1000", "100", "guard")
        self.assertEqual(self.target.sql("select count(*) from ods.item"), "1000")

    def test_a_view_sees_the_new_rows_of_a_full_load(self):
        self.items()
        self.pool.job("job: item\nsource: { connection: erp, table: sales.item }\n"
                      "target: { connection: dw, table: ods.item, create: true }\nkey: [item_id]\nmode: full\n")
        self.run_job(state="applied")
        self.target.sql("create view ods.v_item as select * from ods.item")
        self.change()
        self.run_job(state="applied")
        self.assertExact(target="select item_id, name, amount, updated_at from ods.v_item")

    def test_a_dry_run_writes_nothing(self):
        self.items()
        self.run_job("item", "--dry-run")
        self.assertEqual(self.target.sql("select count(*) from pg_namespace where nspname in ('ods', 'tidegate')"), "0")


if __name__ == "__main__":
    main()
