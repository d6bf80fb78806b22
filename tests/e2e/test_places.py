#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Where a job reads from and writes to: a pooling proxy, a standby, row security, triggers and rules, another's table."""
import os
import pathlib
import shutil
import subprocess
import tempfile
import time
import unittest

from harness import Drill, main
from pgserver import free_port
import pginstall


@unittest.skipUnless(shutil.which("pgbouncer", path=os.environ.get("PATH", "") + ":/usr/sbin"), "pgbouncer is not installed")
class Proxy(Drill):
    def bouncer(self, end, mode):
        """A pgbouncer before one end; returns its port."""
        folder = pathlib.Path(pginstall.own_folder(tempfile.mkdtemp(prefix="tg-bouncer-", dir=pginstall.base_folder())))
        self.addCleanup(shutil.rmtree, folder, ignore_errors=True)
        port = free_port()
        (folder / "users.txt").write_text(f'"{end.cluster.user}" ""\n', encoding="utf-8")
        (folder / "b.ini").write_text(
            f"[databases]\n* = host={end.cluster.host} port={end.cluster.port}\n[pgbouncer]\nlisten_addr = 127.0.0.1\n"
            f"listen_port = {port}\nunix_socket_dir =\nauth_type = trust\nauth_file = {folder}/users.txt\npool_mode = {mode}\n"
            f"logfile = {folder}/log\nignore_startup_parameters = extra_float_digits,options\n", encoding="utf-8")
        for file in folder.iterdir():
            file.chmod(0o644)
        program = shutil.which("pgbouncer", path=os.environ.get("PATH", "") + ":/usr/sbin")
        process = subprocess.Popen([program, str(folder / "b.ini")], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                   **pginstall.as_account())
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        end_of_patience = time.monotonic() + 30
        while "process up" not in ((folder / "log").read_text(encoding="utf-8") if (folder / "log").exists() else ""):
            self.assertLess(time.monotonic(), end_of_patience, "pgbouncer does not start")
        return port

    def test_transaction_pooling_is_refused_at_either_end(self):
        self.items()
        for name, end, code in (("erp", self.source, 3), ("dw", self.target, 4)):
            with self.subTest(end=name):
                self.pool.connect(name, end, port=self.bouncer(end, "transaction"))
                outcome = self.start_job().finish()
                self.assertIn(outcome.code, (code, 6), outcome.text)
                self.assertTells(outcome, "pool", "session pooling")
                self.direct()
        self.run_job(state="applied")
        self.assertExact()

    def test_session_pooling_is_fine(self):
        self.items()
        self.pool.connect("erp", self.source, port=self.bouncer(self.source, "session"))
        self.run_job(state="applied")
        self.assertExact()


class RowSecurity(Drill):
    def test_rows_that_a_policy_hides_stop_the_run(self):
        self.items(watermark=", lag: 1s")
        role = "r" + self.source.database
        self.source.sql(f"create role {role} login; grant usage on schema sales to {role}; grant select on sales.item to {role};"
                        " alter table sales.item enable row level security;"
                        " create policy visible on sales.item using (item_id <= 300)")
        self.pool.connect("erp", self.source, user=role)
        outcome = self.run_job(code=3, state="failed")
        self.assertTells(outcome, "row-level security|row security", "sales.item|item", "bypassrls|policy")
        self.assertEqual(self.ledger(), [])


class Triggers(Drill):
    def setUp(self):
        super().setUp()
        self.items()
        self.run_job(state="applied")
        self.change()

    def refused(self, *words):
        outcome = self.run_job(code=6, state="refused")
        self.assertTells(outcome, *words)
        self.assertEqual(len(self.ledger()), 1)

    def test_a_row_trigger_on_the_target(self):
        self.target.sql("create function ods.f() returns trigger language plpgsql as 'begin return null; end';"
                        " create trigger watch before insert on ods.item for each row execute function ods.f()")
        self.refused("trigger watch", "ods.item", "drop|disable")
        self.target.sql("alter table ods.item disable trigger watch")
        self.run_job(state="applied")
        self.assertExact()

    def test_a_reference_within_the_table_that_takes_rows_along(self):
        self.target.sql("alter table ods.item add parent bigint references ods.item on delete cascade;"
                        " update ods.item set parent = 5 where item_id = 500")
        outcome = self.run_job("item", "--accept-change", code=6, state="refused")
        self.assertTells(outcome, "foreign key item_parent_fkey", "ods.item", "no action")
        self.assertEqual(self.target.sql("select count(*) from ods.item"), "1000")

    def partitioned(self, more):
        """The target again, partitioned, and something at one partition."""
        self.target.sql("alter table ods.item rename to old; drop schema tidegate cascade;"
                        " create table ods.item (like ods.old, primary key (item_id)) partition by range (item_id);"
                        " create table ods.p1 partition of ods.item for values from (0) to (1000);"
                        " create table ods.p2 partition of ods.item default; insert into ods.item select * from ods.old;" + more)
        before = self.target.sql("select count(*) from ods.child")
        outcome = self.run_job(code=6, state="refused")
        self.assertEqual(self.target.sql("select count(*) from ods.child"), before)
        return outcome

    def test_a_reference_to_one_partition(self):
        outcome = self.partitioned("create table ods.child (item_id bigint references ods.p1 on delete cascade);"
                                   " insert into ods.child select item_id from ods.p1")
        self.assertTells(outcome, "foreign key child_item_id_fkey", "ods.child", "no action")

    def test_a_trigger_of_one_partition(self):
        outcome = self.partitioned("create table ods.child (item_id bigint); create function ods.f() returns trigger language plpgsql"
                                   " as 'begin insert into ods.child values (old.item_id); return old; end';"
                                   " create trigger watch after delete on ods.p1 for each row execute function ods.f()")
        self.assertTells(outcome, "trigger watch", "ods.item", "drop|disable")

    def test_a_rule_that_keeps_the_old_versions(self):
        """Without a unique index the new versions would come beside them."""
        self.target.sql("alter table ods.item drop constraint item_pkey;"
                        " create rule keep as on delete to ods.item do instead nothing")
        self.refused("rule keep", "ods.item", "drop")

    def test_a_rule_that_swallows_rows(self):
        self.target.sql("create rule swallow as on insert to ods.item do instead nothing")
        self.refused("rule swallow", "ods.item", "drop")


