"""TRM: the brand's words. Names that the profile gives are immune to every rule but their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brandguard.checks.rule import Rule
from brandguard.checks.slips import holds_nearly, slips_allowed
from brandguard.checks.spans import is_in_a_logo, place_of, places_of
from brandguard.checks.terms import (
    LEMMATISED,
    PATTERN_SECONDS,
    find_name,
    find_pattern,
    find_term,
    fold,
    squash,
    written,
)
from brandguard.language.lexicons import zipf
from brandguard.model.report import Finding, Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from brandguard.model.creative import Span
    from brandguard.model.features import Features, PageFeatures
    from brandguard.model.profile import Profile, RequiredText
    from brandguard.model.report import FactValue, Subject

Hit = tuple[int, "Span"]
"""Page number and stretch of its text."""

PATTERN = "regex:"

SLOW_PAGES = 2
"""Pages on which a pattern may run out of time before the rest of the creative goes without it."""

COMMON_WORD = 3.0
"""Zipf frequency from which a name in lower case may be the plain word it looks like (mela)."""

_ADDRESS = re.compile(r"\S*(?:://|www\.|@|#|\w\.\w)\S*")
"""Links, e-mail addresses, handles and hashtags write names in their own way."""


def banned_term(subject: Subject, profile: Profile) -> Iterator[Finding]:
    """TRM001: a term that must not be used."""
    for banned in profile.wording.banned:
        hits = _hits(subject.features, banned.term, banned.language, profile.wording.names)
        facts: dict[str, FactValue] = {"term": banned.term, "instead": banned.instead}
        yield from _finding("TRM001", subject, hits, facts, banned.term, banned.key)


def preferred_term(subject: Subject, profile: Profile) -> Iterator[Finding]:
    """TRM002: a thing that the brand says in another way."""
    for preferred in profile.wording.preferred:
        good = set(_hits(subject.features, preferred.use, preferred.language, ()))
        for avoid in preferred.avoid:
            hits = [
                hit
                for hit in _hits(subject.features, avoid, preferred.language, profile.wording.names)
                if not _inside(hit, good)
            ]
            facts: dict[str, FactValue] = {"term": avoid, "use": preferred.use}
            yield from _finding("TRM002", subject, hits, facts, avoid, preferred.key)


def name_written_otherwise(subject: Subject, profile: Profile) -> Iterator[Finding]:
    """TRM003: a brand or product name in other capitals, apart or with a dash."""
    names = profile.wording.names
    for name in names:
        hits = []
        for page in subject.features.pages:
            exact = _exact_names(page.text, names)
            for span in find_name(page.text, name):
                found = written(page.text, span)
                if found == " ".join(name.split()) or _within(span, exact):
                    continue
                drawn = is_in_a_logo(page, span) or _is_wordmark(page, span, name)
                if not drawn and not _innocent(page.text, span, name, subject.features.language):
                    hits.append((page.number, span))
        facts: dict[str, FactValue] = {"name": name}
        yield from _finding(
            "TRM003", subject, hits, facts, name, "defaults.brandguard.wording.names"
        )


def _is_wordmark(page: PageFeatures, span: Span, name: str) -> bool:
    """Tell whether a name read from pixels stands alone in its line: it is drawn, not written."""
    if place_of(page, span).source != "ocr":
        return False
    start = page.text.rfind("\n", 0, span[0]) + 1
    line = page.text[start : (page.text + "\n").find("\n", span[1])]
    return fold(line.strip(" .®™©")) == fold(name)


def required_text(subject: Subject, profile: Profile) -> Iterator[Finding]:
    """TRM004: a text that the profile asks for is not there. Silent where no text could be read."""
    features = subject.features
    texts = [page.text for page in features.pages if page.text.strip()]
    if not texts:
        return
    whole = squash("".join(texts))
    for required in profile.wording.required:
        if not _applies(required, subject):
            continue
        wanted = squash(required.text)
        if (wanted in whole) if wanted else any(required.text in text for text in texts):
            continue
        if any(
            holds_nearly(squash(page.text), wanted, slips)
            for page in features.pages
            if (slips := slips_allowed(len(wanted), page))
        ):
            continue
        yield Finding(
            "TRM004",
            "fail",
            facts={"text": required.text},
            key=required.text,
            limit_from=f"profile: {required.key}" if required.key else "profile",
            suggestion=True,
        )


def _applies(required: RequiredText, subject: Subject) -> bool:
    if required.media and subject.medium not in required.media:
        return False
    if required.channel and subject.channel != required.channel:
        return False
    spoken = {voice.language for voice in subject.features.voices} | {subject.language}
    return required.language is None or required.language in spoken


def _finding(  # noqa: PLR0917  one helper for three rules
    rule: str,
    subject: Subject,
    hits: Sequence[Hit],
    facts: dict[str, FactValue],
    key: str,
    limit: str,
) -> Iterator[Finding]:
    """Make one finding of all places of one term; nothing where there is none."""
    places = places_of(subject.features, list(hits))
    if not places:
        return
    page, span = min(hits)
    text = next(p.text for p in subject.features.pages if p.number == page)
    yield Finding(
        rule,
        "warn",
        facts={"found": written(text, span), "count": len(set(hits)), **facts},
        key=key,
        place=places[0],
        more_places=places[1:],
        limit_from=f"profile: {limit}" if limit else "profile",
        suggestion=rule != "TRM001" or facts.get("instead") is not None,
    )


def _hits(features: Features, term: str, language: str | None, names: Sequence[str]) -> list[Hit]:
    """Find a term on all pages, in the given language or in any, outside the brand's names."""
    found: set[Hit] = set()
    slow = 0
    for page in features.pages:
        if not page.text or slow >= SLOW_PAGES:
            continue
        slow += term.startswith(PATTERN) and find_pattern(page.text, _bare(term))[1]
        spans = list(_spans(features, page, term, language))
        if spans:  # names are looked for only where there is something that they may excuse
            immune = [span for name in names for span in find_name(page.text, name)]
            found.update((page.number, s) for s in spans if not _within(s, immune))
    return sorted(found)


