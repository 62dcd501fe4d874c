"""What judging makes of features: rules, findings, verdicts and the report.

A finding is a code plus facts, never prose: words come from assets/messages when it is written.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from brandguard.model.campaign import Expected
from brandguard.model.creative import Box, Channel, Medium, Note, Source, Span
from brandguard.model.facts import Fact, FactKind
from brandguard.model.features import Address, Coverage, Features, PageFeatures, Swatch
from brandguard.model.mask import Mask
from brandguard.model.trend import TrendLine

if TYPE_CHECKING:
    from brandguard.model.coherence import Coherence  # noqa: TC004  only creatives are stored

Dimension = Literal["colour", "logo", "typography", "imagery", "voice", "message", "production"]
DIMENSIONS: tuple[Dimension, ...] = (
    "colour", "logo", "typography", "imagery", "voice", "message", "production",
)  # fmt: skip

Severity = Literal["fail", "warn", "note", "off"]
SEVERITIES: tuple[Severity, ...] = ("fail", "warn", "note", "off")
VerdictName = Literal["pass", "warn", "fail", "not_evaluable"]

FailOn = Literal["fail", "warn", "never"]

FactValue = str | float | int | bool | None
Facts = dict[str, FactValue]


@dataclass(frozen=True, slots=True)
class Subject:
    """One creative to be judged: its features and where it belongs."""

    path: str
    """As it was given; for a folder, the folder joined with the rest."""
    features: Features
    channel: Channel | None = None
    channel_from: str | None = None
    """Message key of how the channel was found: option, campaign file, folder, file name, file;
    None where it is unknown."""
    medium: Medium = "other"
    language: str | None = None
    campaign: str = ""
    campaign_folder: str = ""
    """Where the campaign file lies that says so; empty where it was found from names."""
    expected: tuple[Expected, ...] = ()
    """What its campaign file wants stated."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where on a page a finding lies: nothing for the whole page, a box, or a span of its text."""

    page: int | None = None
    box: Box | None = None
    span: Span | None = None
    source: Source | None = None
    mask: Mask | None = None
    """Where exactly, if a box would say too much; `box` is then around its largest part."""


@dataclass(frozen=True, slots=True)
class Waived:
    """That somebody accepted a finding."""

    reason: str
    by: str | None = None
    on: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is off. `facts` fill the placeholders; `key` says what it is about."""

    rule: str
    severity: Severity
    facts: Facts = field(default_factory=dict)
    key: str = ""
    """What makes it the same finding in the next run: the colour, the term, the trait."""
    place: Place = Place()
    more_places: tuple[Place, ...] = ()
    limit_from: str | None = None
    """Where the limit stands: «profile: color.palette.red», «learned: 14 examples», «built in»."""
    suggestion: bool = False
    """Whether the rule's message has a suggestion for these facts."""
    extent: float = 1.0
    """How much of the creative it concerns, 0–1: scales the points it costs."""
    fingerprint: str = ""
    waived: Waived | None = None


@dataclass(frozen=True, slots=True)
class Distance:
    """How far one dimension lies from the approved examples.

    `value` is 1 where the learned profile begins to warn and `fail_at` (over 1) where it fails;
    None where it only ever warns.
    """

    dimension: Dimension
    value: float
    fail_at: float | None
    parts: tuple[tuple[str, float], ...] = ()
    """Named contributions that add up to `value`, largest first."""
    nearest: str | None = None
    """Path of the nearest approved example."""
    decides: bool = True
    """Whether passing 1 makes a finding; False where another distance decides for both."""
    rule: str | None = None
    """The rule that speaks for it, where that is not its dimension's usual one."""
    facts: Facts = field(default_factory=dict)
    """What its finding says besides the distance."""
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Deduction:
    """Points that one finding costs its dimension."""

    rule: str
    points: float
    fingerprint: str


@dataclass(frozen=True, slots=True)
class DimensionScore:
    """One dimension of one creative."""

    dimension: Dimension
    score: float | None
    """0–100, None where it is not evaluable."""
    verdict: VerdictName
    weight: float
    distance: float | None = None
    deductions: tuple[Deduction, ...] = ()
    reason: Note | None = None
    """Why it is not evaluable."""


@dataclass(frozen=True, slots=True)
class PaletteRow:
    """One colour of a creative against the brand's nearest."""

    swatch: Swatch
    page: int
    nearest: str | None = None
    nearest_hex: str | None = None
    delta_e: float | None = None


