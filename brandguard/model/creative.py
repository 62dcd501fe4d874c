"""What a reader makes of a file: a creative with its pages, texts and pictures.

A creative lives inside one worker and is never sent anywhere: it may hold pixels. What travels are
the features that are measured on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import numpy as np  # noqa: TC004  pydantic never sees a page, and help must not load NumPy
    from numpy.typing import NDArray  # noqa: TC004  as above

Channel = Literal["online", "offline"]
CHANNELS: tuple[Channel, ...] = ("online", "offline")

Medium = Literal[
    "social", "banner", "web", "email", "search-ad", "sms", "video",
    "flyer", "poster", "billboard", "brochure", "press-ad", "press-release", "direct-mail",
    "business-card", "stand", "catalogue", "radio", "tv", "other",
]  # fmt: skip
ONLINE_MEDIA: tuple[Medium, ...] = (
    "social", "banner", "web", "email", "search-ad", "sms", "video",
)  # fmt: skip
OFFLINE_MEDIA: tuple[Medium, ...] = (
    "flyer", "poster", "billboard", "brochure", "press-ad", "press-release", "direct-mail",
    "business-card", "stand", "catalogue", "radio", "tv",
)  # fmt: skip


def channel_of(medium: str | None) -> Channel | None:
    """Give the channel that a medium is part of; None for other and for none."""
    if medium in ONLINE_MEDIA:
        return "online"
    return "offline" if medium in OFFLINE_MEDIA else None


Source = Literal["live", "ocr", "pixels", "vector"]

Box = tuple[float, float, float, float]
"""Left, top, right, bottom as fractions of the page, 0–1, origin at the top left."""

Span = tuple[int, int]
"""Start and end of a stretch of a page's text, in characters, end exclusive."""


@dataclass(frozen=True, slots=True)
class TextRun:
    """A stretch of a page's text in one font, size and colour. `span` indexes the page's text."""

    span: Span
    box: Box | None = None
    font: str | None = None
    size_pt: float | None = None
    colour: str | None = None
    """Fill colour as #RRGGBB in sRGB."""
    source: Source = "live"
    confidence: float | None = None
    """How sure the recogniser is of it, 0–1; None where nothing had to be recognised."""
    weight: int | None = None
    """100–900 as in CSS, where the file says so apart from the font's name."""
    italic: bool | None = None
    """The same of the slope."""
    embedded: bool | None = None
    """Whether the font lies in the file; None where the format has no such thing."""


@dataclass(frozen=True, slots=True)
class VectorFill:
    """A colour that the file itself names: exact, unlike a pixel."""

    hex: str
    box: Box
    kind: Literal["fill", "text", "stroke"] = "fill"
    cmyk: tuple[float, float, float, float] | None = None
    """The build in inks, each 0–1, where the file names one; None for RGB."""
    spot: str | None = None
    """Name of the spot colour, such as «PANTONE 186 C»."""
    area: float | None = None
    """Part of the page, 0–1, that the boxes of this build cover together; inks only."""
    size_pt: float | None = None
    """Size of the smallest text in this build; inks only."""


Point = tuple[float, float]
"""Across and down, in parts of the page; off 0–1 where something sticks out of it."""


@dataclass(frozen=True, slots=True)
class PlacedObject:
    """A picture or a drawing that the file places on a page, with its exact place."""

    kind: Literal["image", "drawing"]
    corners: tuple[Point, Point, Point, Point]
    """Its own top left, top right, bottom right and bottom left; of a drawing, around its ink."""
    width: float
    """Of the object by itself, in its own pixels or units: its proportions when nobody stretches
    it."""
    height: float


PictureSpace = Literal["cmyk", "rgb", "grey", "spot", "mask", "other"]


@dataclass(frozen=True, slots=True)
class PlacedPicture:
    """A picture placed on a page, as the printer gets it."""

    box: Box
    """What is seen of it."""
    width_px: int
    height_px: int
    dpi: float
    """Its pixels an inch at the size it is placed, of the worse of both directions."""
    space: PictureSpace
    """What its pixels are: inks, RGB, one spot ink, or the holes of a stencil («mask»)."""


@dataclass(frozen=True, slots=True)
class Production:
    """How a page is made for print, as the file says it; nothing of it is seen on a screen."""

    pictures: tuple[PlacedPicture, ...] = ()
    """Least dpi first."""
    rgb: tuple[VectorFill, ...] = ()
    """Shapes and letters whose colour the file names in RGB, most area first; white is none."""
    lost: tuple[VectorFill, ...] = ()
    """White shapes and letters that are set to overprint: in print nothing is left of them."""
    bleed_mm: tuple[float, float, float, float] | None = None
    """From the cut to the end of the sheet or of its bleed: left, top, right, bottom of the page
    before it is turned. None where the file does not say where it is cut."""


@dataclass(frozen=True, slots=True)
class Link:
    """An address that opens when a place of the page is clicked."""

    url: str
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """Something the reader must tell the user: a message code (SYS…) and the facts it speaks of."""

    code: str
    facts: dict[str, str | float | int | bool | None] = field(default_factory=dict)
    page: int | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """One page as it is seen: pixels in sRGB on white paper, and the text that the file knows."""

    number: int
    """From 1."""
    width_px: int
    height_px: int
    """Size of the original raster; of the render for a vector page."""
    pixels: NDArray[np.uint8] | None = None
    """Shape (height, width, 3), sRGB; may be smaller than width_px × height_px (decoded at the size
    that measuring needs). None for a page that is text alone."""
    opacity: NDArray[np.uint8] | None = None
    """Shape (height, width): 255 where the picture is opaque; None where it is so everywhere."""
    width_mm: float | None = None
    height_mm: float | None = None
    text: str = ""
    runs: tuple[TextRun, ...] = ()
    fills: tuple[VectorFill, ...] = ()
    placed: tuple[PlacedObject, ...] = ()
    """The pictures and drawings that the file places on the page."""
    vector: bool = False
    """Whether the page was drawn from vectors, so that `fills` names its colours."""
    production: Production | None = None
    """None where the format has nothing to say of print."""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Creative:
    """One thing handed in, read. `pages` is walked once: pixels are made when a page is reached."""

    format: str
    """png, jpeg, webp, gif, bmp, tiff, avif, heic, pdf, svg, html, markdown, text."""
    pages: Iterator[Page]
    page_count: int
    colour_space: str | None = None
    """sRGB, RGB with another ICC profile's name, CMYK, Grey."""
    output_intent: str | None = None
    """The printing condition that the file was made for, such as «FOGRA39»."""
    notes: tuple[Note, ...] = ()
    """What was found while reading: a wrong suffix, CMYK without a profile, an outside link."""
