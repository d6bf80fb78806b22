# SPDX-License-Identifier: Apache-2.0
"""The demo. Started by ./dev demo, inside two private clusters that are stopped when it ends, however it ends.

usage: python3 tools/demo [--headless] [--keep]      (in the repository's root, with TIDEGATE_TEST_… in the environment)
"""
import os
import pathlib
import signal
import subprocess
import sys

from commandline import Tidegatectl
from screen import Screen
from shop import Shop
from story import STEPS, DemoFailed, Story
from writer_process import WriterProcess

FOLDER = pathlib.Path(".dev/demo").absolute()
PROGRAMS = pathlib.Path("build/bin").absolute()


def prepare(screen):
    screen.step("Two databases: a shop with 1,040,000 order items, and an empty warehouse")
    FOLDER.mkdir(parents=True, exist_ok=True)
    shop = Shop.from_environment(FOLDER)
    shop.fill()
    shop.write_pool()
    screen.note(f"shop       psql \"{shop.source_dsn('clerk')}\"")
    screen.note("warehouse  " + " ".join(shop.psql_target()))
    screen.note(f"pool       {os.path.relpath(shop.pool)}")
    return shop


def headless(keep):
    screen = Screen(STEPS)
    shop = prepare(screen)
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
    shop = prepare(screen)
    screen.step("The console; two clerks write until you close it")
    with WriterProcess(shop.source_dsn("clerk")) as writer:
        code = subprocess.run([PROGRAMS / "tidegate", "--pool", shop.pool], check=False).returncode
        screen.note(writer.stop())
    return code


def main():
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    try:
        return headless("--keep" in sys.argv) if "--headless" in sys.argv else with_console()
    except KeyboardInterrupt:
        print("\nStopped; nothing is left running.", flush=True)
        return 130


if __name__ == "__main__":
    sys.exit(main())
