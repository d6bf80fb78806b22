#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""A full load into a new logged heap table, from process start to the ledger's commit, against psql | psql; and the
memory that it takes, which must not grow with the table."""
import sys

import measure
from measure import MIB, SOURCE, TARGET, BenchPool, Run

LEAST_RATIO = 0.9
MOST_MEMORY = 64 * MIB
TABLE = ("item_id bigint not null, order_id bigint not null, title text, quantity numeric(12,3), price numeric(18,4), "
         "attributes jsonb, updated_at timestamptz not null")
JOB = """source:
  connection: source
  {what}
target:
  connection: warehouse
  table: public.{target}
  create: true
mode: full
"""


def fill(rows):
    SOURCE.sql(f"create table item ({TABLE})",
               f"""insert into item select i, i / 4, case i % 20 when 0 then null when 1 then E'tab\\t and \\\\ back' else '绿茶 500ml ' || i % 977 end,
                   i % 9 * 0.125, i % 100000 / 100.0, '{{"颜色": "红"}}', timestamptz '2025-01-01' + i * interval '1 s'
                   from generate_series(1, {rows}) i""", "vacuum analyze item", "checkpoint")


def main():
    options = measure.arguments(rows=5_000_000)
    fill(options.rows)
    ten = "query: select t.* from public.item t cross join generate_series(1, 10)"
    pool = BenchPool(item=JOB.format(what="table: public.item", target="item"), ten=JOB.format(what=ten, target="ten"))
    memory = []

    def ours():
        TARGET.sql("drop table if exists item", "drop schema if exists tidegate cascade")
        run = Run(pool, "item")
        memory.append(run.memory)
        if run.finished["rows"]["read"] != options.rows:
            raise SystemExit(f"read {run.finished['rows']['read']} of {options.rows} rows")
        return run.seconds

    def baseline():
        TARGET.sql("drop table if exists by_hand", f"create table by_hand ({TABLE})")
        return measure.pipe_copy("copy item to stdout", "copy by_hand from stdin")

    times = measure.alternate(options.runs, ours, baseline)
    seconds, by_hand = measure.medians(times)
    if TARGET.sql("select count(*) from (select * from item except all select * from by_hand) d") != "0":
        raise SystemExit("the two tables differ")
    speed = measure.report(bench="copy", ours=options.rows / seconds, baseline=options.rows / by_hand, ratio=by_hand / seconds,
                           bar=LEAST_RATIO, met=by_hand / seconds >= LEAST_RATIO, unit="rows/s",
                           details={"ours": measure.spread(times[0]), "psql | psql": measure.spread(times[1])})
    TARGET.sql("drop table item", "drop table by_hand")
    big = Run(pool, "ten")
    TARGET.sql("drop table ten")
    most = max([*memory, big.memory])
    space = measure.report(bench="copy memory", ours=most / MIB, baseline=None, ratio=most / MOST_MEMORY, bar=1.0,
                           met=most <= MOST_MEMORY, unit="MiB",
                           details={"peak": f"{max(memory) / MIB:.1f} MiB, with 10 × the rows {big.memory / MIB:.1f} MiB ({big.seconds:.0f} s)"})
    return max(speed, space)


if __name__ == "__main__":
    sys.exit(main())
