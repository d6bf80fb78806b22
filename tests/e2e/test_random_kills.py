#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""kill -9 at the n-th statement of a run that merges, appends or swaps, TIDEGATE_KILLS times. TIDEGATE_SEED repeats a failure.

Every kill prints where it struck; what it broke is printed at once, not at the end.
"""
import os
import random
import time

from harness import JOB, Drill, main

KILLS = int(os.environ.get("TIDEGATE_KILLS", "100"))
SEED = int(os.environ.get("TIDEGATE_SEED", random.randrange(1 << 30)))

PLAIN = """job: {job}
source: {{ connection: erp, table: sales.{table} }}
target: {{ connection: dw, table: ods.{job}, create: true }}
{more}"""
JOBS = {  # job: its table at the source, how it is written, what changes between two runs
    "item": ("item", JOB.format(source="", watermark="", more=""),
             "update sales.item set amount = amount + 1, updated_at = clock_timestamp() where item_id between {0} and {0} + 90"),
    "event": ("event", PLAIN.format(job="event", table="event", more="mode: incremental\napply: append\n"
                                    "watermark: { column: t.updated_at, nulls: reject }\n"),
              "insert into sales.event select item_id, 'again', 0, clock_timestamp() from sales.item where item_id % 900 < 90"),
    "whole": ("item", PLAIN.format(job="whole", table="item", more="key: [item_id]\nmode: full\n"),
              "update sales.item set name = name || '.', updated_at = clock_timestamp() where item_id = {0}"),
}


class Ends:
    """One session at each end for everything that the drill itself asks."""

    def __init__(self, drill):
        self._cursors = []
        for end in (drill.source, drill.target):
            connection = end.connect()
            drill.addCleanup(connection.close)
            self._cursors.append(connection.cursor())

    def source(self, text):
        return self._ask(self._cursors[0], text)

    def target(self, text):
        return self._ask(self._cursors[1], text)

    @staticmethod
    def _ask(cursor, text):
        cursor.execute(text)
        return cursor.fetchall() if cursor.description else []


class RandomKills(Drill):
    def setUp(self):
        super().setUp()
        self.place = random.Random(SEED)
        self.items()
        self.source.sql("create table sales.event as select * from sales.item")
        self.ends = Ends(self)
        self.statements = {}
        for job, (_, text, _) in JOBS.items():
            self.pool.job(text)
            for side in ("source", "target"):
                proxy = self.proxy(side)
                self.run_job(job, state="applied")
                self.statements[job, side] = len(proxy.statements)
                proxy.close()
                self.direct()

    def test_whatever_the_place_every_row_arrives_once(self):
        print(f"\nTIDEGATE_SEED={SEED} TIDEGATE_KILLS={KILLS}", flush=True)
        began = time.monotonic()
        for turn in range(1, KILLS + 1):
            job = self.place.choice(list(JOBS))
            with self.subTest(turn=turn, job=job, seed=SEED):
                told = f"kill {turn} of {KILLS}: {job}, {self.kill(job)}"
                try:
                    self.check(job, self.place.random() < 0.5)
                except Exception as error:
                    print(f"{told}: BROKEN: {error}", flush=True)
                    raise
                print(f"{told}: whole ({time.monotonic() - began:.0f} s)", flush=True)
        for job in JOBS:
            self.check(job, True)

    def kill(self, job):
        """Changes rows, runs, and kills at a random place; returns the place."""
        for _ in range(2):
            self.ends.source(JOBS[job][2].format(self.place.randrange(1, 900)))
        side = self.place.choice(["target", "target", "source"])
        number = self.place.randrange(self.statements[job, side])
        when = self.place.choice(["before", "after"])
        proxy = self.proxy(side)
        rule = (proxy.before if when == "before" else proxy.after)("", skip=number)
        engine = self.start_job(job)
        struck = rule.hit_or(engine.ended)
        if struck:
            engine.kill()
        else:
            engine.finish()  # it ended before that many statements
        proxy.close()
        self.direct()
        statement = " ".join((rule.statement or "its end").split())[:60]
        return f"{when} statement {number} of the {side}: {statement}" if struck else f"not killed: {number} of the {side}"

    def check(self, job, run):
        """The ledger has no gap, and after another run the rows are the source's."""
        if run:
            outcome = self.run_job(job)
            self.assertIn(outcome.state, ("applied", "nothing_to_do"), outcome.text)
            self.assertEqual(self.rows(self.ends.target, f"ods.{job}"), self.rows(self.ends.source, f"sales.{JOBS[job][0]}"))
        ledger = self.ends.target(f"select seq, lo, hi from tidegate.ledger where job_id = '{job}' order by seq")
        for older, newer in zip(ledger, ledger[1:]):
            self.assertEqual((newer[0], newer[1]), (older[0] + 1, older[2]), "the ledger has a gap")

    @staticmethod
    def rows(ask, table):
        """How many rows, and a digest in which every row counts as often as it is there."""
        return ask("select count(*), sum(('x' || md5(r::text))::bit(64)::bigint::numeric)"
                   f" from (select item_id, name, amount, extract(epoch from updated_at) from {table}) r")


if __name__ == "__main__":
    main()
