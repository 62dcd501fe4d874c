"""`cache info`, `cache prune` and `cache clear`: the store of measurements."""

from __future__ import annotations

import json
import sqlite3
import sys
from typing import Annotated

import typer

from brandguard.cli import options as o
from brandguard.cli.about import Short, ShortFormat
from brandguard.cli.terminal import note
from brandguard.messages import Messages
from brandguard.model.errors import OutputError
from brandguard.settings import cache_file

MEGABYTE = 1024 * 1024


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(help="Look after the store of measurements.", no_args_is_help=True)
    group.command("info")(info)
    group.command("prune")(prune)
    group.command("clear")(clear)
    app.add_typer(group, name="cache")


def info(format_: ShortFormat = Short.text, lang: o.Lang = o.LanguageName.en) -> int:
    """Say where the store lies, how large it is and what it holds."""
    from brandguard.cache import store_info

    found = store_info(cache_file())
    if format_ is Short.json:
        row = {
            "path": str(found.path), "bytes": found.bytes, "creatives": found.creatives,
            "files": found.files, "outdated": found.outdated,
            "oldest": found.oldest and found.oldest.isoformat(),
        }  # fmt: skip
        sys.stdout.write(json.dumps(row, indent=1) + "\n")
        return 0
    words = Messages.load(str(lang))
    lines = [str(found.path)]
    lines.append(words.text("cache.holds", mb=found.bytes / MEGABYTE, creatives=found.creatives))
    if found.outdated:
        lines.append(words.text("cache.outdated", count=found.outdated))
    if found.oldest:
        lines.append(words.text("cache.oldest", day=found.oldest.isoformat()))
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


def prune(
    days: Annotated[
        int, typer.Option("--days", min=0, help="Keep what was asked for in so many days.")
    ] = 90,
    max_size: Annotated[
        int | None, typer.Option("--max-size", min=0, help="Keep so many megabytes at most.")
    ] = None,
    lang: o.Lang = o.LanguageName.en,
) -> int:
    """Throw away measurements that are old, outdated or too many."""
    from brandguard.cache import KEEP_BYTES, prune_store

    most = KEEP_BYTES if max_size is None else max_size * MEGABYTE
    try:
        gone, freed = prune_store(cache_file(), days, most)
    except sqlite3.Error as error:
        raise OutputError(f"{cache_file()}: the store is in use ({error}); try again") from error
    words = Messages.load(str(lang))
    note(words.text("cache.pruned", count=gone, mb=freed / MEGABYTE))
    return 0


def clear(lang: o.Lang = o.LanguageName.en) -> int:
    """Delete the store; the next run measures everything anew."""
    from brandguard.cache import clear_store

    try:
        freed = clear_store(cache_file())
    except OSError as error:
        raise OutputError(f"{cache_file()}: it cannot be deleted ({error.strerror})") from error
    note(Messages.load(str(lang)).text("cache.cleared", mb=freed / MEGABYTE))
    return 0
