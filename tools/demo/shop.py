# SPDX-License-Identifier: Apache-2.0
"""The two databases of the demo and its pool: made once per demo, reached by everybody through this object."""
import os
import pathlib
import re
import shutil
import subprocess

import psycopg2

DATA = pathlib.Path("resources/demo")
ITEMS = 1_040_000


class Shop:
    """`source` and `target` are (host, port, superuser) of two empty clusters."""

    def __init__(self, source, target, folder):
        self._source = source
        self._target = target
        self.pool = folder / "pool"

    @classmethod
    def from_environment(cls, folder):
        def server(name):
            host, port, user = (os.environ[f"TIDEGATE_TEST_{name}_{what}"] for what in ("HOST", "PORT", "USER"))
            return host, int(port), user

        return cls(server("SOURCE"), server("TARGET"), folder)

    def fill(self):
        self._create(self._source, "shop", "source.sql", f"items={ITEMS}")
        self._create(self._target, "warehouse", "warehouse.sql")

    def write_pool(self):
        """A copy of resources/demo/pool with the ports of this demo, as a git repository of its own."""
        shutil.rmtree(self.pool, ignore_errors=True)
        shutil.copytree(DATA / "pool", self.pool)
        for name, (host, port, _) in (("acme-shop", self._source), ("warehouse", self._target)):
            path = self.pool / "connections" / f"{name}.yaml"
            text = re.sub(r"(?m)^port: .*$", f"port: {port}", path.read_text())
            path.write_text(re.sub(r"(?m)^host: .*$", f"host: {host}", text))
        git = ["git", "-C", self.pool, "-c", "user.name=Demo", "-c", "user.email=demo@shop.example", "-c", "init.defaultBranch=main"]
        for words in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "The demo's pool"]):
            subprocess.run([*git, *words], check=True)

    def source_dsn(self, user):
        host, port, _ = self._source
        return f"host={host} port={port} dbname=shop user={user} options='-c timezone=Asia/Shanghai'"

    def psql_target(self):
        return self._psql(self._target, "warehouse")

    def source_run(self, statement):
        self._execute(self._source, "shop", statement, fetch=False)

    def target_value(self, query, missing=None):
        """The first value of the first row; `missing` where the table does not exist yet."""
        try:
            return self._execute(self._target, "warehouse", query, fetch=True)
        except (psycopg2.errors.UndefinedTable, psycopg2.errors.InvalidSchemaName):
            return missing

    @staticmethod
    def _psql(server, database):
        host, port, user = server
        return ["psql", "-X", "-h", host, "-p", str(port), "-U", user, "-d", database]

    def _create(self, server, database, script, *variables):
        host, port, user = server
        subprocess.run(["createdb", "-h", host, "-p", str(port), "-U", user, "-T", "template0", "-E", "UTF8", database], check=True)
        options = [word for variable in variables for word in ("-v", variable)]
        subprocess.run([*self._psql(server, database), "-q", *options, "-f", DATA / script], check=True)

    @staticmethod
    def _execute(server, database, statement, fetch):
        host, port, user = server
        connection = psycopg2.connect(host=host, port=port, user=user, dbname=database)
        try:
            with connection, connection.cursor() as cursor:
                cursor.execute(statement)
                return cursor.fetchone()[0] if fetch else None
        finally:
            connection.close()
