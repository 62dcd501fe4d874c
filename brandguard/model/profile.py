"""The brand's rules as the checks read them: resolved, complete, without a trace of YAML."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from brandguard.model.creative import Medium
from brandguard.model.features import Address
from brandguard.model.logo import BrandLogo, LogoDuty
from brandguard.model.production import ProductionRules
from brandguard.model.report import Dimension, Severity
from brandguard.model.typography import TypographyRules

Range = tuple[float, float]
Origin = Literal["written", "learned"]

DEFAULT_TOLERANCE = 5.0
"""ΔE00: a difference that is plainly seen side by side; judgement: over 3 visible, 5 a common brand
tolerance for colours that a file names."""

DEFAULT_WEIGHTS: Mapping[Dimension, float] = MappingProxyType({
    "colour": 0.30, "logo": 0.15, "typography": 0.10, "imagery": 0.15,
    "voice": 0.15, "message": 0.10, "production": 0.05,
})  # fmt: skip
"""How much each dimension counts. Only those that could be measured enter the mean."""

DEFAULT_FALSE_ALARMS = 0.05
"""Share of on-brand creatives that may get a warning."""

PictureTrait = Literal[
    "flat", "photo", "lightness", "contrast", "chroma", "warmth", "colours", "busyness", "aspect"
]
"""The names that `imagery.traits` may range over: the fields of PictureTraits."""

VoiceTrait = Literal[
    "words_per_sentence", "letters_per_word", "readability", "gulpease", "szigriszt",
    "fernandez_huerta", "flesch", "rarity", "anglicisms", "superlatives", "intensifiers", "hedges",
    "exclamations", "questions", "capitals", "hashtags", "emoji", "contractions", "passive",
    "imperative_rate", "informal_rate", "plural_rate", "formal_rate", "we_rate",
]  # fmt: skip
"""The names that `voice.traits` may range over: those that voices are measured by."""


Inks = tuple[float, float, float, float]
"""Cyan, magenta, yellow, black, each 0–1."""


@dataclass(frozen=True, slots=True)
class BrandColour:
    """A colour of the brand with what the profile says of it."""

    name: str
    hex: str
    tolerance: float = DEFAULT_TOLERANCE
    """CIEDE2000 up to which a colour counts as this one."""
    share: Range | None = None
    """Least and most of the page's area, 0–1."""
    core: bool = False
    """Whether every creative must show it."""
    origin: Origin = "written"
    key: str = ""
    """Where it stands in the file: color.palette.signal-red."""
    cmyk: Inks | None = None
    """How it is built in print."""
    spot: str | None = None
    """The spot ink that prints it."""


@dataclass(frozen=True, slots=True)
class ForbiddenColour:
    """A colour that must not be used."""

    hex: str
    tolerance: float = DEFAULT_TOLERANCE
    name: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class ForbiddenPair:
    """Two colours that must not meet: text on a ground, or planes that touch."""

    first: str
    second: str
    """#RRGGBB of both."""
    names: tuple[str, str]
    tolerance: float = DEFAULT_TOLERANCE
    reason: str | None = None
    key: str = ""


@dataclass(frozen=True, slots=True)
class ContrastLimits:
    """The least contrast of text with its ground, as WCAG 2.2 counts it."""

    text: float = 4.5
    large: float = 3.0


@dataclass(frozen=True, slots=True)
class BlackRule:
    """How black is built for print."""

    rich: Inks | None = None
    """Of large areas."""
    text: Inks | None = None
    """Of small text."""
    max_ink: float | None = None
    """Most ink in one place, in per cent of one full ink: 300."""


@dataclass(frozen=True, slots=True)
class BannedTerm:
    """A term that must not be used; `instead` is what to write."""

    term: str
    """Literal words, matched by lemma; «regex:…» for a pattern."""
    language: str | None = None
    instead: str | None = None
    key: str = ""


@dataclass(frozen=True, slots=True)
class PreferredTerm:
    """The one way to say a thing, and the ways not to."""

    use: str
    avoid: tuple[str, ...]
    language: str | None = None
    key: str = ""


