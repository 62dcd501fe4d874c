"""VOX: how the text speaks to its reader."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from brandguard.checks.rule import Rule
from brandguard.checks.spans import places_of
from brandguard.language.media import within
from brandguard.model.report import Addressed, Finding, Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from brandguard.model.creative import Span
    from brandguard.model.features import Measured, VoiceTraits
    from brandguard.model.profile import Profile
    from brandguard.model.report import Subject

ADDRESSES = ("informal", "plural", "formal")

SOLID = 2
"""Signs of an address that a long text must show before it is held against it…"""
LONG = 30
"""…and the words from which a text is long: under it the voice has no traits either."""

LEAST_WORDS = 10
"""Words in a language before the creative counts as speaking it: fewer are a loan or a name."""

STOP = re.compile(r"[.!?…](?=\s)|\n")
SHOWN = 120
"""Characters shown on each side of a sign of address where no sentence ends before."""

SHOWN_BY: Mapping[str, str] = MappingProxyType({
    "anglicisms": "anglicism", "superlatives": "superlative", "intensifiers": "intensifier",
    "hedges": "hedge", "exclamations": "exclamation", "questions": "question",
    "capitals": "capitals", "hashtags": "hashtag", "emoji": "emoji",
    "contractions": "contraction", "passive": "passive", "imperative_rate": "imperative",
    "informal_rate": "informal", "plural_rate": "plural", "formal_rate": "formal", "we_rate": "we",
    "words_per_sentence": "long_sentence",
})  # fmt: skip
"""The kind of evidence that makes a trait high."""

READABILITY = frozenset({"readability", "gulpease", "szigriszt", "fernandez_huerta", "flesch"})
"""Traits that long sentences make low."""


def unlike_approved(_subject: Subject, _profile: Profile) -> Iterator[Finding]:
    """VOX001 is found where the learned distance is judged; here it is only registered."""
    return iter(())


def wrong_address(subject: Subject, profile: Profile) -> Iterator[Finding]:
    """VOX002: the reader is addressed in another form than the profile wants."""
    for voice in subject.features.voices:
        wanted = profile.address.get(voice.language)
        if wanted is None or voice.address in {wanted, "none", "mixed"}:
            continue
        if voice.address_counts.get(voice.address, 0) < SOLID and voice.words >= LONG:
            continue  # a single sign in a long text is as likely a slip of the measure
        first, *others = _places(subject, voice, voice.address) or (Place(),)
        yield Finding(
            "VOX002",
            "warn",
            facts={
                "language": voice.language,
                "found": voice.address,
                "wanted": wanted,
                "count": voice.address_counts.get(voice.address, 0),
            },
            key=f"{voice.language}:{voice.address}",
            place=first,
            more_places=tuple(others),
            limit_from=f"profile: defaults.brandguard.voice.address.{voice.language}",
            suggestion=wanted != "none",
        )


def addressed_by(subject: Subject) -> tuple[Addressed, ...]:
    """Give how the creative plainly addresses its reader, one a language."""
    found = []
    for voice in subject.features.voices:
        count = voice.address_counts.get(voice.address, 0)
        places = _places(subject, voice, voice.address)
        if voice.address not in ADDRESSES or not places:
            continue
        if count < SOLID and voice.words >= LONG:
            continue  # a single sign in a long text is as likely a slip of the measure
        place = places[0]
        text = next(p.text for p in subject.features.pages if p.number == place.page)
        raw, sentence = _quoted(text, place.span or (0, 0))
        found.append(Addressed(voice.language, voice.address, count, place, raw, sentence))
    return tuple(found)


def _quoted(text: str, span: Span) -> tuple[str, str]:
    """Give the words of a place, and the sentence or line around them."""
    start = max((m.end() for m in STOP.finditer(text, max(0, span[0] - SHOWN), span[0])), default=0)
    start = max(start, span[0] - SHOWN)
    stop = STOP.search(text, span[1], span[1] + SHOWN)
    end = stop.end() if stop else min(len(text), span[1] + SHOWN)
    return " ".join(text[slice(*span)].split()), " ".join(text[start:end].split())


def mixed_address(subject: Subject, profile: Profile) -> Iterator[Finding]:
    """VOX003: one text addresses its reader in two forms."""
    for voice in subject.features.voices:
        if voice.address != "mixed":
            continue
        counts = voice.address_counts
        used = sorted((k for k in ADDRESSES if counts.get(k)), key=lambda k: (-counts[k], k))
        if len(used) < 2:  # noqa: PLR2004  mixed takes two
            continue
        wanted = profile.address.get(voice.language)
        # What the profile does not want is what to look at; without its word, the rarer form.
        odd = next((kind for kind in reversed(used) if kind != wanted), used[-1])
        first, *others = _places(subject, voice, odd) or (Place(),)
        yield Finding(
            "VOX003",
            "warn",
            facts={"language": voice.language, "first": used[0], "second": used[1]},
            key=voice.language,
            place=first,
            more_places=tuple(others),
            limit_from=(
                f"profile: defaults.brandguard.voice.address.{voice.language}" if wanted else None
            ),
            suggestion=True,
        )


def out_of_range(subject: Subject, profile: Profile) -> Iterator[Finding]:
    """VOX004: a trait lies outside the profile's range with its whole 95 % interval."""
    for voice in subject.features.voices:
        for trait, usual in profile.voice_ranges.get(voice.language, {}).items():
            measured, allowed = voice.traits.get(trait), within(subject.medium, trait, usual)
            if measured is None or allowed is None:
                continue
            low, high = allowed
            if measured.low <= high and measured.high >= low:
                continue
            first, *others = _cause(subject, voice, trait, measured, high) or (Place(),)
            yield Finding(
                "VOX004",
                "warn",
                facts={
                    "language": voice.language,
                    "trait": trait,
                    "value": measured.value,
                    "interval_low": measured.low,
                    "interval_high": measured.high,
                    "low": low,
                    "high": high,
                },
                key=f"{voice.language}:{trait}",
                place=first,
                more_places=tuple(others),
                limit_from=f"profile: defaults.brandguard.voice.traits.{voice.language}.{trait}",
                suggestion=True,
            )


