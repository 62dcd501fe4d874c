"""What the readers of Office, OpenDocument and e-mail build: pages of text, and pictures within."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from brandguard.model.creative import Box, Creative, Link, Note, Page, TextRun, VectorFill
from brandguard.model.errors import UnreadableCreativeError
from brandguard.readers import codes, raster
from brandguard.readers.fills import WHOLE_PAGE, FillCollector
from brandguard.readers.textflow import Flow, Look

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from brandguard.readers.limits import Limits

MOST_PICTURES: Final = 5
"""Embedded pictures that become pages, the largest first."""
MOST_LINKS: Final = 500
LEAST_SHARE: Final = 0.2
"""Part of its page that an embedded picture covers at least to be looked at by itself: a small one
is a logo or an icon, and as a page of its own it would be measured as something that it is not."""
_LONGEST_LINK: Final = 2_000
_WEB: Final = re.compile(r"(?:https?://|mailto:|tel:|sms:|whatsapp:)", re.IGNORECASE)
Facts = dict[str, str | float | int | bool | None]
_MAGIC: Final = (
    (b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpeg"), (b"GIF8", "gif"),
    (b"II*\0", "tiff"), (b"MM\0*", "tiff"), (b"BM", "bmp"),
)  # fmt: skip


@dataclass(slots=True)
class Draft:
    """One page as it grows."""

    width_mm: float | None = None
    height_mm: float | None = None
    blocks: list[tuple[Flow, Box | None]] = field(default_factory=list)
    fills: FillCollector = field(default_factory=FillCollector)
    named: tuple[VectorFill, ...] = ()
    """Colours in a space of their own, which the collector does not know."""
    links: list[Link] = field(default_factory=list)
    pictures: list[tuple[float, str]] = field(default_factory=list)
    """Share of the page and name of each embedded picture that it shows."""

    def block(self, box: Box | None = None) -> Flow:
        """Begin a piece of text that has a place of its own."""
        flow = Flow()
        self.blocks.append((flow, box))
        return flow

    def words(self, flow: Flow, words: str, look: Look, box: Box | None = None) -> None:
        """Add words to a piece of text, and their colour to the page's."""
        flow.add(words, look)
        if look[2] and words.strip():
            self.fills.add(look[2], box or WHOLE_PAGE, "text")

    def picture(self, name: str, width: float, height: float) -> None:
        """Take note of an embedded picture shown at so many parts of the page's width × height."""
        share = min(1.0, width) * min(1.0, height)
        if share >= LEAST_SHARE:
            self.pictures.append((share, name))

    def link(self, address: str, box: Box | None = None) -> None:
        """Take note of an address that opens on a click; places within the file are none."""
        if _WEB.match(address):
            self.links.append(Link(address[:_LONGEST_LINK], box))

    def page(self, number: int) -> Page:
        """Give the page as it is now."""
        parts: list[str] = []
        runs: list[TextRun] = []
        length = 0
        for flow, box in self.blocks:
            text, own = flow.finish()
            if not text:
                continue
            start = length + 1 if parts else 0
            if box is not None and not own:
                own = (TextRun((0, len(text))),)
            runs += [
                replace(run, span=(run.span[0] + start, run.span[1] + start), box=box)
                for run in own
            ]
            parts.append(text)
            length = start + len(text)
        return Page(
            number=number,
            width_px=0,
            height_px=0,
            width_mm=self.width_mm,
            height_mm=self.height_mm,
            text="\n".join(parts),
            runs=tuple(runs),
            fills=(*self.fills.fills(), *self.named),
            links=tuple(dict.fromkeys(self.links))[:MOST_LINKS],
        )


def box_of(
    left: float, top: float, width: float, height: float, page: tuple[float, float]
) -> Box | None:
    """Give a place in parts of a page, cut at its edges; None for what lies off it."""
    if not (page[0] > 0 and page[1] > 0 and all(map(math.isfinite, (left, top, width, height)))):
        return None
    edges = (
        left / page[0], top / page[1], (left + width) / page[0], (top + height) / page[1],
    )  # fmt: skip
    one, two, three, four = (min(1.0, max(0.0, edge)) for edge in edges)
    return (one, two, three, four) if one < three and two < four else None


def creative_of(
    format_: str,
    drafts: Sequence[Draft],
    load: Callable[[str], bytes],
    limits: Limits,
    notes: tuple[Note, ...] = (),
) -> Creative:
    """Make a creative of pages that were not drawn, and of the largest pictures that they show."""
    pages = [draft.page(number) for number, draft in enumerate(drafts[: limits.max_pages], 1)]
    wanted = sorted((p for draft in drafts for p in draft.pictures), key=lambda p: (-p[0], p[1]))
    names = list(dict.fromkeys(name for _, name in wanted))
    pictures = picture_pages((load(name) for name in names), len(pages) + 1, limits)
    facts: Facts = {"format": format_}
    if pictures:
        facts["pictures"] = len(pictures)
    notes = (*notes, *left_out("pages", len(drafts), limits), Note(codes.NOT_RENDERED, facts))
    return Creative(format_, iter([*pages, *pictures]), len(pages) + len(pictures), notes=notes)


def left_out(what: str, number: int, limits: Limits) -> tuple[Note, ...]:
    """Say so where there are more pages than are read."""
    if number <= limits.max_pages:
        return ()
    facts: Facts = {"what": what, "pages": number, "read": limits.max_pages}
    return (Note(codes.PAGES_LEFT_OUT, facts),)


def outside_note(addresses: Sequence[str]) -> tuple[Note, ...]:
    """Say so where parts lie outside the file; they are never fetched."""
    if not addresses:
        return ()
    return (Note(codes.OUTSIDE_REMOVED, {"count": len(addresses), "first": addresses[0][:200]}),)


def picture_pages(files: Iterable[bytes], first: int, limits: Limits) -> list[Page]:
    """Decode embedded pictures as pages numbered from `first`; what cannot be decoded is left out.

    A document with one broken picture is still a document, and its text is judged.
    """
    pages: list[Page] = []
    for data in files:
        format_ = picture_format(data)
        if format_ is None:
            continue
        try:
            page = next(iter(raster.read(data, format_, limits).pages))
        except (UnreadableCreativeError, OSError, ValueError, SyntaxError, EOFError, KeyError):
            continue
        pages.append(replace(page, number=first + len(pages), width_mm=None, height_mm=None))
        if len(pages) == MOST_PICTURES:
            break
    return pages


def picture_format(data: bytes) -> str | None:
    """Name the format of an embedded picture by its first bytes; None for drawings (EMF, SVG)."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    return next((format_ for magic, format_ in _MAGIC if data.startswith(magic)), None)