def _bare(term: str) -> str:
    return term.removeprefix(PATTERN)


def slow_pattern(subject: Subject, profile: Profile) -> Iterator[Finding]:
    """TRM006: a pattern of the profile takes so long that it was not followed to the end."""
    words = profile.wording
    terms = [(b.term, b.key) for b in words.banned]
    terms += [(term, p.key) for p in words.preferred for term in (p.use, *p.avoid)]
    for term, key in terms:
        if not term.startswith(PATTERN):
            continue
        for page in subject.features.pages:
            if page.text and find_pattern(page.text, _bare(term))[1]:
                yield Finding(
                    "TRM006",
                    "note",
                    facts={"pattern": _bare(term), "limit_s": PATTERN_SECONDS},
                    key=term,
                    place=Place(page.number),
                    limit_from=f"profile: {key}" if key else "profile",
                    suggestion=True,
                )
                break


def _spans(
    features: Features, page: PageFeatures, term: str, language: str | None
) -> Iterator[Span]:
    voices = [v for v in features.voices if language in {None, v.language}]
    if language is not None and features.voices and not voices:
        return
    if term.startswith(PATTERN):
        yield from find_pattern(page.text, _bare(term))[0]
        return
    for voice in voices:
        lemmas = {word.span: word.lemma for word in voice.lemmas if word.page == page.number}
        yield from find_term(page.text, term, voice.language, lemmas)
    if not voices:  # no language was recognised: literally
        yield from find_term(page.text, term, None, {})


def _exact_names(text: str, names: Sequence[str]) -> list[Span]:
    """Give the places where any name stands as it should: «Nova» in «Nova-Pro» is no mistake."""
    return [
        span
        for name in names
        for span in find_name(text, name)
        if written(text, span) == " ".join(name.split())
    ]


def _innocent(text: str, span: Span, name: str, language: str | None) -> bool:
    """Tell whether what looks like a misspelt name need not be one."""
    start, end = span
    found = text[start:end]
    around = _ADDRESS.finditer(text, max(0, start - 200), min(len(text), end + 200))
    if any(m.start() <= start and end <= m.end() for m in around if m.group().strip(".") != found):
        return True
    line = text[text.rfind("\n", 0, start) + 1 : (text + "\n").find("\n", end)]
    if found.isupper() and line.isupper() and fold(found) == fold(name):
        return True  # a headline in capitals
    if not found.islower() or name.islower():
        return False
    if any(c.isspace() for c in found) and not any(c.isspace() for c in name):
        return True  # two plain words that happen to stand together
    return name.istitle() and zipf(found, _known(language)) >= COMMON_WORD


def _known(language: str | None) -> str:
    return language if language in LEMMATISED else "en"


def _within(span: Span, others: Sequence[Span]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in others)


def _inside(hit: Hit, good: set[Hit]) -> bool:
    page, span = hit
    return _within(span, [s for number, s in good if number == page])


def _has_patterns(profile: Profile) -> bool:
    words = profile.wording
    terms = [b.term for b in words.banned]
    terms += [term for p in words.preferred for term in (p.use, *p.avoid)]
    return any(term.startswith(PATTERN) for term in terms)


_TEXT = frozenset({"text", "voice"})

RULES = (
    Rule("TRM001", "voice", "warn", banned_term, _TEXT, lambda p: bool(p.wording.banned)),
    Rule("TRM002", "voice", "warn", preferred_term, _TEXT, lambda p: bool(p.wording.preferred)),
    Rule("TRM003", "voice", "warn", name_written_otherwise, _TEXT, lambda p: bool(p.wording.names)),
    Rule("TRM004", "voice", "fail", required_text, _TEXT, lambda p: bool(p.wording.required)),
    Rule("TRM006", "voice", "note", slow_pattern, _TEXT, _has_patterns),
)
