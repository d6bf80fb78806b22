# SPDX-License-Identifier: Apache-2.0
"""What a machine can see of a wrong translation."""
import collections
import re

HAN = "\u4e00-\u9fff"
PLACEHOLDER = re.compile(r"%L?\d+|%L?n")
ACCELERATOR = re.compile(r"(?<!&)&(?!&)")
ENDS = {":": (":", "："), "…": ("…",), "?": ("?", "？")}
HAN_RULES = [
    (re.compile(r"[!！]"), "an exclamation mark"),
    (re.compile(f"[{HAN}“”（）][,;:?]|[,;:?][{HAN}]|[{HAN}]\\.(?![A-Za-z0-9])"), "a narrow punctuation mark beside Han"),
    (re.compile(f"[{HAN}]\\((?!&)|\\)[{HAN}]"), "a narrow bracket beside Han"),
    (re.compile(f"[{HAN}][A-Za-z0-9`]|[A-Za-z0-9`][{HAN}]"), "no space between Han and Latin"),
    (re.compile("[，。：；？、（）] | [，。：；？、（）]"), "a space beside a wide mark"),
]


def findings(message, han):
    if not message.finished:
        yield "is not translated"
        return
    for form in message.forms:
        yield from form_findings(message, form)
        if han:
            for pattern, what in HAN_RULES:
                if pattern.search(PLACEHOLDER.sub("%", form)):
                    yield f"{what}: {form}"


def form_findings(message, form):
    wanted = collections.Counter(PLACEHOLDER.findall(message.source))
    found = collections.Counter(PLACEHOLDER.findall(form))
    if message.numerus:  # a form for one thing may do without its number
        wanted["%n"] = found["%n"] = 0
    if wanted != found:
        yield f"other placeholders: {form}"
    if form.count("&&") != message.source.count("&&") or bool(ACCELERATOR.search(form)) != bool(ACCELERATOR.search(message.source)):
        yield f"other accelerators: {form}"
    same_end = all(message.source.endswith(end) == form.endswith(marks) for end, marks in ENDS.items())
    if form.count("\n") != message.source.count("\n") or not same_end:
        yield f"another end, or other lines: {form}"
