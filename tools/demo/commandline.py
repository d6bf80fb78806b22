# SPDX-License-Identifier: Apache-2.0
"""tidegatectl as a script uses it: --json, one object a line."""
import json
import signal
import subprocess
import tempfile


class Outcome:
    def __init__(self, code, events, errors):
        self.code = code
        self.events = events
        self.errors = errors

    @property
    def finished(self):
        """The run.finished object, or {} where the process ended without one."""
        return next((event for event in reversed(self.events) if event.get("event") == "run.finished"), {})

    @property
    def state(self):
        return self.finished.get("state", "ended without a summary")

    @property
    def rows(self):
        return self.finished.get("rows", {})

    @property
    def window(self):
        """The last window with what held it, as the run told it."""
        told = [event for event in self.events if event.get("event") == "run.window"]
        return told[-1] if told else self.finished.get("window") or {}


class Tidegatectl:
    def __init__(self, program, pool, environment):
        self._start = [str(program), "--pool", str(pool), "--env", environment]

    def shown(self, *words):
        return " ".join(["tidegatectl", *words])

    def text(self, *words):
        done = subprocess.run([*self._start, *words], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
        return done.returncode, (done.stdout + done.stderr).strip()

    def run(self, job, *options, watch=None):
        """Runs a job to its end. `watch(event)` sees each event as it comes and answers True to have the engine killed."""
        command = [*self._start, "--json", "run", job, *options]
        with tempfile.TemporaryFile("w+") as errors, \
                subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=errors, text=True) as engine:
            events = []
            try:
                for line in engine.stdout:
                    events.append(json.loads(line))
                    if watch and watch(events[-1]):
                        engine.send_signal(signal.SIGKILL)
                        watch = None
                code = engine.wait()
            except BaseException:
                engine.kill()
                raise
            errors.seek(0)
            return Outcome(code, events, errors.read().strip())
