"""Profiles: brand.yml files with our rules under defaults.brandguard."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from brandguard.interchange import schema
from brandguard.interchange.colour_rules import (
    black_rule,
    contrast_limits,
    forbidden_pairs,
    inks_of,
    press_profile,
)
from brandguard.interchange.colours import parse_colour
from brandguard.interchange.logos import resolve_logos
from brandguard.interchange.production_rules import production_rules
from brandguard.interchange.type_rules import typography_rules
from brandguard.interchange.validation import nearest, validate
from brandguard.interchange.yamlfile import Document, Key, parse
from brandguard.model.errors import ProfileError, ProfileProblem
from brandguard.model.profile import (
    DEFAULT_WEIGHTS,
    BannedTerm,
    BrandColour,
    ForbiddenColour,
    Formats,
    Learned,
    MessageRules,
    PreferredTerm,
    Profile,
    RequiredText,
    Wording,
)
from brandguard.model.report import DIMENSIONS, Dimension
from brandguard.model.said import Said, cause

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

NAMES = ("_brand.yml", "_brand.yaml", "brand.yml", "brand.yaml")
MAX_EXTENDS = 8
ROLES = (
    "foreground", "background", "primary", "secondary", "tertiary",
    "success", "info", "warning", "danger", "light", "dark",
)  # fmt: skip
OURS: tuple[Key, ...] = ("defaults", "brandguard")


def find_profile(start: Path) -> tuple[Path | None, tuple[Path, ...]]:
    """Look for a profile in `start` and the folders above it; also gives the folders searched."""
    folder = start if start.is_dir() else start.parent
    searched = []
    for here in (folder.absolute(), *folder.absolute().parents):
        searched.append(here)
        for name in NAMES:
            if (here / name).is_file():
                return here / name, tuple(searched)
    return None, tuple(searched)


def load_profile(path: Path, rules: Collection[str] = ()) -> Profile:
    """Read a profile with everything it extends.

    `rules` are the codes that a profile may name; any may be named where it is empty. Raises
    ProfileError with every problem of the file, each with its line.
    """
    document = read_document(path)
    return profile_of(document, layers_below(document), rules)


def profile_of(
    document: Document, below: Sequence[dict[str, Any]], rules: Collection[str] = ()
) -> Profile:
    """Give the profile that a document makes over the layers that it extends.

    `below` is what `layers_below` gave: who tries many versions of one document reads it once.
    Raises ProfileError with every problem, each with its line.
    """
    file, problems = validate(schema.ProfileFile, merged_over(below, document.plain()), document)
    profile, more = _resolve(file, document)
    problems += more + _unknown_rules(file, document, rules)
    if problems:
        raise ProfileError(document.path, _in_order(problems))
    return profile


def read_document(path: Path) -> Document:
    """Read one profile file as a tree with comments and line numbers; raises ProfileError."""
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        missing = Said(
            "this profile does not exist: correct the path, or make one with "
            "«brandguard profile new» or «brandguard learn»"
        )
        raise ProfileError(str(path), (ProfileProblem(None, "", missing),)) from error
    except OSError as error:
        problem = ProfileProblem(None, "", Said("cannot be read ({why})", why=cause(error)))
        raise ProfileError(str(path), (problem,)) from error
    return document_of(data, str(path))


def document_of(data: bytes, path: str) -> Document:
    """Read a profile file's bytes, which came from `path`; raises ProfileError."""
    try:
        return parse(data.decode("utf-8-sig"), path)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        problem = ProfileProblem(line, "", Said("is not UTF-8 text: save it as UTF-8"))
        raise ProfileError(path, (problem,)) from error


def layers_below(document: Document) -> tuple[dict[str, Any], ...]:
    """Read the files that a document extends, the nearest first; raises ProfileError."""
    path = Path(document.path)
    chain, seen, here = [document.plain()], {path.resolve()}, path
    for _ in range(MAX_EXTENDS):
        base = _extended(chain[-1])
        if base is None:
            break
        target = (here.parent / base).resolve()
        line = document.line_of((*OURS, "extends"))
        problem = _bad_base(base, target, seen)
        if problem:
            text = ProfileProblem(line, "defaults.brandguard.extends", problem)
            raise ProfileError(document.path, (text,))
        seen.add(target)
        chain.append(read_document(target).plain())
        here = target
    return tuple(chain[1:])


