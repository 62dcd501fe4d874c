"""Opening hours and times in a passage, by days of the week."""

# ruff: noqa: E501  the alternatives of a pattern are read in one line
from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

import regex

from brandguard.measures.facts.dates import weekdays

if TYPE_CHECKING:
    from brandguard.measures.facts.passage import Passage

I = regex.IGNORECASE  # noqa: E741  the flag's own short name
NAMES = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
WEEK = "1234567"
NOON, MIDNIGHT = 12 * 60, 24 * 60
NEAR, APART = 12, 16
"""Characters between a time and its day, and between two times of one day."""
LETTERS = {"L": 1, "M": 2, "X": 3, "J": 4, "G": 4, "V": 5, "S": 6, "D": 7}
"""Days of the week in one letter, as Italian and Spanish shop doors have them (L-V)."""

_T = r"(?<![\d.,:/€£$#+])(?P<h{n}>[01]?\d|2[0-4])(?:(?:[:.,]|\s?h\s?)(?P<m{n}>[0-5]\d)(?!\d)|(?P<half{n}>\s(?:e mezz[ao]|y media)))?\s?(?P<ap{n}>[ap]\.?\s?m\b\.?|(?:del? la )?(?:tarde|mañana|noche)\b|di sera\b|noon\b)?(?:\s?(?:h|hrs|hs|ore|horas|uhr)\b\.?)?"
_RANGE = regex.compile(
    r"(?P<cue>\b(?:dalle(?: ore)?|dall'|de|desde las?|from|ore|orario|orari|h|between|tra le|entre las|abierto|aperto|open|ininterrotto|continuato)\W{0,2})?"
    + _T.format(n=1).replace(".,:/", ".,:")
    + r"\s*(?P<link>[-–—/]|alle(?: ore)?|all'|a las?|a la|a|to|till?|until|hasta las?|fino alle|e le|y las|and)\s*"
    + _T.format(n=2).replace(".,:/", ".,:")
    + r"(?![\d%]|[.,]\d|\s?(?:€|euro|%|£|\$|persone|people|personas|anni|years|años|mesi|months|cm|kg|giorni|días|days|posti))",
    I,
)
_SINGLE = regex.compile(
    r"(?P<cue>\b(?:alle(?: ore)?|all'|dalle(?: ore)?|ore|a las?|a la|desde las?|at|from|inizio|starts?|kick-?off|doors|h|hasta las?|fino alle|entro le|until|till|by|before|antes de las)\W{0,2})?"
    + _T.format(n=1)
    + r"(?![\d%]|[.,:/]\d|\s?(?:€|euro|%|£|\$|persone|people|personas|anni|years|años|mesi|months|cm|kg|giorni|días|days|posti|/))",
    I,
)
_ROUND = regex.compile(
    r"\b(?:24/7|24 ?h(?:ore)?/24|24 ore su 24|h ?24|las 24 horas|24 horas(?: al día)?|24 hours(?: a day)?|round the clock)\b",
    I,
)
_OPEN = regex.compile(
    r"\b(?:apert\w+|aprono|apriamo|apre|open\w*|abiert\w+|abrimos|abre|orari\w*|horario|hours)\b", I
)
_CLOSED = regex.compile(
    r"\b(?:chius[oiae]|chiuso il|closed|cerrad[oa]s?|cerramos|riposo|descanso)\b", I
)
_EVERY = r"tutti i giorni|ogni giorno|todos los días|every day|daily|7 giorni su 7|7 days a week|7 días(?: a la semana)?|7/7"
_WORKING = r"giorni feriali|feriali|días laborables|laborables|entre semana|weekdays|working days"
_WEEKEND = r"fine settimana|fin(?:es)? de semana|weekends?|week-end"

Kind = Literal["days", "range", "closed"]


@dataclass(frozen=True, slots=True)
class _Token:
    kind: Kind
    start: int
    end: int
    value: str
    """Days as digits (12345), a range as 09:00-19:00."""


