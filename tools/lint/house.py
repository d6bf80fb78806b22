# SPDX-License-Identifier: Apache-2.0
"""The rules of the house that no other tool knows: licences, sizes, words that don't belong, files that must parse.

usage: house.py    (in the repository's root; prints file:line: what, exits 1 where there is something)
"""
import json
import pathlib
import re
import subprocess
import sys

SOURCE = {".cpp", ".h", ".py", ".sh", ".cmake", ".sql"}
SIZED = {".cpp", ".h", ".py", ".sh"}
MOST_LINES = 400  # the aim is 300; a file between the two is named, not refused
AIM_LINES = 300
COPYLEFT = ("widgets/", "app/", "tests/widgets/", "tests/app/")
FORBIDDEN = [
    (re.compile(r"\b(T[O]DO|FIX[M]E|X[X]X)\b"), "work that is not done belongs into an issue, not into the code"),
    (re.compile(r"(?<![\w.$}])/(home|root|Users|w[o]rk)/"), "a path of somebody's machine"),
    (re.compile(r"^(<{7}|>{7}) "), "a merge conflict"),
    (re.compile(r"[ \t]+$"), "trailing white space"),
]
# Text as data: what stands in it is meant to.
DATA = ("tests/data/", "LICENSE", "resources/icons/", "resources/demo/pool/")


def tracked():
    out = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], capture_output=True, check=True).stdout
    return sorted(name for name in out.decode().split("\0") if name and pathlib.Path(name).is_file())


def licence_findings(name, lines):
    path = pathlib.Path(name)
    if path.suffix not in SOURCE and path.name != "CMakeLists.txt" or name.startswith(DATA):
        return
    head = "\n".join(lines[:2])
    wanted = "GPL-3.0-or-later" if name.startswith(COPYLEFT) else "Apache-2.0"
    found = re.search(r"SPDX-License-Identifier: (\S+)", head)
    if not found:
        yield 1, f"no SPDX-License-Identifier; here it is {wanted}"
    elif found[1] != wanted and path.name != "CMakeLists.txt" and not (name.startswith("tests/") and found[1] == "GPL-3.0-or-later"):
        yield 1, f"licence {found[1]}; here it is {wanted}"


def word_findings(name, lines):
    if name.startswith(DATA) or name.endswith(".md"):
        return
    for number, line in enumerate(lines, 1):
        for pattern, reason in FORBIDDEN:
            if pattern.search(line):
                yield number, reason


def size_findings(name, lines):
    if pathlib.Path(name).suffix in SIZED and not name.startswith(DATA) and len(lines) > MOST_LINES:
        yield len(lines), f"{len(lines)} lines; past {AIM_LINES} an object is missing, past {MOST_LINES} it is refused"


def parse_findings(name, text):
    if name.startswith(DATA):
        return
    try:
        if name.endswith(".json"):
            json.loads(text)
        elif name.endswith(".py"):
            compile(text, name, "exec")
    except (ValueError, SyntaxError) as error:
        yield getattr(error, "lineno", None) or 1, str(error)


def layer_findings(name, lines):
    """The link graph is the rule; this only says it earlier and with a line number."""
    if not name.startswith(("engine/", "agent/", "cli/")):
        return
    for number, line in enumerate(lines, 1):
        if re.match(r'#include [<"](Q[A-Z]|Qt)', line):
            yield number, "no Qt in engine, agent and command line"


def main():
    failed = 0
    for name in tracked():
        raw = pathlib.Path(name).read_bytes()
        try:
            text = raw.decode()
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            continue
        lines = text.split("\n")[:-1] if text.endswith("\n") else text.split("\n")
        found = [*licence_findings(name, lines), *word_findings(name, lines), *size_findings(name, lines),
                 *parse_findings(name, text), *layer_findings(name, lines)]
        for number, what in found:
            print(f"{name}:{number}: {what}")
        failed += len(found)
        if pathlib.Path(name).suffix in SIZED and AIM_LINES < len(lines) <= MOST_LINES and not name.startswith(DATA):
            print(f"{name}: {len(lines)} lines, more than the {AIM_LINES} we aim at", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
