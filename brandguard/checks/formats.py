"""TRM005: prices and percentages that are written otherwise than the profile's examples."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from brandguard.checks.rule import Rule
from brandguard.checks.spans import place_of
from brandguard.language.formats import read_percent, read_price
from brandguard.model.report import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brandguard.model.facts import Fact
    from brandguard.model.profile import Formats, Profile
    from brandguard.model.report import Place, Subject

SHOWN = 50


def written_otherwise(subject: Subject, profile: Profile) -> Iterator[Finding]:
    """TRM005: a figure stands there in another form than the profile's example of its language.

    Recognised text is left alone: whether a space stands before a sign is a guess there.
    """
    pages = {page.number: page for page in subject.features.pages}
    wrong: dict[tuple[str, str, str], list[tuple[Fact, str, Place]]] = defaultdict(list)
    for fact in subject.features.facts or ():
        formats = profile.wording.formats.get(fact.language)
        found = _other_form(fact, formats) if formats and fact.page in pages else None
        if found is None:
            continue
        place = place_of(pages[fact.page], fact.span)
        if place.source != "ocr":
            kind, example, right = found
            wrong[fact.language, kind, example].append((fact, right, place))
    for (language, kind, example), hits in wrong.items():
        fact, right, place = hits[0]
        yield Finding(
            "TRM005",
            "warn",
            facts={"found": fact.raw, "use": right, "example": example, "count": len(hits)},
            key=f"{language} {kind}",
            place=place,
            more_places=tuple(place for *_, place in hits[1:SHOWN]),
            limit_from=f"profile: defaults.brandguard.wording.formats.{language}.{kind}",
            suggestion=True,
        )


def _other_form(fact: Fact, formats: Formats) -> tuple[str, str, str] | None:
    """Give the kind, the example and how to write it, where a fact departs from the example."""
    if fact.kind == "price" and formats.price:
        wanted, found = read_price(formats.price), read_price(fact.raw)
        if wanted and found and not wanted.as_written(found):
            return "price", formats.price, wanted.write(found)
    if fact.kind == "discount" and formats.percent:
        model, percent = read_percent(formats.percent), read_percent(fact.raw)
        if model and percent and model[1] != percent[1]:
            right = percent[0] + ("\u00a0%" if model[1] else "%")
            return "percent", formats.percent, right
    return None


RULES = (
    Rule(
        "TRM005",
        "voice",
        "warn",
        written_otherwise,
        frozenset({"facts", "text"}),
        lambda p: bool(p.wording.formats),
    ),
)
