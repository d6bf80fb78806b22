#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Rows that are hard to bring over: without watermark, without key, twice, under a join, soft-deleted, full of odd bytes."""
from harness import Drill, main


class NullWatermarks(Drill):
    def begin(self, policy):
        self.items(watermark=f", nulls: {policy}")
        self.source.sql("insert into sales.item values (5000, 'no time', 1, null)")

    def test_include_reads_them_in_every_window(self):
        self.begin("include")
        self.run_job(state="applied")
        self.assertExact()
        self.source.sql("update sales.item set amount = 77 where item_id = 5000")
        self.run_job(state="applied")
        self.assertExact()
        self.assertLedgerWhole(length=2)

    def test_sweep_reads_them_once_a_day(self):
        self.begin("sweep")
        outcome = self.start_job().finish()
        if outcome.code == 2:
            self.assertTells(outcome, "sweep", "version")
            return
        self.assertEqual(outcome.state, "applied", outcome.text)
        self.assertExact()
        self.source.sql("update sales.item set amount = 77 where item_id = 5000")
        self.assertEqual(self.run_job(state="applied").rows["read"], 0)

    def test_reject_stops_and_names_the_row(self):
        self.begin("reject")
        outcome = self.run_job(code=6, state="refused")
        self.assertTells(outcome, "5000", "null", "watermark|updated_at")
        self.assertEqual(self.ledger(), [])
        self.source.sql("update sales.item set updated_at = now() where item_id = 5000")
        self.run_job(state="applied")
        self.assertExact()


class Keys(Drill):
    def begin(self, more=""):
        self.items(more=more)
        self.source.sql("alter table sales.item drop constraint item_pkey; alter table sales.item alter item_id drop not null")

    def test_a_null_in_the_key_is_a_bad_row(self):
        self.begin()
        self.source.sql("insert into sales.item values (null, 'keyless', 1, now())")
        outcome = self.run_job(code=6, state="refused")
        self.assertTells(outcome, "item_id", "null")
        self.assertEqual(self.ledger(), [])
        self.source.sql("delete from sales.item where item_id is null")
        self.run_job(state="applied")
        self.assertExact()

    def test_a_key_that_is_not_one_is_shown_with_two_examples(self):
        self.begin()
        self.source.sql("insert into sales.item values (7, 'the other seven', 1, now())")
        outcome = self.run_job(code=6, state="refused")
        self.assertRegex(outcome.text, "the other seven")
        self.assertRegex(outcome.text, "商品 7")
        self.assertTells(outcome, "key", "newest")
        self.assertEqual(self.ledger(), [])

    def test_newest_keeps_the_newest_and_counts_the_others(self):
        self.begin("on_duplicate_key: newest\n")
        self.source.sql("insert into sales.item values (7, 'the newer seven', 1, now())")
        outcome = self.run_job(state="applied")
        self.assertEqual(outcome.rows["superseded"], 1)
        self.assertExact("select distinct on (item_id) item_id, name, amount, updated_at from sales.item"
                         " order by item_id, updated_at desc")
        self.assertLedgerWhole()

    def test_full_loads_look_too(self):
        self.begin()
        self.pool.job("job: item\nsource: { connection: erp, table: sales.item }\n"
                      "target: { connection: dw, table: ods.item, create: true }\nkey: [item_id]\nmode: full\n")
        self.source.sql("insert into sales.item values (7, 'the other seven', 1, now())")
        outcome = self.run_job(code=6, state="refused")
        self.assertRegex(outcome.text, "the other seven")
        self.source.sql("delete from sales.item where name = 'the other seven'")
        self.run_job(state="applied")
        self.assertExact()


