"""What was measured on a creative. None always means «could not be measured», never zero.

Features depend on the file alone (and the measuring version), never on a profile: they are what the
cache keeps, what a worker sends back, and what judging reads.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from brandguard.model.codes import Code
from brandguard.model.creative import (
    Box,
    Link,
    Note,
    Production,
    Source,
    Span,
    TextRun,
    VectorFill,
)
from brandguard.model.facts import Fact
from brandguard.model.logo import LogoSighting
from brandguard.model.mask import Mask

MEASURE_VERSION = 6
"""Raised whenever any measure gives another figure for the same bytes: old cache rows then miss."""


@dataclass(frozen=True, slots=True)
class Swatch:
    """One colour of a palette and where it lies."""

    hex: str
    """#RRGGBB, sRGB, upper case."""
    share: float
    """0–1 of the page's area."""
    photo: bool = False
    """Whether it lies mostly in photographs, where brand colours are not to be expected."""
    box: Box | None = None
    """Around the largest coherent area of this colour."""
    exact: bool = False
    """Named by the file itself (vector fill or text), not estimated from pixels."""
    mask: Mask | None = None
    """Everywhere it lies, coarsely; None for a photograph's colours, which lie everywhere."""
    flat: float = 1.0
    """Part of it, 0–1, that lies in planes and not at edges: thin type and halos have little."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Two drawn colours of a palette that touch each other."""

    first: str
    second: str
    """#RRGGBB of both, in the order of the palette."""
    length: float
    """Of their common border; 1 is as long as the page's mean side."""
    box: Box
    """Around their common border."""
    mask: Mask


@dataclass(frozen=True, slots=True)
class TextContrast:
    """A block of text, some lines alike, against what lies behind it (WCAG 2.2)."""

    box: Box
    span: Span
    colour: str
    """Of the letters, #RRGGBB."""
    ground: str
    """What lies behind; on a picture or gradient that part of it which is read worst."""
    ratio: float
    """1–21."""
    plain: bool
    """Whether the ground is one colour."""
    large: bool
    """18 pt or more, or 14 pt bold; True also where the size is not known: the lenient side."""
    size_pt: float | None = None
    letters: int = 0
    """Letters and digits of the block."""
    source: Source = "live"


@dataclass(frozen=True, slots=True)
class PictureTraits:
    """How a page looks as a picture. All fields are 0–1 unless they say otherwise."""

    flat: float
    """Share of pixels without local contrast."""
    photo: float
    """How photographic rather than graphic the page is."""
    lightness: float
    """Mean OKLab L."""
    contrast: float
    """Standard deviation of OKLab L."""
    chroma: float
    """Mean OKLab chroma (0–0.33 in sRGB)."""
    warmth: float
    """Mean OKLab b minus the neutral axis, −0.3–0.2: blue below zero, yellow above."""
    colours: float
    """Effective number of colours: exp of the entropy of the 5-bit histogram."""
    busyness: float
    """Share of edge pixels."""
    aspect: float
    """Width / height."""


@dataclass(frozen=True, slots=True)
class Typeface:
    """One family in one weight and slope, as a page uses it."""

    family: str
    """As people name it: «Open Sans», without subset prefix, weight or slope."""
    weight: int | None = None
    """100–900 as in CSS; None where the file does not say."""
    italic: bool = False
    letters: int = 0
    """Letters and digits that are set in it."""
    least_pt: float | None = None
    most_pt: float | None = None
    embedded: bool | None = None
    """None where the format has no such thing."""


