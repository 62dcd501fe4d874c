"""Dates in a passage: days, ranges, deadlines, with the weekday that is said beside them."""

# ruff: noqa: E501  the alternatives of a pattern are read in one line
from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from brandguard.measures.facts.passage import Passage

I = regex.IGNORECASE  # noqa: E741  the flag's own short name
LANGUAGES = ("it", "es", "en")
LEAP = 2024
"""A date without a year is checked against a year that has 29 February."""
CENTURY = 2000
MONTHS = 12
FULL = 4
"""Digits of a day and a month with their noughts: 15/02 is a day where 1/2 is a half."""

_UNTIL = regex.compile(
    r"\b(?:fino al?|fino a tutto il|entro(?: e non oltre)?(?: il)?|scad\w+(?: il)?|termin\w+(?: il)?|finisc\w+(?: il)?|chiude(?: il)?|hasta(?: el)?(?: día)?|"
    r"antes del?|finaliza(?: el)?|acaba(?: el)?|until|till|til|through|by|before|ends?(?: on)?|closes?(?: on)?|deadline|up to|last day|ultimo giorno|último día|expires?(?: on)?|plazo)\W{0,3}(?:on\s|il\s|el\s|the\s|end of\s)?$",
    I,
)
_UNTIL_NAMED = regex.compile(r"\b(?:fino a|hasta|until|till|entro|by)\s[^.!?\d]{2,24}[:(]\s?$", I)
"""«hasta fin de mes: 31 de octubre»"""
_FROM = regex.compile(
    r"\b(?:dal|dall'|da|a partire dal?|a partir del?|desde(?: el)?|del|from|starting|starts?(?: on)?|begins?(?: on)?|part\w+(?: il)?|cominci\w+(?: il)?|inizi\w+(?: il)?|"
    r"empiez\w+(?: el)?|comienz\w+(?: el)?|opens?(?: on)?|apre(?: il)?|aprono(?: il)?|abre(?: el)?|as of|kicks? off|launch\w*(?: on)?|al via(?: il)?)\W{0,3}(?:on\s|il\s|el\s|the\s)?$",
    I,
)
_CUE = regex.compile(
    r"(?:\b(?:al|il|l'|el|dal|dall'|del|entro|hasta|until|till|by|from|on|le|ends|to|through|día|data|fecha|date|e|y|and|a)|[(–:·|-])\W{0,2}$",
    I,
)
_JOIN = r"\s*(?:[-–—]|/|al|all'|a|to|till|til|until|through|hasta(?: el)?|fino al?|e|ed|y|and|&)\s*(?:(?:il|el|the|lo)\s)?"
_BETWEEN = regex.compile(
    rf"^\W{{0,2}}{_JOIN}(?:{{weekday}}\W{{0,2}})?$".replace("{weekday}", r"\p{L}{2,10}"), I
)
_NUMERIC = regex.compile(
    r"(?<![\d/.,:+€£$-])(?P<d>\d{1,2})(?P<s>[/.-])(?P<m>\d{1,2})(?:(?P=s)(?P<y>\d{4}|\d{2}))?(?![\d/%]|[.,]\d|\s?(?:€|euro|%|£|kg|cl|l\b))"
)
_ISO = regex.compile(r"(?<!\d)(?P<y>20\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)")
_DATELINE = regex.compile(
    r"^\s*[\p{Lu}][\p{L}' ]{1,30},\s\d{1,2}[°º]?\s(?:de\s)?\p{L}+\s(?:de\s)?\d{4}\s*[.–—-]?\s*$"
)


@dataclass(frozen=True, slots=True)
class _Date:
    start: int
    end: int
    month: int
    day: int
    year: int | None = None
    first: int | None = None
    """The day that a range in one month begins with (5–14 June)."""
    last: int | None = None
    weekday: int | None = None
    """1 for Monday."""

    def iso(self, day: int | None = None) -> str:
        year = f"{self.year:04d}" if self.year else "-"
        return f"{year}-{self.month:02d}-{day or self.day:02d}"


@cache
def _names(kind: str) -> dict[str, int]:
    """Give months (1–12) or weekdays (1–7) by their names in our languages, long and short."""
    from babel.dates import get_day_names, get_month_names

    found: dict[str, int] = {}
    for language in LANGUAGES:
        for width in ("wide", "abbreviated"):
            if kind == "month":
                table = dict(get_month_names(width, locale=language))
            else:
                table = {i + 1: n for i, n in get_day_names(width, locale=language).items()}
            for number, name in table.items():
                plain = name.lower().rstrip(".")
                found[plain] = number
                found[plain.replace("é", "e").replace("á", "a").replace("ì", "i'")] = number
                found[plain.replace("ì", "i")] = number
    if kind == "month":
        return found | {"sep": 9, "sept": 9, "setiembre": 9, "genn": 1, "sett": 9}
    plural = {n + "s": i for n, i in found.items() if n.endswith("day")} | {
        "sábados": 6,
        "sabados": 6,
        "domingos": 7,
    }
    extra = {"tues": 2, "thur": 4, "thurs": 4, "weds": 3, "mie": 3, "mier": 3, "juev": 4, "l": 1}
    found.pop("l", None)
    extra.pop("l")
    return found | plural | extra


