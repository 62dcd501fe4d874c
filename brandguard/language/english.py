"""English lemmas, from the tables of the English language model (WordNet's, by its own licence).

The tables are those of the package's rule lemmatizer: the words of each part of speech, what is
irregular, and the endings. They are read without loading the model: 1 MB, in some 20 ms.
"""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from brandguard.language.function_words import function_words
from brandguard.language.pipelines import ENGLISH, ENGLISH_PACKAGE
from brandguard.model.cure import installed_by
from brandguard.model.errors import ModelError
from brandguard.model.said import Said

TABLES = "*/lemmatizer/lookups/lookups.bin"
REMEMBERED = 50_000
RULES = 1
"""To be raised with every change below: lemmas that were kept by other rules no longer count."""

KEYS = {
    "verb": 6360137228241296794,
    "noun": 16833663260455505849,
    "adj": 12401032943472870168,
    "adv": 10054248821341768113,
}
"""Names of the tables in the file: spaCy's hash of the part of speech."""
PARTS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun"}
"""Universal parts of speech that settle how an inflected word is read. The others do not: an
adjective may be of a verb («guaranteed» of a banned «guarantee»), a title makes names of verbs."""
AS_THEY_ARE = frozenset((
    "accounting", "advertising", "amazing", "banking", "barracks", "beginning", "bit",
    "blessing", "booking", "boring", "bound", "briefing", "broker", "buffer", "building",
    "butcher", "clothes", "clothing", "computing", "corps", "drawing", "dressing", "drunk",
    "dwelling", "ending", "engineering", "evening", "exciting", "fascinating", "feeling",
    "felt", "finding", "fitting", "flyer", "funding", "gathering", "goods", "greeting",
    "ground", "heading", "headquarters", "hearing", "heating", "housing", "jeans", "left",
    "living", "manufacturing", "marketing", "mater", "means", "meeting", "nursing",
    "packaging", "pants", "pricing", "programming", "rating", "rent", "rose", "ruling",
    "sales", "savings", "setting", "shot", "species", "stranger", "thought", "timing",
    "trading", "warning", "wedding", "wheeler", "willing", "wound", "writing",
))  # fmt: skip
"""Words that, standing alone, are no form of the verb, singular or adjective they look like."""
PRONOUNS = {
    "an": "a", "him": "he", "me": "i", "ones": "one", "others": "other", "them": "they",
    "these": "this", "those": "that", "us": "we",
}  # fmt: skip
HISSING = ("s", "x", "z", "ch", "sh", "o")
"""What a word ends in that takes -es: it passes and goes, but nodes are no nods."""
UNINFLECTED = ("ss", "us", "is", "ics")
"""Ends of words that are no plurals, unless the tables know better: dress, bonus, physics."""
LEAST_LETTERS = 3
"""Of the base of a word that the tables do not know: apps."""


@dataclass(frozen=True, slots=True)
class _Table:
    """One part of speech."""

    words: frozenset[str]
    irregular: dict[str, list[str]]
    endings: list[tuple[str, str]]

    def base(self, word: str, words: frozenset[str] | None = None) -> str | None:
        """Give the base form of an inflected word, one of `words` where its endings are regular.

        None where it is a base form itself, or is not known.
        """
        words = self.words if words is None else words
        irregular = next((base for base in self.irregular.get(word, ()) if "_" not in base), None)
        if irregular is not None:
            # Where both spellings are words the shorter is British: installed.
            double = irregular + irregular[-1]
            return double if double.endswith("ll") and double in words else irregular
        if word.endswith("ss"):
            return None
        bases = (
            word.removesuffix(old) + new
            for old, new in self.endings
            if word.endswith(old)
            and ((old, new) != ("es", "") or word.removesuffix(old).endswith(HISSING))
        )
        return next((base for base in bases if len(base) > 1 and base in words), None)


def version() -> str:
    """Name the tables and these rules."""
    from importlib.metadata import version as version_of

    return f"{ENGLISH} {version_of(ENGLISH)}, rules {RULES}"


@lru_cache(maxsize=REMEMBERED)
def alone(word: str) -> str | None:
    """Give the lemma of a word in lower case of which no more is known; None where none is known.

    What can be of a verb is taken for it, save AS_THEY_ARE; then for a plural, then for a
    comparative. Raises ModelError without the package.
    """
    if word in AS_THEY_ARE:
        return word
    if word in PRONOUNS:
        return PRONOUNS[word]
    tables = _tables()
    closed = word in function_words("en")
    for part in ("verb", "adj") if closed else ("verb", "noun", "adj"):
        base = tables[part].base(word)
        if base is not None and base != word:
            return base
    known = closed or any(word in table.words for table in tables.values())
    return word if known else _new(word)


def read_as(word: str, pos: str) -> str | None:
    """Give the base of an inflected word in lower case, read as a universal part of speech.

    None where that settles nothing. Raises ModelError without the package.
    """
    part = PARTS.get(pos)
    if part is None or (part == "noun" and word in AS_THEY_ARE):
        return None
    return _tables()[part].base(word)


def _new(word: str) -> str | None:
    """Give the base of a word younger than the tables: of texting, text; of smartphones, one."""
    tables = _tables()
    verb = tables["verb"].base(word, tables["noun"].words)
    if verb is not None and len(verb) >= LEAST_LETTERS:
        return verb
    singular = word.removesuffix("s")
    plural = singular != word and singular.isalpha() and len(singular) >= LEAST_LETTERS
    return singular if plural and not word.endswith(UNINFLECTED) else None


@cache
def _tables() -> dict[str, _Table]:
    import msgpack

    stored = msgpack.unpackb(_file().read_bytes(), strict_map_key=False)
    return {
        part: _Table(
            frozenset(stored["lemma_index"][key]),
            stored["lemma_exc"][key],
            [(old, new) for old, new in stored["lemma_rules"][key]],
        )
        for part, key in KEYS.items()
    }


def _file() -> Path:
    found = importlib.util.find_spec(ENGLISH)
    for folder in (found and found.submodule_search_locations) or ():
        for file in sorted(Path(folder).glob(TABLES)):
            return file
    cure = installed_by(ENGLISH_PACKAGE)
    raise ModelError(Said("the English language model is missing: {cure}", cure=cure))
