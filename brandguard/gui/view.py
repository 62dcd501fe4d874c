"""Which creatives the list shows, in which order and under which headings. Without any Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from brandguard.model.paths import display_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brandguard.gui.entry import Entry

Order = Literal["arrival", "worst", "name"]
Group = Literal["none", "campaign", "channel", "state"]
ORDERS: tuple[Order, ...] = ("arrival", "worst", "name")
GROUPS: tuple[Group, ...] = ("none", "campaign", "channel", "state")
STATES = ("fail", "warn", "pass", "not_evaluable", "unreadable", "queued")
"""Gravest first, as the groups come."""


@dataclass(frozen=True, slots=True)
class View:
    """What the user chose to see."""

    states: frozenset[str] = frozenset(STATES)
    channel: str | None = None
    """online, offline, «» for unknown; None for all."""
    campaign: str | None = None
    search: str = ""
    """Words that all must stand in name, path, text or rules of the findings."""
    group: Group = "none"
    order: Order = "arrival"

    @property
    def plain(self) -> bool:
        """Whether all creatives are shown as they come."""
        return self == View()

    @property
    def narrowed(self) -> bool:
        """Whether some may be hidden."""
        others = (self.states, self.channel, self.campaign, self.search.strip())
        return others != (frozenset(STATES), None, None, "")


@dataclass(frozen=True, slots=True)
class Heading:
    """What a group has in common, and how many are in it."""

    key: str
    count: int


def arranged(entries: Iterable[Entry], view: View) -> list[Entry | Heading]:
    """Choose, order and group the creatives."""
    words = [word.casefold() for word in view.search.split()]
    shown = [entry for entry in entries if _fits(entry, view, words)]
    if view.order == "worst":
        shown.sort(key=_badness)
    elif view.order == "name":
        shown.sort(key=lambda entry: (entry.name.casefold(), entry.path))
    if view.group == "none":
        return list(shown)
    groups: dict[str, list[Entry]] = {}
    for entry in shown:
        groups.setdefault(group_of(entry, view.group), []).append(entry)
    out: list[Entry | Heading] = []
    for key in sorted(groups, key=lambda name: _group_rank(name, view.group)):
        out.append(Heading(key, len(groups[key])))
        out += groups[key]
    return out


def group_of(entry: Entry, group: Group) -> str:
    """Name the group of a creative: the campaign, the channel or the state."""
    if group == "state":
        return entry.state
    report = entry.report
    if report is None:
        return ""
    return (report.campaign if group == "campaign" else report.channel) or ""


def _group_rank(name: str, group: Group) -> tuple[int, str]:
    if group == "state":
        return STATES.index(name), name
    return int(not name), name.casefold()  # those without one come last


def _badness(entry: Entry) -> tuple[int, float, str]:
    score = entry.report.score if entry.report is not None else None
    return STATES.index(entry.state), 100.0 if score is None else score, entry.path


def _fits(entry: Entry, view: View, words: list[str]) -> bool:
    if entry.state not in view.states:
        return False
    report = entry.report
    if view.channel is not None and ((report.channel if report else None) or "") != view.channel:
        return False
    if view.campaign is not None and (report.campaign if report else "") != view.campaign:
        return False
    return not words or _says(entry, words)


def _says(entry: Entry, words: list[str]) -> bool:
    parts = [display_text(entry.path).casefold()]
    if entry.report is not None:
        parts += [finding.rule.casefold() for finding in entry.report.findings]
        parts += [page.text.casefold() for page in entry.report.page_views]
    return all(any(word in part for part in parts) for word in words)
