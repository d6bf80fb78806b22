# SPDX-License-Identifier: Apache-2.0
"""Shows resources/demo/proof.sql and runs it with psql; the exit code of psql is the verdict."""
import subprocess

SCRIPT = "resources/demo/proof.sql"
VERDICT = "-- The verdict"  # what follows only turns the two tables into psql's exit code


def prove(screen, shop):
    command = shop.psql_target() + ["-q", "-v", "shop=" + shop.source_dsn("reader", zone="UTC"), "-f", SCRIPT]
    screen.note(f"{SCRIPT}:")
    with open(SCRIPT, encoding="utf-8") as script:
        for line in script.read().split(VERDICT)[0].splitlines():
            if line.strip() and not line.startswith(("\\", "--")):
                screen.note("    " + line)
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    screen.line()
    screen.note(done.stdout)
    return done.returncode == 0
