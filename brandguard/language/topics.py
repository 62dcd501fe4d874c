"""What a fact is about: the nouns nearest to it, without the words that every offer shares."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

import regex

from brandguard.language.function_words import function_words
from brandguard.language.lexicons import infinitives, lemma
from brandguard.settings import asset_path

MOST_WORDS = 8
"""Words kept of one side: the nearest say most."""
MOST_CHARACTERS = 240
_ASIDE = regex.compile(r"\([^()]{0,120}\)")
"""Stage directions and asides: (Rumore di onde.)"""
_CLAUSE = regex.compile(r"[,;:(]|\s[–—-]\s")
_WORD = regex.compile(r"[\p{L}][\p{L}'’-]*\p{L}")


@dataclass(frozen=True, slots=True)
class Topic:
    """Lemmas and the words as they stand; `everything` where the text says that all is meant."""

    words: tuple[str, ...] = ()
    text: str = ""
    everything: bool = False


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    with asset_path("lexicons", "facts.toml").open("rb") as file:
        return tomllib.load(file)


LANGUAGES = ("en", "es", "it")
"""In others a word is its own lemma, and none is known to say nothing."""


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(word for words in _table()[name].values() for word in words)


@cache
def _towards(kind: str) -> regex.Pattern[str]:
    """«… di sconto su tutte le», «off all», «de descuento en»: what follows is what it is about."""
    links = "|".join(sorted(_listed("offer_words"), key=len, reverse=True))
    listed = _listed("towards") | (_listed("towards_discounted") if kind == "discount" else set())
    words = "|".join(sorted(listed, key=len, reverse=True))
    return regex.compile(rf"^[\s,:]*(?:(?:{links})\s+){{0,3}}(?:{words})\s+", regex.IGNORECASE)


def topic_of(before: str, after: str, kind: str, language: str) -> Topic:
    """Give what a fact between two stretches of its sentence is about."""
    after = _ASIDE.sub(" ", after[:MOST_CHARACTERS])
    before = _ASIDE.sub(" ", before[-MOST_CHARACTERS:])
    everything = bool(_everything().search(before[-60:] + " " + after[:60]))
    towards = _towards(kind).match(after) if kind in {"discount", "offer", "price"} else None
    if towards:
        found = _content(after[towards.end() :], language)[:MOST_WORDS]
        if found:
            return _topic(found, everything)
    found = _content(before, language)[-MOST_WORDS:]
    if not found:
        near = _CLAUSE.split(after.lstrip(" ,:"), maxsplit=1)[0]
        found = _content(near, language)[:MOST_WORDS]
    return _topic(found, everything)


@cache
def _everything() -> regex.Pattern[str]:
    words = "|".join(sorted(_listed("everything"), key=len, reverse=True))
    return regex.compile(rf"\b(?:{words})\b", regex.IGNORECASE)


def _topic(found: list[tuple[str, str]], everything: bool) -> Topic:
    return Topic(tuple(base for base, _ in found), " ".join(word for _, word in found), everything)


def _content(text: str, language: str) -> list[tuple[str, str]]:
    """Give lemma and word of what says something: no function word, no word of every offer."""
    found = []
    for match in _WORD.finditer(text):
        for word in regex.split(r"['’]", match.group()):
            low = word.lower()
            if len(low) < 3 or low in function_words(language) or low in _listed("empty"):  # noqa: PLR2004  no noun is shorter
                continue
            base = lemma(word, language) if language in LANGUAGES else low
            verb = language in {"es", "it"} and base in infinitives(language)
            if verb or base in _listed("empty") or base in _listed("offer_words"):
                continue
            found.append((base, word))
    return found
