"""The peers that palettes are measured against: each takes a path and gives hex colours.

They are no dependency of the project: `requirements/bench.in` names them, and a peer that is not
installed is left out of the table with that reason. Each is asked for 16 colours, the number with
which it does best on this set; ours finds its own.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from brandguard.model.colour import hex_of_rgb

if TYPE_CHECKING:
    from collections.abc import Callable

COUNT = 16


def _pylette(module: Any, path: str) -> list[str]:
    palette = module.extract_colors(path, palette_size=COUNT)
    return [hex_of_rgb(colour.rgb[:3]) for colour in palette.colors]


def _colorthief(module: Any, path: str) -> list[str]:
    found = module.ColorThief(path).get_palette(color_count=COUNT, quality=10)
    return [hex_of_rgb(rgb) for rgb in found]


def _colorgram(module: Any, path: str) -> list[str]:
    return [hex_of_rgb(tuple(colour.rgb)) for colour in module.extract(path, COUNT)]


def _extcolors(module: Any, path: str) -> list[str]:
    colours, _ = module.extract_from_path(path, tolerance=12, limit=COUNT)
    return [hex_of_rgb(rgb) for rgb, _ in colours]


def _fast_colorthief(module: Any, path: str) -> list[str]:
    return [hex_of_rgb(rgb) for rgb in module.get_palette(path, color_count=COUNT, quality=10)]


_PEERS: dict[str, tuple[str, Callable[[Any, str], list[str]]]] = {
    "Pylette": ("pylette", _pylette),
    "colorthief": ("colorthief", _colorthief),
    "colorgram.py": ("colorgram", _colorgram),
    "extcolors": ("extcolors", _extcolors),
    "fast-colorthief": ("fast_colorthief", _fast_colorthief),
}
SLOW = frozenset({"colorgram.py", "extcolors"})
"""Peers that take half a minute for 12 megapixels: timed once."""


def peers() -> tuple[dict[str, Callable[[str], list[str]]], dict[str, str]]:
    """Give the peers that are installed, and for the others why they are left out."""
    found, missing = {}, {}
    for name, (module_name, extract) in _PEERS.items():
        try:
            module = import_module(module_name)
        except ImportError as error:
            missing[name] = f"not installed ({error}); see requirements/bench.in"
        else:
            found[name] = lambda path, run=extract, module=module: run(module, path)
    return found, missing
