# SPDX-License-Identifier: Apache-2.0
"""What a person reads: numbered steps with times, notes below them."""
import sys
import time


class Screen:
    def __init__(self, steps, out=sys.stdout):
        self._steps = steps
        self._step = 0
        self._out = out
        self._start = time.monotonic()
        self._colour = out.isatty()

    def _paint(self, code, text):
        return f"\033[{code}m{text}\033[0m" if self._colour else text

    def line(self, text=""):
        print(text, file=self._out, flush=True)

    def step(self, title):
        self._step += 1
        seconds = time.monotonic() - self._start
        self.line()
        self.line(self._paint("1", f"[{self._step}/{self._steps}] {title}") + self._paint("2", f"   {seconds:.1f}s"))

    def note(self, text):
        for line in text.rstrip("\n").split("\n"):
            self.line(f"      {line}".rstrip())

    def good(self, text):
        self.note(self._paint("32", "✓ ") + text)

    def bad(self, text):
        self.note(self._paint("31", "✗ ") + text)

    def elapsed(self):
        return time.monotonic() - self._start
