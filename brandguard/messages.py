"""Codes and facts → words, in English, Italian and Spanish.

Words lie in assets/messages/<language>.toml. A template holds named placeholders: `{found}`, or
with a format `{share:percent}`. Formats: percent, number, hundredths, whole, measure (the unit of
the trait that the facts name), file (a path's last folder and name), stated (2027-05-31 becomes
«31 May 2027»), or the name of a table of words (`{wanted:address}`). Two placeholders are made from
other facts: `{range}` (low and high) and `{advice}` (what to do about a trait that is off). A fact
that is missing is shown as «–», and a
part in [square brackets] is dropped where one of its facts is missing: a report never fails for
want of a word.
"""

from __future__ import annotations

import math
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from brandguard.model.errors import ProfileError, UsageError, problem_line
from brandguard.model.paths import display_text
from brandguard.model.said import Said
from brandguard.settings import asset_path

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brandguard.model.creative import Note
    from brandguard.model.report import FactValue, Finding

LANGUAGES: tuple[str, ...] = ("en", "it", "es")

MISSING = "–"
PLACEHOLDER = re.compile(r"\{(\w+)(?::(\w+))?\}")
_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_DATE = re.compile(r"(?<![\w-])(?:(\d{4})-|--)(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?![\w-])")
"""As a campaign file writes a day; «--05-31» is one without its year."""
_GAP = re.compile(r"\{(\d+)\}")

TRAIT_UNITS: Mapping[str, str] = {
    "flat": "percent", "photo": "percent", "lightness": "percent", "busyness": "percent",
    "colours": "whole", "contrast": "hundredths", "chroma": "hundredths", "warmth": "hundredths",
    "aspect": "hundredths",
}  # fmt: skip
"""How a trait is written; those not named here are written with one digit."""

PARTS_OF_A_PATH = 2
"""Of a path within a sentence: the folder tells online from offline, the rest is noise there."""
DIGITS: Mapping[str, int] = {"whole": 0, "number": 1, "hundredths": 2}
_COMPARED = (
    ("value", "low"), ("value", "high"), ("share", "low"), ("share", "high"),
    ("distance", "limit"), ("delta_e", "limit"), ("ratio", "limit"),
)  # fmt: skip
"""Facts that stand side by side in a sentence: what was measured, and its limit."""
_FIGURES = frozenset(name for pair in _COMPARED for name in pair)
_MOST_EXTRA_DIGITS = 2
_PROFILE_SECTION = "defaults.brandguard."


