"""Rows of a report for spreadsheets: the same columns in every format that has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandguard.model.paths import display_path, display_text
from brandguard.model.report import DIMENSIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brandguard.messages import Messages
    from brandguard.model.report import CampaignReport, CreativeReport, Finding, PaletteRow, Report

Cell = str | float | int | None

FINDING_COLUMNS = (
    "file", "page", "campaign", "channel", "medium", "language", "verdict", "score", "rule",
    "severity", "title", "message", "suggestion", "limit", "words", "left", "top", "right",
    "bottom", "reason", "by", "until", "fingerprint",
)  # fmt: skip
CREATIVE_COLUMNS = (
    "file", "campaign", "channel", "medium", "language", "pages", "verdict", "score", "fail",
    "warn", "note", "waived", "error", "sha256",
)  # fmt: skip
PALETTE_COLUMNS = (
    "file", "page", "colour", "share", "nearest", "nearest_hex", "difference", "photo",
)  # fmt: skip
CAMPAIGN_COLUMNS = ("campaign", "verdict", "score", "creatives")
AGREEMENT_COLUMNS = (
    "campaign", "file", "channel", "agreement", *(f"of_{name}" for name in DIMENSIONS), "lacks",
)  # fmt: skip
CONFLICT_COLUMNS = (
    "campaign",
    "conflict",
    "rule",
    "fact",
    "file",
    "page",
    "channel",
    "value",
    "words",
)

MOST_WORDS = 200
"""Characters of the marked text that a row quotes."""


def findings(report: Report, messages: Messages) -> Iterator[list[Cell]]:
    """Give a row for each finding: those of the creatives, then those of the campaigns."""
    for creative in report.creatives:
        for found in creative.findings:
            yield finding(creative, found, messages)
    for campaign in report.campaigns:
        for found in campaign.findings:
            yield finding(campaign, found, messages)


def finding(
    owner: CreativeReport | CampaignReport, found: Finding, messages: Messages
) -> list[Cell]:
    """Give the cells of one finding, as FINDING_COLUMNS names them."""
    return [
        *_owner(owner, messages, found),
        found.rule,
        messages.name("severity", found.severity),
        messages.title(found.rule),
        messages.message(found),
        messages.suggestion(found),
        messages.limit_from(found),
        _words(owner, found),
        *(found.place.box or (None,) * 4),
        *_waived(found, messages),
        found.fingerprint,
    ]


def creative(one: CreativeReport, messages: Messages) -> list[Cell]:
    """Give the cells of one creative, as CREATIVE_COLUMNS names them."""
    open_ = [f for f in one.findings if not f.waived]
    return [
        display_path(one.path),
        display_text(one.campaign),
        one.channel and messages.name("channel", one.channel),
        None if one.medium == "other" else messages.name("medium", one.medium),
        one.language and messages.name("language_name", one.language),
        one.pages,
        messages.name("verdict", "unreadable" if one.error else one.verdict),
        one.score,
        *(sum(f.severity == severity for f in open_) for severity in ("fail", "warn", "note")),
        len(one.findings) - len(open_),
        messages.note(one.error) if one.error else None,
        one.sha256,
    ]


def colour(one: CreativeReport, row: PaletteRow, messages: Messages) -> list[Cell]:
    """Give the cells of one colour of a creative, as PALETTE_COLUMNS names them."""
    return [
        display_path(one.path),
        row.page,
        row.swatch.hex,
        row.swatch.share,
        row.nearest and display_text(row.nearest),
        row.nearest_hex,
        row.delta_e,
        messages.name("yes_no", "yes" if row.swatch.photo else "no"),
    ]


def campaign(one: CampaignReport, messages: Messages) -> list[Cell]:
    """Give the cells of one campaign, as CAMPAIGN_COLUMNS names them."""
    return [
        display_text(one.name), messages.name("verdict", one.verdict), one.score, one.creatives,
    ]  # fmt: skip


def agreement(one: CampaignReport, messages: Messages) -> Iterator[list[Cell]]:
    """Give a row for both sides of a campaign, then one a creative, as AGREEMENT_COLUMNS names."""
    found = one.coherence
    if found is None:
        return
    name = display_text(one.name)
    yield [name, None, None, found.score, *(a.score for a in found.dimensions), None]
    for row in found.creatives:
        yield [
            name,
            display_path(row.path),
            row.channel and messages.name("channel", row.channel),
            row.score,
            *(a.score for a in row.dimensions),
            ", ".join(messages.name("cue", cue) for cue in row.missing) or None,
        ]


def sides(one: CampaignReport, messages: Messages) -> Iterator[list[Cell]]:
    """Give a row for each side of each conflict, as CONFLICT_COLUMNS names the cells."""
    for number, conflict in enumerate(one.conflicts, start=1):
        for side in conflict.sides:
            yield [
                display_text(one.name),
                number,
                conflict.rule,
                conflict.fact and messages.name("fact", conflict.fact),
                display_path(side.path),
                side.place.page,
                side.channel and messages.name("channel", side.channel),
                display_text(side.raw or side.value),
                display_text(side.sentence) or None,
            ]


def paths_of(found: Finding) -> list[str]:
    """Give the creatives that a campaign's finding speaks of, the first first."""
    named = (found.facts.get("path"), found.facts.get("other_path"))
    return [path for path in named if isinstance(path, str) and path]


def _owner(
    owner: CreativeReport | CampaignReport, messages: Messages, found: Finding
) -> list[Cell]:
    from brandguard.model.report import CampaignReport

    page = found.place.page
    if isinstance(owner, CampaignReport):
        verdict = messages.name("verdict", owner.verdict)
        file = next(map(display_path, paths_of(found)), None)
        return [file, page, display_text(owner.name), None, None, None, verdict, owner.score]
    one = creative(owner, messages)
    path, campaign_name, channel, medium, language, _, verdict_, score, *_ = one
    return [path, page, campaign_name, channel, medium, language, verdict_, score]


def _words(owner: CreativeReport | CampaignReport, found: Finding) -> str | None:
    """Quote the text that a finding marks."""
    from brandguard.model.report import CampaignReport

    place = found.place
    if place.span is None or isinstance(owner, CampaignReport):
        return None
    start, end = place.span
    for page in owner.page_views:
        if page.number == place.page:
            quoted = " ".join(page.text[start : min(end, start + MOST_WORDS)].split())
            return display_text(quoted) or None
    return None


def _waived(found: Finding, messages: Messages) -> list[Cell]:
    waived = found.waived
    if waived is None:
        return [None, None, None]
    return [
        messages.name("accepted_for", waived.reason),
        waived.by and display_text(waived.by),
        waived.until and display_text(waived.until),
    ]
