"""The register of the files that colours come from and go to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from brandguard.interchange import aco, ase, csscolours, gpl, tokens
from brandguard.interchange.colours import parse_colour
from brandguard.interchange.swatches import (
    MAX_BYTES,
    ColourFileError,
    ShownAs,
    Swatched,
    plainly_shown,
    text_of,
    tidied,
)
from brandguard.interchange.yamlfile import parse
from brandguard.model.errors import ProfileError, UsageError
from brandguard.model.said import Said, cause

if TYPE_CHECKING:
    from pathlib import Path

    from brandguard.model.profile import Inks


@dataclass(frozen=True, slots=True)
class ColourFormat:
    """One kind of file."""

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[bytes, ShownAs], tuple[Swatched, ...]]
    write: Callable[[Sequence[Swatched], str], bytes] | None
    """Colours and the brand's name → bytes."""


def _read_brandyml(data: bytes, _: ShownAs) -> tuple[Swatched, ...]:
    """Read color.palette of any brand.yml, and how print is told of it in our part."""
    try:
        tree = parse(text_of(data), "").plain()
    except ProfileError as error:
        said = "; ".join(problem.text for problem in error.problems)
        raise ColourFileError(" ".join(said.split())) from error
    palette = _at(tree, "color", "palette")
    rules = _at(tree, "defaults", "brandguard", "colour", "palette")
    out = []
    for name, value in palette.items():
        for _step in range(8):
            if not (isinstance(value, str) and value in palette):
                break
            value = palette[value]  # noqa: PLW2901  follows a name to its colour
        code = parse_colour(value) if isinstance(value, str) else None
        if code:
            rule = rules.get(name)
            rule = rule if isinstance(rule, dict) else {}
            spot = rule.get("spot")
            spot = spot if isinstance(spot, str) and spot else None
            out.append(Swatched(name, code, _inks(rule.get("cmyk")), spot))
    return tidied(out)


def _inks(build: object) -> Inks | None:
    """Read four inks in per cent; None for anything else."""
    if not isinstance(build, list):
        return None
    shares = [v / 100 for v in build if isinstance(v, int | float) and 0 <= v <= 100]  # noqa: PLR2004  per cent
    if len(shares) != len(build) or len(shares) != 4:  # noqa: PLR2004  four inks
        return None
    cyan, magenta, yellow, black = shares
    return cyan, magenta, yellow, black


def _at(tree: object, *keys: str) -> dict[str, object]:
    for key in keys:
        tree = tree.get(key) if isinstance(tree, dict) else None
    return tree if isinstance(tree, dict) else {}


FORMATS: tuple[ColourFormat, ...] = (
    ColourFormat("ase", (".ase",), ase.read, lambda colours, _: ase.write(colours)),
    ColourFormat("aco", (".aco",), aco.read, lambda colours, _: aco.write(colours)),
    ColourFormat("gpl", (".gpl",), lambda data, _: gpl.read(data), gpl.write),
    ColourFormat(
        "css", (".css",), lambda data, _: csscolours.read(data),
        lambda colours, _: csscolours.write(colours),
    ),
    ColourFormat(
        "tokens", (".json", ".tokens"), lambda data, _: tokens.read(data),
        lambda colours, _: tokens.write(colours),
    ),
    ColourFormat("brand.yml", (".yml", ".yaml"), _read_brandyml, None),
)  # fmt: skip
"""A brand.yml is written from the whole profile, not from its colours (profiletext)."""

BY_NAME = {form.name: form for form in FORMATS}


def format_of(path: Path) -> ColourFormat:
    """Tell the format by the file's name; raises UsageError for others, naming those there are."""
    suffix = path.suffix.lower()
    found = next((form for form in FORMATS if suffix in form.suffixes), None)
    if found is None:
        known = ", ".join(s for form in FORMATS for s in form.suffixes)
        raise UsageError(
            Said(
                "{file}: no file of colours by its name; known are {known}", file=path, known=known
            )
        )
    return found


def load_colours(
    path: Path, form: ColourFormat | None = None, shown_as: ShownAs = plainly_shown
) -> tuple[Swatched, ...]:
    """Read a file of colours; raises UsageError and ColourFileError, which name the file."""
    form = form or format_of(path)
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise UsageError(
            Said("{file}: cannot be read ({why})", file=path, why=cause(error))
        ) from error
    if len(data) > MAX_BYTES:
        raise ColourFileError(Said("{file}: is over 4 MiB: no palette is so large", file=path))
    try:
        return form.read(data, shown_as)
    except ColourFileError as error:
        raise ColourFileError(Said("{file}: {why}", file=path, why=error.args[0])) from error
