"""MSG and LNK: what one creative says, held against itself and against the profile's facts."""

from __future__ import annotations

import datetime as dt
import difflib
import unicodedata
from typing import TYPE_CHECKING

import regex

from brandguard.checks.agreement import SOCIAL, SUFFIX_DIGITS
from brandguard.checks.contradictions import within
from brandguard.checks.promises import otherwise, states
from brandguard.checks.rule import CAMPAIGN, Rule
from brandguard.checks.slips import holds_nearly, slips_allowed
from brandguard.checks.spans import place_of
from brandguard.checks.terms import readable, squash, written
from brandguard.model.facts import Fact
from brandguard.model.report import Finding, Place

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from brandguard.model.creative import Span
    from brandguard.model.profile import Profile
    from brandguard.model.report import Subject

ALTERED = 0.72
"""Likeness of letters from which a stretch is the claim with changes rather than other words: in
tests/coherence «every single morning» reaches 0.87, other sentences of one trade 0.5."""
SHORTEST_CLAIM = 8
"""Letters: a shorter one is found in too many words that are not it."""
MOST_WORDS_READ = 4_000
SOFT = frozenset({"handle", "hashtag", "url"})
"""Kinds of which a creative may well have others: a warning, where the rest fails."""
_TOLD_BY = ("MSG004", "LNK001")


def weekday_and_date(subject: Subject, profile: Profile) -> Iterator[Finding]:
    """MSG001: «Friday 12 June 2027» is a Saturday. Silent where no year is said."""
    del profile
    for fact in subject.features.facts or ():
        if fact.kind != "date" or "weekday" not in fact.details:
            continue
        days = fact.value.split("/")
        for day, said in zip(days, fact.details["weekday"].split("/"), strict=False):
            if not said or day.startswith("--"):
                continue
            true = dt.date.fromisoformat(day).isoweekday()
            if true != int(said):
                yield Finding(
                    "MSG001",
                    "warn",
                    facts={"found": fact.raw, "said": f"day{said}", "right": f"day{true}"},
                    key=day,
                    place=_place(subject, fact),
                    limit_from="built in",
                    suggestion=True,
                )


def against_itself(subject: Subject, profile: Profile) -> Iterator[Finding]:
    """MSG002: two values of one fact about the same thing in one creative."""
    del profile
    for found in within(subject.features.facts or ()):
        yield Finding(
            "MSG002",
            "warn",
            facts={"kind": found.kind, "found": found.one.raw, "other": found.other.raw},
            key=f"{found.kind} {found.one.value} {found.other.value}",
            place=_place(subject, found.one),
            more_places=(_place(subject, found.other),),
            limit_from="built in",
        )


def claim_altered(subject: Subject, profile: Profile) -> Iterator[Finding]:
    """MSG003: the claim is there with other words (a warning), or not at all (a note).

    A claim that the campaign file wants goes before the profile's; one that it requires is missed
    with a warning.
    """
    for language, claim, origin, required in _claims(subject, profile):
        spoken = {v.language for v in subject.features.voices} | {subject.language, ""}
        if language not in spoken:
            continue
        if not any(page.text.strip() for page in subject.features.pages):
            continue
        fact = claim_in(subject, claim, language)
        if fact is not None and (same_claim(fact.raw, claim) or _misread(subject, fact, claim)):
            continue
        yield Finding(
            "MSG003",
            "warn" if fact or required else "note",
            facts={"claim": claim, "found": fact.raw if fact else None},
            key=language,
            place=_place(subject, fact) if fact else Place(),
            limit_from=origin,
            suggestion=True,
        )


def _claims(subject: Subject, profile: Profile) -> Iterator[tuple[str, str, str, bool]]:
    """Give language, claim, where it stands and whether it must be there."""
    campaign = next((e for e in subject.expected if e.kind == "claim"), None)
    said = {fact.language: fact.value for fact in campaign.facts} if campaign else {}
    for language, claim in said.items():
        assert campaign is not None  # it said so
        yield language, claim, f"{CAMPAIGN}: {campaign.origin}", campaign.required
    for language, claim in profile.message.claims.items():
        if language not in said and "" not in said:
            yield language, claim, f"profile: defaults.brandguard.message.claim.{language}", False


