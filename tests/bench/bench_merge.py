#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""One incremental window that merges 5 % changed rows, ledger and manifest included, against the same statements by
hand in psql. The statements are those that `tidegatectl sql` shows; both sides COPY into a staging table."""
import subprocess
import sys
import time

import measure
from measure import SOURCE, TARGET, BenchPool, Run

MOST_RATIO = 1.15
CHANGED_SHARE = 20  # one row of so many
TABLE = ("item_id bigint primary key, order_id bigint not null, title text, quantity numeric(12,3), price numeric(18,4), "
         "attributes jsonb, updated_at timestamptz not null")
JOB = """source:
  connection: source
  table: public.item
target:
  connection: warehouse
  table: public.{0}
key: [item_id]
mode: incremental
watermark:
  column: t.updated_at
apply: merge
"""


def fill(rows):
    SOURCE.sql(f"create table item ({TABLE})",
               f"""insert into item select i, i / 4, '绿茶 500ml ' || i % 977, i % 9 * 0.125, i % 100000 / 100.0, '{{"颜色": "红"}}',
                   timestamptz '2025-01-01' + i * interval '1 s' from generate_series(1, {rows}) i""",
               "create index on item (updated_at)", "vacuum analyze item")
    TARGET.sql(f"create table ours ({TABLE})", f"create table by_hand ({TABLE})")


class ByHand:
    """What a careful person would type: COPY the window to staging, then the statements of the apply in one transaction."""

    def __init__(self, pool):
        self._pool = pool
        Run(pool, "by_hand")
        self._staging = TARGET.sql("select relname from pg_class c join pg_namespace n on n.oid = relnamespace "
                                   "where nspname = 'tidegate' and relkind = 'r' and relname like 'stg\\_by\\_hand%'")
        self._columns = TARGET.sql(f"""select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
                                       where attrelid = 'tidegate.{self._staging}'::regclass and attnum > 0
                                         and not attisdropped and attname <> '_ord'""")

    def window(self, lo, hi):
        """Seconds of one window. Making the script is not part of it."""
        extract = self._sql("extract", lo, hi).strip().rstrip(";")
        script = f"begin;\n{self._sql('apply', lo, hi)}\ncommit;\n"
        start = time.monotonic()
        TARGET.sql(f"truncate tidegate.{self._staging}")
        measure.pipe_copy(f"copy ({extract}\n) to stdout", f"copy tidegate.{self._staging} ({self._columns}) from stdin")
        subprocess.run(TARGET.psql_command, input=script, stdout=subprocess.DEVNULL, text=True, check=True)
        return time.monotonic() - start

    def _sql(self, what, lo, hi):
        command = self._pool.command("sql", "by_hand", "--what", what, "--window", lo, hi)
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def main():
    options = measure.arguments(rows=2_000_000, runs=9)
    fill(options.rows)
    pool = BenchPool(ours=JOB.format("ours"), by_hand=JOB.format("by_hand"))
    changed = options.rows // CHANGED_SHARE
    Run(pool, "ours")
    by_hand = ByHand(pool)
    TARGET.sql("vacuum analyze ours", "vacuum analyze by_hand")
    before = SOURCE.sql("select now()")
    times = ([], [])
    for number in range(options.runs):
        SOURCE.sql(f"update item set price = price + 1, updated_at = now() where item_id % {CHANGED_SHARE} = {number % CHANGED_SHARE}",
                   "vacuum analyze item", "checkpoint")
        after = SOURCE.sql("select now()")

        def ours():
            run = Run(pool, "ours")
            if run.finished["rows"]["inserted"] != changed:
                raise SystemExit(f"merged {run.finished['rows']} where {changed} rows changed")
            return run.seconds

        for side in (0, 1) if number % 2 == 0 else (1, 0):
            TARGET.sql("vacuum ours", "vacuum by_hand", "checkpoint")
            times[side].append(by_hand.window(before, after) if side else ours())
        before = after
    if TARGET.sql("select count(*) from (select * from ours except all select * from by_hand) d") != "0":
        raise SystemExit("the two tables differ")
    mine, theirs = measure.medians(times)
    return measure.report(bench="merge", ours=mine, baseline=theirs, ratio=mine / theirs, bar=MOST_RATIO, met=mine / theirs <= MOST_RATIO,
                          unit="s", details={"ours": measure.spread(times[0]), "by hand": measure.spread(times[1]), "rows": f"{changed:,} of {options.rows:,}"})


if __name__ == "__main__":
    sys.exit(main())
