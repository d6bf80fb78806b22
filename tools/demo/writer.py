# SPDX-License-Identifier: Apache-2.0
"""The shop's clerks: change the source without a pause until standard input ends, then say what they did.

usage: writer.py DSN

One clerk works quickly, one slowly: it keeps transactions open for a second and writes its rows late, stamped with
the time at which it began. Every change stamps now(), as most programs do; a changed order does not touch its items.
"""
import json
import random
import sys
import threading
from collections import Counter

import psycopg2

NEW_ITEM = """
insert into sales.order_item (item_id, order_id, line_no, sku, title, quantity, price, discount, attributes, updated_at)
select %(item)s + n, %(order)s, n, 'SKU-' || n, %(title)s, n, 9.99, 1.50, '{"颜色": "绿"}', now() from generate_series(1, %(lines)s) n
"""
NEW_ORDER = "insert into sales.orders values (%(order)s, 1 + %(order)s %% 60, 1 + %(order)s %% 40000, 'paid', 'app', now(), now())"
CHANGE_ITEM = "update sales.order_item set quantity = quantity + 1, title = %(title)s, updated_at = now() where item_id = %(item)s"
# The same number in another notation: a change that only a comparison of the text sees.
RESCALE_ITEM = "update sales.order_item set discount = round(coalesce(discount, 2), 4), updated_at = now() where item_id = %(item)s"
CHANGE_PARENT = "update sales.orders set status = 'shipped', updated_at = now() where order_id = %(order)s"
DELETE_ITEM = "update sales.order_item set deleted = true, updated_at = now() where item_id = %(item)s"
CHANGE_TIES = """update sales.order_item set price = price + 0.01, updated_at = now()
where item_id between %(item)s and %(item)s + 199 and not deleted"""
CHANGE_CUSTOMER = "update sales.customer set tags = array[%(title)s, null], updated_at = localtimestamp where customer_id = %(customer)s"

TITLES = ["新品", "quote ' and \" and \\", "tab\there", "line\nbreak", "\\N", "", "😀🛒", None]
ACTIONS = [(CHANGE_ITEM, "items changed", 8), (RESCALE_ITEM, "items rescaled", 1), (CHANGE_PARENT, "parents changed", 4),
           (DELETE_ITEM, "items deleted", 1), (CHANGE_TIES, "blocks of ties", 1), (CHANGE_CUSTOMER, "customers changed", 2)]


class Clerk(threading.Thread):
    first_number = 1  # new keys begin this far above the highest one, so that clerks never meet

    def __init__(self, dsn, number, stop):
        super().__init__(name=f"clerk-{number}")
        self.counts = Counter()
        self.error = None
        self._dsn = dsn
        self._random = random.Random(number)
        self._stop_request = stop
        self._connection = None
        self._orders = self._items = 0
        self._next_order = self._next_item = 0

    def run(self):
        try:
            self._connection = psycopg2.connect(self._dsn, application_name=self.name)
            with self._connection, self._connection.cursor() as cursor:
                cursor.execute("select max(order_id), max(item_id) from sales.order_item")
                self._orders, self._items = cursor.fetchone()
            self._next_order, self._next_item = self._orders + self.first_number, self._items + self.first_number
            while not self._stop_request.is_set():
                self.work()
        except psycopg2.Error as error:
            self.error = str(error).strip()

    def values(self):
        return {"item": self._random.randint(1, self._items), "order": self._random.randint(1, self._items // 4),
                "customer": self._random.randint(1, 40000), "title": self._random.choice(TITLES)}

    def new_order(self, cursor):
        lines = self._random.randint(1, 6)
        cursor.execute(NEW_ORDER, {"order": self._next_order})
        cursor.execute(NEW_ITEM, {"order": self._next_order, "item": self._next_item, "lines": lines,
                                  "title": self._random.choice(TITLES)})
        self._next_order += 1
        self._next_item += lines + 1
        self.counts["items added"] += lines

    def change(self, cursor):
        statement, name, _ = self._random.choices(ACTIONS, [weight for _, _, weight in ACTIONS])[0]
        cursor.execute(statement, self.values())
        self.counts[name] += 1

    def work(self):
        with self._connection, self._connection.cursor() as cursor:
            if self._random.random() < 0.3:
                self.new_order(cursor)
            else:
                self.change(cursor)
        self._stop_request.wait(0.01)


class SlowClerk(Clerk):
    first_number = 10_000_001

    def work(self):
        with self._connection, self._connection.cursor() as cursor:
            cursor.execute("select now()")  # the stamp of all that follows
            self._stop_request.wait(self._random.uniform(0.1, 1.0))
            self.new_order(cursor)
            self._stop_request.wait(self._random.uniform(0.1, 0.5))
            self.new_order(cursor)
        self.counts["late commits"] += 1
        self._stop_request.wait(0.3)


def main():
    stop = threading.Event()
    clerks = [Clerk(sys.argv[1], 1, stop), SlowClerk(sys.argv[1], 2, stop)]
    for clerk in clerks:
        clerk.start()
    print("writing", flush=True)
    try:
        sys.stdin.read()
    except KeyboardInterrupt:
        pass
    stop.set()
    for clerk in clerks:
        clerk.join()
    total = sum((clerk.counts for clerk in clerks), Counter())
    print(json.dumps(total), flush=True)
    for clerk in clerks:
        if clerk.error:
            print(clerk.error, file=sys.stderr)
    return 1 if any(clerk.error for clerk in clerks) else 0


if __name__ == "__main__":
    sys.exit(main())
