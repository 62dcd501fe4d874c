"""Features × Profile → one judged creative. Takes milliseconds, reads no file, knows no output."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from brandguard import checks, score
from brandguard.checks.colour import palette_rows
from brandguard.checks.colour_seen import says_nothing
from brandguard.checks.logo import why_no_logo
from brandguard.checks.message import claims_of
from brandguard.checks.remembered import Plainly
from brandguard.checks.voice import addressed_by
from brandguard.likeness.look import LookReference, look_distances
from brandguard.likeness.odd_sentence import odd_sentence
from brandguard.likeness.voice import VoiceReference, voice_distance
from brandguard.measures.style import style_profile
from brandguard.model.creative import Note
from brandguard.model.report import (
    DIMENSIONS,
    CreativeReport,
    Dimension,
    DimensionScore,
    Distance,
    Finding,
    Severity,
    Subject,
    fingerprint,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brandguard.checks.remembered import Asking, Remembered
    from brandguard.model.profile import Profile
    from brandguard.model.report import PaletteRow
    from brandguard.waivers import Waivers

LEARNED_RULES: Mapping[Dimension, str] = {"imagery": "IMG001", "voice": "VOX001"}
"""The rule that speaks for a learned distance which decides."""
NAMED_PARTS = 3
SECOND_PART = 0.25
"""What an accident adds to the distance of its dimension: this times ln(1 + its distance). Enough
to rank a damaged creative behind the sound one, too little to rank a brand's own behind others'."""


@dataclass(frozen=True, slots=True)
class Reference:
    """What was learned from approved creatives: the look, and the voice of each language."""

    look: LookReference | None = None
    voices: Mapping[str, VoiceReference] | None = None
    thumbnails: Mapping[str, str] = field(default_factory=dict)
    """Of the approved creatives, by path (JPEG, base64): for reports that show the nearest one."""

    def voice(self, language: str) -> VoiceReference | None:
        """Give the learned voice of a language, None where there is none."""
        return (self.voices or {}).get(language)


def judge(
    subject: Subject,
    profile: Profile,
    reference: Reference | None,
    waivers: Waivers | None = None,
    memory: Remembered | None = None,
) -> CreativeReport:
    """Judge one creative; what `waivers` accept costs nothing.

    Whoever judges the same creatives again and again, always by one reference, hands in a `memory`.
    """
    asking = memory.about(subject, profile) if memory else Plainly(subject, profile)
    reference = reference or Reference()
    distances = asking("distances", partial(_limited_distances, reference))
    findings = checks.run(subject, profile, asking)
    findings += [_named(f, subject) for f in _from_distances(distances, profile)]
    if waivers is not None:
        findings = waivers.apply(findings, subject)
    by_dimension = _together(distances)
    dimensions = tuple(
        _dimension(
            name, profile, findings, by_dimension.get(name), partial(_why, asking, reference)
        )
        for name in DIMENSIONS
    )
    judged = [f for f in findings if _counts(f, dimensions)]
    value, cap, verdict = score.overall(dimensions, judged)
    features = subject.features
    return CreativeReport(
        path=subject.path,
        sha256=features.sha256,
        channel=subject.channel,
        channel_from=subject.channel_from,
        medium=subject.medium,
        language=subject.language,
        campaign=subject.campaign,
        campaign_folder=subject.campaign_folder,
        pages=features.page_count,
        score=value,
        verdict=verdict,
        dimensions=dimensions,
        cap=cap,
        coverage=features.coverage,
        palette=asking("palette", _palette),
        findings=tuple(sorted(findings, key=_rank)),
        distances=distances,
        facts=(*(features.facts or ()), *asking("claims", claims_of)),
        addressed=addressed_by(subject),
        page_views=features.pages,
    )


def _palette(subject: Subject, profile: Profile) -> tuple[PaletteRow, ...]:
    return palette_rows(subject.features, profile)


def _limited_distances(
    reference: Reference, subject: Subject, profile: Profile
) -> tuple[Distance, ...]:
    found = _distances(subject, profile, reference)
    return tuple(_limited(distance, limit) for distance, limit in found)


def unreadable(path: str, note: Note, subject: Subject | None = None) -> CreativeReport:
    """Give the report of a creative that could not be read."""
    finding = Finding(note.code, "fail", facts={"file": path, **note.facts})
    finding = replace(finding, fingerprint=fingerprint(note.code, path, "", finding.place))
    return CreativeReport(
        path=path,
        sha256=None,
        channel=subject.channel if subject else None,
        channel_from=subject.channel_from if subject else None,
        medium=subject.medium if subject else "other",
        language=None,
        campaign=subject.campaign if subject else "",
        campaign_folder=subject.campaign_folder if subject else "",
        pages=0,
        score=None,
        verdict="fail",
        error=note,
        findings=(finding,),
    )


def _distances(
    subject: Subject, profile: Profile, reference: Reference
) -> Iterable[tuple[Distance, float]]:
    """Give each learned distance with the limit that the profile's owner set for it."""
    learned = profile.learned
    if reference.look is not None:
        for distance in look_distances(subject.features, reference.look):
            yield distance, learned.look_limit if learned else 1.0
    for voice in subject.features.voices:
        approved = reference.voice(voice.language)
        found = voice_distance(voice, approved, subject.medium) if approved else None
        if found is not None:
            limits = learned.voice_limits if learned else {}
            limit = limits.get(voice.language, 1.0)
            if approved and found.value > limit:
                texts = (page.text for page in subject.features.pages)
                odd = odd_sentence(texts, voice, approved, style_profile)
                found = replace(found, facts={**found.facts, "sentence": odd}) if odd else found
            yield found, limit
            return  # the language of most of the text speaks for the creative


