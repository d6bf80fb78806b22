# SPDX-License-Identifier: Apache-2.0
"""The two databases of the demo and its pool, as everybody in the demo reaches them."""
import pathlib
import re
import shutil
import subprocess

import psycopg2

DATA = pathlib.Path("resources/demo")


class Shop:
    """How everybody reaches the two clusters of servers.py, and the pool of jobs between them."""

    def __init__(self, source, target, folder):
        self._source = source
        self._target = target
        self.pool = folder / "pool"

    def write_pool(self):
        """A copy of resources/demo/pool with the ports of this demo, as a git repository of its own."""
        shutil.rmtree(self.pool, ignore_errors=True)
        shutil.copytree(DATA / "pool", self.pool)
        for name, server in (("acme-shop", self._source), ("warehouse", self._target)):
            path = self.pool / "connections" / f"{name}.yaml"
            text = re.sub(r"(?m)^port: .*$", f"port: {server.port}", path.read_text())
            path.write_text(re.sub(r"(?m)^host: .*$", f"host: {server.host}", text))
        git = ["git", "-C", self.pool, "-c", "user.name=Demo", "-c", "user.email=demo@shop.example", "-c", "init.defaultBranch=main"]
        for words in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "The demo's pool"]):
            subprocess.run([*git, *words], check=True)

    def source_dsn(self, user, zone="Asia/Shanghai"):
        return f"host={self._source.host} port={self._source.port} dbname=shop user={user} options='-c timezone={zone}'"

    def psql_target(self):
        target = self._target
        return ["psql", "-X", "-h", target.host, "-p", str(target.port), "-U", target.user, "-d", target.database]

    def source_run(self, *statements):
        """In one transaction; its time, which is the stamp of what it changed."""
        connection = psycopg2.connect(self.source_dsn("clerk"))
        with connection, connection.cursor() as cursor:
            for statement in (*statements, "select now()::text"):
                cursor.execute(statement)
            stamp = cursor.fetchone()[0]
        connection.close()
        return stamp

    def target_value(self, query, missing=None):
        """The first value of the first row; `missing` where the table does not exist yet."""
        connection = self._target.connect(application_name="demo", options="-c timezone=Asia/Shanghai")
        try:
            with connection.cursor() as cursor:
                cursor.execute(query)
                return cursor.fetchone()[0]
        except (psycopg2.errors.UndefinedTable, psycopg2.errors.InvalidSchemaName):
            return missing
        finally:
            connection.close()
