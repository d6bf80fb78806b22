# SPDX-License-Identifier: Apache-2.0
"""The clerk whom every simple sync loses: begins before the window ends, writes and commits after it."""
import time

import psycopg2

OLDER_WRITERS = """select count(*) from pg_stat_activity
where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid() and xact_start < %s"""


class LateClerk:
    def __init__(self, dsn):
        self._dsn = dsn
        self._connection = psycopg2.connect(dsn, application_name="late clerk")
        self._cursor = self._connection.cursor()
        self.stamp = ""

    def begin(self):
        self._cursor.execute("update sales.order_item set quantity = quantity + 1, updated_at = now() where item_id = 1 returning updated_at::text")
        self.stamp = self._cursor.fetchone()[0]
        self._become_oldest()

    def write_ties(self, rows):
        self._cursor.execute("""update sales.order_item set title = '同一时刻', price = price + 1, updated_at = now()
                                where item_id between 100001 and 100000 + %s and not deleted""", (rows,))
        return self._cursor.rowcount

    def commit(self):
        self._connection.commit()
        self._connection.close()

    def _become_oldest(self):
        """Returns when nobody else has an older transaction: then this one decides where the window ends."""
        watcher = psycopg2.connect(self._dsn)
        watcher.autocommit = True
        with watcher.cursor() as cursor:
            older = 1
            while older:
                cursor.execute(OLDER_WRITERS, (self.stamp,))
                older = cursor.fetchone()[0]
                time.sleep(0.05 if older else 0)
        watcher.close()