@dataclass(frozen=True, slots=True)
class Sentence:
    """A message taken apart, for formats that keep templates and arguments: SARIF."""

    template: str
    """With the gaps {0}, {1}, … in their order."""
    arguments: tuple[str, ...]
    without: tuple[int, ...]
    """Which optional parts of the rule's message were dropped, counted from 1."""

    @property
    def text(self) -> str:
        """The sentence as it is read."""
        return _GAP.sub(lambda match: self.arguments[int(match.group(1))], self.template)


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of a template: words, and placeholders as (name, format)."""

    pieces: tuple[str | tuple[str, str], ...]
    needs: tuple[str, ...] = ()
    """Facts without which it is dropped; none for what always stands."""


@cache
def _parts(template: str) -> tuple[_Part, ...]:
    """Take a template apart: always a plain part, then an optional one, in turns."""
    out = []
    for number, text in enumerate(_OPTIONAL.split(template)):
        words = PLACEHOLDER.split(text)  # words, name, format, words, …
        gaps = tuple(
            (name, spec or "") for name, spec in zip(words[1::3], words[2::3], strict=True)
        )
        pieces: list[str | tuple[str, str]] = [words[0]]
        for gap, after in zip(gaps, words[3::3], strict=True):
            pieces += [gap, after]
        optional = number % 2 == 1
        kept = tuple(piece for piece in pieces if piece)
        out.append(_Part(kept, tuple(name for name, _ in gaps) if optional else ()))
    return tuple(out)


def _lacks(part: _Part, facts: Mapping[str, FactValue]) -> bool:
    return any(facts.get(name) in (None, "") for name in part.needs)


def _told_once(finding: Finding) -> Mapping[str, FactValue]:
    """Give the facts without the term where it is what was found: «leader» (banned: leader)."""
    facts = finding.facts
    if "term" in facts and str(facts["term"]).casefold() == str(facts.get("found")).casefold():
        return {name: value for name, value in facts.items() if name != "term"}
    return facts


class Messages:
    """All words of one language."""

    def __init__(self, lang: str, tables: Mapping[str, Any]) -> None:
        self.lang = lang
        self.tables = tables

    @staticmethod
    def load(lang: str) -> Messages:
        """Give the words of en, it or es (a region is ignored); raises UsageError for another."""
        short = lang.replace("_", "-").split("-")[0].lower()
        if short not in LANGUAGES:
            raise UsageError(f"no messages in “{display_text(lang)}”: use {', '.join(LANGUAGES)}")
        return _load(short)

    # Rules and notes

    def title(self, code: str) -> str:
        """Name a rule; an unknown code is its own name."""
        return str(self.rule(code).get("title", code))

    def rule(self, code: str) -> Mapping[str, str]:
        """Give all texts of a rule (title, message, what, why, …); nothing if it is unknown."""
        rule: Mapping[str, str] = self.tables["rules"].get(code, {})
        return rule

    def message(self, finding: Finding) -> str:
        """Say in one sentence what was found."""
        template = self.rule(finding.rule).get("message", finding.rule)
        return self._fill(template, _told_once(finding))

    def sentence(self, finding: Finding) -> Sentence:
        """Say the same taken apart: a template with numbered gaps, and what fills them."""
        facts = _told_once(finding)
        arguments: list[str] = []
        text, without = "", []
        parts = _parts(self.rule(finding.rule).get("message", finding.rule))
        for number, part in enumerate(parts):
            if _lacks(part, facts):
                without.append(number // 2 + 1)
                continue
            for piece in part.pieces:
                if isinstance(piece, str):
                    text += piece
                else:
                    text += f"{{{len(arguments)}}}"
                    arguments.append(self._gap(piece, facts))
        return Sentence(text, tuple(arguments), tuple(without))

    def suggestion(self, finding: Finding) -> str | None:
        """Say what to do about it, None where the finding carries no suggestion."""
        template = self.rule(finding.rule).get("suggestion")
        if not finding.suggestion or template is None:
            return None
        return self._fill(template, finding.facts) or None

    def note(self, note: Note) -> str:
        """Say why something could not be measured, or what a reader has to tell."""
        if note.code.startswith("why."):
            return self._fill(self.tables["why"].get(note.code[4:], note.code), note.facts)
        return self._fill(self.rule(note.code).get("message", note.code), note.facts)

    def limit_from(self, finding: Finding) -> str | None:
        """Say where the limit stands: in the profile, in the approved examples, in the program.

        People count from one and know which program they use: the key is shortened to
        «wording.banned #5».
        """
        if finding.limit_from is None:
            return None
        kind, _, rest = finding.limit_from.partition(":")
        key = kind.strip().replace(" ", "_")
        template = self.tables["limit"].get(key)
        if template is None:
            return display_text(finding.limit_from)
        examples = re.search(r"\d+", rest)
        number = self.count("examples", int(examples.group())) if examples else rest.strip()
        place = rest.strip().removeprefix(_PROFILE_SECTION)
        place = re.sub(r"\.(\d+)$", lambda last: f" #{int(last.group(1)) + 1}", place)
        return self._fill(template, {"key": place, "examples": number})

    # Errors

    def said(self, text: str) -> str:
        """Say a sentence of an error in this language; in English where it knows no other."""
        if not isinstance(text, Said):
            return text
        facts = {
            name: self.said(fact) if isinstance(fact, str) else fact
            for name, fact in text.facts.items()
        }
        template = _said_in(self.lang).get(text.template, text.template)
        return template.format(**facts)

    def error(self, error: BaseException) -> str:
        """Say what went wrong; of a profile everything that is wrong in it, a line each."""
        if isinstance(error, ProfileError):
            return "\n".join(problem_line(error.path, p, self.said(p.text)) for p in error.problems)
        said = error.args[0] if len(error.args) == 1 else None
        return self.said(said) if isinstance(said, str) else str(error)

    # Words, figures

    def text(self, key: str, **facts: FactValue) -> str:
        """Give the words of a dotted key (`report.summary`), filled; raises KeyError if unknown."""
        table: Any = self.tables
        for part in key.split("."):
            table = table[part]
        return self._fill(str(table), facts)

    def name(self, table: str, key: str | None) -> str:
        """Give the plain name of a term (verdict, pass), or the term itself if it has none."""
        if key is None:
            return MISSING
        return str(self.tables.get(table, {}).get(key, display_text(key)))

    def count(self, key: str, number: int) -> str:
        """Give «1 creative» or «3 creatives»."""
        forms = self.tables["count"][key]
        return self._fill(forms["one" if number == 1 else "other"], {"n": number})

    def number(self, x: float, digits: int = 1) -> str:
        """Write a number with the language's decimal sign, always with that many digits."""
        if not math.isfinite(x):
            return MISSING
        style = self.tables["format"]
        grouping = "," if abs(x) >= style["group_from"] else ""
        plain = f"{abs(x):{grouping}.{digits}f}"
        negative = x < 0 and float(plain.replace(",", "")) != 0
        swapped = plain.translate({ord(","): style["group"], ord("."): style["decimal"]})
        return f"−{swapped}" if negative else swapped

    def percent(self, share: float, extra: int = 0) -> str:
        """Write a share (0–1) in per cent: whole from 10 % up, below with one digit."""
        if not math.isfinite(share):
            return MISSING
        value = share * 100
        digits = 0 if abs(value) >= 9.95 or round(value, 1) == round(value) else 1  # noqa: PLR2004  where one digit rounds to 10
        figure = self.number(value, digits + extra)
        return str(self.tables["format"]["percent"]).replace("#", figure)

    def stated(self, value: str) -> str:
        """Write the dates within a stated value as people do: «31 May 2027», not 2027-05-31."""

        def one(match: re.Match[str]) -> str:
            year, month, day = match.groups()
            names = self.tables["month"]
            form = names["day_of_year"] if year else names["day"]
            return self._fill(
                form, {"day": str(int(day)), "month": names[f"month{int(month)}"], "year": year}
            )

        return _DATE.sub(one, value)

    # Filling

    def fill(self, template: str, facts: Mapping[str, FactValue]) -> str:
        """Fill a template of a writer's own, such as «{ratio:hundredths} : 1»."""
        return self._fill(template, facts)

    def _fill(self, template: str, facts: Mapping[str, FactValue]) -> str:
        if "{" not in template and "[" not in template:
            return template
        # Parts are told apart first: a fact that holds brackets is never read as a template.
        return "".join(
            piece if isinstance(piece, str) else self._gap(piece, facts)
            for part in _parts(template)
            if not (part.needs and _lacks(part, facts))
            for piece in part.pieces
        )

    def _gap(self, gap: tuple[str, str], facts: Mapping[str, FactValue]) -> str:
        """Write what stands for a placeholder."""
        name, spec = gap[0], gap[1] or None
        if name == "range":
            return self._range(facts, spec)
        if name == "advice":
            return self._advice(facts)
        extra = self._extra_digits(facts, spec) if name in _FIGURES else 0
        return self._value(facts.get(name), spec, facts, extra)

    def _value(
        self, value: FactValue, spec: str | None, facts: Mapping[str, FactValue], extra: int = 0
    ) -> str:
        if value is None or value == "":
            return MISSING
        if isinstance(value, bool):
            return self.name("yes_no", "yes" if value else "no")
        if isinstance(value, str):
            if spec == "file":
                value = "/".join(value.replace("\\", "/").split("/")[-PARTS_OF_A_PATH:])
            elif spec in {"stated", "written"}:
                value = self._in_words_of(facts, spec).stated(value)
            return self._words(spec, value, str(facts.get("language")))
        if spec == "measure":
            spec = TRAIT_UNITS.get(str(facts.get("trait")), "number")
        if spec == "percent":
            return self.percent(value, extra)
        if spec is not None and spec in self.tables["count"]:
            return self.count(spec, int(value))
        digits = DIGITS.get(spec or "", 0 if isinstance(value, int) else 1)
        return self.number(value, digits + extra)

    def _in_words_of(self, facts: Mapping[str, FactValue], spec: str) -> Messages:
        """Give the words of who reads the report, or for what is to be written the creative's."""
        language = str(facts.get("language"))
        return _load(language) if spec == "written" and language in LANGUAGES else self

    def _extra_digits(self, facts: Mapping[str, FactValue], spec: str | None) -> int:
        """Give how many more digits a measured value needs to be told from its limits.

        «Contrast 0.15; the brand has 0.15 to 0.22» would look like a mistake of ours.
        """
        pairs = [
            pair
            for name, bound in _COMPARED
            if None not in (pair := (facts.get(name), facts.get(bound))) and pair[0] != pair[1]
        ]
        for extra in range(_MOST_EXTRA_DIGITS + 1):
            said = [[self._value(x, spec, facts, extra) for x in pair] for pair in pairs]
            if all(one != other for one, other in said):
                return extra
        return 0  # so near that more digits would tell nothing either

    def _words(self, table: str | None, value: str, language: str) -> str:
        """Name a term or a list of terms («palette, traits»); other words stand as they are.

        A table may have a sister for the language that the facts speak of: tu, tú, you.
        """
        known = self.tables.get(f"{table}_{language}") or self.tables.get(table or "", {})
        parts = [part.strip() for part in value.split(",")]
        if all(part in known for part in parts):
            return ", ".join(str(known[part]) for part in parts)
        return display_text(value)

    def _range(self, facts: Mapping[str, FactValue], spec: str | None) -> str:
        low, high = facts.get("low"), facts.get("high")
        extra = self._extra_digits(facts, spec)
        shown = {
            "low": self._value(low, spec, facts, extra),
            "high": self._value(high, spec, facts, extra),
        }
        form = "between"
        if shown["high"] == MISSING or (spec == "percent" and high == 1):
            form = "from"
        elif shown["low"] == MISSING or low == 0:
            form = "up_to"
        if form == "from" and shown["low"] == MISSING:
            return MISSING
        return self._fill(self.tables["range"][form], shown)

    def _advice(self, facts: Mapping[str, FactValue]) -> str:
        value, low, high = facts.get("value"), facts.get("low"), facts.get("high")
        side = ""
        if isinstance(value, int | float):
            if isinstance(high, int | float) and value > high:
                side = "less"
            elif isinstance(low, int | float) and value < low:
                side = "more"
        return str(self.tables["advice"].get(str(facts.get("trait")), {}).get(side, ""))


@cache
def _said_in(lang: str) -> Mapping[str, str]:
    """Read the words of errors: English template → template in this language."""
    if lang == "en":
        return {}
    told = tomllib.loads(asset_path("errors.toml").read_text(encoding="utf-8"))["error"]
    return {each["en"]: each[lang] for each in told}


@cache
def _load(lang: str) -> Messages:
    text = asset_path("messages", f"{lang}.toml").read_text(encoding="utf-8")
    return Messages(lang, tomllib.loads(text))
