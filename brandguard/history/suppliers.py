"""Whose folder a creative lies in: the first one below the channel's, else the creative's own."""

from __future__ import annotations

import os
from functools import lru_cache

from brandguard.channels import belonging

REMEMBERED = 4096


def supplier_of(path: str) -> str:
    """Name the supplier folder of a path: «rossi» of `spring/offline/rossi/june/flyer.pdf`.

    Where the creative lies in the channel's folder itself, or in none, its own folder is meant.
    Empty for a bare file name.
    """
    return _of_folder(path.replace("\\", "/").rpartition("/")[0])


@lru_cache(maxsize=REMEMBERED)
def _of_folder(folder: str) -> str:
    names = [name for name in folder.split("/") if name not in {"", "."}]
    channels = [place for place, name in enumerate(names) if _is_channel(name)]
    below = channels[-1] + 1 if channels else len(names)
    return next(iter(names[below : below + 1] or names[-1:]), "")


@lru_cache(maxsize=REMEMBERED)
def _is_channel(name: str) -> bool:
    return belonging(f"{name}/x").channel_from == "folder"


def seen_from(path: str, home: str | None) -> str:
    """Give a path as seen from the profile's folder, so that it is the same on every computer.

    One that lies elsewhere stays absolute. Always with «/».
    """
    absolute = _absolute(path)
    if home is not None:
        try:
            below = os.path.relpath(absolute, _absolute(home))
        except ValueError:  # another drive
            below = ".."
        if below != ".." and not below.startswith(".." + os.sep):
            absolute = below
    return absolute.replace(os.sep, "/")


def _absolute(path: str) -> str:
    plain = os.path.abspath(path)  # noqa: PTH100  surrogates stay as they are
    return plain[1:] if os.sep == "/" and plain.startswith("//") else plain  # POSIX keeps two
