"""The words of a language that say nothing of a topic: articles, pronouns, auxiliaries."""

from __future__ import annotations

from functools import cache

from brandguard.settings import asset_path


@cache
def function_words(language: str) -> frozenset[str]:
    """Give the words that say nothing of a topic, lower case; none where there is no list."""
    path = asset_path("lexicons", f"function_words_{language}.txt")
    if not path.is_file():
        return frozenset()
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