def months() -> dict[str, int]:
    """Give month numbers by name, in all our languages."""
    return _names("month")


def weekdays() -> dict[str, int]:
    """Give weekday numbers (Monday 1) by name, in all our languages."""
    return _names("weekday")


@cache
def _alternatives(kind: str) -> str:
    return "|".join(sorted(map(regex.escape, _names(kind)), key=len, reverse=True))


@cache
def _patterns() -> tuple[regex.Pattern[str], ...]:
    month = rf"(?P<m>{_alternatives('month')})\.?(?!\p{{L}})"
    year = r"(?:(?:,|\s(?:del?|of))?\s(?P<y>20\d\d)(?!\d))?"
    day = r"(?<![\d.,:/€£$])(?P<d>\d{1,2})(?:°|º|ª|st|nd|rd|th|\.)?"
    first = rf"(?:(?<![\d.,:/€£$])(?P<first>\d{{1,2}})(?:°|º|st|nd|rd|th)?{_JOIN}(?:(?:{_alternatives('weekday')})\W{{1,2}})?)?"
    return (
        regex.compile(rf"{first}{day}\s(?:di\s|de\s|of\s)?{month}{year}", I),
        regex.compile(
            rf"(?<!\p{{L}}){month}\s(?:the\s)?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:\s?(?:[-–—]|to|and|&)\s?(?P<last>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:]))?(?![\d:])(?:,?\s(?P<y>20\d\d)(?!\d))?",
            I,
        ),
    )


@cache
def _weekday_before() -> regex.Pattern[str]:
    return regex.compile(
        rf"(?<!\p{{L}})({_alternatives('weekday')})\.?[\s,]{{1,2}}(?:(?:il|el|día|the|,)\s)?$", I
    )


@cache
def _weekday_after() -> regex.Pattern[str]:
    return regex.compile(rf"^\s?\(?({_alternatives('weekday')})(?!\p{{L}})", I)


@cache
def _whole_month() -> regex.Pattern[str]:
    return regex.compile(
        rf"\b(?:tutto(?: il mese di)?|per tutto(?: il mese di)?|todo(?: el mes de)?|durante todo|all(?: of| through)?|throughout|the whole of)\s(?P<m>{_alternatives('month')})(?!\p{{L}})(?!\s\d)",
        I,
    )


@cache
def _law() -> regex.Pattern[str]:
    """Match a law cited by its date: «26 agosto 2016, n. 179»."""
    return regex.compile(
        rf"\d{{1,2}}[°º]?\s(?:de\s)?(?:{_alternatives('month')})\s(?:de\s)?\d{{4}},?\sn(?:\.|º|°)\s?\d+",
        I,
    )


