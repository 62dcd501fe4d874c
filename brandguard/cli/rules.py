"""`rules` and `explain`: what is checked, and why."""

from __future__ import annotations

import difflib
import json
import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from brandguard.cli import options as o
from brandguard.cli.terminal import console, wants_color
from brandguard.messages import Messages
from brandguard.model.errors import UsageError
from brandguard.rulepage import examples, sections

if TYPE_CHECKING:
    from brandguard.checks.rule import Rule
    from brandguard.model.profile import Profile

Short = StrEnum("Short", ["text", "json"])


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("rules")(rules)
    app.command("explain")(explain)


def rules(
    profile: o.ProfilePath = None,
    format_: Annotated[
        Short, typer.Option("--format", help="For people, or programs.")
    ] = Short.text,
    lang: o.Lang = o.LanguageName.en,
    color: o.Color = o.When.auto,
) -> int:
    """List all rules with their state under a profile."""
    from brandguard.checks import RULES

    families = list(dict.fromkeys(rule.code[:3] for rule in RULES))
    brand = _profile(profile)
    messages = Messages.load(str(lang))
    rows = [
        (r.code, r.dimension, _state(r, brand), messages.title(r.code))
        for r in sorted(RULES, key=lambda rule: (families.index(rule.code[:3]), rule.code))
    ]
    if format_ is Short.json:
        keys = ("rule", "dimension", "severity", "title")
        sys.stdout.write(
            json.dumps([dict(zip(keys, r, strict=True)) for r in rows], indent=1) + "\n"
        )
        return 0
    from rich.table import Table

    table = Table(box=None, show_header=False, padding=(0, 2))
    for code, dimension, state, title in rows:
        shown = messages.name("dimension", dimension) if dimension else ""
        table.add_row(code, messages.name("severity", state), shown, title)
    console(color=wants_color(str(color), sys.stdout)).print(table)
    return 0


def explain(
    code: Annotated[str, typer.Argument(help="A rule, like COL001.")],
    profile: o.ProfilePath = None,
    lang: o.Lang = o.LanguageName.en,
) -> int:
    """Say what a rule checks, why, how to mend it, and what fails and passes."""
    from brandguard.checks import BY_CODE

    wanted = code.upper()
    if wanted not in BY_CODE:
        close = difflib.get_close_matches(wanted, list(BY_CODE), n=1)
        hint = f"; did you mean {close[0]}?" if close else "; «brandguard rules» lists them"
        raise UsageError(f"there is no rule {code}{hint}")
    messages = Messages.load(str(lang))
    out = sys.stdout
    out.write(f"{wanted}  {messages.title(wanted)}\n")
    brand = _profile(profile)
    if brand is not None:
        state = messages.name("severity", _state(BY_CODE[wanted], brand))
        out.write(f"{messages.text('explain.in_profile', name=brand.name, state=state)}\n")
    for section in sections(wanted, messages, examples().get(wanted)):
        out.write(f"\n{section.heading}\n")
        out.writelines(f"  {line}\n" for line in section.lines)
        for block in section.blocks:
            out.write("\n")
            out.writelines(f"    {line}\n" for line in block.text.splitlines())
    return 0


def _profile(path: object) -> Profile | None:
    from pathlib import Path

    from brandguard.cli.common import load
    from brandguard.interchange.brandyml import find_profile

    found = path if isinstance(path, Path) else find_profile(Path())[0]
    return load(found, ())[0] if found else None


def _state(rule: Rule, profile: Profile | None) -> str:
    """Say how severe a rule is under a profile."""
    if profile is None:
        return rule.severity
    if rule.code in profile.rules:
        return profile.rules[rule.code]
    return rule.severity if rule.asked(profile) else "note"
