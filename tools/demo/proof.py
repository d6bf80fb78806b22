# SPDX-License-Identifier: Apache-2.0
"""Shows resources/demo/proof.sql and runs it with psql; the exit code of psql is the verdict."""
import subprocess

SCRIPT = "resources/demo/proof.sql"


def prove(screen, shop):
    command = shop.psql_target() + ["-q", "-v", "shop=" + shop.source_dsn("reader"), "-f", SCRIPT]
    screen.note(f"{SCRIPT}:")
    with open(SCRIPT, encoding="utf-8") as script:
        for line in script:
            if line.strip() and not line.startswith(("\\", "--")):
                screen.note("    " + line.rstrip())
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    screen.line()
    screen.note(done.stdout)
    return done.returncode == 0