def merged_over(below: Sequence[dict[str, Any]], own: dict[str, Any]) -> dict[str, Any]:
    """Lay a file's own tree over those that it extends, the nearest of them first."""
    merged: dict[str, Any] = {}
    for layer in (*reversed(below), own):
        merged = _merge(merged, layer)
    return merged


def _extended(tree: dict[str, Any]) -> str | None:
    node: Any = tree
    for key in (*OURS, "extends"):
        node = node.get(key) if isinstance(node, dict) else None
    return node if isinstance(node, str) else None


def _bad_base(base: str, target: Path, seen: Collection[Path]) -> str | None:
    if Path(base).is_absolute() or ":" in base or base.startswith(("\\", "//")):
        return Said("must be a path relative to this file")
    if target in seen:
        return Said("goes round in a circle")
    return None if target.is_file() else Said("{file} does not exist", file=base)


def _merge(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    """Lay one tree over another: mappings are merged, everything else is replaced."""
    out = dict(base)
    for key, value in over.items():
        old = out.get(key)
        both = isinstance(old, dict) and isinstance(value, dict)
        out[key] = _merge(old, value) if both else value  # type: ignore[arg-type]  # see `both`
    return out


def _in_order(problems: Iterable[ProfileProblem]) -> tuple[ProfileProblem, ...]:
    return tuple(sorted(set(problems), key=lambda p: (p.line or 0, p.key, p.text)))


# --- from the file's shape to the profile ------------------------------------------------------


def _resolve(file: schema.ProfileFile, document: Document) -> tuple[Profile, list[ProfileProblem]]:
    ours = file.defaults.brandguard
    colours, problems = _colours(file, document)
    forbidden, more = _forbidden(ours, document)
    logos, duty, unfit = resolve_logos(
        (file.model_extra or {}).get("logo"), ours.logo, document, _folders(document.path, ours)
    )
    pairs, wrong = forbidden_pairs(ours.colour, colours, document)
    press, unfound = press_profile(ours.colour, document, _folders(document.path, ours))
    name = file.meta.name.short or file.meta.name.full or Path(document.path).parent.name
    sha256 = hashlib.sha256(repr(file.model_dump()).encode("utf-8", "surrogatepass")).hexdigest()
    profile = Profile(
        name=name,
        path=document.path,
        sha256=sha256,
        languages=tuple(ours.languages),
        region=ours.region,
        colours=colours,
        any_core_colour=ours.colour.core == "any",
        forbidden_colours=forbidden,
        forbidden_pairs=pairs,
        contrast=contrast_limits(ours.colour),
        black=black_rule(ours.colour),
        tints=ours.colour.tints,
        colour_room={str(k): v for k, v in ours.colour.room.items()},
        print_icc=press,
        logos=logos,
        logo_duty=duty,
        typography=typography_rules((file.model_extra or {}).get("typography"), ours.typography),
        production=production_rules(ours.production),
        picture_ranges={str(k): v for k, v in ours.imagery.traits.items()},
        address=dict(ours.voice.address),
        voice_ranges={k: {str(t): r for t, r in v.items()} for k, v in ours.voice.traits.items()},
        wording=_wording(ours),
        message=MessageRules(
            dict(ours.message.claim), {k: tuple(v) for k, v in ours.message.facts.items()}
        ),
        rules=dict(ours.rules),
        weights={d: _weight(ours.weights, d) for d in DIMENSIONS},
        false_alarms=ours.false_alarms,
        learned=_learned(ours.learned) if ours.learned else None,
    )
    return profile, problems + more + wrong + unfit + unfound


def _folders(path: str, ours: schema.BrandGuardSection) -> tuple[Path, ...]:
    """Give the folders that relative paths start from: a logo may be named by the base profile."""
    own = Path(path).absolute().parent
    return (own, (own / ours.extends).parent) if ours.extends else (own,)


def _learned(learned: schema.LearnedSection) -> Learned:
    return Learned(
        file=learned.file,
        sha256=learned.sha256,
        pictures=learned.pictures,
        texts=dict(learned.texts),
        look_limit=learned.limits.look,
        voice_limits=dict(learned.limits.voice),
    )


def _weight(weights: schema.Weights, dimension: Dimension) -> float:
    wanted: float | None = getattr(weights, dimension)
    return DEFAULT_WEIGHTS[dimension] if wanted is None else wanted


def _colours(
    file: schema.ProfileFile, document: Document
) -> tuple[tuple[BrandColour, ...], list[ProfileProblem]]:
    """Resolve color.palette and the roles that are colours of their own."""
    ours = file.defaults.brandguard
    palette = file.color.palette
    entries: dict[str, tuple[tuple[Key, ...], str]] = {
        name: (("color", "palette", name), value) for name, value in palette.items()
    }
    for role in ROLES:
        value = (file.color.model_extra or {}).get(role)
        if isinstance(value, str) and value not in entries:
            entries[role] = (("color", role), value)
    found: list[BrandColour] = []
    problems = []
    for name, (keys, value) in entries.items():
        code = parse_colour(_follow(value, palette))
        if code is None:
            text = Said(
                "«{value}» is no colour: write #RRGGBB, or a name of the palette", value=value
            )
            problems.append(ProfileProblem(document.line_of(keys), ".".join(map(str, keys)), text))
            continue
        if any(code == other.hex for other in found) and name in ROLES:
            continue
        found.append(_brand_colour(name, code, keys, ours))
    for name in ours.colour.palette:
        if name not in entries:
            keys = (*OURS, "colour", "palette", name)
            text = Said("names no colour of color.palette{hint}", hint=nearest(name, entries))
            problems.append(ProfileProblem(document.line_of(keys), ".".join(map(str, keys)), text))
    return tuple(found), problems


def _follow(value: str, palette: dict[str, str]) -> str:
    for _ in range(MAX_EXTENDS):
        if value not in palette or palette[value] == value:
            break
        value = palette[value]
    return value


def _brand_colour(
    name: str, code: str, keys: tuple[Key, ...], ours: schema.BrandGuardSection
) -> BrandColour:
    rule = ours.colour.palette.get(name, schema.ColourRule())
    learned = ours.learned is not None and name in ours.learned.colours
    return BrandColour(
        name=name,
        hex=code,
        tolerance=rule.tolerance or ours.colour.tolerance,
        share=rule.share,
        core=rule.core,
        origin="learned" if learned else "written",
        key=".".join(map(str, keys)),
        cmyk=inks_of(rule.cmyk),
        spot=rule.spot,
    )


def _forbidden(
    ours: schema.BrandGuardSection, document: Document
) -> tuple[tuple[ForbiddenColour, ...], list[ProfileProblem]]:
    out, problems = [], []
    for i, item in enumerate(ours.colour.forbidden):
        keys = (*OURS, "colour", "forbidden", i)
        key = ".".join(map(str, keys))
        code = parse_colour(item.color)
        if code is None:
            text = Said("«{value}» is no colour: write #RRGGBB", value=item.color)
            problems.append(ProfileProblem(document.line_of(keys), key, text))
            continue
        out.append(ForbiddenColour(code, item.tolerance, item.name or code, key))
    return tuple(out), problems


def _wording(ours: schema.BrandGuardSection) -> Wording:
    words, key = ours.wording, "defaults.brandguard.wording"
    return Wording(
        banned=tuple(
            BannedTerm(t.term, t.language, t.instead, f"{key}.banned.{i}")
            for i, t in enumerate(words.banned)
        ),
        preferred=tuple(
            PreferredTerm(t.use, tuple(t.avoid), t.language, f"{key}.preferred.{i}")
            for i, t in enumerate(words.preferred)
        ),
        names=tuple(words.names),
        required=tuple(
            RequiredText(t.text, t.language, tuple(t.media), t.channel, f"{key}.required.{i}")
            for i, t in enumerate(words.required)
        ),
        formats={name: Formats(f.price, f.percent) for name, f in words.formats.items()},
    )


def _unknown_rules(
    file: schema.ProfileFile, document: Document, rules: Collection[str]
) -> list[ProfileProblem]:
    problems = []
    for code in file.defaults.brandguard.rules:
        if rules and code not in rules:
            keys = (*OURS, "rules", code)
            text = Said("is no rule{hint}", hint=nearest(code, rules))
            problems.append(ProfileProblem(document.line_of(keys), ".".join(map(str, keys)), text))
    return problems
