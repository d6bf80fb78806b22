# SPDX-License-Identifier: Apache-2.0
"""What the benches that need servers share: databases, a pool, timed pipes, a run's time and memory."""
import argparse
import json
import os
import pathlib
import statistics
import subprocess
import tempfile
import threading
import time

BIN = pathlib.Path(os.environ.get("TIDEGATE_BIN", "build/release/bin"))
MIB = 1024 * 1024


def arguments(rows, runs=5):
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=rows)
    parser.add_argument("--runs", type=int, default=runs)
    return parser.parse_args()


class Server:
    def __init__(self, prefix):
        self.host, self.port, self.user, self.database = (os.environ[f"{prefix}_{what}"] for what in ("HOST", "PORT", "USER", "DB"))
        self.psql_command = ["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", self.host, "-p", self.port, "-U", self.user, "-d", self.database]

    def sql(self, *statements):
        """Each statement in a transaction of its own; the last one's output."""
        words = [word for statement in statements for word in ("-c", statement)]
        return subprocess.run([*self.psql_command, "-At", *words], check=True, capture_output=True, text=True).stdout.strip()

    def connection_file(self, name):
        return (f"connection: {name}\ntype: postgres\nhost: {self.host}\nport: {self.port}\n"
                f"database: {self.database}\nuser: {self.user}\n")


SOURCE = Server("TIDEGATE_TEST_SOURCE")
TARGET = Server("TIDEGATE_TEST_TARGET")


class BenchPool:
    """A pool in a temporary folder with the two servers and the jobs that are given as text."""

    def __init__(self, **jobs):
        self._folder = tempfile.TemporaryDirectory(prefix="tidegate-bench-")
        self.root = pathlib.Path(self._folder.name)
        self._write("pool.yaml", "pool: bench\nformat: 1\n")
        for name, server in (("source", SOURCE), ("warehouse", TARGET)):
            self._write(f"connections/{name}.yaml", server.connection_file(name))
        for name, text in jobs.items():
            self._write(f"customers/bench/jobs/{name}.yaml", f"job: {name}\n{text}")

    def _write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def command(self, *words):
        return [str(BIN / "tidegatectl"), "--pool", str(self.root), *words]


def peak_memory(pid):
    """Bytes: the high-water mark of one process, 0 when it is gone."""
    try:
        for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    except (FileNotFoundError, ProcessLookupError):
        pass
    return 0


class Run:
    """One `tidegatectl run` from process start to its end: `run` does all its work in its own process."""

    def __init__(self, pool, job, *options):
        self.memory = 0
        start = time.monotonic()
        process = subprocess.Popen(pool.command("--json", "run", job, *options), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, text=True)
        watcher = threading.Thread(target=self._watch, args=(process,))
        watcher.start()
        out, errors = process.communicate()
        self.seconds = time.monotonic() - start
        watcher.join()
        if process.returncode != 0:
            raise SystemExit(f"run {job} ended with {process.returncode}:\n{errors}")
        self.finished = json.loads(out.splitlines()[-1])

    def _watch(self, process):
        while process.poll() is None:
            self.memory = max(self.memory, peak_memory(process.pid))
            time.sleep(0.02)


def pipe_copy(read, write):
    """Seconds of psql | psql: `read` is a COPY TO STDOUT at the source, `write` a COPY FROM STDIN at the target."""
    start = time.monotonic()
    reader = subprocess.Popen([*SOURCE.psql_command, "-c", read], stdout=subprocess.PIPE)
    writer = subprocess.Popen([*TARGET.psql_command, "-c", write], stdin=reader.stdout)
    reader.stdout.close()
    if writer.wait() != 0 or reader.wait() != 0:
        raise SystemExit("the baseline failed")
    return time.monotonic() - start


def alternate(runs, ours, baseline):
    """Seconds of both, by turns, each first as often as second."""
    times = ([], [])
    for number in range(runs):
        order = ((0, ours), (1, baseline)) if number % 2 == 0 else ((1, baseline), (0, ours))
        for side, measure in order:
            TARGET.sql("checkpoint")
            times[side].append(measure())
    return times


def medians(times):
    return statistics.median(times[0]), statistics.median(times[1])


def spread(times):
    return f"{min(times):.2f}–{max(times):.2f} s in {len(times)} runs"


def report(**result):
    print(json.dumps(result, ensure_ascii=False), flush=True)
    return 0 if result["met"] else 1
