# SPDX-License-Identifier: Apache-2.0
"""The clerk whom every simple sync loses: begins before the window ends, writes and commits after it."""
import time

import psycopg2

OLDER_WRITERS = """select count(*) from pg_stat_activity
where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid() and xact_start < %s"""


def wait_for_older(dsn, stamp):
    """Returns when every transaction that began before `stamp` has ended."""
    connection = psycopg2.connect(dsn)
    connection.autocommit = True
    with connection.cursor() as cursor:
        older = 1
        while older:
            cursor.execute(OLDER_WRITERS, (stamp,))
            older = cursor.fetchone()[0]
            time.sleep(0.05 if older else 0)
    connection.close()


class LateClerk:
    def __init__(self, dsn):
        self._dsn = dsn
        self._connection = psycopg2.connect(dsn, application_name="late clerk")
        self._cursor = self._connection.cursor()
        self.stamp = ""

    def begin(self):
        self._cursor.execute("update sales.order_item set quantity = quantity + 1, updated_at = now() where item_id = 1 returning updated_at::text")
        self.stamp = self._cursor.fetchone()[0]
        wait_for_older(self._dsn, self.stamp)  # now this transaction decides where the window ends

    def write_ties(self, rows):
        self._cursor.execute("""update sales.order_item set title = '同一时刻', price = price + 1, updated_at = now()
                                where item_id between 100001 and 100000 + %s and not deleted""", (rows,))
        return self._cursor.rowcount

    def commit(self):
        self._connection.commit()
        self._connection.close()
