"""Zip-based formats through one door: Office, OpenDocument, InDesign's IDML.

Nothing is ever unpacked to the disk and no name is used as a path; an archive within is bytes like
any other. Requirement H6 of the robustness notes: declared sizes are looked at before anything is
inflated, and zipfile inflates no more than was declared.
"""

from __future__ import annotations

import io
import math
import zipfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from brandguard.model.creative import Note
from brandguard.model.errors import UnreadableCreativeError
from brandguard.readers import codes
from brandguard.readers.limits import MIB
from brandguard.readers.refusal import damaged, too_large

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element


MOST_ENTRIES: Final = 10_000
MOST_INFLATED: Final = 512 * MIB
"""Of all entries together, as they are declared (H6)."""
MOST_RATIO: Final = 200
"""Inflated to packed, over everything; a real document's XML has 5 to 30…"""
RATIO_FROM: Final = 10 * MIB
"""…and below this size a high ratio harms nobody."""
MOST_NODES: Final = 1_000_000
"""Elements of one XML part; 600 pages of running text have some 400,000."""
MOST_DEPTH: Final = 256
_ENTRY = b"PK\x01\x02"
_END = b"PK\x05\x06"
_ENCRYPTED = 0x1
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})


@dataclass(slots=True)
class Package:
    """An archive whose sizes were found sane; gives its parts by name."""

    format: str
    _archive: zipfile.ZipFile
    _left: int = MOST_INFLATED
    names: frozenset[str] = field(default_factory=frozenset)

    def read(self, name: str) -> bytes:
        """Give the bytes of a part. Raises KeyError for a name that the archive does not have."""
        info = self._archive.getinfo(name)
        self._left -= info.file_size  # a part asked for again and again would inflate for ever
        if self._left < 0:
            raise too_large("inflated", MOST_INFLATED - self._left, MOST_INFLATED)
        return self._archive.read(info)

    def tree(self, name: str) -> Element:
        """Parse a part that is XML; see `parse_xml`."""
        return parse_xml(self.read(name), self.format)

    def tree_or_none(self, name: str) -> Element | None:
        """Parse a part that a document may lack."""
        return self.tree(name) if name in self.names else None

    def check_all_xml(self) -> None:
        """Hold every XML part to the limits, for a library that will parse them by itself."""
        for name in sorted(self.names):
            if name.lower().endswith((".xml", ".rels")):
                for element in _bounded(self.read(name), self.format):
                    element.clear()


def open_package(data: bytes, format_: str) -> Package:
    """Look an archive over and open it.

    Raises UnreadableCreativeError: SYS003 for what is no archive, breaks off or overlaps itself,
    SYS005 for a bomb, SYS007 where it is encrypted.
    """
    entries = data.count(_ENTRY)
    if entries > MOST_ENTRIES:  # before Python makes an object of each
        raise too_large("entries", entries, MOST_ENTRIES)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        cause = "damaged" if _END in data else "truncated"
        raise damaged(format_, cause, str(error)) from error
    infos = archive.infolist()
    _check_sizes(infos)
    if any(info.flag_bits & _ENCRYPTED for info in infos):
        raise UnreadableCreativeError(Note(codes.LOCKED, {"format": format_}))
    _check_places(infos, format_)
    names = frozenset(info.filename for info in infos if not info.is_dir())
    return Package(format_, archive, names=names)


def _check_sizes(infos: list[zipfile.ZipInfo]) -> None:
    if len(infos) > MOST_ENTRIES:
        raise too_large("entries", len(infos), MOST_ENTRIES)
    inflated = sum(info.file_size for info in infos)
    packed = sum(info.compress_size for info in infos)
    if inflated > MOST_INFLATED:
        raise too_large("inflated", inflated, MOST_INFLATED)
    for whole, small in [(inflated, packed), *((i.file_size, i.compress_size) for i in infos)]:
        if whole > RATIO_FROM and whole > MOST_RATIO * small:
            raise too_large("inflated", whole, max(RATIO_FROM, MOST_RATIO * small))


def _check_places(infos: list[zipfile.ZipInfo], format_: str) -> None:
    """Refuse entries that share bytes: the trick by which a small archive holds a large one."""
    end = 0
    for info in sorted(infos, key=lambda info: info.header_offset):
        if info.header_offset < end:
            raise damaged(format_, "damaged", f"overlapping entry {info.filename!r}")
        end = info.header_offset + info.compress_size
        if info.compress_type not in _METHODS:
            raise damaged(format_, "damaged", f"compression {info.compress_type}")


def number_in(value: str | None) -> float:
    """Read an attribute that should be a number; 0 where it is missing or none, or has no end."""
    try:
        number = float(value or 0)
    except ValueError:
        return 0.0
    return number if math.isfinite(number) else 0.0


def parse_xml(data: bytes, format_: str) -> Element:
    """Parse XML without entities, with bounded depth and number of elements.

    Raises UnreadableCreativeError: SYS003 for what is not well formed, SYS005 over a limit.
    """
    root: Element | None = None
    for element in _bounded(data, format_):
        root = element
    if root is None:
        raise damaged(format_, "damaged", "an empty part")
    return root


def _bounded(data: bytes, format_: str) -> Iterator[Element]:
    """Give each element as it ends, the root last."""
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import iterparse

    depth = nodes = 0
    try:
        for event, element in iterparse(io.BytesIO(data), events=("start", "end")):
            if event == "end":
                depth -= 1
                yield element
                continue
            depth, nodes = depth + 1, nodes + 1
            if depth > MOST_DEPTH:
                raise too_large("depth", depth, MOST_DEPTH)
            if nodes > MOST_NODES:
                raise too_large("nodes", nodes, MOST_NODES)
    except DefusedXmlException as error:
        raise too_large("entities", data.count(b"<!ENTITY"), 0) from error
    except ParseError as error:
        raise damaged(format_, "damaged", str(error)) from error
