"""`waive` and `unwaive`: accept findings for a reason, and take that back."""

from __future__ import annotations

import datetime as dt
import getpass
import re
from pathlib import Path  # noqa: TC003  typer reads the annotations
from typing import TYPE_CHECKING, Annotated

import typer

from brandguard.cli import options as o
from brandguard.cli.common import nearest
from brandguard.cli.terminal import note
from brandguard.messages import Messages
from brandguard.model.errors import UsageError
from brandguard.model.waiver import Waiver

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brandguard.model.creative import Box

FINGERPRINT = re.compile(r"[0-9a-f]{16}")
CODE = re.compile(r"[A-Z]{3}\d{3}")
SIDES = 4

What = Annotated[
    str, typer.Argument(metavar="WHAT", help="A finding's fingerprint, or a rule, like COL001.")
]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("waive")(waive)
    app.command("unwaive")(unwaive)


def waive(  # noqa: PLR0917  options, all given by name
    what: What,
    reason: Annotated[str, typer.Option("--reason", help="Why it may stay. Reports show it.")],
    creative: Annotated[
        str | None,
        typer.Option("--creative", help="Only there: the end of a path, or a glob."),
    ] = None,
    campaign: Annotated[
        str | None, typer.Option("--campaign", help="Only in this campaign.")
    ] = None,
    region: Annotated[
        str | None,
        typer.Option(
            "--region", metavar="L,T,R,B", help="Only within this part of the page, 0–1 each."
        ),
    ] = None,
    page: Annotated[int | None, typer.Option("--page", min=1, help="Only on this page.")] = None,
    until: Annotated[
        dt.datetime | None, typer.Option("--until", formats=["%Y-%m-%d"], help="Its last day.")
    ] = None,
    by: Annotated[
        str | None, typer.Option("--by", envvar="BRANDGUARD_BY", help="Who accepts it; else you.")
    ] = None,
    report: Annotated[
        Path | None,
        typer.Option(
            "--report", metavar="FILE",
            help="A report (json, jsonl): warn where the finding is not in it.",
        ),
    ] = None,
    profile: o.ProfilePath = None,
    lang: o.Lang = o.LanguageName.en,
) -> int:  # fmt: skip
    """Accept a finding, or a rule's findings, for a reason: they stay in reports and cost nothing.

    Written to brandguard-waivers.yml beside the profile.
    """
    from brandguard.interchange.waiverfile import waivers_beside, with_waiver
    from brandguard.writers.atomic import replacing

    if not reason.strip():
        raise UsageError("--reason must say why: a waiver without a reason helps nobody")
    today = dt.datetime.now().astimezone().date()
    if until is not None and until.date() < today:
        raise UsageError(f"--until {until.date()} has passed already: name a day to come")
    fingerprint, rule = _named(what)
    messages = Messages.load(str(lang))
    if fingerprint and report and not _reported(fingerprint, report):
        facts = {"report": str(report), "fingerprint": fingerprint}
        note(f"brandguard: {messages.text('run.not_in_report', **facts)}")
    waiver = Waiver(
        reason=reason.strip(), fingerprint=fingerprint, rule=rule, creative=creative,
        campaign=campaign, page=page, region=_box(region, creative), by=by or _user(), on=today,
        until=until.date() if until else None,
    )  # fmt: skip
    file = waivers_beside(profile or nearest(()))
    text = with_waiver(file, waiver)
    with replacing(file) as stream:
        stream.write(text)
    until_ = waiver.until.isoformat() if waiver.until else None
    note(messages.text("waive.accepted", file=str(file), what=what, until=until_))
    return 0


def unwaive(
    what: What,
    creative: Annotated[
        str | None, typer.Option("--creative", help="Only the waiver of this creative.")
    ] = None,
    profile: o.ProfilePath = None,
    lang: o.Lang = o.LanguageName.en,
) -> int:
    """Take waivers of a finding or rule back."""
    from brandguard.interchange.waiverfile import load_waivers, waivers_beside, without_waivers
    from brandguard.writers.atomic import replacing

    fingerprint, rule = _named(what)
    file = waivers_beside(profile or nearest(()))
    known = load_waivers(file)
    places = {
        number
        for number, waiver in enumerate(known)
        if (waiver.fingerprint, waiver.rule) == (fingerprint, rule)
        and creative in {None, waiver.creative}
    }
    if not places:
        raise UsageError(f"{file}: no waiver of {what}{_known(known)}")
    text = without_waivers(file, places)
    with replacing(file) as stream:
        stream.write(text)
    messages = Messages.load(str(lang))
    count = messages.count("waivers", len(places))
    note(messages.text("waive.taken_back", file=str(file), waivers=count))
    return 0


def _reported(fingerprint: str, report: Path) -> bool:
    from brandguard.baseline import Baseline

    known = Baseline(report)
    try:
        return fingerprint in known
    finally:
        known.close()


def _named(what: str) -> tuple[str | None, str | None]:
    """Tell a fingerprint from a rule's code."""
    from brandguard.checks import BY_CODE

    if FINGERPRINT.fullmatch(what.lower()):
        return what.lower(), None
    code = what.upper()
    if not CODE.fullmatch(code) or code not in BY_CODE:
        text = "is neither a finding's fingerprint (16 hexadecimal digits, in json, csv and html "
        raise UsageError(f"{what} {text}reports) nor a rule («brandguard rules» lists them)")
    return None, code


def _box(region: str | None, creative: str | None) -> Box | None:
    if region is None:
        return None
    if creative is None:
        raise UsageError("--region needs --creative: the picture that it lies in")
    try:
        sides = tuple(float(side) for side in region.split(","))
    except ValueError:
        sides = ()
    ordered = len(sides) == SIDES and sides[0] < sides[2] and sides[1] < sides[3]
    if not ordered or not all(0 <= side <= 1 for side in sides):
        raise UsageError("--region is left,top,right,bottom, each 0–1: like 0.5,0,1,0.25")
    return (sides[0], sides[1], sides[2], sides[3])


def _user() -> str | None:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # no name for the number that runs us
        return None


def _known(waivers: Sequence[Waiver]) -> str:
    names = sorted({w.fingerprint or w.rule or "a scope" for w in waivers})
    return f"; there are waivers of {', '.join(names)}" if names else "; there are none"
