"""Numbers in words become digits, so that what radio says can be compared with what a flyer prints.

«novecentonovantanove euro» → «999 euro», «treinta de junio» → «30 de junio», «twenty-nine pounds
ninety-five» → «29 pounds 95»; a number read out digit by digit («zero due, cinque cinque cinque
zero…») becomes one run of digits. Every character keeps its origin (language.cleaning.Clean).
"""

# ruff: noqa: SIM905, E501  lists of words read as a text
from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import regex

from brandguard.language.cleaning import Clean

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_IT_UNITS = (
    "zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici "
    "quindici sedici diciassette diciotto diciannove"
).split()
_IT_TENS = "venti trenta quaranta cinquanta sessanta settanta ottanta novanta".split()
_ES_UNITS = (
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince "
    "dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro "
    "veinticinco veintiséis veintisiete veintiocho veintinueve"
).split()
_ES_TENS = "treinta cuarenta cincuenta sesenta setenta ochenta noventa".split()
_ES_HUNDREDS = (
    "doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos"
).split()
_EN_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_EN_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_EN_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()

HUNDRED, THOUSAND = 100, 1000
PHONE_WORDS = 4
"""Numbers in a row, with nothing but commas between, from which they are one read out."""
PHONE_DIGITS = (7, 13)

