# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks at the translations of the console.

usage: check_translations.py FILE.ts [--sources LUPDATE REPOSITORY]

Every translation must have the placeholders of its source (%1, %n, %L1) and, where the source ends with one, the same
end: a colon, an ellipsis. With --sources the texts are collected anew, and one that is missing or unfinished fails.
"""
import collections
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree

PLACEHOLDER = re.compile(r"%(?:L?\d+|n)")
ENDS = {":": (":", "："), "…": ("…",)}


def messages(path):
    for context in tree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name"), message


def texts(message):
    translation = message.find("translation")
    forms = [form.text or "" for form in translation.findall("numerusform")]
    return forms or [translation.text or ""]


def findings(path, complete):
    for context, message in messages(path):
        source = message.findtext("source") or ""
        translation = message.find("translation")
        if translation is None or translation.get("type") in ("vanished", "obsolete"):
            continue
        where = f"{context}: “{source}”"
        if translation.get("type") == "unfinished" or not all(texts(message)):
            if complete:
                yield f"{where} has no translation"
            continue
        for text in texts(message):
            # One numerus form may say "one" in words; Chinese has a single form and needs the number.
            if collections.Counter(PLACEHOLDER.findall(text)) != collections.Counter(PLACEHOLDER.findall(source)):
                yield f"{where} has other placeholders in “{text}”"
            ends = ENDS.get(source[-1:])
            if ends and not text.endswith(ends):
                yield f"{where} ends with {source[-1]}, “{text}” does not"


def collected(path, lupdate, repository):
    """A copy of the file with what the sources say today."""
    copy = pathlib.Path(tempfile.mkdtemp()) / pathlib.Path(path).name
    copy.write_bytes(pathlib.Path(path).read_bytes())
    folders = [str(pathlib.Path(repository) / folder) for folder in ("models", "widgets", "app")]
    # Without the include path a class loses its namespace, and its texts their context.
    subprocess.run([lupdate, "-silent", "-locations", "none", "-no-obsolete", "-I", repository, *folders, "-ts", str(copy)], check=True)
    return copy


def main():
    path, *rest = sys.argv[1:]
    complete = rest[:1] == ["--sources"]
    copy = collected(path, *rest[1:]) if complete else path
    found = list(findings(copy, complete))
    if complete:
        copy.unlink()
        copy.parent.rmdir()
    for line in found:
        print(line)
    print(f"{len(found)} findings")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