@dataclass(frozen=True, slots=True)
class PageFeatures:
    """One page, measured."""

    number: int
    width_px: int
    height_px: int
    width_mm: float | None = None
    height_mm: float | None = None
    palette: tuple[Swatch, ...] | None = None
    """Largest share first; None where the page has no picture."""
    traits: PictureTraits | None = None
    look: tuple[float, ...] | None = None
    """The look descriptor (measures.look), fixed length."""
    phash: str | None = None
    """64-bit perceptual hash, 16 hexadecimal digits."""
    logos: tuple[LogoSighting, ...] | None = None
    """The brand's logos that were seen; None where none was looked for."""
    text: str = ""
    runs: tuple[TextRun, ...] = ()
    fills: tuple[VectorFill, ...] = ()
    codes: tuple[Code, ...] | None = None
    """QR and bar codes; None where the page has no picture."""
    text_likely: bool = False
    """Whether the file names no text and the pixels look as if they held some."""
    thumbnail: str | None = None
    """JPEG of at most 20 kB, base64; long side at most 360 px."""
    contrasts: tuple[TextContrast, ...] = ()
    """Each block of text that could be measured, in reading order."""
    shades: tuple[tuple[str, float], ...] = ()
    """The commonest shades, #RRGGBB and share, largest first (measures.shades); finer than
    swatches, photographs included."""
    neighbours: tuple[Neighbours, ...] = ()
    """Drawn colours that touch, longest common border first."""
    typefaces: tuple[Typeface, ...] | None = None
    """Most letters first; None where the file names no fonts."""
    production: Production | None = None
    """How it is made for print; None where the format has nothing to say of it."""
    links: tuple[Link, ...] = ()
    """Where a click leads."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A trait of a voice with its uncertainty (95 % interval; see measures.voice)."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place in the text that made a count, so that a finding can point at it."""

    kind: str
    """informal, plural, formal, imperative, we, anglicism, superlative, exclamation, …"""
    page: int
    span: Span


@dataclass(frozen=True, slots=True)
class Word:
    """One word of the text for term rules: its place and its lemma (lower case)."""

    page: int
    span: Span
    lemma: str


Address = Literal["informal", "plural", "formal", "mixed", "none"]


@dataclass(frozen=True, slots=True)
class VoiceTraits:
    """How the text of a creative sounds, in one language."""

    language: str
    words: int
    sentences: int
    address: Address
    address_counts: dict[str, int]
    """informal, plural, formal: how many places speak so."""
    imperatives: int
    we: int
    traits: dict[str, Measured | None]
    """By name (measures.voice.TRAITS); None where the text is too short or there is no model."""
    evidence: tuple[Evidence, ...] = ()
    lemmas: tuple[Word, ...] = ()
    style: dict[str, float] = field(default_factory=dict)
    """The masked style profile (measures.style): counts by feature name, bounded in number."""
    truncated: bool = False
    """Whether the text was longer than what is read (measures.voice.MAX_WORDS)."""


@dataclass(frozen=True, slots=True)
class Call:
    """A call to action: a short sentence or line that asks the reader to do something."""

    text: str
    page: int
    span: Span


@dataclass(frozen=True, slots=True)
class Lead:
    """What a creative says first and what it asks for (measures.lead)."""

    headline: str
    page: int
    span: Span
    calls: tuple[Call, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """Whether one thing could be measured, and if not why (a message code with its facts)."""

    what: str
    """palette, picture, text, voice, logo, typography, message, production."""
    measured: bool
    reason: Note | None = None


@dataclass(frozen=True, slots=True)
class Features:
    """Everything measured on one creative."""

    sha256: str
    format: str
    bytes: int
    pages: tuple[PageFeatures, ...]
    page_count: int
    """Pages of the file; `pages` may hold fewer where a limit was reached."""
    colour_space: str | None = None
    output_intent: str | None = None
    """The printing condition that the file was made for."""
    voices: tuple[VoiceTraits, ...] = ()
    """One for each language that the text is in, most words first."""
    facts: tuple[Fact, ...] | None = None
    """Prices, dates, links… that the text states, in reading order; None where it has no text."""
    lead: Lead | None = None
    """Headline and calls to action; None where there is no text or no voice was asked for."""
    coverage: tuple[Coverage, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def language(self) -> str | None:
        """The language of most of the text, None without text."""
        return self.voices[0].language if self.voices else None

    @property
    def read_by_ocr(self) -> bool:
        """Whether any of the text was recognised in pixels."""
        return any(run.source == "ocr" for page in self.pages for run in page.runs)

    @property
    def text_source(self) -> Source | None:
        """Where the text comes from: live or ocr; None without text."""
        for page in self.pages:
            for run in page.runs:
                return run.source
        return "live" if any(page.text for page in self.pages) else None