def find_dates(passage: Passage, *, month_first: bool) -> None:
    """Note dates; `month_first` reads 6/5 as 5 June (American copy)."""
    if _DATELINE.match(passage.text):
        passage.use(0, len(passage.text))
        return
    for match in list(passage.matches(_law())):
        passage.use(*match.span())
    found = _named(passage) + _numbered(passage, month_first=month_first)
    found = sorted((_with_weekday(passage, date) for date in found), key=lambda d: d.start)
    i = 0
    while i < len(found):
        date, after = found[i], found[i + 1] if i + 1 < len(found) else None
        if after is not None and _joined(passage, date, after):
            _note_range(passage, date, after)
            i += 2
            continue
        _note(passage, date)
        i += 1
    for match in list(passage.matches(_whole_month())):
        month = months()[match["m"].lower().rstrip(".")]
        last = (dt.date(LEAP - 1 + month // 12, month % 12 + 1, 1) - dt.timedelta(1)).day
        passage.note(
            "date", f"--{month:02d}-01/--{month:02d}-{last:02d}", *match.span(), role="range"
        )


def _named(passage: Passage) -> list[_Date]:
    found: list[_Date] = []
    for pattern in _patterns():
        for match in list(passage.matches(pattern)):
            month = months()[match["m"].lower().rstrip(".")]
            groups = match.groupdict()
            date = _Date(
                match.start(), match.end(), month, int(match["d"]),
                int(match["y"]) if match["y"] else None,
                int(groups["first"]) if groups.get("first") else None,
                int(groups["last"]) if groups.get("last") else None,
            )  # fmt: skip
            if date.first is not None and not 1 <= date.first < date.day:
                date = replace(date, first=None, start=match.start("d"))
            if _exists(date) and not any(d.start < date.end and date.start < d.end for d in found):
                found.append(date)
    for date in found:
        passage.use(date.start, date.end)
    return found


def _numbered(passage: Passage, *, month_first: bool) -> list[_Date]:
    found = []
    for pattern in (_ISO, _NUMERIC):
        for match in list(passage.matches(pattern)):
            day, month = int(match["d"]), int(match["m"])
            if pattern is _NUMERIC and (month > 12 or (month_first and day <= 12)):  # noqa: PLR2004  months
                day, month = month, day
            year = int(match["y"]) if match["y"] else None
            year = year + CENTURY if year is not None and year < 100 else year  # noqa: PLR2004  two digits
            date = _from_day(passage, _Date(match.start(), match.end(), month, day, year))
            if _exists(date) and (pattern is _ISO or _is_date(passage, match)):
                found.append(date)
                passage.use(date.start, date.end)
    return found


_FIRST_DAY = regex.compile(rf"(?<![\d.,:/€£$])(?P<first>\d{{1,2}}){_JOIN}$", I)


def _from_day(passage: Passage, date: _Date) -> _Date:
    """Take in the day that a range begins with: «dal 24 al 26/10»."""
    at = max(0, date.start - 16)
    match = _FIRST_DAY.search(passage.left[at : date.start])
    if match is None or not 1 <= int(match["first"]) < date.day:
        return date
    return replace(date, first=int(match["first"]), start=at + match.start())


def _is_date(passage: Passage, match: regex.Match[str]) -> bool:
    """Whether figures like 10/6 are a date: with a year, after a word that says so, or 15/02."""
    before = passage.text[max(0, match.start() - 16) : match.start()]
    if match["y"]:
        return match["s"] != "." or len(match["y"]) in {2, 4}
    if match["s"] != "/":
        return bool(match["s"] == "." and _UNTIL.search(before) and int(match["m"]) <= 12)  # noqa: PLR2004  months
    if match.group() in {"24/7", "7/7"}:
        return False
    cued = _CUE.search(before) or _weekday_before().search(before) or _UNTIL.search(before)
    return bool(cued or not before.strip()) or (
        len(match["d"] + match["m"]) == FULL and int(match["d"]) > MONTHS
    )


def _exists(date: _Date) -> bool:
    try:
        for day in (date.day, date.first, date.last):
            if day is not None:
                dt.date(date.year or LEAP, date.month, day)
    except ValueError:
        return False
    return True


def _with_weekday(passage: Passage, date: _Date) -> _Date:
    before = _weekday_before().search(passage.text[max(0, date.start - 18) : date.start])
    after = _weekday_after().match(passage.text[date.end : date.end + 14])
    name = before.group(1) if before else after.group(1) if after else None
    if name is None:
        return date
    start = date.start - len(before.group()) if before else date.start
    return replace(date, weekday=weekdays()[name.lower()], start=start)


def _joined(passage: Passage, first: _Date, second: _Date) -> bool:
    if first.first or second.first or first.last or second.last:
        return False
    between = passage.text[first.end : second.start]
    linked = regex.fullmatch(
        rf"\s*(?:{_JOIN}|(?:e|y|and)?\s?(?:fino al?|hasta el|until)\s)", between + " ", I
    )
    listing = regex.fullmatch(r"\s*(?:e|ed|y|and|&|/)\s*(?:(?:il|el|the)\s)?", between, I)
    return bool(linked) and (
        not listing
        or bool(
            regex.search(
                r"\b(?:tra|fra|entre|between)\s(?:il|el|the)?\s?$", passage.text[: first.start], I
            )
        )
    )


def _role(passage: Passage, date: _Date) -> str:
    before = passage.text[max(0, date.start - 36) : date.start]
    if _UNTIL.search(before) or _UNTIL_NAMED.search(before):
        return "until"
    return "from" if _FROM.search(before) else "on"


def _note(passage: Passage, date: _Date) -> None:
    if date.first or date.last:
        begin, end = date.first or date.day, date.last or date.day
        value = f"{date.iso(begin)}/{date.iso(end)}"
        passage.note("date", value, date.start, date.end, "range")
        return
    details = {"weekday": str(date.weekday)} if date.weekday else {}
    passage.note("date", date.iso(), date.start, date.end, _role(passage, date), **details)


def _note_range(passage: Passage, first: _Date, second: _Date) -> None:
    if first.year is None and second.year is not None:
        earlier = (first.month, first.day) > (second.month, second.day)
        first = replace(first, year=second.year - 1 if earlier else second.year)
    value = f"{first.iso()}/{second.iso()}"
    days = [str(d.weekday) if d.weekday else "" for d in (first, second)]
    details = {"weekday": "/".join(days)} if any(days) else {}
    passage.note("date", value, first.start, second.end, "range", **details)