@cache
def _days() -> regex.Pattern[str]:
    names = "|".join(sorted(map(regex.escape, weekdays()), key=len, reverse=True))
    day = rf"(?<!\p{{L}})(?:(?:il|la|el|los|al|dal|alla|dalla|the|del?|on|ogni|every|cada)\s)?(?P<NAME>{names})(?!\p{{L}})\.?(?:\s(?:mattina|mañana|morning|sera|pomeriggio))?"
    link = r"\s*(?:[-–—]|a|al|alla|to|through|thru|till|until|hasta(?: el)?|fino al)\s*"
    return regex.compile(
        rf"(?P<every>\b(?:{_EVERY})\b)|(?P<working>\b(?:{_WORKING})\b)|(?P<weekend>\b(?:{_WEEKEND})\b)|"
        r"(?<![\p{L}\d.])(?-i:(?P<l1>[LMXJGVSD])(?:\s?(?:[-–/]|a|al)\s?(?P<l2>[LMXJGVSD])))(?![\p{L}.])|"
        rf"{day.replace('NAME', 'a')}(?:{link}{day.replace('NAME', 'b')})?(?:(?:\s*(?:,|e|ed|y|and|&|/)\s*){day.replace('NAME', 'c')})*",
        I,
    )


def find_hours(passage: Passage) -> None:
    """Note opening hours (by days), and single times of events."""
    dated = any(fact.kind == "date" for *_, fact in passage.found)
    tokens = _tokens(passage)
    role = "event" if dated else "open"
    for days, times, start, end in _grouped(tokens, passage.text):
        value = " ".join(filter(None, (written(days), ",".join(times) or "closed")))
        passage.note("hours", value, start, end, role, days=days, times=",".join(times) or "closed")
    for match in list(passage.matches(_ROUND)):
        if _OPEN.search(passage.text) or "7" in match.group():
            passage.note(
                "hours", "Mo-Su 00:00-24:00", *match.span(), "open", days=WEEK, times="00:00-24:00"
            )
    _single(passage)


def written(days: str) -> str:
    """Write days as schema.org does: Mo-Fr, Mo,We,Fr; nothing where none are named."""
    if not days:
        return ""
    runs: list[list[int]] = []
    for day in map(int, sorted(days)):
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    parts = []
    for run in runs:
        first, last = NAMES[run[0] - 1], NAMES[run[-1] - 1]
        link = "," if run[-1] == run[0] + 1 else "-"  # two days are a list
        parts.append(first if first == last else f"{first}{link}{last}")
    return ",".join(parts)


def _tokens(passage: Passage) -> list[_Token]:
    found = [_day_token(m) for m in passage.matches(_days())]
    found += [_Token("closed", *m.span(), "") for m in passage.matches(_CLOSED)]
    spoken = _OPEN.search(passage.text) or _OPEN.search(passage.before[-60:]) or found
    for match in passage.matches(_RANGE):
        times = _range(match, passage.language, cued=bool(spoken))
        if times:
            found.append(_Token("range", *match.span(), times))
    return sorted(found, key=lambda t: (t.start, -t.end))


def _day_token(match: regex.Match[str]) -> _Token:
    if match["every"]:
        days = WEEK
    elif match["working"]:
        days = "12345"
    elif match["weekend"]:
        days = "67"
    elif match["l1"]:
        first, last = LETTERS[match["l1"]], LETTERS[match["l2"]]
        days = "".join(map(str, range(first, last + 1))) or f"{first}{last}"
    else:
        names = weekdays()
        first = names[match["a"].lower()]
        last = names[match["b"].lower()] if match["b"] else first
        span = range(first, last + 1) if first <= last else [*range(first, 8), *range(1, last + 1)]
        days = "".join(
            sorted({str(d) for d in span} | {str(names[c.lower()]) for c in match.captures("c")})
        )
    return _Token("days", *match.span(), days)


def _range(match: regex.Match[str], language: str, *, cued: bool) -> str | None:
    """Read a range of times; None for figures that nothing says are times."""
    cue = (match["cue"] or "").strip().lower()
    plain = not any(match[name] for name in ("m1", "m2", "ap1", "ap2", "half1", "half2"))
    link = match["link"].lower()
    figures = match.group()[len(match["cue"] or "") :]
    strong = (cue and cue not in {"de", "from", "between", "h"}) or regex.search(
        r"h|ore", figures, I
    )
    if plain and not (strong or cued or link.startswith(("alle", "a la"))):
        return None
    if link in {"e le", "y las", "and"} and cue not in {"tra le", "entre las", "between"}:
        return None
    if match["link"] == "/" and plain:
        return None
    first, second = _time(match, 1), _time(match, 2)
    if (
        match["ap2"] and not match["ap1"] and first < second - NOON and match["ap2"][0] in "pP"
    ):  # «5-8 pm»: both after noon
        first = first + NOON if first + NOON < second else first
    if second <= first and second <= NOON and not match["ap2"] and language in {"en", "es"}:
        second += NOON  # «9 to 5», «de 9 a 2»
    if first == second or first >= MIDNIGHT:
        return None
    return f"{_clock(first)}-{_clock(second)}"