def _together(distances: Iterable[Distance]) -> dict[Dimension, Distance]:
    """Give one distance a dimension; a second one, an accident to the colours, adds a little."""
    out: dict[Dimension, Distance] = {}
    for distance in distances:
        first = out.setdefault(distance.dimension, distance)
        if first is not distance:
            value = first.value + SECOND_PART * math.log1p(distance.value)
            out[distance.dimension] = replace(first, value=value)
    return out


def _limited(distance: Distance, limit: float) -> Distance:
    """Count a distance in units of the owner's limit."""
    if limit == 1.0:
        return distance
    parts = tuple((name, amount / limit) for name, amount in distance.parts)
    return replace(distance, value=distance.value / limit, parts=parts)


def _from_distances(distances: Iterable[Distance], profile: Profile) -> Iterable[Finding]:
    examples = profile.learned
    for distance in distances:
        rule = distance.rule or LEARNED_RULES.get(distance.dimension)
        if rule is None or not distance.decides or distance.value <= 1:
            continue
        fails = distance.fail_at is not None and distance.value > distance.fail_at
        severity: Severity = "fail" if fails else "warn"
        parts = ", ".join(name for name, _ in distance.parts[:NAMED_PARTS])
        yield Finding(
            rule,
            profile.rules.get(rule, severity),
            facts={
                "distance": distance.value,
                "limit": 1.0,
                "fail_at": distance.fail_at,
                "nearest": distance.nearest,
                "parts": parts,
                "examples": examples.pictures if examples and rule != "VOX001" else None,
                **distance.facts,
            },
            place=distance.place,
            limit_from="learned",
            suggestion=distance.nearest is not None or bool(distance.facts),
            extent=0.0,
        )


def _named(finding: Finding, subject: Subject) -> Finding:
    name = fingerprint(finding.rule, subject.path, finding.key, finding.place)
    return replace(finding, fingerprint=name)


def _counts(finding: Finding, dimensions: Iterable[DimensionScore]) -> bool:
    """Tell whether a finding may decide: its dimension must have been evaluable."""
    rule = checks.BY_CODE.get(finding.rule)
    if rule is None or rule.dimension is None:
        return True
    return any(d.dimension == rule.dimension and d.score is not None for d in dimensions)


def _dimension(
    name: Dimension,
    profile: Profile,
    findings: Iterable[Finding],
    distance: Distance | None,
    why: Callable[[Dimension, bool], Note | None],
) -> DimensionScore:
    mine = [f for f in findings if checks.dimension_of(f.rule) == name]
    nothing = not (distance or any(f.severity != "note" for f in mine))
    reason = None if distance else why(name, nothing)
    return score.score_dimension(name, profile.weights[name], mine, distance, reason)


def _why(asking: Asking, reference: Reference, name: Dimension, nothing: bool) -> Note | None:
    """Say why a dimension without a distance cannot be judged; `nothing` was found in it."""
    reason = asking(f"why {name}", partial(_why_not, name, reference))
    if name == "colour" and nothing and not reason and asking("greys", _only_greys):
        return Note("why.only_greys")
    return reason


def _only_greys(subject: Subject, profile: Profile) -> bool:
    return says_nothing(subject.features, profile)


