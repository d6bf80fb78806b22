# SPDX-License-Identifier: Apache-2.0
"""Starts and stops writer.py. It ends with its standard input, so it can't outlive the demo."""
import json
import pathlib
import subprocess
import sys


class WriterProcess:
    def __init__(self, dsn):
        self._process = subprocess.Popen([sys.executable, pathlib.Path(__file__).with_name("writer.py"), dsn],
                                         stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, start_new_session=True)
        self._process.stdout.readline()  # "writing"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()

    def stop(self):
        """Waits until the clerks have committed; what they did, as a sentence."""
        if self._process.stdin.closed:
            return ""
        self._process.stdin.close()
        counts = self._process.stdout.readlines()[-1:]
        if self._process.wait() != 0 or not counts:
            raise RuntimeError("the writer failed")
        return "meanwhile: " + ", ".join(f"{number:,} {name}" for name, number in json.loads(counts[0]).items())
