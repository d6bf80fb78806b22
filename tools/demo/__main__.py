# SPDX-License-Identifier: Apache-2.0
"""The demo, started by ./dev demo. Whatever it starts is stopped when it ends, however it ends.

usage: python3 tools/demo [--headless] [--keep] [--tour DIR]      (in the repository's root, after a build)
"""
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
from contextlib import contextmanager

from commandline import Tidegatectl
from screen import Screen
from servers import servers
from shop import Shop
from story import STEPS, DemoFailed, Story
from writer_process import WriterProcess

FOLDER = pathlib.Path(".dev/demo").absolute()
PROGRAMS = pathlib.Path("build/bin").absolute()
TOUR = pathlib.Path("build/dev/bin/tidegate_tour").absolute()


@contextmanager
def prepared(screen, folder=FOLDER):
    screen.step("Two databases: a shop with a million order items, and an empty warehouse")
    folder.mkdir(parents=True, exist_ok=True)
    with servers() as (source, warehouse):
        shop = Shop(source, warehouse, folder)
        shop.write_pool()
        screen.note(f"shop       psql \"{shop.source_dsn('clerk')}\"")
        screen.note("warehouse  " + " ".join(shop.psql_target()))
        screen.note(f"pool       {os.path.relpath(shop.pool)}")
        yield shop


def headless(keep):
    screen = Screen(STEPS)
    with prepared(screen) as shop:
        try:
            proved = Story(screen, shop, Tidegatectl(PROGRAMS / "tidegatectl", shop.pool, "demo")).tell()
        except DemoFailed as failure:
            screen.bad(str(failure))
            proved = False
        screen.line()
        screen.line(f"{'Proved' if proved else 'NOT proved'} after {screen.elapsed():.0f}s")
        if keep:
            screen.line("Both servers stay until Ctrl+C.")
            signal.pause()
    return 0 if proved else 1


def with_console():
    screen = Screen(2)
    with prepared(screen) as shop, WriterProcess(shop.source_dsn("clerk")) as writer:
        screen.step("The console; two clerks write until you close it")
        code = subprocess.run([PROGRAMS / "tidegate", "--pool", shop.pool, "--page", "jobs", "--job", "order_item"], check=False).returncode
        screen.note(writer.stop())
    return code


def tour(album):
    screen = Screen(2)
    # A short path: the pictures show it.
    with tempfile.TemporaryDirectory(prefix="tidegate-") as folder, prepared(screen, pathlib.Path(folder)) as shop:
        with WriterProcess(shop.source_dsn("clerk")) as writer:
            screen.step("A day with the console, by keys alone")
            code = subprocess.run([TOUR, shop.pool, album], check=False).returncode
            screen.note(writer.stop())
    return code


def main():
    for name in [name for name in os.environ if name.startswith("PG")]:
        del os.environ[name]  # somebody's own defaults for libpq are not meant for the demo's servers
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell starts what it puts behind with SIGINT ignored
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    try:
        if "--tour" in sys.argv:
            return tour(sys.argv[sys.argv.index("--tour") + 1])
        return headless("--keep" in sys.argv) if "--headless" in sys.argv else with_console()
    except KeyboardInterrupt:
        print("\nStopped; nothing is left running.", flush=True)
        return 130


if __name__ == "__main__":
    sys.exit(main())