def other_fact(subject: Subject, profile: Profile) -> Iterator[Finding]:
    """MSG004: a number, mailbox, handle or code that is not the brand's; LNK001 looks at links."""
    for kind, wanted in profile.message.facts.items():
        if kind == "url":
            continue
        known = {_norm(kind, value) for value in wanted}
        for fact in subject.features.facts or ():
            if fact.kind == kind and _norm(kind, fact.value) not in known:
                yield _unexpected("MSG004", subject, fact, kind, wanted)


def other_host(subject: Subject, profile: Profile) -> Iterator[Finding]:
    """LNK001: a printed link, or a click, leads to a host that the profile does not list."""
    wanted = profile.message.facts.get("url", ())
    known = {_host(value) for value in wanted} | SOCIAL
    if not wanted:
        return
    for fact in subject.features.facts or ():
        if fact.kind == "url" and not _within(_host(fact.value), known):
            yield _unexpected("LNK001", subject, fact, "url", wanted)


def _within(host: str, known: Collection[str]) -> bool:
    return any(host == one or host.endswith("." + one) for one in known)


def not_as_planned(subject: Subject, profile: Profile) -> Iterator[Finding]:
    """MSG005: another value than the campaign file wants stated; LNK001 and MSG004 go before it."""
    told = {f.key for check in (other_fact, other_host) for f in check(subject, profile)}
    told = {key for key in told if profile.rules.get(_TOLD_BY[key.startswith("url ")]) != "off"}
    for wanted in subject.expected:
        facts = [f for f in subject.features.facts or () if f"{f.kind} {f.value}" not in told]
        found = otherwise(wanted, facts)
        if found:
            yield Finding(
                "MSG005",
                "warn" if wanted.kind in SOFT else "fail",
                facts={
                    "kind": wanted.kind,
                    "found": ", ".join(dict.fromkeys(fact.raw for fact in found[:3])),
                    "wanted": ", ".join(fact.raw for fact in wanted.facts[:5]),
                    "language": subject.language,
                },
                key=f"{wanted.key} {found[0].value}",
                place=_place(subject, found[0]),
                more_places=tuple(_place(subject, fact) for fact in found[1:]),
                limit_from=f"{CAMPAIGN}: {wanted.origin}",
                suggestion=True,
            )


def not_stated(subject: Subject, profile: Profile) -> Iterator[Finding]:
    """MSG006: a fact that the campaign file requires is not there; MSG003 looks for the claim."""
    del profile
    facts = subject.features.facts
    if facts is None:
        return  # no text was read: the coverage says why
    for wanted in subject.expected:
        required = wanted.required and wanted.kind != "claim"
        if required and not states(wanted, facts) and not otherwise(wanted, facts):
            yield Finding(
                "MSG006",
                "warn",
                facts={
                    "kind": wanted.kind,
                    "wanted": ", ".join(fact.raw for fact in wanted.facts[:5]),
                    "language": subject.language,
                },
                key=wanted.key,
                limit_from=f"{CAMPAIGN}: {wanted.origin}",
                suggestion=True,
            )


def claims_of(subject: Subject, profile: Profile) -> tuple[Fact, ...]:
    """Give the claim as the creative has it, so that it can be compared within the campaign."""
    found = []
    for language, claim, *_ in _claims(subject, profile):
        fact = claim_in(subject, claim, language)
        if fact is not None:
            found.append(fact)
    return tuple(found)