def _why_not(
    name: Dimension, reference: Reference, subject: Subject, profile: Profile
) -> Note | None:
    """Say why a dimension without a learned distance cannot be judged; None where it can."""
    if name == "voice":
        return _why_no_voice(subject, profile, reference)
    return _WHY_NOT[name](subject, profile)


def _why_no_logo(subject: Subject, profile: Profile) -> Note | None:
    why = why_no_logo(subject, profile)
    return Note(*why) if why else None


def _why_no_colour(subject: Subject, profile: Profile) -> Note | None:
    asked = (
        profile.colours or profile.forbidden_colours or profile.forbidden_pairs
        or profile.contrast or profile.black
    )  # fmt: skip
    return _why_no_picture("colour", subject, asked=bool(asked))


def _why_no_imagery(subject: Subject, profile: Profile) -> Note | None:
    return _why_no_picture("imagery", subject, asked=bool(profile.picture_ranges))


def _why_no_picture(name: Dimension, subject: Subject, *, asked: bool) -> Note | None:
    if not any(page.palette is not None for page in subject.features.pages):
        return next(
            (c.reason for c in subject.features.coverage if c.what == "picture" and c.reason),
            Note("why.no_picture"),
        )
    return None if asked else Note("why.not_in_profile", {"what": name})


def _why_no_voice(subject: Subject, profile: Profile, reference: Reference) -> Note | None:
    voices = subject.features.voices
    if not voices:
        reasons = (c.reason for c in subject.features.coverage if c.what in {"text", "voice"})
        return next((r for r in reasons if r), Note("why.no_text"))
    languages = {v.language for v in voices}
    if profile.languages and voices[0].language not in profile.languages:
        return Note("why.other_language", {"language": voices[0].language})
    written = (
        languages & {*profile.address, *profile.voice_ranges}
        or profile.wording.banned or profile.wording.preferred
        or profile.wording.names or profile.wording.required
    )  # fmt: skip
    if written:
        return None
    if not voices[0].style and subject.features.read_by_ocr:
        return Note("why.read_by_ocr")
    if languages & set(reference.voices or {}):
        return Note("why.too_short", {"words": voices[0].words})
    return Note("why.not_in_profile", {"what": "voice"})


def _why_no_message(subject: Subject, profile: Profile) -> Note | None:
    """Say why the message cannot be judged: no text, or nothing in the profile to judge against."""
    rows = (c for c in subject.features.coverage if c.what == "message")
    reason = next((c.reason for c in rows if c.reason), None)
    if reason is not None:
        return reason
    asked = any(code[:3] in {"MSG", "LNK"} and s != "off" for code, s in profile.rules.items())
    asked = asked or bool(subject.expected)
    return None if profile.message or asked else Note("why.not_in_profile", {"what": "message"})


def _why_no_typography(subject: Subject, profile: Profile) -> Note | None:
    """Say why type cannot be judged: no font is known, or the profile says nothing of it."""
    if not any(page.typefaces for page in subject.features.pages):
        rows = (c for c in subject.features.coverage if c.what == "typography")
        return next((c.reason for c in rows if c.reason), Note("why.no_fonts_named"))
    asked = profile.typography or _names(profile, "TYP")
    return None if asked else Note("why.not_in_profile", {"what": "typography"})


def _why_no_production(subject: Subject, profile: Profile) -> Note | None:
    """Say why making cannot be judged: nothing is known of it, or nobody asks on this channel."""
    rows = (c for c in subject.features.coverage if c.what == "production")
    reason = next((c.reason for c in rows if c.reason), None)
    if reason is not None:
        return reason
    rules = profile.production
    asked = rules and (rules.online if subject.channel == "online" else rules.offline)
    if asked or _names(profile, "PRO"):
        return None
    return Note("why.not_in_profile", {"what": "production"})


def _names(profile: Profile, family: str) -> bool:
    """Tell whether the profile sets a severity for any rule of a family."""
    return any(code.startswith(family) and s != "off" for code, s in profile.rules.items())


_WHY_NOT: Mapping[Dimension, Callable[[Subject, Profile], Note | None]] = {
    "colour": _why_no_colour,
    "logo": _why_no_logo,
    "imagery": _why_no_imagery,
    "typography": _why_no_typography,
    "production": _why_no_production,
    "message": _why_no_message,
}
"""Where it depends on creative and written profile alone."""


def _rank(finding: Finding) -> tuple[object, ...]:
    order = ("fail", "warn", "note", "off")
    place = finding.place
    return (
        order.index(finding.severity), finding.rule, place.page or 0, place.box or (),
        place.span or (), finding.key,
    )  # fmt: skip
