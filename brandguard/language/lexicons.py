"""Word lists and what they say of a word: possible imperatives, lemmas, frequency, loans."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from brandguard.language import english
from brandguard.language.known_lemmas import tabled
from brandguard.settings import asset_path

if TYPE_CHECKING:
    from collections.abc import Mapping

REMEMBERED = 50_000
"""Words whose reading is kept for the next time."""

LETTERS_AFTER_RI = 4
"""ri- makes new verbs (riusa, riscopri); shorter words are others (rima, rissa)."""

ITALIAN_CLITICS = (
    "mela", "melo", "meli", "mele", "mene", "tela", "telo", "teli", "tele", "tene", "cela", "celo",
    "celi", "cele", "cene", "vela", "velo", "veli", "vele", "vene", "glielo", "gliela", "glieli",
    "gliene", "gli", "mi", "ti", "ci", "vi", "si", "lo", "la", "li", "le", "ne",
)  # fmt: skip
SPANISH_CLITICS = (
    "melos", "melas", "melo", "mela", "telos", "telas", "telo", "tela", "noslo", "nosla", "noslos",
    "selos", "selas", "selo", "sela", "nos", "los", "las", "les", "me", "te", "se", "os", "lo",
    "la", "le",
)  # fmt: skip
_PLAIN = str.maketrans("áéíóú", "aeiou")
_SHORT = {"fa'": "fa", "va'": "va", "da'": "da", "di'": "di", "sta'": "sta"}
"""Italian imperatives that double the pronoun's consonant: fallo, dammi, dille."""


@dataclass(frozen=True, slots=True)
class Imperative:
    """One reading of a form: who is told (tu, voi, lei, loro), the pronoun at its end, the verb."""

    who: str
    clitic: str
    infinitive: str


@cache
def _imperatives(language: str) -> Mapping[str, frozenset[tuple[str, str]]]:
    """Bare form → (who, infinitive); negative Spanish forms stand under no_tu and no_voi."""
    columns = {
        "it": ("tu", "voi", "lei"),
        "es": ("tu", "lei", "voi", "loro", "no_tu", "no_voi"),
    }[language]
    text = asset_path("lexicons", f"imperatives_{language}.txt").read_text(encoding="utf-8")
    found: dict[str, set[tuple[str, str]]] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            infinitive, *forms = line.split(" ")
            for who, form in zip(columns, forms, strict=True):
                found.setdefault(form, set()).add((who, infinitive))
    return {form: frozenset(readings) for form, readings in found.items()}


@cache
def infinitives(language: str) -> frozenset[str]:
    """Give every infinitive of the lexicon of imperatives."""
    return frozenset(verb for readings in _imperatives(language).values() for _, verb in readings)


@lru_cache(maxsize=REMEMBERED)
def imperatives(language: str, word: str) -> tuple[Imperative, ...]:
    """Give every reading of a word (any case) as an Italian or Spanish imperative, bare ones first.

    No polite Italian imperative has a pronoun written to it (si iscriva): none is read so.
    """
    low = word.lower()
    table = _imperatives(language)
    bare = [Imperative(who, "", verb) for who, verb in sorted(table.get(low, ()))]
    if language == "it" and not bare and low.startswith("ri") and len(low) > LETTERS_AFTER_RI:
        again = sorted(table.get(low[2:], ()))
        bare = [Imperative(who, "", "ri" + verb) for who, verb in again]
    clitics = ITALIAN_CLITICS if language == "it" else SPANISH_CLITICS
    bound: list[Imperative] = []
    for clitic in clitics:
        if low.endswith(clitic) and len(low) > len(clitic) + 1:
            stem = low[: -len(clitic)]
            readings = (
                _italian_bound(table, stem, clitic)
                if language == "it"
                else (_spanish_bound(table, stem, clitic))
            )
            bound += [Imperative(who, clitic, verb) for who, verb in sorted(readings)]
    return (*bare, *bound)


def _italian_bound(
    table: Mapping[str, frozenset[tuple[str, str]]], stem: str, clitic: str
) -> set[tuple[str, str]]:
    readings = {pair for pair in table.get(stem, ()) if pair[0] in {"tu", "voi"}}
    for short, base in _SHORT.items():
        if stem == base + clitic[0]:
            readings |= {pair for pair in table.get(short, ()) if pair[0] == "tu"}
    if clitic in {"ti", "te"}:
        readings = {pair for pair in readings if pair[0] == "tu"}
    if clitic == "vi":
        readings = {pair for pair in readings if pair[0] == "voi"}
    return readings if clitic != "si" else set()


def _spanish_bound(
    table: Mapping[str, frozenset[tuple[str, str]]], stem: str, clitic: str
) -> set[tuple[str, str]]:
    plain = stem.translate(_PLAIN)
    readings = {
        pair
        for form in {stem, plain, plain + "s"}
        for pair in table.get(form, ())
        if pair[0] in {"tu", "voi", "lei", "loro"} and (form != plain + "s" or clitic == "nos")
    }
    # An accent that the bare form has of its own (envía, mantén).
    if not readings and plain != stem:
        readings = {pair for pair in table.get(stem, ()) if not pair[0].startswith("no_")}
    if clitic == "os":
        return {("voi", verb) for who, verb in table.get(plain + "d", ()) if who == "voi"}
    if clitic.startswith("te"):
        return {pair for pair in readings if pair[0] == "tu"}
    if clitic.startswith("se"):
        return {pair for pair in readings if pair[0] in {"lei", "loro"}}
    return readings


@cache
def lexicon(language: str) -> Mapping[str, Any]:
    """Give a language's word lists for the voice traits (assets/lexicons/voice_xx.toml)."""
    text = asset_path("lexicons", f"voice_{language}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def listed(language: str, name: str) -> frozenset[str]:
    """Give one of those lists: words and phrases, lower case."""
    return frozenset(lexicon(language).get(name, ()))


@lru_cache(maxsize=REMEMBERED)
def zipf(word: str, language: str) -> float:
    """Give how frequent a word is: 0 unknown, 3 once a million words, 6 once a thousand."""
    from wordfreq import zipf_frequency

    return float(zipf_frequency(word, language))


def lemma(word: str, language: str, model: str = "", pos: str = "") -> str:
    """Give a word's lemma in lower case: the tables' where they know one, else the model's.

    In English a part of speech (universal) tells «left» of leaving from «left» and right.
    """
    low = word.lower()
    found = english.read_as(low, pos) if language == "en" and pos else None
    if found is None:
        found = tabled(low, language)
    return (model.lower() or low) if found is None else found


LOAN_GAP = 0.9
"""How much more frequent (Zipf) a word must be in English than here to count as English."""
LOAN_LETTERS = 4
LOAN_KNOWN = 3.0


@lru_cache(maxsize=REMEMBERED)
def is_loan(word: str, language: str) -> bool:
    """Whether an Italian or Spanish text uses this English word: by our list, or by frequency.

    By frequency: at least 4 letters, known in English (Zipf 3), 0.9 more frequent there, and
    unknown to the lemma table of the language.
    """
    low = word.lower()
    if low in listed(language, "anglicisms"):
        return True
    if len(low) < LOAN_LETTERS or not low.isascii() or low in listed(language, "not_anglicisms"):
        return False
    there = zipf(low, "en")
    if there < LOAN_KNOWN or there < zipf(low, language) + LOAN_GAP:
        return False
    import simplemma

    return not simplemma.is_known(low, lang=language)
