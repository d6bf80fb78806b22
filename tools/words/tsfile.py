# SPDX-License-Identifier: Apache-2.0
"""Reads Qt's translation files."""
import dataclasses
import xml.etree.ElementTree


@dataclasses.dataclass(frozen=True)
class Message:
    context: str
    source: str
    forms: tuple  # one, or one for each plural
    finished: bool
    numerus: bool


def read(path):
    for context in xml.etree.ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            numerus = message.get("numerus") == "yes"
            forms = tuple(form.text or "" for form in translation.iter("numerusform")) if numerus else (translation.text or "",)
            yield Message(context.findtext("name"), message.findtext("source"), forms,
                          translation.get("type") is None and all(forms), numerus)