@dataclass(frozen=True, slots=True)
class RequiredText:
    """Text that every creative of these media must carry: a legal line, a claim, a hashtag."""

    text: str
    language: str | None = None
    media: tuple[Medium, ...] = ()
    """Empty for all."""
    channel: Literal["online", "offline"] | None = None
    key: str = ""


@dataclass(frozen=True, slots=True)
class Formats:
    """How figures are written in one language, each as an example: «19,90 €», «20 %»."""

    price: str | None = None
    percent: str | None = None


@dataclass(frozen=True, slots=True)
class Wording:
    """The brand's words: banned, preferred, names and required texts."""

    banned: tuple[BannedTerm, ...] = ()
    preferred: tuple[PreferredTerm, ...] = ()
    names: tuple[str, ...] = ()
    """Brand and product names exactly as they are written; immune to every other rule."""
    required: tuple[RequiredText, ...] = ()
    formats: Mapping[str, Formats] = field(default_factory=dict)
    """By language."""


@dataclass(frozen=True, slots=True)
class MessageRules:
    """What the message must say: the claim by language, and the facts that are the brand's own."""

    claims: Mapping[str, str] = field(default_factory=dict)
    """By language, exactly as the claim is written."""
    facts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By kind (phone, email, url, handle, hashtag, code): the values that may be printed; of links
    the hosts."""

    def __bool__(self) -> bool:
        return bool(self.claims or self.facts)


@dataclass(frozen=True, slots=True)
class Learned:
    """That part of the profile was learned, and from how much."""

    file: str
    """The name of the .learned file beside the profile."""
    sha256: str
    pictures: int = 0
    """Approved creatives with a picture."""
    texts: Mapping[str, int] = field(default_factory=dict)
    """Approved texts by language."""
    look_limit: float = 1.0
    """Distance of the look at which warnings begin: 1 as it was learned, more is more lenient."""
    voice_limits: Mapping[str, float] = field(default_factory=dict)
    """The same of the voice, by language; 1 where a language is not named."""


@dataclass(frozen=True, slots=True)
class Profile:
    """The brand's rules."""

    name: str
    path: str | None = None
    sha256: str | None = None
    languages: tuple[str, ...] = ()
    """Languages that the brand speaks, the main one first; empty = any."""
    region: str | None = None
    """ISO 3166 country: for phone numbers, and whether «ustedes» is formal (ES) or plural."""
    colours: tuple[BrandColour, ...] = ()
    any_core_colour: bool = False
    """Whether one of the core colours is enough."""
    forbidden_colours: tuple[ForbiddenColour, ...] = ()
    forbidden_pairs: tuple[ForbiddenPair, ...] = ()
    contrast: ContrastLimits | None = None
    black: BlackRule | None = None
    tints: bool = True
    """Whether lighter steps of a brand colour, as on white paper, count as that colour."""
    colour_room: Mapping[str, float] = field(default_factory=dict)
    """By rule (COL001, COL002): the part of the area that its findings may cover together and still
    be notes. Learned: how far a strict palette has been kept."""
    logos: tuple[BrandLogo, ...] = ()
    """In the order of the file; legacy ones too."""
    logo_duty: LogoDuty | None = None
    """Where one of the logos must be; None where it is left free."""
    typography: TypographyRules | None = None
    production: ProductionRules | None = None
    picture_ranges: Mapping[str, Range] = field(default_factory=dict)
    address: Mapping[str, Address] = field(default_factory=dict)
    """The wanted address by language."""
    voice_ranges: Mapping[str, Mapping[str, Range]] = field(default_factory=dict)
    """By language, then trait."""
    wording: Wording = field(default_factory=Wording)
    message: MessageRules = MessageRules()
    rules: Mapping[str, Severity] = field(default_factory=dict)
    """Severities that the profile sets by rule code."""
    weights: Mapping[Dimension, float] = field(default_factory=lambda: dict(DEFAULT_WEIGHTS))
    false_alarms: float = DEFAULT_FALSE_ALARMS
    learned: Learned | None = None
    print_icc: str | None = None
    """The colour profile of the press (ICC file), absolute; None for the table that is shipped."""