def claim_in(subject: Subject, claim: str, language: str) -> Fact | None:
    """Find the claim or a stretch that is like it; None where neither is there."""
    wanted = _plain(claim)
    if len(wanted) < SHORTEST_CLAIM:
        return None
    best: tuple[float, int, Span] | None = None
    for page in subject.features.pages:
        seen = readable(page.text)
        found = _nearest(seen.text, wanted)
        if found and (best is None or found[0] > best[0]):
            best = (found[0], page.number, seen.span(*found[1]))
    if best is None or best[0] < ALTERED:
        return None
    _, number, span = best
    text = next(p.text for p in subject.features.pages if p.number == number)
    raw = written(text, span)
    return Fact("claim", _plain(raw), raw, number, span, language, sentence=raw)


def same_claim(one: str, other: str) -> bool:
    """Compare two wordings of a claim: case, accents, marks and line breaks do not count."""
    return _plain(one).replace(" ", "") == _plain(other).replace(" ", "")


def _misread(subject: Subject, fact: Fact, claim: str) -> bool:
    """Whether recognised words are the claim but for slips of recognition."""
    page = next(p for p in subject.features.pages if p.number == fact.page)
    wanted, found = squash(claim), squash(fact.raw)
    slips = slips_allowed(len(wanted), page)
    near = abs(len(found) - len(wanted)) <= slips
    return bool(slips) and near and holds_nearly(found, wanted, slips)


def _nearest(text: str, wanted: str) -> tuple[float, Span] | None:
    """Find the stretch of whole words that is most like the claim: its likeness and place."""
    words = [m.span() for m in regex.finditer(r"[\p{L}\p{N}'’]+", text)][:MOST_WORDS_READ]
    size = len(wanted.split())
    heads = set(wanted.split())
    best: tuple[float, Span] | None = None
    for i in range(len(words)):
        if _plain(text[slice(*words[i])]) not in heads:
            continue
        for count in range(max(1, size - 2), size + 3):
            if i + count > len(words):
                break
            span = (words[i][0], words[i + count - 1][1])
            found = _plain(text[slice(*span)])
            matcher = difflib.SequenceMatcher(None, wanted, found, autojunk=False)
            if matcher.quick_ratio() >= ALTERED:
                ratio = matcher.ratio()
                if best is None or ratio > best[0]:
                    best = (ratio, span)
    return best


def _plain(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join(kept.split())


def _norm(kind: str, value: str) -> str:
    if kind == "phone":
        return regex.sub(r"\D", "", value)[-SUFFIX_DIGITS:]
    return value.casefold().lstrip("@#")


def _host(value: str) -> str:
    host = regex.split(r"[/?#]", regex.sub(r"^https?://", "", value.casefold().strip()))[0]
    return str(host).removeprefix("www.")


def _unexpected(
    rule: str, subject: Subject, fact: Fact, kind: str, wanted: tuple[str, ...]
) -> Finding:
    return Finding(
        rule,
        "warn",
        facts={"kind": kind, "found": fact.raw, "wanted": ", ".join(wanted[:5])},
        key=f"{kind} {fact.value}",
        place=_place(subject, fact),
        limit_from=f"profile: defaults.brandguard.message.facts.{kind}",
        suggestion=True,
    )


def _place(subject: Subject, fact: Fact) -> Place:
    page = next((p for p in subject.features.pages if p.number == fact.page), None)
    return place_of(page, fact.span) if page else Place(fact.page, None, fact.span)


def _asked(profile: Profile) -> bool:
    """Whether the profile speaks of the message at all: else its rules are notes."""
    return bool(profile.message)


_NEEDS = frozenset({"facts", "text"})
RULES = (
    Rule("MSG001", "message", "warn", weekday_and_date, _NEEDS, _asked),
    Rule("MSG002", "message", "warn", against_itself, _NEEDS, _asked),
    Rule("MSG003", "message", "warn", claim_altered, _NEEDS, _asked),
    Rule("MSG004", "message", "warn", other_fact, _NEEDS, _asked),
    Rule("MSG005", "message", "fail", not_as_planned, _NEEDS),
    Rule("MSG006", "message", "warn", not_stated, _NEEDS),
    Rule("LNK001", "message", "warn", other_host, _NEEDS, _asked),
)
