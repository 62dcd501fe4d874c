"""What of a creative is compared with others: a small picture of it that can lie on disk."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from brandguard.coherence.cues import cues_of
from brandguard.model.coherence import Cue, Saying
from brandguard.model.colour import chroma_of_hex
from brandguard.model.creative import Channel, Medium, Note
from brandguard.model.features import Address, Features
from brandguard.model.logo import DISTORTION, SURE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brandguard.model.features import PageFeatures, Swatch, VoiceTraits
    from brandguard.model.profile import Profile
    from brandguard.model.report import CreativeReport

MOST_PAGES = 6
"""Pages whose looks are kept, evenly chosen."""
MOST_COLOURS = 16
PHOTO_COUNTS = 0.1
"""What a colour within photographs counts beside a drawn one: they belong to imagery."""
NEUTRAL_COUNTS = 0.1
"""What greys, black and white count beside colours: paper and ink are everybody's."""
GREY_CHROMA, COLOUR_CHROMA = 0.02, 0.08
"""OKLab chroma up to which a colour counts as neutral, and from which it counts in full."""
LEAST_DRAWN = 0.005
"""Share of drawn colours that are no greys under which a creative shows no colours to compare."""
LEAST_WORDS = 30
"""Words from which style and traits are compared (likeness.voice judges from as many)."""
LEAST_FACE = 0.02
"""Part of the letters from which a family counts as used."""


@dataclass(frozen=True, slots=True)
class Tint:
    """One colour of a palette: how much of the page it covers, and how much it counts."""

    hex: str
    share: float
    weight: float


@dataclass(frozen=True, slots=True)
class Mark:
    """One way in which a logo was shown."""

    name: str
    recoloured: bool
    stretched: bool


@dataclass(frozen=True, slots=True)
class Spoken:
    """How a creative sounds in one language."""

    language: str
    words: int
    address: Address
    count: int
    """Places that address the reader so."""
    traits: dict[str, tuple[float, float, float]] = field(default_factory=dict)
    """Value, and the low and high end of its interval; none where the text is too short."""
    vector: str = ""
    """Its masked style as float16, base64; empty where the text is too short."""


@dataclass(frozen=True, slots=True)
class Portrait:
    """One creative as it is compared."""

    path: str
    channel: Channel | None
    medium: Medium
    colours: tuple[Tint, ...] = ()
    logos: tuple[Mark, ...] = ()
    faces: tuple[tuple[str, int], ...] = ()
    """Families with their letters."""
    looks: tuple[tuple[float, ...], ...] = ()
    voices: tuple[Spoken, ...] = ()
    kinds: tuple[str, ...] = ()
    """Kinds of facts that it states."""
    cues: dict[Cue, bool] = field(default_factory=dict)
    """Whether each core cue is there; a cue that it cannot have or show is left out."""
    reasons: dict[str, Note] = field(default_factory=dict)
    """By dimension: why it cannot be compared."""
    saying: Saying | None = None


def portrait_of(
    report: CreativeReport, features: Features | None, profile: Profile | None
) -> Portrait:
    """Draw a creative's portrait; without features only what the report itself says."""
    pages = features.pages if features else report.page_views
    colours, no_colours = _colours(pages)
    logos, no_logos = _logos(pages)
    faces = _faces(pages)
    looks = tuple(p.look for p in _evenly([p for p in pages if p.look is not None]) if p.look)
    voices = tuple(_spoken(v) for v in features.voices) if features else ()
    reasons = {
        "colour": no_colours,
        "logo": no_logos,
        "typography": None if faces else Note("why.no_fonts_named"),
        "imagery": None if looks else Note("why.no_picture"),
        "voice": None if voices else Note("why.no_text"),
        "message": None if report.facts else Note("why.no_facts"),
    }
    return Portrait(
        path=report.path,
        channel=report.channel,
        medium=report.medium,
        colours=colours,
        logos=logos,
        faces=faces,
        looks=looks,
        voices=voices,
        kinds=tuple(sorted({fact.kind for fact in report.facts})),
        cues=cues_of(report, pages, profile),
        reasons={name: note for name, note in reasons.items() if note is not None},
        saying=_saying(report, features),
    )


