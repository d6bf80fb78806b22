# SPDX-License-Identifier: Apache-2.0
"""The demo's two private clusters. The shop's data is made once and then copied: the second demo begins at once."""
import hashlib
import pathlib
import shutil
import subprocess
import sys
from contextlib import contextmanager

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from pgserver import Cluster  # noqa: E402

DATA = pathlib.Path("resources/demo")
SEEDS = pathlib.Path(".dev/demo-seed").absolute()
ITEMS = 1_040_000
SEED_SETTINGS = {"max_wal_size": "128MB", "min_wal_size": "32MB"}  # a small folder to copy
# Enough for a million rows without a checkpoint in the middle of every step.
SETTINGS = {"max_wal_size": "4GB", "shared_buffers": "256MB"}


def run_script(cluster, script, *variables):
    options = [word for variable in variables for word in ("-v", variable)]
    subprocess.run(["psql", "-X", "-q", "-h", cluster.host, "-p", str(cluster.port), "-U", cluster.user, "-d", cluster.database,
                    *options, "-f", DATA / script], check=True)


def shop_seed():
    """The data folder of a stopped cluster with the shop in it; made when the script changed or is new here."""
    digest = hashlib.sha256((DATA / "source.sql").read_bytes() + str(ITEMS).encode()).hexdigest()[:12]
    seed = SEEDS / digest
    if not (seed / "PG_VERSION").exists():
        shutil.rmtree(SEEDS, ignore_errors=True)
        SEEDS.mkdir(parents=True)
        with Cluster("shop", database="shop", settings=SEED_SETTINGS) as cluster:
            run_script(cluster, "source.sql", f"items={ITEMS}")
            cluster.stop()
            subprocess.run(["cp", "-a", cluster.folder + "/data", f"{seed}.new"], check=True)
        pathlib.Path(f"{seed}.new").rename(seed)
    return str(seed)


@contextmanager
def servers():
    """(source, warehouse), filled; both stop and go when the block ends, however it ends."""
    with Cluster("shop", database="shop", settings=SETTINGS, seed=shop_seed()) as source:
        with Cluster("warehouse", database="warehouse", settings=SETTINGS) as warehouse:
            run_script(warehouse, "warehouse.sql")
            yield source, warehouse
