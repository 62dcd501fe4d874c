"""Measured creatives of a folder → the text of a campaign file that says what was found.

Entries say where each creative runs; facts that most creatives agree on stand as suggestions in
comments, with those that say otherwise: nobody but the owner knows which is right.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from ruamel.yaml.comments import CommentedMap, CommentedSeq

from brandguard.campaigns import read_value
from brandguard.campaigns.cover import Placed, Row, rows_for
from brandguard.checks.agreement import compare
from brandguard.interchange.campaignfile import DATES, iso_date
from brandguard.interchange.campaigntext import dumped
from brandguard.model.campaign import ExpectedKey
from brandguard.model.facts import Fact
from brandguard.model.paths import display_path

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LEAST_AGREEING = 2
MOST_VALUES = 40
"""Values of a kind that may become a suggestion: those that stand in most creatives."""
MOST_NAMED = 5
"""Creatives named that say otherwise."""
HEAD = """\
# A campaign: where its creatives run, and what they state. «brandguard check» reads it.
# Patterns are relative to this folder, as in .gitignore; a later entry wins over an earlier one.
"""
NO_FACTS = """\
# No fact was found that most creatives agree on. What all must state alike goes here, for example:
# expected:
#   discount: 20 %
#   until: 2027-05-31
"""


@dataclass(frozen=True, slots=True)
class Stated:
    """One creative and the facts that it states."""

    below: str
    facts: tuple[Fact, ...]


def draft(name: str, placed: Sequence[Placed], stated: Sequence[Stated]) -> str:
    """Write the file: its name, suggestions as comments, and the entries."""
    parts = [HEAD, dumped(CommentedMap({"name": name})), "\n", _suggestions(stated), "\n"]
    rows = rows_for(placed) if placed else ()
    if rows:
        parts.append(dumped(CommentedMap({"creatives": CommentedSeq(map(_entry, rows))})))
    return "".join(parts)


def _entry(row: Row) -> CommentedMap:
    patterns = row.patterns[0] if len(row.patterns) == 1 else CommentedSeq(row.patterns)
    return CommentedMap({"pattern": patterns, **dict(row.settings)})


def _suggestions(stated: Sequence[Stated]) -> str:
    lines = [
        line for key in get_args(ExpectedKey) if key != "claim" for line in _of_key(key, stated)
    ]
    if not lines:
        return NO_FACTS
    head = (
        "# What most creatives agree on. Take the # away from what all of them must state alike;",
        "# «{value: …, required: true}» asks for it in each. A file that says otherwise is named.",
        "# expected:",
    )
    return "".join(f"{line}\n" for line in (*head, *lines))


def _of_key(key: ExpectedKey, stated: Sequence[Stated]) -> list[str]:
    """Suggest one value of a kind, and name the creatives that say another."""
    saying = [(one, facts) for one in stated if (facts := [f for f in one.facts if _is(key, f)])]
    every = {fact.value: fact for _, facts in reversed(saying) for fact in facts}
    often = Counter(value for _, facts in saying for value in {f.value for f in facts})
    counts = {
        value: sum(any(_same(every[value], other) for other in facts) for _, facts in saying)
        for value, _ in often.most_common(MOST_VALUES)
    }
    best = max(counts, key=lambda value: (counts[value], len(value), value), default="")
    enough = counts and counts[best] >= LEAST_AGREEING and counts[best] * 2 > len(saying)
    written = _written(key, every[best]) if enough else None
    if written is None:
        return _disagreeing(key, counts, every)
    agreeing = f"{counts[best]} of the {len(saying)} that name one"
    lines = [f"#   {key}: {written}  # {agreeing}"]
    others = [
        (one.below, other)
        for one, facts in saying
        if not any(_same(every[best], f) for f in facts)
        and (other := next((f for f in facts if compare(every[best], f) == "differ"), None))
    ]
    lines += [
        f"#     # {display_path(below)}: «{_line(f.raw)}»" for below, f in others[:MOST_NAMED]
    ]
    if len(others) > MOST_NAMED:
        lines.append(f"#     # and {len(others) - MOST_NAMED} more")
    return lines


def _disagreeing(
    key: ExpectedKey, counts: Mapping[str, int], every: Mapping[str, Fact]
) -> list[str]:
    """Say that no value has a majority, where several creatives state each of two: one is wrong."""
    often = [value for value in counts if counts[value] >= LEAST_AGREEING]
    apart = [
        value
        for value in often
        if any(compare(every[value], every[other]) == "differ" for other in often if other != value)
    ]
    if not apart:
        return []
    said = ", ".join(f"«{_line(every[v].raw)}» in {counts[v]}" for v in apart[:MOST_NAMED])
    return [f"#   {key}:  # they disagree: {said}; write the right one"]


def _is(key: ExpectedKey, fact: Fact) -> bool:
    """Whether a fact goes under a key: a date under from and until where it says so."""
    if fact.kind == "date":
        return key == (fact.role if fact.role in {"from", "until"} else "date")
    return fact.kind == key and fact.role != "old"


def _same(one: Fact, other: Fact) -> bool:
    return one.value == other.value or compare(one, other) == "agree"


def _written(key: ExpectedKey, fact: Fact) -> str | None:
    """Write a value so that it is read back as the same fact; None where that cannot be done."""
    plain = fact.value.lstrip("-") if key == "discount" else fact.value
    for text in (plain, _line(fact.raw)):
        if key in DATES and iso_date(text) == fact.value:
            return text
        read = read_value(key, text)
        if read is not None and read.value == fact.value:
            return _scalar(text)
    return None


def _line(text: str) -> str:
    return " ".join(text.split())


def _scalar(text: str) -> str:
    """Write a text for YAML, quoted where it could be read as something else."""
    safe = text[0].isalnum() and ": " not in text and " #" not in text and not text.endswith(":")
    number = text.replace(".", "", 1).replace("-", "").replace(":", "").isdigit()
    return text if safe and not number else json.dumps(text, ensure_ascii=False)
