# SPDX-License-Identifier: Apache-2.0
"""The words of the screen in other languages: collects them from the sources, and says what is not finished.

usage: python3 tools/words collect | check [--lupdate PROGRAM]    (in the repository's root)

`collect` brings resources/i18n up to date with the sources; new texts wait there for their translation, texts that are
gone are removed. `check` changes nothing and exits 1 when a text of the sources has no finished translation or one that
can't be right. Texts of the schema count as sources: the form shows them.
"""
import argparse
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

import rules
import tsfile

ROOMS = ("models", "widgets", "app")
SCHEMA = pathlib.Path("resources/schema/job.schema.json")
FOLDER = pathlib.Path("resources/i18n")
# English needs only the forms of its plurals; the rest is the source itself.
LANGUAGES = {"tidegate_zh_CN.ts": (), "tidegate_en.ts": ("-pluralonly",)}


def schema_texts(node):
    """Titles and descriptions, in the order of the file."""
    if isinstance(node, list):
        node = dict(enumerate(node))
    if not isinstance(node, dict):
        return
    for key, value in node.items():
        if key in ("title", "description") and isinstance(value, str):
            yield value
        else:
            yield from schema_texts(value)


def write_schema_words(folder):
    """The schema as a source that lupdate reads."""
    texts = dict.fromkeys(schema_texts(json.loads(SCHEMA.read_text(encoding="utf-8"))))
    lines = [f'QT_TRANSLATE_NOOP("tidegate::JobSchema", {json.dumps(text, ensure_ascii=False)});' for text in texts]
    path = pathlib.Path(folder) / "schemawords.cpp"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def update(lupdate, targets):
    """Brings translation files up to date; what lupdate could not read well is returned."""
    complaints = []
    with tempfile.TemporaryDirectory() as folder:
        schema = write_schema_words(folder)
        for name, target in targets.items():
            command = [lupdate, "-silent", "-locations", "none", "-no-obsolete", "-no-ui-lines", *LANGUAGES[name], "-I", ".",
                       *ROOMS, str(schema), "-ts", str(target)]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            if done.returncode != 0:
                sys.exit(f"words: lupdate ended with {done.returncode}: {done.stderr.strip()}")
            complaints += (done.stdout + done.stderr).splitlines()
    return sorted(set(filter(None, complaints)))


def collect(lupdate):
    complaints = update(lupdate, {name: FOLDER / name for name in LANGUAGES})
    for line in complaints:
        print(line)
    for name in LANGUAGES:
        waiting = [message for message in tsfile.read(FOLDER / name) if not message.finished]
        for message in waiting:
            print(f"{name}: {message.context}: {message.source}")
        print(f"{name}: {len(waiting)} texts wait for their translation")
    return 0


def check(lupdate):
    findings = []
    with tempfile.TemporaryDirectory() as folder:
        targets = {name: pathlib.Path(folder) / name for name in LANGUAGES}
        for name, target in targets.items():
            shutil.copy(FOLDER / name, target)
        findings += [f"a text has no context that tr() asks for: {line}" for line in update(lupdate, targets)]
        for name, target in targets.items():
            for message in tsfile.read(target):
                wrong = rules.findings(message, han=name.endswith("zh_CN.ts"))
                findings += [f"{name}: {message.context}: “{message.source}”: {what}" for what in wrong]
    for line in findings:
        print(line)
    if findings:
        print(f"{len(findings)} findings; `python3 tools/words collect` collects, then translate what waits in {FOLDER}")
    return 1 if findings else 0


def main():
    parser = argparse.ArgumentParser(prog="words", description=__doc__.partition("\n")[0])
    parser.add_argument("verb", choices=("collect", "check"))
    parser.add_argument("--lupdate", default=shutil.which("lupdate", path="/usr/lib/qt6/bin"))
    options = parser.parse_args()
    if not options.lupdate:
        sys.exit("words: there is no lupdate; it comes with qt6-l10n-tools")
    return {"collect": collect, "check": check}[options.verb](options.lupdate)


if __name__ == "__main__":
    sys.exit(main())
