"""Cases of rules: tests/cases/<CODE>.toml → what a creative is given to be, and what is found.

A file names its `rule`, the profile `keys` that ask for it, a `profile`, and cases. A case has a
`name`, what is `expect`ed («CODE key»; none for a creative that passes), and what is given:
  pages     swatches of each page: [hex, share, kind]; kind is pixels, exact or photo
  text      the words of a page, with `language` and `medium`
  voices    how the text sounds: language, address, counts, words, traits, evidence
  features  anything else that can be measured, by the names of brandguard.model.features; what a
            case does not say is filled in by USUAL
  distance  a learned distance: dimension, value, fail_at, nearest, parts, and rule and facts
  creatives several of one campaign, each given as above, with its `path`
  waivers   what was accepted, as in the file of waivers; today is 1 June 2027
  picture   a page that is one picture in so many colours: its colours from the top to the bottom
  look      traits of the look of a page, by the names of model.look.TRAITS
  file      a file's name with its `text`, `hex` or nothing: it is read
  expected  what the campaign file wants stated, as its section of that name
  note      a code that the run itself gives (a file that took too long), with its `facts`
and, for where it belongs, `channel` and `medium`.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import tempfile
import tomllib
from copy import deepcopy
from dataclasses import MISSING, fields, is_dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

from brandguard import checks, judging
from brandguard.campaigns import read_value
from brandguard.coherence.tally import Tally
from brandguard.interchange.brandyml import load_profile
from brandguard.interchange.campaignfile import resolve
from brandguard.interchange.yamlfile import parse
from brandguard.language.lexicons import lemma
from brandguard.likeness.cohort import shipped_cohort
from brandguard.model.colour import oklab_of_rgb, rgb_of_hex
from brandguard.model.creative import Note
from brandguard.model.errors import UnreadableCreativeError
from brandguard.model.features import Features, Measured
from brandguard.model.look import GRID, LAYOUT, LENGTH, TRAITS
from brandguard.model.report import Distance, Finding, Subject
from brandguard.model.waiver import Waiver
from brandguard.waivers import Waivers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brandguard.model.campaign import Expected
    from brandguard.model.profile import Profile

CASES = Path(__file__).parents[2] / "tests" / "cases"
GIVEN = (
    "pages", "picture", "look", "text", "language", "voices", "features", "distance", "creatives",
    "waivers", "file", "note", "facts", "channel", "medium", "expected",
)  # fmt: skip
TODAY = dt.date(2027, 6, 1)
LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="50"><path d="M0 0h200v50z"/></svg>'
)

USUAL: dict[str, dict[str, Any]] = {
    "Features": {"sha256": "00", "format": "png", "bytes": 1, "page_count": 1, "pages": [{}]},
    "PageFeatures": {"number": 1, "width_px": 1000, "height_px": 1000},
    "Swatch": {"box": [0.0, 0.0, 0.5, 0.5]},
    "TextContrast": {
        "box": [0.1, 0.1, 0.5, 0.2], "span": [0, 10], "plain": True, "large": False, "letters": 40,
    },
    "Neighbours": {
        "length": 1.0, "box": [0.0, 0.0, 1.0, 1.0],
        "mask": {"columns": 1, "rows": 1, "cell": [1.0, 1.0], "bits": "gA=="},
    },
    "VectorFill": {"box": [0.1, 0.1, 0.5, 0.5]},
    "LogoSighting": {
        "name": "logo", "confidence": 0.95, "box": [0.1, 0.1, 0.4, 0.2],
        "corners": [[0.1, 0.1], [0.4, 0.1], [0.4, 0.2], [0.1, 0.2]], "width_px": 300.0,
        "height_px": 75.0, "width_mm": None, "height_mm": None, "distortion": 0.0, "angle": 0.0,
        "colour_difference": 1.0, "recolouring": "none", "colour": "#E4002B",
        "wanted_colour": "#E4002B", "ground": "#FFFFFF", "ground_kind": "flat", "contrast": 4.8,
        "clear_space": 1.0,
    },
    "PictureTraits": {
        "flat": 0.5, "photo": 0.2, "lightness": 0.7, "contrast": 0.2, "chroma": 0.1, "warmth": 0.0,
        "colours": 20.0, "busyness": 0.1, "aspect": 1.0,
    },
    "VoiceTraits": {
        "words": 40, "sentences": 3, "address": "none", "address_counts": {}, "imperatives": 0,
        "we": 0, "traits": {},
    },
    "Fact": {"page": 1, "span": [0, 1]},
    "Code": {"format": "QR Code", "text": None, "box": [0.7, 0.7, 0.9, 0.9]},
}  # fmt: skip
"""An unremarkable creative, so that a case says only what is remarkable."""


def case_files() -> dict[str, dict[str, Any]]:
    """Read all case files, by the code of their rule."""
    files = {path.stem: path for path in sorted(CASES.glob("*.toml"))}
    return {code: tomllib.loads(path.read_text(encoding="utf-8")) for code, path in files.items()}


def given_of(case: dict[str, Any]) -> dict[str, Any]:
    """Give what a case says of its creative."""
    return {key: case[key] for key in GIVEN if key in case}


def profile_of(document: dict[str, Any], case: dict[str, Any]) -> Profile:
    """Load the profile of a case; the logo files that it names are there."""
    text = case.get("profile", document.get("profile", "meta: {name: Acme}\n"))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "_brand.yml")
        path.write_text(text, encoding="utf-8")
        for name in re.findall(r"[\w-]+\.svg", text):
            path.with_name(name).write_text(LOGO, encoding="utf-8")
        return load_profile(path, checks.BY_CODE)


def findings_of(document: dict[str, Any], case: dict[str, Any]) -> list[Finding]:
    """Give what the rule of a case file finds in a case."""
    profile = profile_of(document, case)
    code = document["rule"]
    if "note" in case:
        note = Note(case["note"], case.get("facts", {}))
        found = list(judging.unreadable("creative.png", note).findings)
    elif "file" in case:
        found = _read(case["file"])
    elif "distance" in case:
        found = list(judging._from_distances([_distance(case["distance"])], profile))  # noqa: SLF001  no creative makes a distance alone
    elif "creatives" in case:
        tally = Tally(profile)
        for one in case["creatives"]:
            subject = subject_of(one)
            tally.add(judging.judge(subject, profile, None), subject.features)
        found = [f for campaign in tally.campaigns() for f in campaign.findings]
    else:
        subject = subject_of(case)
        entries = [Waiver(**waiver) for waiver in case.get("waivers", ())]
        found = Waivers(entries, TODAY).apply(checks.run(subject, profile), subject)
    return [f for f in found if f.rule == code]


def subject_of(case: dict[str, Any]) -> Subject:
    """Make the creative of a case."""
    features = _features(case)
    return Subject(
        path=case.get("path", "creative.png"),
        features=features,
        campaign="spring" if "path" in case else "",
        channel=case.get("channel"),
        medium=case.get("medium", "flyer" if "text" in case else "other"),
        language=case.get("language") or features.language,
        expected=_expected(case.get("expected", {})),
    )


def _expected(section: dict[str, Any]) -> tuple[Expected, ...]:
    document = parse(json.dumps({"expected": section}), "campaign.yml")
    campaign = resolve(document, read_value)
    return tuple(replace(one, origin=f"campaign.yml {one.origin}") for one in campaign.expected)


def _features(case: dict[str, Any]) -> Features:
    data = deepcopy(case.get("features", {}))
    if "pages" in case:
        data["pages"] = [
            {"number": number, "palette": [_swatch(*row) for row in page]}
            for number, page in enumerate(case["pages"], start=1)
        ]
    if "picture" in case:
        data["pages"] = [_picture(case["picture"])]
    if "look" in case:
        data["pages"] = [{"look": _look(case["look"])}]
    if "text" in case:
        language = case.get("language", "it")
        words = list(re.finditer(r"[^\W\d_]+", case["text"]))
        lemmas = [
            {"page": 1, "span": list(m.span()), "lemma": lemma(m.group(), language)} for m in words
        ]
        data.setdefault("pages", [{"width_px": 0, "height_px": 0}])[0]["text"] = case["text"]
        data.setdefault("voices", [{"language": language, "words": len(words), "lemmas": lemmas}])
    if "voices" in case:
        data["voices"] = [_voice(voice) for voice in case["voices"]]
    for fact in data.get("facts", ()):
        start = case.get("text", "").find(fact["raw"])
        if start >= 0:
            fact["span"] = [start, start + len(fact["raw"])]
    data.setdefault("page_count", len(data.get("pages", [{}])))
    return _adapter().validate_python(_filled(Features, data))


def _swatch(code: str, share: float, kind: str) -> dict[str, Any]:
    return {"hex": code, "share": share, "photo": kind == "photo", "exact": kind == "exact"}


def _picture(colours: list[str]) -> dict[str, Any]:
    """Make a page of level bands; its hash is that of every other such page."""
    bands = [oklab_of_rgb(rgb_of_hex(colour)).tolist() for colour in colours]
    cells = [bands[row * len(bands) // GRID] for row in range(GRID) for _ in range(GRID)]
    look = [0.0] * LENGTH
    look[LAYOUT["layout"]] = [value for cell in cells for value in cell]
    return {"phash": "c3c3c3c3c3c3c3c3", "look": look, "traits": {"contrast": 0.2}}


def _look(traits: dict[str, float]) -> list[float]:
    """Make the look of a page that is usual in all but the traits that are said."""
    look = shipped_cohort().centre.tolist()
    first = LAYOUT["traits"].start
    for name, value in traits.items():
        look[first + TRAITS.index(name)] = value
    return look


def _voice(voice: dict[str, Any]) -> dict[str, Any]:
    plain = dict(voice)
    plain["address_counts"] = plain.pop("counts", {})
    plain["traits"] = {
        name: Measured(*map(float, value)) for name, value in plain.pop("traits", {}).items()
    }
    return plain


def _distance(given: dict[str, Any]) -> Distance:
    return Distance(**{**given, "parts": tuple(given.get("parts", {}).items())})


def _read(given: dict[str, Any]) -> list[Finding]:
    from brandguard.readers import read
    from brandguard.readers.guard import read_bytes

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, given["name"])
        data = bytes.fromhex(given["hex"]) if "hex" in given else given.get("text", "").encode()
        kind = given.get("kind", "file")
        if kind == "link":
            path.symlink_to(Path(folder))
        elif kind == "file":
            path.write_bytes(data)
        try:
            creative = read(read_bytes(str(path)), path.name)
            notes = [*creative.notes, *(() for page in creative.pages if page is None)]
        except UnreadableCreativeError as error:
            return list(judging.unreadable(path.name, error.note).findings)
    return [Finding(note.code, "note", dict(note.facts)) for note in notes]


@cache
def _adapter() -> Any:  # noqa: ANN401  pydantic's adapter of Features
    from pydantic import TypeAdapter

    return TypeAdapter(Features)


def _filled(kind: type, data: dict[str, Any]) -> dict[str, Any]:
    """Fill in, here and in all that lies within, what a case does not say."""
    filled = {**USUAL.get(kind.__name__, {}), **data}
    hints = get_type_hints(kind)
    for field in fields(kind):  # type: ignore[arg-type]  # only dataclasses come here
        inner = next(iter(_dataclasses(hints[field.name])), None)
        value = filled.get(field.name, MISSING)
        if inner is None or value is MISSING or value is None:
            continue
        if isinstance(value, dict) and not _is_table(hints[field.name]):
            filled[field.name] = _filled(inner, value)
        elif isinstance(value, list):
            filled[field.name] = [_filled(inner, v) if isinstance(v, dict) else v for v in value]
    return filled


def _is_table(hint: Any) -> bool:  # noqa: ANN401  any annotation
    return getattr(hint, "__origin__", None) is dict


def _dataclasses(hint: Any) -> Iterator[type]:  # noqa: ANN401  as above
    if isinstance(hint, type) and is_dataclass(hint):
        yield hint
    for inner in get_args(hint):
        yield from _dataclasses(inner)
