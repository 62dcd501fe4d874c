"""`brandguard gui`: the window."""

from __future__ import annotations

import os
import sys
from pathlib import Path  # noqa: TC003  typer reads the annotations
from typing import TYPE_CHECKING, Annotated

import typer

from brandguard.cli import options as o  # noqa: TC001  typer reads the annotations
from brandguard.model.cure import install_it_with
from brandguard.model.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("gui")(gui)


def gui(
    paths: Annotated[
        list[str] | None, typer.Argument(help="Creatives and folders to open, or a profile.")
    ] = None,
    profile: o.ProfilePath = None,
) -> int:
    """Open the window."""
    for path in paths or []:
        if not os.path.lexists(path):
            raise UsageError(f"{path}: there is no such file or folder")
    return open_window(tuple(paths or ()), profile)


def open_window(paths: Sequence[str], profile: Path | None) -> int:
    """Open the window and give its exit code; raises UsageError without Qt or without a screen."""
    if not _screen_is_there():
        text = "there is no screen here to open a window on; for a report use: brandguard check"
        raise UsageError(f"{text} … --report html=report.html")
    try:
        from brandguard.gui.app import run
    except ImportError as error:
        cure = install_it_with("brandguard[gui]")
        raise UsageError(f"the window needs Qt, which is not here ({error}); {cure}") from error
    return int(run(paths, str(profile) if profile else None))


def display_is_there() -> bool:
    """Tell whether a window could be shown: a screen, and Qt installed."""
    from importlib.util import find_spec

    return find_spec("PySide6") is not None and _screen_is_there()


def _screen_is_there() -> bool:
    """Tell whether there is a screen: on Linux a display, or a platform that the user names."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in names)
