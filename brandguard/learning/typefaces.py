"""Typefaces that approved creatives have in common, and which of them set text and headlines.

Only what the files name counts: a picture's letters are pixels and say nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from brandguard.checks.type_seen import by_family, letters_of, settings_of
from brandguard.checks.typography_sizes import headline_of
from brandguard.model.fontnames import family_key
from brandguard.model.typography import Family, Headings, TypographyRules

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from brandguard.checks.type_seen import Setting
    from brandguard.model.features import Features

LEAST_EXAMPLES = 5
"""Approved creatives that name their fonts; fewer say nothing."""
LEAST_PRESENCE = 0.2
"""Part of them that use a family of the brand at least: one of the brand's own may be for notes or
figures alone, one of a single creative is an accident. Judgement."""
LEAST_CREATIVES = 2
AGREEING = 0.6
"""Part of them that set their text, or their headlines, in the family that is named for it."""
LEAST_HEADLINES = 3


@dataclass(frozen=True, slots=True)
class LearnedFamily:
    """One family, and the part of the approved creatives with fonts that use it."""

    name: str
    presence: float


@dataclass(frozen=True, slots=True)
class LearnedType:
    """The families, most common first, and those of text and of headlines, where most agree."""

    families: tuple[LearnedFamily, ...]
    base: str | None
    headings: str | None
    judged: int
    """Approved creatives that name their fonts."""

    @property
    def others(self) -> tuple[str, ...]:
        """Give the families that are for neither text nor headlines by themselves."""
        return tuple(f.name for f in self.families if f.name not in {self.base, self.headings})

    @property
    def rules(self) -> TypographyRules:
        """Give what a profile with nothing else would say of type."""
        return TypographyRules(
            families=tuple(Family(family.name) for family in self.families),
            headings=Headings(self.headings) if self.headings else None,
        )


def learn_typefaces(examples: Iterable[Features]) -> LearnedType | None:
    """Find the families that come back; None where too few creatives name their fonts."""
    used: Counter[str] = Counter()
    main: Counter[str] = Counter()
    heads: Counter[str] = Counter()
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    judged = 0
    for features in examples:
        settings = settings_of(features)
        families = by_family(settings)
        if not families:
            continue
        judged += 1
        for key, some in families.items():
            used[key] += 1
            spellings[key].update(s.face.family for s in some)
        main[_most(families)] += 1
        headline = headline_of([s for s in settings if s.run.size_pt])
        if headline:
            heads[_most(_by_key(headline))] += 1
    if judged < LEAST_EXAMPLES:
        return None
    least = max(LEAST_CREATIVES, LEAST_PRESENCE * judged)
    names = {key: _spelt(spellings[key]) for key, count in used.items() if count >= least}
    if not names:
        return None
    return LearnedType(
        families=tuple(
            LearnedFamily(names[key], used[key] / judged)
            for key in sorted(names, key=lambda key: (-used[key], key))
        ),
        base=_agreed(main, names, LEAST_EXAMPLES),
        headings=_agreed(heads, names, LEAST_HEADLINES),
        judged=judged,
    )


def _by_key(settings: Iterable[Setting]) -> dict[str, list[Setting]]:
    """Give stretches of text by their family."""
    found: dict[str, list[Setting]] = defaultdict(list)
    for setting in settings:
        found[family_key(setting.face.family)].append(setting)
    return found


def _most(families: Mapping[str, Sequence[Setting]]) -> str:
    """Name the family that most letters are set in."""
    return min(families, key=lambda key: (-letters_of(families[key]), key))


def _spelt(spellings: Counter[str]) -> str:
    return min(spellings, key=lambda name: (-spellings[name], name))


def _agreed(votes: Counter[str], names: Mapping[str, str], least: int) -> str | None:
    """Name the family that most creatives agree on; None where too few do."""
    if votes.total() < least:
        return None
    key = min(votes, key=lambda key: (-votes[key], key))
    return names.get(key) if votes[key] >= AGREEING * votes.total() else None
