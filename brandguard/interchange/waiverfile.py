"""brandguard-waivers.yml: who accepted which finding, why and until when."""

from __future__ import annotations

import datetime as dt  # noqa: TC003  pydantic reads the annotations
from io import StringIO
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field, model_validator
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from brandguard.interchange.brandyml import read_document
from brandguard.interchange.schema_base import Ours
from brandguard.interchange.validation import validate
from brandguard.interchange.yamlfile import Document
from brandguard.model.errors import ProfileError
from brandguard.model.said import Said
from brandguard.model.waiver import Waiver

if TYPE_CHECKING:
    from pathlib import Path

NAME = "brandguard-waivers.yml"
LIST = "waivers"

Part = Annotated[float, Field(ge=0, le=1)]
SCOPES = ("fingerprint", "rule", "creative", "campaign", "region")


class WaiverEntry(Ours):
    """One entry of the file."""

    reason: Annotated[str, Field(min_length=1)]
    fingerprint: Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")] | None = None
    rule: Annotated[str, Field(pattern=r"^[A-Z]{3}\d{3}$")] | None = None
    creative: Annotated[str, Field(min_length=1)] | None = None
    campaign: Annotated[str, Field(min_length=1)] | None = None
    page: Annotated[int, Field(ge=1)] | None = None
    region: tuple[Part, Part, Part, Part] | None = None
    by: str | None = None
    on: dt.date | None = None
    until: dt.date | None = None

    @model_validator(mode="after")
    def _says_what(self) -> WaiverEntry:
        if all(getattr(self, name) is None for name in SCOPES):
            raise ValueError(Said("must name what is accepted: {scopes}", scopes=", ".join(SCOPES)))
        if self.region is not None and self.creative is None:
            raise ValueError(Said("a region needs the creative that it lies in"))
        if self.region and not (
            self.region[0] < self.region[2] and self.region[1] < self.region[3]
        ):
            raise ValueError(Said("the region must be [left, top, right, bottom], 0–1"))
        return self


class WaiverFile(Ours):
    """The whole file."""

    waivers: list[WaiverEntry] = Field(default_factory=list)


def waivers_beside(profile: Path) -> Path:
    """Give the path of the waiver file that belongs to a profile, whether it is there or not."""
    return profile.parent / NAME


def load_waivers(path: Path) -> tuple[Waiver, ...]:
    """Read a waiver file; none where there is no file. Raises ProfileError with every problem."""
    if not path.exists():
        return ()
    document = read_document(path)
    file, problems = validate(WaiverFile, document.plain(), document)
    if problems:
        raise ProfileError(str(path), tuple(sorted(problems, key=lambda p: p.line or 0)))
    return tuple(Waiver(**entry.model_dump()) for entry in file.waivers)


def with_waiver(path: Path, waiver: Waiver) -> str:
    """Give the file's text with one more waiver, comments kept; raises ProfileError."""
    load_waivers(path)
    document = read_document(path) if path.exists() else _new(path)
    entries = document.tree.setdefault(LIST, CommentedSeq())
    if entries is None:
        entries = document.tree[LIST] = CommentedSeq()
    entries.append(CommentedMap(_entry(waiver)))
    return _text(document)


def without_waivers(path: Path, places: set[int]) -> str:
    """Give the file's text without the waivers at these places of the list (from 0)."""
    document = read_document(path)
    entries = document.tree[LIST]
    for place in sorted(places, reverse=True):
        del entries[place]
    return _text(document)


def _new(path: Path) -> Document:
    tree = CommentedMap()
    tree.yaml_set_start_comment(
        "Findings that were accepted. Each needs a reason; «until» ends it."
    )
    return Document(str(path), tree)


def _entry(waiver: Waiver) -> dict[str, Any]:
    names = ("fingerprint", "rule", "creative", "campaign", "page", "region")
    out = {name: getattr(waiver, name) for name in (*names, "reason", "by", "on", "until")}
    if waiver.region is not None:
        out["region"] = CommentedSeq(waiver.region)
        out["region"].fa.set_flow_style()
    return {name: value for name, value in out.items() if value is not None}


def _text(document: Document) -> str:
    yaml, out = YAML(), StringIO()
    yaml.width = 100
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.dump(document.tree, out)
    return out.getvalue()