@dataclass(frozen=True, slots=True)
class Addressed:
    """How one creative plainly addresses its reader in one language."""

    language: str
    address: Address
    count: int
    """Signs of it in the text."""
    place: Place
    """Of its first sign."""
    raw: str
    sentence: str
    """The sentence or line of the first sign, shortened, for people."""


@dataclass(frozen=True, slots=True)
class CreativeReport:
    """One creative, judged; or one that could not be read, with `error` filled."""

    path: str
    sha256: str | None
    channel: Channel | None
    channel_from: str | None
    medium: Medium
    language: str | None
    campaign: str
    pages: int
    score: float | None
    verdict: VerdictName
    error: Note | None = None
    dimensions: tuple[DimensionScore, ...] = ()
    cap: float | None = None
    coverage: tuple[Coverage, ...] = ()
    palette: tuple[PaletteRow, ...] = ()
    findings: tuple[Finding, ...] = ()
    distances: tuple[Distance, ...] = ()
    facts: tuple[Fact, ...] = ()
    """What it states, the brand's claim among it; compared within its campaign."""
    addressed: tuple[Addressed, ...] = ()
    """How it addresses its reader, one a language; compared within its campaign."""
    campaign_folder: str = ""
    """Where the campaign file lies that names its campaign; empty where none does."""
    page_views: tuple[PageFeatures, ...] = ()
    """Thumbnails, texts and sizes of the pages, for reports that show the creative."""


@dataclass(frozen=True, slots=True)
class Side:
    """One creative's word in a conflict."""

    path: str
    channel: Channel | None
    value: str
    """Written in one way, so that the same value is the same in every language."""
    place: Place = Place()
    raw: str = ""
    """As it stands in the creative."""
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Creatives of one campaign that say different things of the same; two sides or more."""

    rule: str
    fact: FactKind | None
    """None for a conflict that is not about a fact."""
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class CampaignReport:
    """The creatives of one campaign together."""

    name: str
    score: float | None
    verdict: VerdictName
    creatives: int
    findings: tuple[Finding, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    folder: str = ""
    """Where it lies, so that two campaigns of one name can be told apart."""
    coherence: Coherence | None = None
    """None where it was not asked for or has fewer than two creatives."""


@dataclass(frozen=True, slots=True)
class ProfileRef:
    """Which profile a report was made with."""

    name: str
    path: str | None
    sha256: str | None


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts over all creatives, and the mean of their scores."""

    creatives: int = 0
    passed: int = 0
    warned: int = 0
    failed: int = 0
    not_evaluable: int = 0
    """Without the unreadable."""
    unreadable: int = 0
    score: float | None = None
    waived: int = 0
    """Findings that were accepted."""


@dataclass(frozen=True, slots=True)
class Report:
    """A whole run. `creatives` can be walked again, and may lie on disk: never list() it."""

    version: str
    profile: ProfileRef | None
    summary: Summary
    creatives: Iterable[CreativeReport]
    campaigns: Collection[CampaignReport] = ()
    """As the creatives."""
    brand_palette: tuple[tuple[str, str], ...] = ()
    """Name and hex of the brand's colours, for reports that draw them."""
    approved: Mapping[str, str] = field(default_factory=dict)
    """Thumbnails (JPEG, base64) of the approved creatives, by the path that distances name."""
    stamp: str | None = None
    """ISO date and time, only where it was asked for."""
    trend: tuple[TrendLine, ...] = ()
    """The runs before this one, only where it was asked for: the whole run first, then campaigns
    in their order."""
    fail_on: FailOn = "fail"
    """From which severity on the run counts as failed, for formats that say so themselves."""


def fingerprint(rule: str, path: str, key: str, place: Place) -> str:
    """Give a stable name to a finding: the same rule about the same thing in the same file.

    The folder does not count, so that a campaign can move; nor does the exact box, so that a
    rendering that shifts by a pixel keeps its waivers.
    """
    return _fingerprint(rule, path.replace("\\", "/").rsplit("/", 1)[-1], key, place.page)


@lru_cache(maxsize=8192)  # who edits a profile finds the same things again at every stroke
def _fingerprint(rule: str, name: str, key: str, page: int | None) -> str:
    about = json.dumps([rule, name, key, page], ensure_ascii=True)
    return hashlib.sha256(about.encode()).hexdigest()[:16]
