# SPDX-License-Identifier: Apache-2.0
"""Private PostgreSQL clusters for tests, benches and the demo.

    with Cluster("source", database="erp") as source:
        source.psql("create table t (a int)")

A cluster lives in a temporary folder, listens on 127.0.0.1 (a free port) and on a unix socket in that folder, and runs
as an unprivileged account where we are root. It stops and its folder goes when the block ends, when the interpreter
exits, and also when it is killed: a watchdog process notices the end of its parent by the end of a pipe.
Needs only the standard library; connect() needs psycopg2.
"""
import atexit
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

import pginstall
import pgprocess
from pginstall import SUPERUSER, ClusterError

SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "max_connections": "60",
    "max_prepared_transactions": "10",
    "shared_buffers": "64MB",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "lc_messages": "C",
    "log_line_prefix": "%m [%p] %a ",
}
# Nothing here is visible to a client; a test only loses what a power cut would lose.
VOLATILE = {"fsync": "off", "full_page_writes": "off"}


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Cluster:
    """One PostgreSQL server of our own. Attributes host, port, sockets, user, database say how to reach it."""

    def __init__(self, name, database="postgres", settings=None, durable=False, folder=None, port=None, seed=None):
        """durable: fsync as in production (benches). folder: kept at the end, and used again if it exists. seed: the data
        folder of a stopped cluster to begin with a copy of, instead of an empty one."""
        self.name = name
        self.host = "127.0.0.1"
        self.port = port
        self.user = SUPERUSER
        self.database = database
        self.folder = folder
        self._keep = folder is not None
        self._seed = seed
        self._settings = {**SETTINGS, **({} if durable else VOLATILE), **(settings or {})}
        self._server = None
        self._watchdog = None

    # --- life ---------------------------------------------------------------------------------------------------

    def __enter__(self):
        return self.start()

    def __exit__(self, *_):
        self.close()

    def start(self):
        """Makes the data folder if there is none, starts the server, makes the database. Returns when it answers."""
        if self._server is not None:
            return self
        if self._watchdog is None:
            self._make_folder()
        fixed = self.port is not None
        for attempt in range(5):
            self.port = self.port or free_port()
            self._launch()
            if self._wait_ready():
                break
            self._server = None
            log = self.log_text()[-2000:]
            if fixed or attempt == 4 or "Address already in use" not in log:
                raise ClusterError(f"cluster {self.name} did not start:\n{log}")
            self.port = None
        if self.database != "postgres":
            known = self.psql("select datname from pg_database", database="postgres").split("\n")
            if self.database not in known:
                self.psql(f'create database "{self.database}"', database="postgres")
        return self

    def stop(self, mode="fast"):
        """mode: smart, fast or immediate."""
        if self._server is not None:
            number = {"smart": signal.SIGTERM, "fast": signal.SIGINT, "immediate": signal.SIGQUIT}[mode]
            pgprocess.stop(self._server.pid, number, self._server.poll)
            self._server.wait()
            self._server = None

    def kill(self):
        """kill -9 of the postmaster and every backend. start() recovers."""
        if self._server is not None:
            pgprocess.crash(self._server.pid, self._server.poll)
            self._server.wait()
            self._server = None

    def restart(self, mode="fast"):
        self.stop(mode)
        return self.start()

    def close(self):
        """Stops the server and removes the folder. May be called twice."""
        self.stop()
        if self._watchdog is not None:
            if not self._keep:
                shutil.rmtree(self.folder, ignore_errors=True)
            self._watchdog.stdin.close()
            self._watchdog.wait()
            self._watchdog = None
        atexit.unregister(self.close)

    # --- use ----------------------------------------------------------------------------------------------------

    @property
    def sockets(self):
        return self.folder + "/s"

    @property
    def pid(self):
        return self._server.pid if self._server else None

    def set(self, **settings):
        """Changes settings of the server; restart() where they need one."""
        for key, value in settings.items():
            self.psql(f"alter system set {key} = '{value}'", database="postgres")
        self.psql("select pg_reload_conf()", database="postgres")

    def psql(self, sql, database=None, user=None, check=True):
        """Runs SQL in psql (several statements: several transactions) and returns its unaligned output."""
        done = subprocess.run(
            [pginstall.bin_folder() + "/psql", "-XqAt", "-v", "ON_ERROR_STOP=1", "-h", self.host, "-p", str(self.port),
             "-U", user or self.user, "-d", database or self.database, "-f", "-"],
            input=sql, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", env=pginstall.environment())
        if check and done.returncode != 0:
            raise ClusterError(f"{self.name}: {done.stderr.strip()}\nin: {sql[:2000]}")
        return done.stdout.rstrip("\n")

    def connect(self, database=None, autocommit=True, **options):
        """A psycopg2 connection; options as psycopg2.connect() has them."""
        import psycopg2
        options = {"host": self.host, "port": self.port, "user": self.user, "application_name": "rig", **options}
        connection = psycopg2.connect(dbname=database or self.database, **options)
        connection.autocommit = autocommit
        return connection

    def environment(self, prefix):
        """The variables that tell a child process how to reach this cluster."""
        return {prefix + "_HOST": self.host, prefix + "_PORT": str(self.port), prefix + "_SOCKETS": self.sockets,
                prefix + "_USER": self.user, prefix + "_DB": self.database}

    def log_text(self):
        try:
            with open(self.folder + "/server.log", encoding="utf-8", errors="replace") as file:
                return file.read()
        except OSError:
            return ""

    # --- inside -------------------------------------------------------------------------------------------------

    def _make_folder(self):
        if self._keep:
            self.folder = os.path.abspath(self.folder)
            pginstall.own_folder(self.folder)
        else:
            self.folder = pginstall.own_folder(tempfile.mkdtemp(prefix=f"tg-{self.name}-", dir=pginstall.base_folder()))
        self._watchdog = subprocess.Popen(
            [sys.executable, "-I", "-S", pgprocess.__file__, self.folder, "keep" if self._keep else "remove"],
            stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/", text=True,
            start_new_session=True)
        atexit.register(self.close)
        pginstall.own_folder(self.sockets)
        if not os.path.exists(self.folder + "/data/PG_VERSION"):
            subprocess.run(["cp", "-a", "--reflink=auto", self._seed or pginstall.template(), self.folder + "/data"], check=True)

    def _launch(self):
        arguments = [pginstall.bin_folder() + "/postgres", "-D", self.folder + "/data", "-p", str(self.port), "-k", self.sockets]
        for key, value in self._settings.items():
            arguments += ["-c", f"{key}={value}"]
        stale = self.folder + "/data/postmaster.pid"
        if os.path.exists(stale):
            os.unlink(stale)
        with open(self.folder + "/server.log", "ab") as log:
            self._server = subprocess.Popen(arguments, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=self.folder,
                                            env=pginstall.environment(), start_new_session=True, **pginstall.as_account())
        self._tell_watchdog(self._server.pid)

    def _tell_watchdog(self, pid):
        self._watchdog.stdin.write(f"{pid}\n")
        self._watchdog.stdin.flush()

    def _wait_ready(self, seconds=60):
        end = time.monotonic() + seconds
        while time.monotonic() < end and self._server.poll() is None:
            try:
                with open(self.folder + "/data/postmaster.pid", encoding="utf-8") as file:
                    lines = file.read().split("\n")
                if len(lines) > 7 and lines[7].strip() == "ready":
                    return True
            except OSError:
                pass
            time.sleep(0.02)
        if self._server.poll() is None:
            pgprocess.crash(self._server.pid, self._server.poll)
        return False
