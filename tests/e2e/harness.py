# SPDX-License-Identifier: Apache-2.0
"""What every drill stands on: a source and a warehouse, a pool in a temporary folder, and the real tidegatectl.

A Drill has a fresh database at both ends for each test, self.pool to write job files, self.run_job() and
self.start_job() to run them, and assertions that ask plain SQL: the target equals the source's answer row for row, and
the ledger has no gap.
"""
import collections
import ctypes
import io
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import pgcluster  # noqa: E402,F401  (finds pgserver)
from pgproxy import Proxy  # noqa: E402
from pgserver import Cluster  # noqa: E402

TOOL = os.path.join(os.environ.get("TIDEGATE_BIN", "build/dev/bin"), "tidegatectl")
PATIENCE = 120  # seconds; a drill that needs more hangs

ITEMS = """
create schema sales;
create table sales.item (
  item_id bigint primary key, name text, amount numeric(18,2), updated_at timestamptz default now());
insert into sales.item select n, '商品 ' || n, n / 4.0, now() - interval '1 hour' from generate_series(1, {rows}) n;
"""

JOB = """job: item
source: {{ connection: erp, table: sales.item{source} }}
target: {{ connection: dw, table: ods.item, create: true }}
key: [item_id]
mode: incremental
watermark: {{ column: t.updated_at{watermark} }}
apply: merge
{more}"""


class End:
    """A database of one of the two clusters."""

    def __init__(self, cluster, name):
        self.cluster = cluster
        self.database = name

    def sql(self, text):
        return self.cluster.psql(text, database=self.database)

    def connect(self, **options):
        return self.cluster.connect(database=self.database, **options)

    def rows(self, query):
        """Rows as COPY prints them."""
        with self.connect() as connection, connection.cursor() as cursor:
            cursor.execute("set timezone = 'UTC'; set extra_float_digits = 3")
            sink = io.StringIO()
            cursor.copy_expert(f"copy ({query}) to stdout", sink)
            return sink.getvalue().split("\n")[:-1]

    def engine_sessions(self):
        """A line for each of the engine's sessions: what it does and what it waits for."""
        return self.sql("select concat_ws(' | ', pid, state, wait_event_type, wait_event,"
                        " left(regexp_replace(query, '\\s+', ' ', 'g'), 80))"
                        " from pg_stat_activity where datname = current_database()"
                        " and application_name like 'tidegate%'").splitlines()


class Outcome:
    """How a call of tidegatectl ended."""

    def __init__(self, code, out, err):
        self.code = code
        self.err = err
        self.text = out + "\n" + err
        self.events = [json.loads(line) for line in out.splitlines() if line.startswith("{")]
        self.finished = next((e for e in reversed(self.events) if e.get("event") == "run.finished"), {})
        self.state = self.finished.get("state")
        self.rows = self.finished.get("rows", {})
        self.error = self.finished.get("error") or next((e["error"] for e in reversed(self.events) if "error" in e), {})
        self.message = " ".join([self.error.get("message", ""), self.error.get("hint", "")])


class Engine:
    """A tidegatectl in the background."""

    def __init__(self, arguments):
        libc = ctypes.CDLL(None)
        self._process = subprocess.Popen(arguments, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                         encoding="utf-8", preexec_fn=lambda: libc.prctl(1, signal.SIGKILL))
        self.pid = self._process.pid

    def send(self, number):
        self._process.send_signal(number)

    def ended(self):
        return self._process.poll() is not None

    def kill(self):
        self.send(signal.SIGKILL)
        return self.finish()

    def finish(self, timeout=PATIENCE):
        out, err = self._process.communicate(timeout=timeout)
        return Outcome(self._process.returncode, out, err)

    def end(self):
        if self._process.poll() is None:
            self._process.kill()
            self._process.communicate()


class Pool:
    """A pool of job files with the two connections erp and dw."""

    def __init__(self, source, target):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="tg-pool-"))
        self.write("pool.yaml", "pool: drill\nformat: 1\n")
        self.connect("erp", source)
        self.connect("dw", target, "state_schema: tidegate\n")

    def connect(self, name, end, more="", host=None, port=None, user=None):
        self.write(f"connections/{name}.yaml", f"connection: {name}\ntype: postgres\nhost: {host or end.cluster.host}\n"
                   f"port: {port or end.cluster.port}\ndatabase: {end.database}\nuser: {user or end.cluster.user}\n{more}")

    def job(self, text):
        name = text.split("\n", 1)[0].partition(":")[2].strip()
        self.write(f"customers/acme/jobs/{name}.yaml", text)
        return name

    def write(self, path, text):
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


