# SPDX-License-Identifier: Apache-2.0
"""The demo without a screen: load, be killed, go on, and prove that every row arrived exactly once."""
import proof
from late import LateClerk, wait_for_older
from writer_process import WriterProcess

JOB = "order_item"
COUNTERS = ("read", "inserted", "unchanged", "superseded", "quarantined", "deleted")
STEPS = 10  # with the one that makes the databases


class DemoFailed(Exception):
    """A step ended otherwise than it must; the text is for the person."""


class Story:
    def __init__(self, screen, shop, engine):
        self._screen = screen
        self._shop = shop
        self._engine = engine

    def tell(self):
        """True if source and target were proved equal."""
        self._check_pool()
        self._load_stores()
        with WriterProcess(self._shop.source_dsn("clerk")) as writer:
            self._killed_load()
            self._load_again()
            self._late_writer()
            self._late_rows_and_ties()
            self._parents_and_deletes()
            self._screen.step("The shop closes; one last window")
            self._screen.note(writer.stop())
        self._run_window()
        return self._prove()

    def _check_pool(self):
        self._screen.step("The pool: four jobs, two connections, one environment, in git")
        code, text = self._engine.text("pool", "check")
        if code != 0:
            raise DemoFailed(f"pool check ended with {code}:\n{text}")
        self._screen.note(text)

    def _load_stores(self):
        self._screen.step("A full load: all stores, loaded beside the old table and swapped in")
        self._applied(self._engine.run("store"))

    def _killed_load(self):
        self._screen.step("The main job's first load, while two clerks keep writing; kill -9 in the middle of COPY")

        def in_copy(event):
            return event.get("event") == "run.progress" and event.get("phase") == "read" and event.get("rows", {}).get("read", 0) > 0

        outcome = self._engine.run(JOB, watch=in_copy)
        if outcome.code != -9:
            raise DemoFailed(f"the engine was to be killed in COPY, but it ended by itself: {outcome.state}\n{outcome.errors}")
        read = outcome.events[-1].get("rows", {}).get("read", 0)
        self._screen.note(f"killed after {read:,} rows")
        loaded, windows = self._shop.target_value("select count(*) from ods.order_item", missing=0), self._ledger_rows()
        self._screen.note(f"in the warehouse now: {loaded:,} rows of order_item, {windows} windows in the ledger")
        if loaded or windows:
            raise DemoFailed("half a load is visible in the warehouse")

    def _load_again(self):
        self._screen.step("The same command again")
        self._run_window()

    def _late_writer(self):
        self._screen.step("Window 1, while a clerk has a transaction open that has not written all its rows")
        self._late = LateClerk(self._shop.source_dsn("clerk"))
        self._late.begin()
        self._screen.note(f"opened at {self._late.stamp}: whatever it writes later carries this time")
        outcome = self._run_window()
        held = outcome.window.get("heldBy") or outcome.window.get("held_by")
        if held:
            self._screen.note(f"the window stops before it: {held}")

    def _late_rows_and_ties(self):
        self._screen.step("Window 2: the clerk commits late, 10,000 rows with one time, exactly at the edge of the window")
        rows = self._late.write_ties(10_000)
        self._late.commit()
        edge = self._shop.target_value(f"select hi from tidegate.ledger where job_id = '{JOB}' order by seq desc limit 1")
        self._screen.note(f"{rows:,} rows with {self._late.stamp}; the last window was everything before {edge}")
        self._run_window()

    def _parents_and_deletes(self):
        self._screen.step("Window 3: 20,000 orders changed, their items not touched; 500 items deleted")
        stamp = self._shop.source_run(
            "update sales.orders set status = '已签收', updated_at = now() where order_id % 13 = 0",
            "update sales.order_item set deleted = true, updated_at = now() where item_id % 2000 = 1999")
        wait_for_older(self._shop.source_dsn("clerk"), stamp)
        self._run_window()

    def _prove(self):
        self._screen.step("The proof, by plain SQL in the warehouse")
        proved = proof.prove(self._screen, self._shop)
        if proved:
            self._screen.good("every row of the shop is in the warehouse exactly once")
        else:
            self._screen.bad("source and target differ")
        return proved

    def _ledger_rows(self):
        return self._shop.target_value(f"select count(*) from tidegate.ledger where job_id = '{JOB}'", missing=0)

    def _run_window(self):
        return self._applied(self._engine.run(JOB))

    def _applied(self, outcome):
        if outcome.code != 0 or outcome.state != "applied":
            raise DemoFailed(f"the run ended with {outcome.code}, {outcome.state}\n{outcome.errors}")
        rows, seconds = outcome.rows, outcome.finished.get("seconds", 0)
        window = outcome.finished.get("window")
        if window:
            self._screen.note(f"[{window.get('lo') or 'the beginning'}, {window.get('hi')})")
        counts = ", ".join(f"{rows[name]:,} {name}" for name in COUNTERS if rows.get(name) or name == "read")
        self._screen.note(f"applied in {seconds:.1f}s: {counts}")
        return outcome
