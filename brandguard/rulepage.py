"""What there is to say of one rule: for `explain` in three languages, the window and docs/rules."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from brandguard.settings import asset_path

if TYPE_CHECKING:
    from brandguard.messages import Messages


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that are shown as they stand: a profile, what a creative is given to be."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a rule's page."""

    heading: str
    lines: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()


@cache
def examples() -> dict[str, Any]:
    """Load the tested examples by rule; `make docs` makes them from tests/cases."""
    found: dict[str, Any] = json.loads(
        asset_path("rules", "examples.json").read_text(encoding="utf-8")
    )
    return found


def sections(code: str, messages: Messages, example: dict[str, Any] | None) -> list[Section]:
    """Give the page of a rule, part by part; `example` is its tested one, None if it has none."""
    from brandguard.checks import BY_CODE

    words, rule = messages.rule(code), BY_CODE[code]
    severity = messages.name("severity", rule.severity)
    if rule.dimension:
        severity = f"{severity} · {messages.name('dimension', rule.dimension)}"
    parts = [(part, words[part]) for part in ("what", "why", "fix") if words.get(part)]
    parts += [("severity", severity), ("asked", _asked(code, messages, example))]
    parts += [(part, words[part]) for part in ("bad", "good") if words.get(part)]
    page = [Section(messages.text(f"explain.{part}"), (text,)) for part, text in parts]
    return page + (_tested(code, messages, example) if example else [])


def _asked(code: str, messages: Messages, example: dict[str, Any] | None) -> str:
    from brandguard.checks import BY_CODE
    from brandguard.model.profile import Profile

    if BY_CODE[code].asked(Profile("")):
        return messages.text("explain.always")
    keys = example["keys"] if example else []
    if not keys:
        return messages.text("explain.by_profile")
    return messages.text("explain.by_keys", keys=", ".join(f"`{key}`" for key in keys))


def _tested(code: str, messages: Messages, example: dict[str, Any]) -> list[Section]:
    from brandguard.model.report import Finding

    bad, good = example["fails"], example["passes"]
    found = Finding(code, bad["severity"], bad["facts"], suggestion=bad["suggestion"])
    said = [f"{messages.name('severity', found.severity)}: {messages.message(found)}"]
    suggestion = messages.suggestion(found)
    profile = (Block("yaml", example["profile"]),) if example["profile"] else ()
    return [
        Section(
            messages.text("explain.fails"),
            (*_named(bad, messages), *said, *([suggestion] if suggestion else [])),
            (*profile, Block("toml", bad["given"])),
        ),
        Section(
            messages.text("explain.passes"),
            (*_named(good, messages), messages.text("report.no_findings")),
            (Block("toml", good["given"]),),
        ),
    ]


def _named(case: dict[str, Any], messages: Messages) -> tuple[str, ...]:
    """Give the name of a case, which is written in English."""
    name = str(case["name"])
    return (f"{name[:1].upper()}{name[1:]}.",) if messages.lang == "en" else ()