def weight_of(colour: str, share: float, *, photo: bool, flat: float = 1.0) -> float:
    """Say how much a colour counts: by the root of its area, so that accents are heard.

    A poster and a banner give the same colours other areas; that is adaptation.
    """
    strength = (chroma_of_hex(colour) - GREY_CHROMA) / (COLOUR_CHROMA - GREY_CHROMA)
    counts = NEUTRAL_COUNTS + (1 - NEUTRAL_COUNTS) * min(max(strength, 0.0), 1.0)
    return float(share**0.5 * counts * flat * (PHOTO_COUNTS if photo else 1.0))


def _colours(pages: Iterable[PageFeatures]) -> tuple[tuple[Tint, ...], Note | None]:
    shown = [page for page in pages if page.palette]
    if not shown:
        return (), Note("why.no_picture")
    swatches = [s for page in shown for s in page.palette or ()]
    if not any(not s.photo for s in swatches):
        return (), Note("why.only_photographs")
    if sum(map(_drawn, swatches)) / len(shown) < LEAST_DRAWN:
        return (), Note("why.only_greys")
    tints = [
        Tint(s.hex, s.share / len(shown), weight_of(s.hex, s.share, photo=s.photo, flat=s.flat))
        for s in swatches
    ]
    total = sum(t.weight for t in tints)
    if not total:  # nothing lies in a plane: noise, or a texture
        return (), Note("why.only_photographs")
    tints = sorted(tints, key=lambda t: (-t.weight, t.hex))[:MOST_COLOURS]
    return tuple(Tint(t.hex, t.share, t.weight / total) for t in tints), None


def _drawn(swatch: Swatch) -> float:
    coloured = not swatch.photo and chroma_of_hex(swatch.hex) >= (GREY_CHROMA + COLOUR_CHROMA) / 2
    return swatch.share if coloured else 0.0


def _logos(pages: Iterable[PageFeatures]) -> tuple[tuple[Mark, ...], Note | None]:
    looked = [page.logos for page in pages if page.logos is not None]
    if not looked:
        return (), Note("why.no_logo_sought")
    seen = {
        Mark(logo.name, logo.recolouring != "none", abs(logo.distortion) > DISTORTION)
        for page in looked
        for logo in page
        if logo.confidence >= SURE
    }
    return tuple(sorted(seen, key=lambda m: (m.name, m.recoloured, m.stretched))), None


def _faces(pages: Iterable[PageFeatures]) -> tuple[tuple[str, int], ...]:
    letters: dict[str, int] = {}
    for page in pages:
        for face in page.typefaces or ():
            letters[face.family] = letters.get(face.family, 0) + face.letters
    total = sum(letters.values())
    used = [(name, n) for name, n in letters.items() if n and n >= LEAST_FACE * total]
    return tuple(sorted(used, key=lambda face: (-face[1], face[0])))


def _spoken(voice: VoiceTraits) -> Spoken:
    from brandguard.likeness.voice_space import LANGUAGES

    long = voice.words >= LEAST_WORDS and voice.language in LANGUAGES
    traits = {n: (t.value, t.low, t.high) for n, t in voice.traits.items() if t and long}
    return Spoken(
        voice.language,
        voice.words,
        voice.address,
        voice.address_counts.get(voice.address, 0),
        traits,
        _vector(voice) if long and voice.style else "",
    )


def _vector(voice: VoiceTraits) -> str:
    from base64 import b64encode

    from brandguard.likeness.voice_space import shipped_cohort

    cohort = shipped_cohort(voice.language)
    return b64encode(cohort.vector(voice.style, voice.traits).astype("<f2").tobytes()).decode()


def _saying(report: CreativeReport, features: Features | None) -> Saying | None:
    lead = features.lead if features else None
    if lead is None:
        return None
    calls = tuple(call.text for call in lead.calls)
    return Saying(report.path, report.channel, lead.headline, lead.page, lead.span, calls)


def _evenly(pages: list[PageFeatures]) -> list[PageFeatures]:
    count = min(len(pages), MOST_PAGES)
    return [pages[i * len(pages) // count] for i in range(count)]