ALONE: Mapping[str, frozenset[str]] = {
    "it": frozenset({"uno", "un", "una", "sei", "primo"}),
    "es": frozenset({"uno", "un", "una", "once", "primero"}),
    "en": frozenset({"one", *_EN_ORDINALS, *(ten[:-1] + "ieth" for ten in _EN_TENS)}),
}
"""Words that are numbers only where their neighbours say so."""
_BESIDE = regex.compile(
    r"^\W{0,2}(?:euros?|€|per ?cento|por ciento|percent|pounds?|dollars?|al\b|to the\b|"
    r"(?:de )?(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|"
    r"diciembre)|"
    r"of \p{L}{3,9}\b|get\b|free\b|gratis|y paga|e paghi|"
    r"gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre)"
)
_BEFORE = regex.compile(
    r"(?:\b(?:per|por|for|x|get|paghi|paga|pagas|pay|buy|compra|dalle|alle|alla|de|a las?|a la|"
    r"desde las|january|february|march|april|may|june|july|august|september|october|november|"
    r"december)|\+)\s$",
    regex.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Number:
    start: int
    end: int
    value: int
    words: tuple[str, ...]


def with_digits(text: Clean, language: str) -> Clean:
    """Give the text with its spelled-out numbers in digits; unchanged for other languages."""
    if language not in _WORDS:
        return text
    found = _read_out(text.text, _numbers(text.text, language))
    letters: list[str] = []
    at: list[int] = []
    last = 0
    for number, digits in found:
        letters.append(text.text[last : number.start])
        at.extend(text.at[last : number.start])
        letters.append(digits)
        step = (number.end - number.start) / len(digits)
        at.extend(text.at[number.start + int(i * step)] for i in range(len(digits)))
        if len(digits) > 1:
            at[-1] = text.at[number.end - 1]
        last = number.end
    letters.append(text.text[last:])
    at.extend(text.at[last:])
    return Clean("".join(letters), at)


def _numbers(text: str, language: str) -> list[_Number]:
    """Find the longest runs of words that make one number."""
    known = _words(language)
    found: list[_Number] = []
    run: list[tuple[str, int, int]] = []
    for match in regex.finditer(r"\p{L}+", text):
        word = match.group().lower()
        joins = not run or regex.fullmatch(r"[ -]", text[run[-1][2] : match.start()])
        if run and (not joins or _value([w for w, *_ in run] + [word], language) is None):
            _close(found, run, language)
            run = []
        if word in known or _italian(word, language) is not None or (run and word in _LINKS):
            if run or word not in _LINKS:
                run.append((word, match.start(), match.end()))
        elif run:
            _close(found, run, language)
            run = []
    if run:
        _close(found, run, language)
    return found


def _close(found: list[_Number], run: list[tuple[str, int, int]], language: str) -> None:
    while run and run[-1][0] in _LINKS:
        run.pop()
    value = _value([word for word, *_ in run], language) if run else None
    if value is not None:
        words = tuple(word for word, *_ in run)
        found.append(_Number(run[0][1], run[-1][2], value, words))


def _read_out(text: str, numbers: Sequence[_Number]) -> list[tuple[_Number, str]]:
    """Join numbers that are read out digit by digit; drop lone words that are none here."""
    groups: list[list[_Number]] = []
    for number in numbers:
        between = text[groups[-1][-1].end : number.start] if groups else ""
        if (
            groups
            and number.words[0] not in _ARTICLES
            and regex.fullmatch(r"[\s,–-]{1,3}", between)
        ):
            groups[-1].append(number)
        else:
            groups.append([number])
    found: list[tuple[_Number, str]] = []
    for group in groups:
        digits = "".join(str(n.value) for n in group)
        if len(group) >= PHONE_WORDS and PHONE_DIGITS[0] <= len(digits) <= PHONE_DIGITS[1]:
            whole = _Number(group[0].start, group[-1].end, 0, ())
            found.append((whole, digits))
        else:
            found += [(n, str(n.value)) for n in group if _is_number(text, n)]
    return found


def _is_number(text: str, number: _Number) -> bool:
    """Whether a word that may be another (uno, once, second) is a number here."""
    if number.words[0] in {"cento", "ciento"} and _PER_CENT.search(text[: number.start][-5:]):
        return False
    if len(number.words) > 1 or not any(number.words[0] in words for words in ALONE.values()):
        return True
    after = text[number.end : number.end + 24].lower()
    return bool(
        _BESIDE.match(after) or _BEFORE.search(text[max(0, number.start - 12) : number.start])
    )


def _value(words: Sequence[str], language: str) -> int | None:
    """Give the number that words make, None where they make none; a link at the end is open."""
    if language == "it":
        return _italian(words[0], language) if len(words) == 1 else None
    known = _words(language)
    total, part, last = 0, 0, 10**6
    for word in words:
        if word in _LINKS:
            if word == "y" and part % HUNDRED < 30:  # noqa: PLR2004  «y» stands after the tens alone
                return None
            continue
        value = known.get(word)
        if value is None:
            return None
        if value == THOUSAND:
            total, part, last = total + max(part, 1) * THOUSAND, 0, THOUSAND
        elif value == HUNDRED and language == "en":
            if not 0 < part < 10:  # noqa: PLR2004  nine hundred, not ninety hundred
                return None
            part, last = part * HUNDRED, HUNDRED
        elif value < _room(part, last):
            part, last = part + value, max(value, 1)
        else:
            return None
    return total + part


def _room(part: int, last: int) -> int:
    """Give what the next word must stay under to go on with the same number."""
    if part == 0:
        return 10**6 if last >= THOUSAND else 0
    if part % HUNDRED == 0:
        return HUNDRED
    return 10 if part % HUNDRED >= 20 and part % 10 == 0 else 0  # noqa: PLR2004  twenty-one, not twelve-one


def _italian(word: str, language: str) -> int | None:
    if language != "it":
        return None
    plain = word.replace("é", "e").replace("è", "e")
    small = _words("it")
    if plain in small:
        return small[plain]
    for sign in ("mila", "mille"):
        head, found, tail = plain.partition(sign)
        if found and (head in small or (not head and sign == "mille")):
            if tail and tail not in small:
                return None
            return small.get(head, 1) * THOUSAND + small.get(tail, 0)
    return None


_LINKS = frozenset({"y", "and"})
_ARTICLES = frozenset({"un", "una"})
_PER_CENT = regex.compile(r"\b(?:per|por) $", regex.IGNORECASE)


@cache
def _words(language: str) -> dict[str, int]:
    return _WORDS[language]()


def _italian_words() -> dict[str, int]:
    """Give every Italian number under a thousand, with its elided form (ventun, trentun)."""
    below = {word: i for i, word in enumerate(_IT_UNITS)}
    for i, ten in enumerate(_IT_TENS, start=2):
        below[ten] = i * 10
        for unit, word in enumerate(_IT_UNITS[1:10], start=1):
            stem = ten[:-1] if word[0] in "uo" else ten
            below[stem + word] = i * 10 + unit
            if unit == 1:
                below[stem + "un"] = i * 10 + 1
    every = dict(below)
    for i in range(1, 10):
        hundred = ("" if i == 1 else _IT_UNITS[i]) + "cento"
        every[hundred] = i * HUNDRED
        for word, value in below.items():
            if value:
                every[hundred + word] = i * HUNDRED + value
    return every | {"primo": 1, "un": 1, "una": 1}


def _spanish_words() -> dict[str, int]:
    words = {word: i for i, word in enumerate(_ES_UNITS)}
    words |= {word: i * 10 for i, word in enumerate(_ES_TENS, start=3)}
    words |= {word: i * HUNDRED for i, word in enumerate(_ES_HUNDREDS, start=2)}
    words |= {word[:-2] + "as": i * HUNDRED for i, word in enumerate(_ES_HUNDREDS, start=2)}
    return words | {
        "un": 1, "una": 1, "primero": 1, "veintiún": 21, "veintiun": 21, "veintidos": 22,
        "veintitres": 23, "veintiseis": 26, "dieciseis": 16, "cien": 100, "ciento": 100, "mil": 1000,
    }  # fmt: skip


def _english_words() -> dict[str, int]:
    words = {word: i for i, word in enumerate(_EN_UNITS)}
    words |= {word: i * 10 for i, word in enumerate(_EN_TENS, start=2)}
    words |= {word: i for i, word in enumerate(_EN_ORDINALS, start=1)}
    words |= {word[:-1] + "ieth": i * 10 for i, word in enumerate(_EN_TENS, start=2)}
    return words | {"oh": 0, "hundred": HUNDRED, "thousand": THOUSAND}


_WORDS = {"it": _italian_words, "es": _spanish_words, "en": _english_words}
