"""Lemmas of words alone: simplemma's, in English those of the model's tables (english.py).

What was looked up before is kept in a small file: simplemma's tables load for a second a language.

The process that judges needs the lemmas of a profile's terms and of few words more, the same in
every run. A file that is damaged, or that another version of the tables made, counts as empty.
"""

from __future__ import annotations

import json
import os
import tempfile
from contextlib import contextmanager, suppress
from functools import cache
from importlib.metadata import version
from typing import TYPE_CHECKING

from brandguard.language import english

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MOST_WORDS = 50_000
"""Words that a file holds; a run that knows them all looks the next ones up as ever."""
FILE = "lemmas.json"

Words = dict[str, str | None]
"""Lemma by word, in lower case; None for a word that the tables do not know."""
_known: dict[str, Words] | None = None
"""By language, while a file is in use; None where none is."""


def tabled(word: str, language: str) -> str | None:
    """Give the lemma of a word in lower case, None where the tables do not know it."""
    words = None if _known is None else _known.setdefault(language, {})
    if words is not None and word in words:
        return words[word]
    found = _looked_up(word, language)
    if words is not None and len(words) < MOST_WORDS:
        words[word] = found
    return found


def _looked_up(word: str, language: str) -> str | None:
    if language == "en":
        return english.alone(word)
    import simplemma

    found = str(simplemma.lemmatize(word, lang=language)).lower()
    return found if found != word or simplemma.is_known(word, lang=language) else None


@contextmanager
def remembered(folder: Path | None) -> Iterator[None]:
    """Use the file of a folder until the end, and add what was looked up; None for no file."""
    global _known  # noqa: PLW0603  as the tables of simplemma: one for the process
    if folder is None or _known is not None:
        yield
        return
    file = folder / FILE
    _known = _read(file)
    before = sum(map(len, _known.values()))
    try:
        yield
    finally:
        words, _known = _known, None
        if sum(map(len, words.values())) > before:
            with suppress(OSError):  # measuring goes on without keeping
                _write(file, words)


def _read(file: Path) -> dict[str, Words]:
    try:
        stored = json.loads(file.read_text(encoding="utf-8"))
        if stored["version"] != _version():
            return {}
        return {language: _checked(words) for language, words in stored["words"].items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return {}


def _checked(words: Words) -> Words:
    if not all(lemma is None or isinstance(lemma, str) for lemma in words.values()):
        raise ValueError(words)
    return words


def _write(file: Path, words: dict[str, Words]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{FILE}")
    try:
        with open(handle, "w", encoding="utf-8") as stream:  # noqa: PTH123  a handle, no path
            json.dump({"version": _version(), "words": words}, stream, ensure_ascii=False)
        os.replace(name, file)  # noqa: PTH105  a name, no path
    except BaseException:
        with suppress(OSError):
            os.unlink(name)  # noqa: PTH108  as above
        raise


@cache
def _version() -> str:
    return f"simplemma {version('simplemma')}, {english.version()}"