def _time(match: regex.Match[str], n: int) -> int:
    """Give minutes after midnight."""
    hour, minute = int(match[f"h{n}"]), int(match[f"m{n}"] or (30 if match[f"half{n}"] else 0))
    half = (match[f"ap{n}"] or "").lower().replace(" ", "")
    if half.startswith("p") or half.endswith(("tarde", "noche")) or half == "disera":
        hour = hour % 12 + 12
    elif half.startswith("a") and hour * 60 == NOON:  # 12 am
        hour = 0
    return hour * 60 + minute


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def _grouped(tokens: list[_Token], text: str) -> list[tuple[str, list[str], int, int]]:
    """Give each run of ranges with the days before it, or after it where none came before."""
    found: list[tuple[str, list[str], int, int]] = []
    days: _Token | None = None
    used = False
    i = 0
    while i < len(tokens):
        token = tokens[i]
        if token.kind == "days":
            if (
                i + 1 < len(tokens)
                and tokens[i + 1].kind == "closed"
                and tokens[i + 1].start - token.end < NEAR
            ):
                found.append((token.value, [], token.start, tokens[i + 1].end))
                i += 2
                continue
            days, used = token, False
        elif token.kind == "closed":
            after = tokens[i + 1] if i + 1 < len(tokens) else None
            if after is not None and after.kind == "days" and after.start - token.end < NEAR:
                found.append((after.value, [], token.start, after.end))
                i += 2
                continue
        else:
            times, end = [token.value], token.end
            while (
                i + 1 < len(tokens)
                and tokens[i + 1].kind == "range"
                and tokens[i + 1].start - end < APART
            ):
                i += 1
                times.append(tokens[i].value)
                end = tokens[i].end
            mine = days
            after = tokens[i + 1] if i + 1 < len(tokens) else None
            if (
                (mine is None or used)
                and after is not None
                and after.kind == "days"
                and after.start - end < NEAR
                and "\n" not in text[end : after.start]
            ):
                mine, end = after, after.end
                i += 1
            start = (
                min(token.start, mine.start)
                if mine and mine.start - 40 < token.start
                else token.start
            )
            found.append((mine.value if mine else "", times, min(start, token.start), end))
            used = True
        i += 1
    return found


def _single(passage: Passage) -> None:
    """Note single times: «ore 20.30», «alle 21», «at 8 pm»."""
    for match in list(passage.matches(_SINGLE)):
        cue = (match["cue"] or "").strip().lower()
        said = match["ap1"] or (match["m1"] and ":" in match.group())
        if not (said or (cue and _clear(cue, match))):
            continue
        if regex.search(r"(?i)\bin\s$", passage.text[: match.start()][-4:]):
            continue  # «in 24 h» is how long, not when
        minutes = _time(match, 1)
        role = (
            "until"
            if cue.startswith(("hasta", "fino", "entro", "until", "till", "by", "before", "antes"))
            else "at"
        )
        days = _day_near(passage, match.start())
        if minutes < MIDNIGHT:
            value = " ".join(filter(None, (written(days), _clock(minutes))))
            passage.note("hours", value, *match.span(), role, days=days, times=_clock(minutes))


def _clear(cue: str, match: regex.Match[str]) -> bool:
    """Whether a cue alone makes a figure a time: «alle 21» does, «from 8» does not."""
    minutes = bool(match["m1"])
    if cue in {
        "from",
        "at",
        "by",
        "before",
        "until",
        "till",
        "start",
        "starts",
        "a la",
        "inizio",
        "doors",
        "h",
    }:
        return minutes or cue == "at"
    return True


def _day_near(passage: Passage, start: int) -> str:
    left, _ = passage.sentence(start, start)
    found = list(_days().finditer(passage.text[left:start], timeout=1.0))
    return _day_token(found[-1]).value if found else ""