class Standby(Drill):
    def test_a_standby_as_source(self):
        """Its writers are unknown: only with a lag, and said in summary and ledger."""
        self.source.cluster.psql("select 1")
        standby = self.standby()
        self.items()
        self.caught_up(standby)
        self.pool.connect("erp", self.source, port=standby)
        outcome = self.run_job(code=6, state="refused")
        self.assertTells(outcome, "standby", "lag")
        job = (self.pool.folder / "customers/acme/jobs/item.yaml").read_text(encoding="utf-8")
        self.pool.job(job.replace("t.updated_at }", "t.updated_at, lag: 1s }"))
        outcome = self.run_job(state="applied")
        self.assertIn("standby", " ".join(outcome.finished["warnings"]))
        self.assertIn("standby", self.ledger()[-1]["held_by"])
        self.assertExact()

    def standby(self):
        cluster = self.source.cluster
        folder = pginstall.own_folder(tempfile.mkdtemp(prefix="tg-standby-", dir=pginstall.base_folder()))
        self.addCleanup(shutil.rmtree, folder, ignore_errors=True)
        bin_folder = pginstall.bin_folder()
        subprocess.run([f"{bin_folder}/pg_basebackup", "-D", f"{folder}/data", "-R", "-X", "stream", "-c", "fast", "-h", cluster.host,
                        "-p", str(cluster.port), "-U", cluster.user], check=True, capture_output=True, cwd="/", **pginstall.as_account())
        port = free_port()
        with open(f"{folder}/log", "wb") as log:
            server = subprocess.Popen([f"{bin_folder}/postgres", "-D", f"{folder}/data", "-p", str(port), "-k", folder, "-c",
                                       "max_prepared_transactions=10", "-c", "max_connections=60", "-c", "listen_addresses=127.0.0.1"],
                                      stdout=log, stderr=log, cwd="/", **pginstall.as_account())
        self.addCleanup(server.wait)
        self.addCleanup(server.terminate)
        end = time.monotonic() + 60
        while subprocess.run([f"{bin_folder}/pg_isready", "-q", "-h", "127.0.0.1", "-p", str(port)], check=False).returncode:
            self.assertLess(time.monotonic(), end, "the standby does not start")
        self.standby_port = port
        return port

    def caught_up(self, port):
        wanted = self.source.sql("select pg_current_wal_lsn()")
        end = time.monotonic() + 60
        while True:
            with self.source.connect(port=port) as connection, connection.cursor() as cursor:
                cursor.execute("select pg_last_wal_replay_lsn() >= %s::pg_lsn", (wanted,))
                if cursor.fetchone()[0]:
                    return
            self.assertLess(time.monotonic(), end, "the standby does not follow")


class Rubbish(Drill):
    def test_files_that_are_no_jobs(self):
        good = self.items()
        self.run_job(good, state="applied")
        for name, content in (("zeros", b"\0" * 5000), ("binary", bytes(range(256)) * 20), ("open", b"job: open\nkey: [a, 'b\n"),
                              ("latin", "job: latin\ndescription: Stra\xdfe\n".encode("latin-1")), ("empty", b""), ("list", b"- a\n- b\n"),
                              ("deep", b"[" * 20000), ("bomb", b"a: &a [x,x]\nb: &b [*a,*a,*a]\nc: &c [*b,*b,*b]\njob: *c\n"),
                              ("twice", b"job: twice\njob: again\n"), ("tabs", b"job:\ttabs\n\tkey: a\n")):
            with self.subTest(file=name):
                (self.pool.folder / f"customers/acme/jobs/{name}.yaml").write_bytes(content)
                outcome = self.run_job(name, code=2, state="failed")
                self.assertTells(outcome, f"jobs/{name}.yaml")
                self.assertTrue(outcome.error["hint"], outcome.text)
                checked = self.tool("pool", "check", code=2)
                self.assertTrue([e for e in checked.events if name in e.get("file", "")], checked.text)
                (self.pool.folder / f"customers/acme/jobs/{name}.yaml").unlink()
        self.run_job(good, state="applied")


if __name__ == "__main__":
    main()
