"""`campaign new`, `campaign check` and `campaign show`."""

from __future__ import annotations

import os
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from brandguard.cli import options as o
from brandguard.cli.common import request
from brandguard.cli.terminal import Progress, console, interruptible, note, wants_color
from brandguard.messages import Messages
from brandguard.model.errors import BrandGuardError, ProfileError, UsageError
from brandguard.model.paths import display_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brandguard.engine import Request
    from brandguard.model.features import Features
    from brandguard.model.profile import Profile
    from brandguard.model.report import Subject

FolderArgument = Annotated[Path, typer.Argument(help="The campaign's folder.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(help="Write, check and show campaign files.", no_args_is_help=True)
    group.command("new")(new)
    group.command("check")(check)
    group.command("show")(show)
    app.add_typer(group, name="campaign")


def new(  # noqa: PLR0917  options, all given by name
    folder: FolderArgument,
    output: o.Output = None,
    force: Annotated[bool, typer.Option("--force", help="Replace an existing file.")] = False,
    name: Annotated[
        str | None, typer.Option("--name", help="The campaign's name; else the folder's.")
    ] = None,
    profile: o.ProfilePath = None,
    jobs: o.Jobs = 0,
    no_cache: o.NoCache = False,
    no_ocr: o.NoOcr = False,
    lang: o.Lang = o.LanguageName.en,
    quiet: o.Quiet = False,
) -> int:
    """Write a campaign file from what is found in a folder: who runs where, and what most state."""
    from brandguard.campaigns.cover import Placed
    from brandguard.campaigns.draft import Stated, draft
    from brandguard.interchange.campaignfile import NAMES
    from brandguard.writers.atomic import replacing

    _must_be_folder(folder)
    target = output or folder / NAMES[0]
    if target.exists() and not force:
        raise UsageError(f"{target}: exists already; --force replaces it")
    wish = request([str(folder)], {"jobs": jobs, "no_cache": no_cache, "ocr": not no_ocr})
    placed, stated = [], []
    words = Messages.load(str(lang))
    for below, subject in _measured(wish, folder, _brand(profile, folder), words, quiet=quiet):
        medium = None if subject.medium == "other" else subject.medium
        placed.append(Placed(below, subject.channel, medium, subject.language))
        stated.append(Stated(below, subject.features.facts or ()))
    text = draft(name or folder.absolute().name, placed, stated)
    with replacing(target) as stream:
        stream.write(text)
    if not quiet:
        creatives = words.count("creatives", len(placed))
        note(words.text("campaign_file.written", file=str(target), creatives=creatives))
    return 0


def check(
    file: Annotated[Path, typer.Argument(help="A campaign file, or its folder.")] = Path(),
    profile: o.ProfilePath = None,
    lang: o.Lang = o.LanguageName.en,
) -> int:
    """Say whether a campaign file can be used, with all errors at once.

    A profile with errors lends it no languages; what is wrong with it is told too, at the end.
    """
    from brandguard.campaigns import read_campaign

    path, words, unfit = _file(file), Messages.load(str(lang)), None
    try:
        brand = _brand(profile, path.parent)
    except ProfileError as error:
        brand, unfit = None, error
    spoken = (brand.languages, brand.region) if brand else ((), None)
    try:
        campaign = read_campaign(path, *spoken)
    except ProfileError as error:
        raise (BrandGuardError(f"{error}\n{unfit}") if unfit else error) from error
    wanted = len(campaign.expected) + sum(len(entry.expected) for entry in campaign.entries)
    counts = {
        "entries": words.count("entries", len(campaign.entries)),
        "facts": words.count("facts_wanted", wanted),
    }
    note(words.text("campaign_file.good", file=str(path), name=campaign.name, **counts))
    if unfit is not None:
        raise unfit
    return 0


def show(
    folder: FolderArgument = Path(),
    profile: o.ProfilePath = None,
    lang: o.Lang = o.LanguageName.en,
    color: o.Color = o.When.auto,
) -> int:
    """Show where each creative of a folder belongs, and how that is known; nothing is measured."""
    from rich.table import Table
    from rich.text import Text

    from brandguard.campaigns import CampaignFiles
    from brandguard.engine import Request
    from brandguard.subjects import subject_for
    from brandguard.walk import Filter, collect

    _must_be_folder(folder)
    brand, words = _brand(profile, folder), Messages.load(str(lang))
    files = CampaignFiles(brand.languages, brand.region) if brand else CampaignFiles()
    table = Table(box=None, padding=(0, 1))
    for key in ("file", "campaign", "channel", "medium", "language"):
        table.add_column(words.text(f"column.{key}"), overflow="fold")
    manifest = collect([str(folder)], None, Filter())
    for item in manifest:
        subject = subject_for(item.path, None, Request(), files)
        channel = words.name("channel", subject.channel)
        if subject.channel_from:
            channel += f" ({words.name('channel_from', subject.channel_from)})"
        below = os.path.relpath(item.path, folder)
        row = (
            display_path(below), display_path(subject.campaign), channel,
            words.name("medium", subject.medium), subject.language or "",
        )  # fmt: skip
        table.add_row(*map(Text, row))
    manifest.close()
    console(color=wants_color(str(color), sys.stdout)).print(table)
    return 0


def _must_be_folder(folder: Path) -> None:
    if not folder.is_dir():
        raise UsageError(f"{folder}: there is no such folder")


def _file(given: Path) -> Path:
    """Give the campaign file that is meant: itself, or the one of a folder."""
    from brandguard.interchange.campaignfile import NAMES

    if not given.is_dir():
        return given
    found = next((given / name for name in NAMES if (given / name).is_file()), None)
    if found is None:
        raise UsageError(
            f"{given}: there is no {NAMES[0]} here; «brandguard campaign new» writes it"
        )
    return found


def _brand(profile: Path | None, folder: Path) -> Profile | None:
    """Load the profile that was named or is nearest; a campaign file needs none."""
    from brandguard.checks import BY_CODE
    from brandguard.interchange.brandyml import find_profile, load_profile

    path = profile or find_profile(folder)[0]
    return load_profile(path, BY_CODE) if path else None


def _measured(
    wish: Request, folder: Path, brand: Profile | None, words: Messages, *, quiet: bool
) -> Iterator[tuple[str, Subject]]:
    """Give each readable creative by its path below the folder; tell of the others."""
    from brandguard.engine import Found, Started, measure_all
    from brandguard.measures.everything import Wanted
    from brandguard.model.creative import Note

    languages, region = (brand.languages, brand.region) if brand else ((), None)
    progress = Progress(quiet=quiet, verbose=False)
    done, total = 0, 0
    with interruptible(), closing(progress):
        for event in measure_all(wish, Wanted(languages=languages, region=region, ocr=wish.ocr)):
            if isinstance(event, Found):
                total = event.total
                progress.total(total)
            elif not isinstance(event, Started):
                path, result = event.job.path, event.result
                done += 1
                progress.step(path, done, total)
                if isinstance(result, Note):
                    facts = {"path": path, "reason": words.note(result)}
                    note(words.text("learned.left_out", **facts))
                    continue
                yield os.path.relpath(path, folder).replace(os.sep, "/"), _found(path, result)


def _found(path: str, features: Features) -> Subject:
    from brandguard.engine import Request
    from brandguard.subjects import subject_for

    return subject_for(path, features, Request())
