"""Syllables by groups of vowels: exact enough for readability, not for poetry.

Italian and Spanish: a vowel group is one syllable; a strong vowel (a, e, o) beside another strong
one, an accented í or ú, or a weak vowel between two others begins a new one (rí-o, a-é-re-o,
a-iuo-la). Hiatus that is not written (po-e-si-a) is missed. English: groups
of vowels less the silent final e; within one syllable of the truth for nearly every word.
"""

from __future__ import annotations

import re
from functools import lru_cache

_WEAK = frozenset("iuüy")
_ACCENTED = frozenset("íúìù")
_GROUP = re.compile(r"[aeiouáéíóúàèìòùüy]+")
_SILENT_U = re.compile(r"([gq])u(?=[eiéíèì])")
_ITALIAN_SILENT_I = re.compile(r"(c|g|sc|gl)i(?=[aouàòùe])")
_ENGLISH = re.compile(r"[aeiouy]+")
_ENGLISH_SILENT = re.compile(r"(?:[^laeiouy]es|[^td]ed|[^l]e)$")


@lru_cache(maxsize=20_000)
def syllables(word: str, language: str) -> int:
    """Count a word's syllables; at least one."""
    low = word.lower()
    if language == "en":
        return _english(low)
    if language == "it":
        low = _ITALIAN_SILENT_I.sub(r"\1", low)
        low = re.sub(r"qu", "q", low)
    else:
        low = re.sub(r"y(?=[aeiouáéíóú])", "j", _SILENT_U.sub(r"\1", low))
    return max(1, sum(_nuclei(match.group()) for match in _GROUP.finditer(low)))


def _nuclei(group: str) -> int:
    """Count the syllables of a vowel group."""
    count, previous = 0, ""
    for letter, following in zip(group, group[1:] + " ", strict=True):
        between = letter in _WEAK and previous not in _WEAK and following != " " and count > 0
        weak_pair = letter in _WEAK or (previous in _WEAK and count > 0)
        if not previous or letter in _ACCENTED or previous in _ACCENTED or between or not weak_pair:
            count += 1
        previous = letter
    return count


def _english(low: str) -> int:
    groups = len(_ENGLISH.findall(low))
    if groups > 1 and _ENGLISH_SILENT.search(low):
        groups -= 1
    return max(1, groups)
