# SPDX-License-Identifier: Apache-2.0
"""Runs benches, prints their table, writes it as JSON beside it.

usage: python3 tools/bench [NAME…] [-- ARGUMENTS]    (in the repository's root, after a release build)

A bench is a program that prints one line of JSON {bench, ours, baseline, ratio, bar, met, unit, details} last on its
standard output: tests/bench/bench_NAME.py, run inside two private clusters, or build/release/bin/bench_NAME.
ARGUMENTS go to every bench (--rows, --runs: smaller, for a try). Exit: 0 all bars met, 1 one missed, 2 unknown name.
"""
import datetime
import json
import os
import pathlib
import platform
import subprocess
import sys

SCRIPTS = pathlib.Path("tests/bench")
PROGRAMS = pathlib.Path("build/release/bin")
RESULT = pathlib.Path(".dev/bench.json")
CLUSTERS = [sys.executable, "tests/support/pgcluster.py", "run", "--source", "--warehouse", "--durable", "--"]
COLUMNS = ("bench", "ours", "baseline", "ratio", "bar", "met")


def benches():
    """Name → command, in the order of their names."""
    found = {path.stem: [*CLUSTERS, sys.executable, str(path)] for path in SCRIPTS.glob("bench_*.py")}
    found |= {path.name: [str(path)] for path in PROGRAMS.glob("bench_*")}
    return {name.removeprefix("bench_"): command for name, command in sorted(found.items())}


def measured(name, command):
    """The results of one bench (it may print several lines of JSON), or one that says why there is none."""
    print(f"{name} …", file=sys.stderr, flush=True)
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", TIDEGATE_BIN=str(PROGRAMS.absolute()))
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True, env=environment, check=False)
    results = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    if not results or done.returncode not in (0, 1):
        return [{"bench": name, "met": False, "details": {"failed": f"ended with {done.returncode} and {len(results)} results"}}]
    return results


def number(value, unit):
    if not isinstance(value, (int, float)):
        return "–" if value is None else str(value)
    shown = f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3g}"
    return f"{shown} {unit}".rstrip()


def row(result):
    unit = result.get("unit", "")
    met = "yes" if result.get("met") else "NO"
    return (result["bench"], number(result.get("ours"), unit), number(result.get("baseline"), unit), number(result.get("ratio"), ""),
            number(result.get("bar"), ""), met)


def print_table(results):
    rows = [COLUMNS, *map(row, results)]
    widths = [max(len(line[column]) for line in rows) for column in range(len(COLUMNS))]
    for line in rows:
        print(" | ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip())
    for result in results:
        for name, value in (result.get("details") or {}).items():
            print(f"  {result['bench']}: {name} {value}")


def main():
    words = sys.argv[1:]
    arguments = words[words.index("--") + 1:] if "--" in words else []
    names = words[:words.index("--")] if "--" in words else words
    known = benches()
    unknown = [name for name in names if name not in known]
    if unknown:
        print(f"bench: there is no {', '.join(unknown)}; there are {', '.join(known) or 'none'}", file=sys.stderr)
        return 2
    results = [result for name in names or known for result in measured(name, known[name] + arguments)]
    print_table(results)
    RESULT.parent.mkdir(exist_ok=True)
    machine = {"cores": os.cpu_count(), "system": platform.platform()}
    RESULT.write_text(json.dumps({"at": datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds"),
                                  "machine": machine, "results": results}, indent=2, ensure_ascii=False) + "\n")
    return 0 if all(result.get("met") for result in results) else 1


if __name__ == "__main__":
    sys.exit(main())