class Drill(unittest.TestCase):
    settings = {}

    @classmethod
    def setUpClass(cls):
        cls.clusters = []
        for name in ("source", "warehouse"):
            cluster = Cluster(name, settings=cls.settings).start()
            cls.addClassCleanup(cluster.close)
            cls.clusters.append(cluster)

    def setUp(self):
        name = "d" + str(abs(hash(self.id())))
        for cluster in self.clusters:
            cluster.start()
            cluster.psql(f"create database {name}")
        self.source, self.target = (End(cluster, name) for cluster in self.clusters)
        self.pool = Pool(self.source, self.target)
        self.addCleanup(shutil.rmtree, self.pool.folder)

    # --- doing --------------------------------------------------------------------------------------------------

    def items(self, rows=1000, source="", watermark="", more=""):
        """A table sales.item with rows an hour old, and the job `item` that merges it into ods.item."""
        self.source.sql(ITEMS.format(rows=rows))
        return self.pool.job(JOB.format(source=source, watermark=watermark, more=more))

    def change(self, first=1, last=100):
        self.source.sql(f"update sales.item set amount = amount + 1, updated_at = now() where item_id between {first} and {last};"
                        f" insert into sales.item select max(item_id) + 1, 'new', 0, now() from sales.item")

    def proxy(self, side):
        """Puts a proxy before one end; every later engine goes through it."""
        end = self.source if side == "source" else self.target
        proxy = Proxy(end.cluster.host, end.cluster.port)
        self.addCleanup(proxy.close)
        self.pool.connect("erp" if side == "source" else "dw", end, port=proxy.port)
        return proxy

    def direct(self):
        """Takes the proxies away."""
        self.pool.connect("erp", self.source)
        self.pool.connect("dw", self.target, "state_schema: tidegate\n")

    def start(self, *arguments):
        engine = Engine([TOOL, "--pool", str(self.pool.folder), "--json", *arguments])
        self.addCleanup(engine.end)
        return engine

    def tool(self, *arguments, code=0):
        outcome = self.start(*arguments).finish()
        self.assertEqual(outcome.code, code, f"{' '.join(arguments)} said\n{outcome.text}")
        return outcome

    def start_job(self, job="item", *options):
        return self.start("run", job, *options)

    def run_job(self, job="item", *options, code=0, state=None):
        outcome = self.tool("run", job, *options, code=code)
        if state is not None:
            self.assertEqual(outcome.state, state, outcome.text)
        return outcome

    # --- looking ------------------------------------------------------------------------------------------------

    def assertExact(self, query="select item_id, name, amount, updated_at from sales.item",
                    target="select item_id, name, amount, updated_at from ods.item"):
        """The target holds what the source answers, each row as often as there."""
        wanted = collections.Counter(self.source.rows(query))
        found = collections.Counter(self.target.rows(target))
        lost, surplus = wanted - found, found - wanted
        self.assertFalse(lost or surplus, f"lost {sum(lost.values())}: {list(lost)[:3]}, surplus {sum(surplus.values())}:"
                                          f" {list(surplus)[:3]}")

    def ledger(self, job="item"):
        """Rows of the ledger as dictionaries, oldest first."""
        if self.target.sql("select to_regclass('tidegate.ledger') is null") == "t":
            return []
        lines = self.target.sql(f"select row_to_json(l) from tidegate.ledger l where job_id = '{job}' order by seq")
        return [json.loads(line) for line in lines.splitlines()]

    def epochs(self, job="item"):
        return int(self.target.sql(f"select count(*) from tidegate.job_epoch where job_id = '{job}'"))

    def assertLedgerWhole(self, job="item", length=None):
        rows = self.ledger(job)
        if length is not None:
            self.assertEqual(len(rows), length, rows)
        for older, newer in zip(rows, rows[1:]):
            self.assertEqual(newer["lo"], older["hi"], "the ledger has a gap")
            self.assertEqual(newer["seq"], older["seq"] + 1)
        for row in rows:
            self.assertEqual(row["rows_read"], row["rows_inserted"] + row["rows_unchanged"] + row["rows_superseded"]
                             + row["rows_quarantined"] + row["rows_deleted"], row)
        return rows

    def assertTells(self, outcome, *words):
        """The message says what happened and what to do."""
        for word in words:
            self.assertRegex(outcome.message + " " + outcome.err, f"(?i){word}", outcome.text)
        if outcome.code not in (0, 7):
            self.assertTrue(outcome.error.get("message"), outcome.text)


def main():
    unittest.main(verbosity=2)
