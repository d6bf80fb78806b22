#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Gives a command private PostgreSQL clusters: pgcluster.py run [--source] [--warehouse] [--set KEY=VALUE] -- COMMAND …

Without --source and --warehouse there are both. The command finds them in TIDEGATE_TEST_SOURCE_HOST, _PORT, _SOCKETS,
_USER, _DB and TIDEGATE_TEST_TARGET_…; its exit status is ours (128 + n for signal n). When it ends, or we are told to, or are
killed, the clusters stop and their folders go.
"""
import argparse
import ctypes
import os
import pathlib
import signal
import subprocess
import sys
from contextlib import ExitStack

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "tools"))
from pgserver import Cluster, ClusterError  # noqa: E402

ENDS = (("source", "TIDEGATE_TEST_SOURCE", "erp"), ("warehouse", "TIDEGATE_TEST_TARGET", "dw"))
PR_SET_PDEATHSIG = 1


def die_with_parent():
    """For preexec_fn: SIGKILL to the child when we end without a chance to tell it."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def run(wanted, settings, durable, command):
    with ExitStack() as stack:
        environment = dict(os.environ)
        for name, prefix, database in ENDS:
            if name in wanted:
                cluster = Cluster(name, database=database, settings=settings, durable=durable)
                environment.update(stack.enter_context(cluster).environment(prefix))
        child = subprocess.Popen(command, env=environment, preexec_fn=die_with_parent)
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, lambda got, _: child.send_signal(got))
        status = child.wait()
    return status if status >= 0 else 128 - status


def setting(text):
    key, equals, value = text.partition("=")
    if not equals:
        raise argparse.ArgumentTypeError("KEY=VALUE is wanted")
    return key, value


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    verbs = parser.add_subparsers(required=True)
    verb = verbs.add_parser("run", help="run a command beside fresh clusters")
    verb.add_argument("--source", action="append_const", dest="wanted", const="source")
    verb.add_argument("--warehouse", action="append_const", dest="wanted", const="warehouse")
    verb.add_argument("--set", action="append", type=setting, default=[], dest="settings", metavar="KEY=VALUE")
    verb.add_argument("--durable", action="store_true", help="fsync as in production")
    verb.add_argument("command", nargs=argparse.REMAINDER)
    options = parser.parse_args()
    command = options.command[1:] if options.command[:1] == ["--"] else options.command
    if not command:
        verb.error("no command")
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda got, _: sys.exit(128 + got))
    try:
        sys.exit(run(options.wanted or ["source", "warehouse"], dict(options.settings), options.durable, command))
    except (ClusterError, OSError) as error:
        print(f"pgcluster: {error}", file=sys.stderr)
        sys.exit(125)
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
