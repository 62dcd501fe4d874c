"""From the colour section of a profile file to the rules on pairs, contrast, black and press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandguard.interchange.colours import parse_colour
from brandguard.interchange.validation import nearest
from brandguard.model.errors import ProfileProblem
from brandguard.model.profile import BlackRule, ContrastLimits, ForbiddenPair
from brandguard.model.said import Said

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from brandguard.interchange.schema import ColourSection
    from brandguard.interchange.yamlfile import Document, Key
    from brandguard.model.profile import BrandColour, Inks

SECTION: tuple[Key, ...] = ("defaults", "brandguard", "colour")


def forbidden_pairs(
    section: ColourSection, colours: Sequence[BrandColour], document: Document
) -> tuple[tuple[ForbiddenPair, ...], list[ProfileProblem]]:
    """Resolve pairs of names or colours; gives also what names nothing."""
    named = {colour.name: colour.hex for colour in colours}
    pairs, problems = [], []
    for i, item in enumerate(section.forbidden_pairs):
        keys = (*SECTION, "forbidden_pairs", i)
        key = ".".join(map(str, keys))
        codes = [named.get(value) or parse_colour(value) for value in item.colors]
        for value, code in zip(item.colors, codes, strict=True):
            if code is None:
                text = Said(
                    "«{value}» is no colour: write #RRGGBB, or a name of the palette{hint}",
                    value=value, hint=nearest(value, named),
                )  # fmt: skip
                problems.append(ProfileProblem(document.line_of(keys), key, text))
        first, second = codes
        if first is not None and second is not None:
            pairs.append(
                ForbiddenPair(first, second, item.colors, item.tolerance, item.reason, key)
            )
    return tuple(pairs), problems


def contrast_limits(section: ColourSection) -> ContrastLimits | None:
    """Give the contrast that the profile asks for; None where it asks for none."""
    wanted = section.contrast
    return ContrastLimits(wanted.text, wanted.large) if wanted else None


def black_rule(section: ColourSection) -> BlackRule | None:
    """Give how the profile builds black; None where it does not say."""
    black = section.black
    if black is None:
        return None
    return BlackRule(inks_of(black.rich), inks_of(black.text), black.max_ink)


def inks_of(build: tuple[float, float, float, float] | None) -> Inks | None:
    """Give a build in per cent as inks of 0–1."""
    return None if build is None else (
        build[0] / 100, build[1] / 100, build[2] / 100, build[3] / 100,
    )  # fmt: skip


def press_profile(
    section: ColourSection, document: Document, folders: Sequence[Path]
) -> tuple[str | None, list[ProfileProblem]]:
    """Find the colour profile of the press beside the file, or say what is wrong with it."""
    if section.print_icc is None:
        return None, []
    places = [(folder / section.print_icc).resolve() for folder in folders]
    file = next((place for place in places if place.is_file()), None)
    text = (
        Said("{file} does not exist", file=section.print_icc) if file is None else _no_press(file)
    )
    if text is None:
        return str(file), []
    keys = (*SECTION, "print_icc")
    return None, [ProfileProblem(document.line_of(keys), ".".join(map(str, keys)), text)]


def _no_press(file: Path) -> str | None:
    """Say why a file is no ICC profile of a press, by its header (ICC.1:2022, 7.2)."""
    with file.open("rb") as stream:
        header = stream.read(40)
    if header[36:40] != b"acsp":
        return Said("{file} is no ICC profile", file=file.name)
    return (
        None
        if header[16:20] == b"CMYK"
        else Said("{file} is a profile for other than CMYK", file=file.name)
    )
