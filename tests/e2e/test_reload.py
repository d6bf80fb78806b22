#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""`run --reload`: everything once more beside, swapped in with its ledger row; windows go on from there."""
from harness import Drill, main
from places import COMMIT, LEDGER

APPEND = """job: item
source: {{ connection: erp, table: sales.item }}
target: {{ connection: dw, table: ods.item, create: true }}
mode: incremental
watermark: {{ column: t.updated_at, nulls: reject{watermark} }}
apply: append
{more}"""


class Append(Drill):
    def begin(self, watermark="", more=""):
        """A job that appends, with one window applied and then damaged at the target."""
        self.items()
        self.pool.job(APPEND.format(watermark=watermark, more=more))
        self.run_job(state="applied")

    def add(self, first, last, when="now()"):
        self.source.sql(f"insert into sales.item select n, 'new', 0, {when} from generate_series({first}, {last}) n")

    def test_it_repairs_a_damaged_target_and_windows_go_on(self):
        self.begin()
        self.target.sql("delete from ods.item where item_id < 100; insert into ods.item values (1, 'twice', 0, now())")
        self.add(2000, 2100)
        self.run_job("item", "--reload", state="applied")
        self.assertExact()
        self.add(3000, 3100)
        self.run_job(state="applied")
        self.assertExact()
        kinds = [row["kind"] for row in self.assertLedgerWhole(length=3)]
        self.assertEqual(kinds, ["window", "reload", "window"])

    def test_a_row_at_or_after_hi_is_left_to_its_window(self):
        self.begin()
        self.add(2000, 2000, "now() + interval '2 seconds'")
        self.add(2001, 2001, "'2099-01-01'")
        self.run_job("item", "--reload", state="applied")
        query = "select item_id, name, amount, updated_at from sales.item where updated_at < '2098-01-01'"
        self.source.sql("select pg_sleep_until(updated_at) from sales.item where item_id = 2000")
        self.run_job(state="applied")
        self.assertExact(query)
        self.assertLedgerWhole(length=3)

    def test_rows_that_come_while_it_reads_are_appended_once(self):
        self.begin()
        rule = self.proxy("source").copied(2000)
        engine = self.start_job("item", "--reload")
        rule.wait()
        self.add(2000, 2100)
        rule.release()
        self.assertEqual(engine.finish().state, "applied")
        self.direct()
        self.run_job(state="applied")
        self.assertExact()
        self.assertLedgerWhole(length=3)

    def test_an_open_writer_holds_it_as_it_holds_a_window(self):
        self.begin()
        connection = self.source.connect(autocommit=False)
        self.addCleanup(connection.close)
        connection.cursor().execute("insert into sales.item values (4000, 'late', 0, now())")
        self.add(4001, 4001)
        self.run_job("item", "--reload", state="applied")
        connection.commit()
        self.run_job(state="applied")
        self.assertExact()
        self.assertLedgerWhole(length=3)

    def test_without_a_ledger_it_takes_the_place_of_a_filled_table(self):
        self.items()
        self.pool.job(APPEND.format(watermark="", more=""))
        self.target.sql("create schema ods; create table ods.item (item_id bigint, name text, amount numeric(18,2), updated_at timestamptz);"
                        " insert into ods.item values (0, 'was here', 1, now())")
        self.run_job("item", "--reload", state="applied")
        self.assertExact()
        self.add(2000, 2100)
        self.run_job(state="applied")
        self.assertExact()

    def test_a_row_without_watermark_stops_it(self):
        self.begin()
        self.add(2000, 2000, "null")
        outcome = self.run_job("item", "--reload", code=6, state="refused")
        self.assertTells(outcome, "watermark", "2000")
        self.assertEqual(self.target.sql("select count(*) from ods.item"), "1000")
        self.assertLedgerWhole(length=1)

    def test_from_the_start_of_the_job(self):
        start = self.source.sql("select to_char(now() - interval '2 hours', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')")
        self.begin(watermark=f", start: {start}")
        self.add(5000, 5010, "now() - interval '1 day'")
        self.run_job("item", "--reload", state="applied")
        self.assertExact(f"select * from sales.item where updated_at >= '{start}'", "select * from ods.item")
        self.assertLedgerWhole(length=2)

    def test_killed_around_the_commit(self):
        for arm, applied in ((lambda p: p.before(LEDGER), False), (lambda p: p.after(COMMIT, following=LEDGER), True)):
            with self.subTest(applied=applied):
                self.source.sql("drop schema if exists sales cascade")
                self.target.sql("drop schema if exists ods, tidegate cascade")
                self.begin()
                self.target.sql("delete from ods.item where item_id < 100")
                proxy = self.proxy("target")
                rule = arm(proxy)
                engine = self.start_job("item", "--reload")
                rule.wait()
                engine.kill()
                proxy.cut()
                rule.release()
                self.direct()
                self.assertEqual(len(self.ledger()), 2 if applied else 1)
                if not applied:
                    self.run_job("item", "--reload", state="applied")
                self.add(2000, 2100)
                self.run_job(state="applied")
                self.assertExact()
                self.assertLedgerWhole(length=3)

    def test_children_that_a_delete_would_take_along(self):
        self.begin()
        self.target.sql("alter table ods.item add primary key (item_id); create table ods.child (item_id bigint references ods.item"
                        " on delete cascade); insert into ods.child select item_id from ods.item")
        outcome = self.run_job("item", "--reload", code=6, state="refused")
        self.assertTells(outcome, "child", "foreign key", "no action")
        self.assertEqual(self.target.sql("select count(*) from ods.child"), "1000")


class Merge(Drill):
    def test_from_the_start_of_the_job(self):
        start = self.source.sql("select to_char(now() - interval '2 hours', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')")
        self.items(watermark=f", start: {start}")
        self.source.sql("insert into sales.item values (5000, 'before it', 0, now() - interval '1 day'), (5001, 'no time', 0, null)")
        self.run_job(state="applied")
        wanted = f"select * from sales.item where updated_at >= '{start}' or updated_at is null"
        self.assertExact(wanted, "select * from ods.item")
        self.run_job("item", "--reload", state="applied")
        self.assertExact(wanted, "select * from ods.item")
        self.assertLedgerWhole(length=2)


class FromFull(Drill):
    def test_a_full_job_becomes_one_that_appends(self):
        self.items()
        self.pool.job("job: item\nsource: { connection: erp, table: sales.item }\n"
                      "target: { connection: dw, table: ods.item, create: true }\nmode: full\n")
        self.run_job(state="applied")
        self.pool.job(APPEND.format(watermark="", more=""))
        self.assertTells(self.run_job(code=6, state="refused"), "--reload")
        self.run_job("item", "--reload", state="applied")
        self.source.sql("insert into sales.item values (2000, 'new', 0, now())")
        self.run_job(state="applied")
        self.assertExact()
        self.assertLedgerWhole(length=3)


if __name__ == "__main__":
    main()
