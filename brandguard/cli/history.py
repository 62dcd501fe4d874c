"""`brandguard history`: scores over time, by campaign, rule and supplier folder."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from brandguard.cli import options as o
from brandguard.cli.common import load
from brandguard.cli.terminal import console, note, wants_color
from brandguard.history.keeping import place_named
from brandguard.messages import Messages
from brandguard.model.errors import UsageError
from brandguard.model.paths import display_text

if TYPE_CHECKING:
    from brandguard.history.trends import Line

Format = StrEnum("Format", ["text", "json", "csv"])
Day = Annotated[
    dt.datetime | None,
    typer.Option("--since", formats=["%Y-%m-%d"], help="Only runs from this day on."),
]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(help="Show scores over time, by campaign, rule and supplier folder.")
    group.callback(invoke_without_command=True)(history)
    group.command("path")(path)
    group.command("clear")(clear)
    app.add_typer(group, name="history")


def history(  # noqa: PLR0917  options, all given by name
    context: typer.Context,
    campaign: Annotated[
        str | None, typer.Option("--campaign", help="Only this campaign.")
    ] = None,
    rule: Annotated[str | None, typer.Option("--rule", help="Only findings of this rule.")] = None,
    folder: Annotated[
        str | None, typer.Option("--folder", help="Only this supplier folder.")
    ] = None,
    last: Annotated[
        int, typer.Option("--last", min=1, max=1000, help="So many runs of each kind.")
    ] = 10,
    since: Day = None,
    profile: o.ProfilePath = None,
    place: o.History = None,
    format_: Annotated[
        Format, typer.Option("--format", help="For people, programs, or a spreadsheet.")
    ] = Format.text,
    lang: o.Lang = o.LanguageName.en,
    color: o.Color = o.When.auto,
) -> int:  # fmt: skip
    """Show how scores moved: of the brand whose profile is nearest, else of all brands."""
    if context.invoked_subcommand is not None:
        return 0
    from brandguard.history.chosen import as_json, chosen
    from brandguard.history.record import stamp
    from brandguard.history.trends import Wish, lines

    code = _rule(rule)
    wish = Wish(_brand(profile), last=last, since=stamp(since.astimezone()) if since else None)
    everything = lines(place_named(place), wish)
    found = chosen(everything, campaign, folder, code)
    if format_ is Format.json:
        sys.stdout.write(json.dumps(as_json(found, code), ensure_ascii=False, indent=1) + "\n")
    elif format_ is Format.csv:
        sys.stdout.write(_csv(found, code))
    elif not found:
        messages = Messages.load(str(lang))
        asked = everything or campaign or folder or code or since or profile
        note(messages.text("history.nothing_fits" if asked else "history.nothing"))
    else:
        from brandguard.cli.historyview import draw

        one = campaign is not None or folder is not None
        draw(
            found, code, Messages.load(str(lang)), one=one,
            out=console(color=wants_color(str(color), sys.stdout)),
        )  # fmt: skip
    return 0


def path(place: o.History = None) -> int:
    """Say where the history lies."""
    sys.stdout.write(place_named(place).shown + "\n")
    return 0


def clear(
    before: Annotated[
        dt.datetime,
        typer.Option("--before", formats=["%Y-%m-%d"], help="Runs before this day are deleted."),
    ],
    place: o.History = None,
    lang: o.Lang = o.LanguageName.en,
) -> int:
    """Delete old runs from the history."""
    from brandguard.history.record import forget

    where = place_named(place)
    messages = Messages.load(str(lang))
    runs = messages.count("runs", forget(where, before.astimezone()))
    note(messages.text("history.forgotten", runs=runs, place=where.shown))
    return 0


def _brand(profile: Path | None) -> str | None:
    """Give the brand of the profile that was named, or of the nearest one; None for all."""
    from brandguard.interchange.brandyml import find_profile

    found = profile or find_profile(Path())[0]
    return display_text(load(found, ())[0].name) if found else None


def _rule(rule: str | None) -> str | None:
    from brandguard.checks import BY_CODE

    if rule is not None and rule.upper() not in BY_CODE:
        raise UsageError(f"--rule {rule}: there is no such rule; «brandguard rules» lists them")
    return rule.upper() if rule else None


def _csv(found: list[Line], rule: str | None) -> str:
    """Write rows as RFC 4180, for programs and spreadsheets: names are never a formula."""
    from brandguard.history.chosen import CSV_COLUMNS, as_rows
    from brandguard.writers.csv_table import harmless

    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\r\n")
    rows.writerow(CSV_COLUMNS)
    for row in as_rows(found, rule):
        rows.writerow(harmless(cell) if isinstance(cell, str) else cell for cell in row)
    return text.getvalue()