class JoinedWatermark(Drill):
    def setUp(self):
        super().setUp()
        self.items()
        self.source.sql("create table sales.part (part_id bigint primary key, item_id bigint, size int, updated_at timestamptz);"
                        " insert into sales.part select n, 1 + n % 500, n, now() - interval '1 hour' from generate_series(1, 2000) n")
        self.pool.job("""job: part
source: { connection: erp, table: sales.part }
target: { connection: dw, table: ods.part, create: true }
columns: [part_id, item_id, size, updated_at, { name: item_name, from: "(select i.name from sales.item i where i.item_id = t.item_id)", type: text }]
key: [part_id]
mode: incremental
watermark:
  column: [t.updated_at, i.updated_at]
  join: { table: sales.item, alias: i, "on": "i.item_id = t.item_id" }
""")

    def assertParts(self):
        self.assertExact("select p.part_id, p.item_id, size, p.updated_at, i.name from sales.part p"
                         " left join sales.item i using (item_id)", "select part_id, item_id, size, updated_at, item_name from ods.part")

    def test_parent_only_child_only_and_both(self):
        self.run_job("part", state="applied")
        self.assertParts()
        self.source.sql("update sales.item set name = 'renamed', updated_at = now() where item_id = 3")
        self.assertEqual(self.run_job("part", state="applied").rows["read"], 4)
        self.assertParts()
        self.source.sql("update sales.part set size = -1, updated_at = now() where part_id = 9")
        self.assertEqual(self.run_job("part", state="applied").rows["read"], 1)
        self.assertParts()
        self.source.sql("insert into sales.part values (9001, null, 1, now()), (9002, 99999, 1, now())")
        self.run_job("part", state="applied")
        self.assertParts()
        self.assertLedgerWhole("part", length=4)


class Merge(Drill):
    def test_soft_deletes(self):
        self.items(more='delete_when: "t.name = \'gone\'"\n')
        self.run_job(state="applied")
        self.source.sql("update sales.item set name = 'gone', updated_at = now() where item_id <= 10")
        outcome = self.run_job(state="applied")
        self.assertEqual(outcome.rows["deleted"], 10)
        self.assertExact("select * from sales.item where name <> 'gone'", "select * from ods.item")
        self.assertLedgerWhole()

    def test_overlap_reads_again_and_writes_nothing(self):
        self.items(watermark=", overlap: 1d")
        self.run_job(state="applied")
        version = self.target.sql("select sum(xmin::text::bigint) from ods.item")
        outcome = self.run_job(state="applied")
        self.assertEqual((outcome.rows["read"], outcome.rows["unchanged"], outcome.rows["inserted"]), (1000, 1000, 0))
        self.assertEqual(self.target.sql("select sum(xmin::text::bigint) from ods.item"), version)

    def test_columns_that_are_not_ours_keep_their_values(self):
        self.items()
        self.run_job(state="applied")
        self.target.sql("alter table ods.item add note text default 'none'; update ods.item set note = 'kept' where item_id = 5")
        self.change(1, 10)
        self.run_job("item", "--accept-change", state="applied")
        self.assertExact()
        self.assertEqual(self.target.sql("select note from ods.item where item_id = 5"), "kept")
        self.assertEqual(self.target.sql("select note from ods.item where item_id = 1001"), "none")

    def test_awkward_values(self):
        self.items(rows=1)
        self.source.sql(r"""insert into sales.item values (2, '', 'NaN', now()), (3, null, null, now()), (4, E'tab\tnew\nline\rback\\slash', 1, now()),
          (5, '\N', 1, now()), (6, '\.', 1, now()), (7, '订单''; drop table ods.item; --', 1, now()), (8, 'trailing  ', 1, now()),
          (9, repeat('长', 100000), 1, now()), (10, E'\u00a0\u200b', 1, now())""")
        self.run_job(state="applied")
        self.assertExact()
        self.run_job("item", "--again", state="applied")
        self.assertExact()

    def test_where_is_respected(self):
        self.items(source=', where: "t.item_id % 2 = 0"')
        self.run_job(state="applied")
        self.assertExact("select * from sales.item where item_id % 2 = 0", "select * from ods.item")


if __name__ == "__main__":
    main()
