"""The options that several commands share, each named and explained once."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from typer._click.core import Context, ParameterSource

from brandguard.model.creative import OFFLINE_MEDIA, ONLINE_MEDIA


def spoken(context: typer.Context, value: LanguageName | None) -> LanguageName | str | None:
    """Give the language of messages: the command's own --lang, else one before the command."""
    at: Context | None = context
    while at is not None:
        if at.get_parameter_source("lang") is ParameterSource.COMMANDLINE:
            return value if at is context else at.params["lang"]
        at = at.parent
    return value


INPUT, JUDGING, OUTPUT, RUNNING = "What", "Judging", "Report", "Running"

ChannelName = StrEnum("ChannelName", ["online", "offline"])
MediumName = StrEnum(  # type: ignore[misc]  # the model names them
    "MediumName", {m: m for m in (*ONLINE_MEDIA, *OFFLINE_MEDIA, "other")}
)
LanguageName = StrEnum("LanguageName", ["en", "it", "es"])
When = StrEnum("When", ["auto", "always", "never"])
FailOn = StrEnum("FailOn", ["fail", "warn", "never"])

Paths = Annotated[
    list[str] | None,
    typer.Argument(help="Creatives and folders; - is text on standard input.", show_default=False),
]
ProfilePath = Annotated[
    Path | None,
    typer.Option(
        "--profile", "-p", envvar="BRANDGUARD_PROFILE", rich_help_panel=JUDGING,
        help="The brand's profile; else the nearest _brand.yml upward from the first path.",
    ),
]  # fmt: skip
NamedProfile = Annotated[
    Path | None,
    typer.Option(
        "--profile", "-p", envvar="BRANDGUARD_PROFILE", rich_help_panel=JUDGING,
        help="A brand's profile to look by; without it none is used.",
    ),
]  # fmt: skip
FilesFrom = Annotated[
    Path | None,
    typer.Option(
        "--files-from", envvar="BRANDGUARD_FILES_FROM", rich_help_panel=INPUT,
        help="A file with one path a line; - is standard input.",
    ),
]  # fmt: skip
Include = Annotated[
    list[str] | None,
    typer.Option("--include", envvar="BRANDGUARD_INCLUDE", help="Only paths like this glob."),
]
Exclude = Annotated[
    list[str] | None,
    typer.Option("--exclude", envvar="BRANDGUARD_EXCLUDE", help="No paths like this glob."),
]
Channel = Annotated[
    ChannelName | None,
    typer.Option("--channel", envvar="BRANDGUARD_CHANNEL", help="The channel of all of them."),
]
Medium = Annotated[
    MediumName | None,
    typer.Option("--medium", envvar="BRANDGUARD_MEDIUM", help="The medium of all of them."),
]
Campaign = Annotated[
    str | None,
    typer.Option("--campaign", envvar="BRANDGUARD_CAMPAIGN", help="The campaign of all of them."),
]
Language = Annotated[
    LanguageName | None,
    typer.Option("--language", envvar="BRANDGUARD_LANGUAGE", help="The language of the text."),
]
Jobs = Annotated[
    int,
    typer.Option(
        "--jobs", "-j", min=0, envvar="BRANDGUARD_JOBS", help="Workers; 0 for one a core."
    ),
]
Cluster = Annotated[
    str | None,
    typer.Option(
        "--cluster", metavar="ADDRESS", envvar="BRANDGUARD_CLUSTER", show_default=False,
        help="Measure on the workers of a Dask scheduler, like tls://host:8786.",
    ),
]  # fmt: skip
Timeout = Annotated[
    float | None,
    typer.Option(
        "--timeout", min=0.1, envvar="BRANDGUARD_TIMEOUT", show_default=False,
        help="Seconds that one file may take; else 30, and 300 for a PDF.",
    ),
]  # fmt: skip
MaxMemory = Annotated[
    int,
    typer.Option(
        "--max-memory", min=64, envvar="BRANDGUARD_MAX_MEMORY",
        help="MB that a worker may take over its warm baseline.",
    ),
]  # fmt: skip
History = Annotated[
    str | None,
    typer.Option(
        "--history", metavar="URL|FILE", envvar="BRANDGUARD_HISTORY", show_default=False,
        help="Where scores over time are kept: a file, or a team's database; else your own.",
    ),
]  # fmt: skip
NoHistory = Annotated[
    bool, typer.Option("--no-history", envvar="BRANDGUARD_NO_HISTORY", help="Keep no scores.")
]
NoCache = Annotated[
    bool,
    typer.Option("--no-cache", envvar="BRANDGUARD_NO_CACHE", help="Measure everything anew."),
]
NoOcr = Annotated[
    bool,
    typer.Option("--no-ocr", envvar="BRANDGUARD_NO_OCR", help="Read no text in pictures."),
]
Lang = Annotated[
    LanguageName,
    typer.Option(
        "--lang", envvar="BRANDGUARD_LANG", callback=spoken, help="The language of messages."
    ),
]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", envvar="BRANDGUARD_OUTPUT", help="Write here, not to stdout."),
]
Quiet = Annotated[
    bool, typer.Option("--quiet", "-q", envvar="BRANDGUARD_QUIET", help="Nothing but the report.")
]
Verbose = Annotated[
    bool,
    typer.Option("--verbose", "-v", envvar="BRANDGUARD_VERBOSE", help="Say more on stderr."),
]
Color = Annotated[
    When, typer.Option("--color", envvar="BRANDGUARD_COLOR", help="Colour in the terminal.")
]
