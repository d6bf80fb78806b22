# SPDX-License-Identifier: Apache-2.0
"""What PostgreSQL this machine has, and as whom a private server runs: the ground on which pgserver stands."""
import fcntl
import glob
import hashlib
import os
import pwd
import re
import shutil
import subprocess
import tempfile

SUPERUSER = "postgres"

class ClusterError(RuntimeError):
    """A cluster could not be made or started; the text holds the end of the server's log."""


def bin_folder():
    """The newest PostgreSQL of this machine; TIDEGATE_PG_BIN overrides."""
    if os.environ.get("TIDEGATE_PG_BIN"):
        return os.environ["TIDEGATE_PG_BIN"]
    found = {int(m.group(1)): path for path in glob.glob("/usr/lib/postgresql/*/bin")
             if (m := re.search(r"/(\d+)/bin$", path)) and os.path.exists(path + "/initdb")}
    if found:
        return found[max(found)]
    postgres = shutil.which("postgres")
    if not postgres:
        raise ClusterError("no PostgreSQL server found: install the package postgresql")
    return os.path.dirname(os.path.realpath(postgres))


def account():
    """Who owns the servers: us, or an unprivileged account where we are root (initdb refuses root)."""
    if os.geteuid() != 0:
        return pwd.getpwuid(os.geteuid())
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise ClusterError("run as root, and there is neither an account postgres nor nobody")


def as_account():
    """Arguments of subprocess that make the child run as account()."""
    who = account()
    if os.geteuid() != 0:
        return {}
    return {"user": who.pw_uid, "group": who.pw_gid, "extra_groups": []}


def environment():
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PG", "LC_")) and k not in ("LANG", "LANGUAGE", "TZ")}
    return {**kept, "LC_ALL": "C.UTF-8", "HOME": "/"}


def base_folder():
    """The temporary folder, unless account() can't walk into it or a socket's name would not fit (107 bytes)."""
    base = os.path.realpath(tempfile.gettempdir())
    parents = [base]
    while parents[-1] != "/":
        parents.append(os.path.dirname(parents[-1]))
    walkable = os.geteuid() != 0 or all(os.stat(p).st_mode & 0o001 for p in parents)
    return base if walkable and len(base) < 50 else "/tmp"


def own_folder(path):
    os.makedirs(path, mode=0o700, exist_ok=True)
    who = account()
    info = os.lstat(path)
    if info.st_uid != who.pw_uid:
        if info.st_uid != os.geteuid():
            raise ClusterError(f"{path} belongs to somebody else")
        os.chown(path, who.pw_uid, who.pw_gid)
    return path


def template():
    """A data folder fresh from initdb, made once per server version, account and options."""
    binaries = bin_folder()
    version = subprocess.run([binaries + "/postgres", "--version"], check=True, capture_output=True, text=True).stdout
    options = ["--encoding=UTF8", "--locale=C", "--auth=trust", "--username=" + SUPERUSER, "--no-sync", "--no-instructions"]
    digest = hashlib.sha256((version + binaries + repr(options)).encode()).hexdigest()[:12]
    cache = own_folder(f"{base_folder()}/tidegate-initdb-{account().pw_uid}")
    final = f"{cache}/{digest}"
    with open(cache + "/lock", "a", encoding="ascii") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not os.path.exists(final + "/PG_VERSION"):
            scratch = own_folder(f"{cache}/{digest}.{os.getpid()}")
            done = subprocess.run([binaries + "/initdb", "-D", scratch, *options], stdout=subprocess.PIPE, cwd="/",
                                  stderr=subprocess.STDOUT, text=True, env=environment(), **as_account())
            if done.returncode != 0:
                shutil.rmtree(scratch, ignore_errors=True)
                raise ClusterError("initdb failed:\n" + done.stdout)
            os.rename(scratch, final)
    return final
