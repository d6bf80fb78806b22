# SPDX-License-Identifier: Apache-2.0
"""Ends postmasters with all their backends, and watches over one on behalf of a parent that may be killed.

As a program, `pgprocess.py FOLDER keep|remove`: reads process ids of postmasters from standard input, one a line; at end
of input it stops the last one and removes the folder.
"""
import os
import shutil
import signal
import sys
import time


def _children(pid):
    try:
        with open(f"/proc/{pid}/task/{pid}/children", encoding="ascii") as file:
            return [int(word) for word in file.read().split()]
    except OSError:
        return []


def _signal(pid, number):
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        pass


def _running(pid):
    try:
        with open(f"/proc/{pid}/stat", encoding="ascii") as file:
            return file.read().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def _wait_gone(pids, seconds, reap=lambda: None):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        reap()
        if not any(_running(pid) for pid in pids):
            return True
        time.sleep(0.02)
    return False


def crash(pid, reap=lambda: None):
    """SIGKILL to the postmaster and all its backends, as a power cut would do it."""
    _signal(pid, signal.SIGSTOP)
    family = [pid, *_children(pid)]
    for member in family:
        _signal(member, signal.SIGKILL)
    _wait_gone(family, 10, reap)


def stop(pid, number, reap=lambda: None):
    family = [pid, *_children(pid)]
    _signal(pid, number)
    _signal(pid, signal.SIGCONT)
    for member in family[1:]:
        _signal(member, signal.SIGCONT)
    if not _wait_gone([pid], 15, reap):
        crash(pid, reap)


def watch(folder, keep):
    last = 0
    for line in sys.stdin:
        last = int(line)
    try:
        with open(f"/proc/{last}/cmdline", encoding="utf-8") as file:
            ours = folder in file.read()
    except OSError:
        ours = False
    if ours:
        stop(last, signal.SIGINT)
    if not keep:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    watch(sys.argv[1], sys.argv[2] == "keep")