def foreign_language(subject: Subject, profile: Profile) -> Iterator[Finding]:
    """VOX005: part of the text is in a language that the brand does not speak."""
    for voice in subject.features.voices:
        if not profile.languages or voice.language in profile.languages:
            continue
        if voice.words < LEAST_WORDS:
            continue
        spans = [(word.page, word.span) for word in voice.lemmas[:1]]
        place = next(iter(places_of(subject.features, spans)), Place())
        yield Finding(
            "VOX005",
            "note",
            facts={"language": voice.language, "words": voice.words},
            key=voice.language,
            place=place,
            limit_from="profile: defaults.brandguard.languages",
            suggestion=True,
        )


def _cause(
    subject: Subject, voice: VoiceTraits, trait: str, measured: Measured, high: float
) -> tuple[Place, ...]:
    """Give the places that made a trait what it is; nothing where it is for want of them."""
    too_high = measured.low > high
    if trait in READABILITY:
        return () if too_high else _places(subject, voice, "long_sentence")
    kind = SHOWN_BY.get(trait)
    return _places(subject, voice, kind) if kind and too_high else ()


def _places(subject: Subject, voice: VoiceTraits, kind: str) -> tuple[Place, ...]:
    spans = [(e.page, e.span) for e in voice.evidence if e.kind == kind]
    return places_of(subject.features, spans)


_VOICE = frozenset({"voice"})

RULES = (
    Rule("VOX001", "voice", "warn", unlike_approved, _VOICE, lambda p: p.learned is not None),
    Rule("VOX002", "voice", "warn", wrong_address, _VOICE, lambda p: bool(p.address)),
    Rule("VOX003", "voice", "warn", mixed_address, _VOICE, lambda p: bool(p.address)),
    Rule("VOX004", "voice", "warn", out_of_range, _VOICE, lambda p: bool(p.voice_ranges)),
    Rule("VOX005", "voice", "note", foreign_language, _VOICE, lambda p: bool(p.languages)),
)
