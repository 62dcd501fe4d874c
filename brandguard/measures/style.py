"""Style without topic: what is left of a text when its topic words are masked.

Function words stay as they are; every other word is reduced to its shape and ending, because the
ending carries register («-iamo», «-ate», «-ción») and the stem the topic. Names, numbers, links and
emoji become one symbol each. Counted are character n-grams of that masked text, function words and
their neighbours, endings, punctuation and the shape of lines and sentences: the features that
authorship studies find to be independent of topic (Stamatatos 2018, «Masking topic-related
information to enhance authorship attribution»).
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from brandguard.language.function_words import function_words

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_CHARACTERS = 20_000
"""What lies beyond is not read: a style is settled long before."""
MAX_FEATURES = 1500
"""Features kept of one text; the most frequent win, ties by name."""
LANGUAGES: tuple[str, ...] = ("en", "es", "it")

_TOKEN = re.compile(
    r"(?P<link>(?:https?://|www\.)\S{1,2000}|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64})"
    r"|(?P<tag>[#@][^\W\d_]\w{0,63})"
    r"|(?P<number>\d(?:[\d.,:]{0,30}\d)?)"
    r"|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+){0,3})"
    r"|(?P<line>\s*\n\s*)"
    r"|(?P<space>\s+)"
    r"|(?P<mark>.)",
    re.DOTALL,
)
_SENTENCE_ENDS = frozenset(".!?…:")
_BULLETS = frozenset("-*•–—·▪●►✓✔")
_FIRST_EMOJI = "\u2600"
_NGRAMS = (2, 3, 4)
_LONG_STEM = 6
_SHORT_STEM = 4


def style_profile(text: str, language: str) -> dict[str, float]:
    """Count the masked style features of a text: at most MAX_FEATURES, in a fixed order.

    Names say what is counted: «f:vostro» a function word, «e:iamo» an ending, «b:non *» a function
    word with its neighbour, «p:!» a mark, «c:…» masked characters. «n:» are totals (n:words,
    n:characters), «s:» figures already: words per line and the like.
    An empty text gives an empty profile.
    """
    lines = list(_masked_lines(text[:MAX_CHARACTERS], function_words(language)))
    if not any(lines):
        return {}
    counts: Counter[str] = Counter()
    for line in lines:
        _count_tokens(line, counts)
        _count_characters(line, counts)
    kept = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[: MAX_FEATURES - 20]
    totals = _totals(lines)
    return dict(sorted({**dict(kept), **totals, **_shape(lines, totals)}.items()))


def _masked_lines(text: str, known: frozenset[str]) -> Iterator[list[str]]:
    """Give each line as masked tokens: a one-letter kind, then the token's masked form."""
    line: list[str] = []
    opening = True  # of a sentence: a capital there does not make a name
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or "mark"
        if kind == "line":
            if line:
                yield line
            line, opening = [], True
        elif kind == "word":
            line.extend(_masked_word(match.group(), known, opening=opening))
            opening = False
        elif kind == "space":
            line.append("_ ")
        elif kind == "mark":
            mark = match.group()
            line.append("z☺" if mark >= _FIRST_EMOJI else f"p{mark}")
            opening = opening or mark in _SENTENCE_ENDS
        else:
            line.append({"link": "l@", "tag": "t&", "number": "d0"}[kind])
            opening = False
    if line:
        yield line


def _masked_word(word: str, known: frozenset[str], *, opening: bool) -> list[str]:
    plain = word.replace("’", "'")
    if plain.lower() in known:
        return [f"f{plain.lower()}"]
    if "'" in plain:
        parts = plain.split("'")
        out: list[str] = []
        for number, part in enumerate(parts):
            out += ["p'"] * bool(number) + _masked_word(part, known, opening=opening)
        return out
    if len(plain) > 1 and plain.isupper():
        return ["u#"]
    if plain[0].isupper() and (not opening or not plain[1:].islower()):
        return ["n^"]
    keep = 3 if len(plain) >= _LONG_STEM else 2 if len(plain) >= _SHORT_STEM else 0
    return [f"w*{plain[-keep:].lower() if keep else ''}"]


def _count_tokens(line: list[str], counts: Counter[str]) -> None:
    solid = [token for token in line if token[0] != "_"]
    for token in solid:
        kind, form = token[0], token[1:]
        if kind == "f":
            counts[f"f:{form}"] += 1
        elif kind == "w":
            counts[f"e:{form[1:]}"] += 1
        else:
            counts[f"p:{form}"] += 1
    for left, right in pairwise(solid):
        counts[f"b:{_coarse(left)} {_coarse(right)}"] += 1


def _coarse(token: str) -> str:
    return "*" if token[0] == "w" else token[1:]


def _count_characters(line: list[str], counts: Counter[str]) -> None:
    text = f" {''.join(token[1:] for token in line).strip()} "
    for size in _NGRAMS:
        for start in range(len(text) - size + 1):
            counts[f"c:{text[start : start + size]}"] += 1


def _totals(lines: list[list[str]]) -> dict[str, float]:
    kinds = Counter(token[0] for line in lines for token in line)
    words = kinds["f"] + kinds["w"] + kinds["n"] + kinds["u"]
    characters = sum(len(token) - 1 for line in lines for token in line)
    return {"n:words": float(words), "n:characters": float(characters)}


def _shape(lines: list[list[str]], totals: dict[str, float]) -> dict[str, float]:
    kinds = Counter(token[0] for line in lines for token in line)
    words = max(totals["n:words"], 1.0)
    ends = [sum(token in {"p.", "p!", "p?", "p…"} for token in line) for line in lines]
    sentences = sum(max(count, 1) for count in ends)
    bullets = sum(line[0][1:] in _BULLETS for line in lines)
    return {
        "s:words_per_line": words / len(lines),
        "s:words_per_sentence": words / sentences,
        "s:sentences_per_line": sentences / len(lines),
        "s:bullet_lines": bullets / len(lines),
        "s:open_lines": sum(count == 0 for count in ends) / len(lines),
        "s:names": kinds["n"] / words,
        "s:capitals": kinds["u"] / words,
        "s:function_words": kinds["f"] / words,
        "s:marks": kinds["p"] / words,
        "s:numbers": kinds["d"] / words,
        "s:emoji": kinds["z"] / words,
        "s:links": (kinds["l"] + kinds["t"]) / words,
    }
