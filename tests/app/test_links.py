#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The console opens no database, so no driver is among the libraries that it loads; the engine's programs load no Qt."""
import os
import pathlib
import subprocess
import unittest

BIN = pathlib.Path(os.environ["TIDEGATE_BIN"])


def libraries(program):
    listed = subprocess.run(["ldd", BIN / program], check=True, capture_output=True, text=True).stdout
    return [line.split()[0] for line in listed.splitlines()]


class Links(unittest.TestCase):
    def assertNone(self, program, *prefixes):
        found = [name for name in libraries(program) if name.startswith(prefixes)]
        self.assertEqual(found, [], f"{program} loads what its layer must not see")

    def test_the_console_loads_no_driver(self):
        self.assertTrue([name for name in libraries("tidegate") if name.startswith("libQt6Widgets")])
        self.assertNone("tidegate", "libpq", "libsqlite3", "libodbc", "libQt6Sql")

    def test_the_engine_loads_no_window(self):
        for program in ("tidegatectl", "tidegated"):
            self.assertTrue([name for name in libraries(program) if name.startswith("libpq")])
            self.assertNone(program, "libQt", "libqscintilla")


if __name__ == "__main__":
    unittest.main(verbosity=2)
