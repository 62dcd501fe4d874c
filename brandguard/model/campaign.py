"""What a campaign file says: which creatives belong to a campaign, where each runs, what it states.

A campaign file speaks of everything below its folder. Patterns are those of gitignore, relative to
that folder; of two entries that match, the later one's word counts, field by field.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from brandguard.model.creative import Channel, Medium
from brandguard.model.facts import Fact, FactKind

ExpectedKey = Literal[
    "price", "discount", "offer", "date", "from", "until", "hours", "phone", "url", "email",
    "handle", "hashtag", "code", "postal_address", "claim",
]  # fmt: skip
"""Keys of `expected`: kinds of facts; `from` and `until` are dates."""


@dataclass(frozen=True, slots=True)
class Expected:
    """One fact that creatives of a campaign must not contradict; any of its values is right."""

    key: ExpectedKey
    kind: FactKind
    facts: tuple[Fact, ...]
    """Of a claim one a language; its language is empty where it is the same in all."""
    required: bool = False
    """Whether every creative that has text must state it."""
    origin: str = ""
    """File and key: «spring/campaign.yml expected.discount»."""


@dataclass(frozen=True, slots=True)
class CampaignEntry:
    """What one entry of `creatives` says of the creatives that its patterns match."""

    patterns: tuple[str, ...]
    channel: Channel | None = None
    medium: Medium | None = None
    language: str | None = None
    campaign: bool | str | None = None
    """True: they are of this campaign, even out of a folder with a file of its own; False: of
    none; a name: of that one."""
    expected: tuple[Expected, ...] = ()


@dataclass(frozen=True, slots=True)
class Campaign:
    """A campaign file, read."""

    name: str
    path: str
    """Of the file, absolute."""
    expected: tuple[Expected, ...] = ()
    entries: tuple[CampaignEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class Ruling:
    """What campaign files say of one creative; None where they leave it open."""

    campaign: str
    """Empty where it is of none."""
    folder: str
    """Where the campaign lies, written as the creative's path is."""
    file: str
    """The file that says so, written likewise."""
    channel: Channel | None = None
    medium: Medium | None = None
    language: str | None = None
    expected: tuple[Expected, ...] = field(default=())
