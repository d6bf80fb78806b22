# SPDX-License-Identifier: Apache-2.0
"""The clerk whom every simple sync loses: begins before the window ends, writes and commits after it."""
import psycopg2


class LateClerk:
    def __init__(self, dsn):
        self._connection = psycopg2.connect(dsn, application_name="late clerk")
        self._cursor = self._connection.cursor()
        self.stamp = ""

    def begin(self):
        self._cursor.execute("update sales.order_item set quantity = quantity + 1, updated_at = now() where item_id = 1 returning updated_at::text")
        self.stamp = self._cursor.fetchone()[0]

    def write_ties(self, rows):
        self._cursor.execute("""update sales.order_item set title = '同一时刻', price = price + 1, updated_at = now()
                                where item_id between 100001 and 100000 + %s and not deleted""", (rows,))
        return self._cursor.rowcount

    def commit(self):
        self._connection.commit()
        self._connection.close()
