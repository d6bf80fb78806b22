#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""kill -9 at the n-th statement of a run, for as many n as TIDEGATE_KILLS says; the seed in the output repeats a failure."""
import os
import random

from harness import Drill, main

KILLS = int(os.environ.get("TIDEGATE_KILLS", "100"))
SEED = int(os.environ.get("TIDEGATE_SEED", random.randrange(1 << 30)))


class RandomKills(Drill):
    def test_whatever_the_place_every_row_arrives_once(self):
        print(f"TIDEGATE_SEED={SEED} TIDEGATE_KILLS={KILLS}", flush=True)
        place = random.Random(SEED)
        self.items()
        self.run_job(state="applied")
        for turn in range(KILLS):
            first = place.randrange(1, 900)
            self.change(first, first + place.randrange(1, 100))
            side = place.choice(["target", "target", "source"])
            proxy = self.proxy(side)
            arm = proxy.after if place.random() < 0.5 else proxy.before
            rule = arm("", skip=place.randrange(0, 45 if side == "target" else 15))
            engine = self.start_job()
            if not rule.hit_or(lambda: engine.ended()):
                engine.finish()  # it ended before that many statements
            else:
                engine.kill()
            proxy.close()
            self.direct()
            if place.random() < 0.5:
                self.run_job(state="applied")
                self.assertExact()
            with self.subTest(turn=turn, seed=SEED):
                self.assertLedgerWhole()
        self.run_job(state="applied")
        self.assertExact()
        self.assertLedgerWhole()


if __name__ == "__main__":
    main()
