#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""tidegatectl as people and scripts meet it: help, wrong words, one JSON object a line, readers that go away, full disks."""
import json
import os
import subprocess

from harness import TOOL, Drill, main

VERBS = ("pool check", "job list", "job show", "job new", "job set", "job unset", "job rename", "job diff", "sql", "run", "ledger", "undo",
         "quarantine", "state check", "verify", "agent serve", "agent status", "schedule list", "schedule enable", "schedule disable",
         "schedule pause", "schedule resume", "history")
QUIET = ("pool check", "job list", "job show item", "sql item", "sql item --what ddl", "sql item --what apply", "sql item --what count",
         "sql item --what grants", "run item --dry-run", "run item", "ledger item", "state check", "verify item --level L1",
         "verify item --level L3", "job set item description x", "job unset item description", "job diff item item",
         "job new other --from erp sales.item", "job rename other another", "pool check --live")
WRONG = ("", "frobnicate", "run", "run itm", "run item extra", "run item --bogus", "run item --window 1", "run item --again --reload",
         "sql item --what nonsense", "verify item --level L9", "undo item", "quarantine item", "job frob", "--env x run item",
         "job set item key[9] x", "job rename item item", "job new item --from erp sales.item", "job new ../it --from erp sales.item",
         "ledger itm", "--pool", "schedule", "schedule pause itm", "history --limit 0")


class CommandLine(Drill):
    def call(self, words, json_lines=False, **options):
        """The finished process; stdout is a pipe unless told."""
        options.setdefault("stdout", subprocess.PIPE)
        return subprocess.run([TOOL, "--pool", str(self.pool.folder), *(["--json"] if json_lines else []), *words.split()],
                              stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, encoding="utf-8", timeout=120, check=False, **options)

    def test_help_of_every_verb(self):
        for verb in ("", *VERBS):
            done = self.call(f"{verb} --help")
            self.assertEqual((done.returncode, done.stderr), (0, ""), verb)
            self.assertIn("Usage: tidegatectl", done.stdout)

    def test_wrong_words_are_exit_2_and_say_what_to_do(self):
        self.items()
        for words in WRONG:
            with self.subTest(words=words):
                done = self.call(words, json_lines=True)
                self.assertEqual(done.returncode, 2, done.stderr)
                last = json.loads(done.stdout.splitlines()[-1])
                self.assertTrue(last.get("message") or last["error"]["message"])
                self.assertIn("error: ", done.stderr)

    def test_every_line_is_an_object_and_nothing_else_is_said(self):
        self.items()
        self.run_job(state="applied")
        for words in QUIET:
            with self.subTest(words=words):
                done = self.call(words, json_lines=True)
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assertTrue(done.stdout)
                for line in done.stdout.splitlines():
                    self.assertIn("event", json.loads(line), line)
        self.assertEqual(len(self.ledger()), 2)

    def test_readers_that_go_away_and_disks_that_are_full(self):
        self.items()
        self.run_job(state="applied")
        for words in ("job list", "sql item", "ledger item", "run item", "verify item --level L3"):
            with self.subTest(words=words):
                reading, writing = os.pipe()
                os.close(reading)
                self.assertEqual(self.call(words, stdout=writing).returncode, 0)
                os.close(writing)
                with open("/dev/full", "w", encoding="utf-8") as full:
                    done = self.call(words, stdout=full)
                self.assertEqual(done.returncode, 1)
                self.assertIn("error: the output could not be written", done.stderr)
        self.assertLedgerWhole(length=3)
        self.assertExact()

    def test_chinese_names_in_the_c_locale(self):
        job = self.items()
        file = self.pool.folder / f"customers/acme/jobs/{job}.yaml"
        self.pool.job(file.read_text(encoding="utf-8").replace("job: item", "job: 订单明细"))
        done = self.call("run 订单明细", env={**os.environ, "LC_ALL": "C", "LANG": "C"})
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("订单明细: applied", done.stdout)

    def test_an_agent_that_fires_the_schedule_for_as_long_as_it_lives(self):
        self.items(more="schedule: '0 2 * * *'\n")
        socket = str(self.pool.folder / "agent.sock")
        environment = {**os.environ, "XDG_STATE_HOME": str(self.pool.folder / "state")}
        wrong = self.call(f"--env nope agent serve --schedule --socket {socket}", env=environment)
        self.assertEqual((wrong.returncode, os.path.exists(socket)), (2, False), wrong.stderr)
        for words, enabled in (("--schedule", True), ("", False)):
            agent = subprocess.Popen([TOOL, "--pool", str(self.pool.folder), "agent", "serve", "--socket", socket, *words.split()],
                                     stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, encoding="utf-8", env=environment)
            try:
                next(line for line in agent.stderr if " serves, process " in line)
                listed = self.call(f"schedule list --socket {socket}", json_lines=True)
                self.assertEqual(listed.returncode, 0, listed.stderr)
                first, job = (json.loads(line) for line in listed.stdout.splitlines())
                self.assertEqual((first["enabled"], job["job"], job["state"]), (enabled, "item", "waiting" if enabled else "off"))
                self.assertEqual(self.call(f"agent status --socket {socket}").returncode, 0)
            finally:
                agent.terminate()
                agent.communicate(timeout=60)
            self.assertEqual(agent.returncode, 0)

    def test_an_ordinary_run_finds_no_leftovers(self):
        self.items()
        self.run_job(state="applied")
        self.change()
        self.assertNotIn("left", self.run_job(state="applied").err)


if __name__ == "__main__":
    main()
