"""`--format text`: for people at a terminal, grouped by creative, the summary last."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from brandguard.model.paths import display_path, display_text
from brandguard.score import learned_start
from brandguard.writers.coherence_text import write_paragraph, write_sides
from brandguard.writers.contradictions import told
from brandguard.writers.ink import SHAPES, ink

if TYPE_CHECKING:
    from brandguard.messages import Messages
    from brandguard.model.report import CampaignReport, CreativeReport, Finding, Report

LEAST = 0.05
"""Points under which a cost would be shown as none."""


def write(report: Report, out: TextIO, messages: Messages, *, color: bool = False) -> None:
    """Write every creative with its findings, then campaigns and counts."""
    later: dict[str, None] = {}
    for creative in report.creatives:
        write_creative(creative, out, messages, color=color)
        later |= dict.fromkeys(_not_yet(creative))
    write_end(report, out, messages, color=color)
    if later:
        names = ", ".join(messages.name("dimension", name) for name in later)
        reason = messages.text("why.not_measured_yet")
        out.write(
            ink(f"{messages.text('report.not_measured')}: {names} ({reason})\n", "dim", color=color)
        )


def write_creative(
    creative: CreativeReport, out: TextIO, messages: Messages, *, color: bool = False
) -> None:
    """Write one creative: verdict, path, score and where it belongs, then its findings."""
    kind = "unreadable" if creative.error else creative.verdict
    shape = ink(SHAPES[kind], kind, color=color)
    path = ink(display_path(creative.path), "bold", color=color)
    facts = " · ".join(_facts(creative, messages))
    out.write(f"{shape} {path}{'  ' if facts else ''}{ink(facts, 'dim', color=color)}\n")
    for found in creative.findings:
        write_finding(found, out, messages, color=color, pages=creative.pages)
    costs = _distance_costs(creative, messages)
    if costs:
        line = messages.text("report.distance_cost", parts=costs)
        out.write(f"  {ink(line, 'dim', color=color)}\n")
    for (label, reason), names in _unmeasured(creative, messages).items():
        line = f"{label}: {', '.join(names)} – {reason}"
        out.write(f"  {ink(line, 'dim', color=color)}\n")
    if creative.findings:
        out.write("\n")


def write_end(report: Report, out: TextIO, messages: Messages, *, color: bool = False) -> None:
    """Write campaigns, counts and the profile."""
    for campaign in report.campaigns:
        if _is_told(campaign):
            _write_campaign(campaign, out, messages, color=color)
    counts = report.summary
    if not counts.creatives:
        out.write(messages.text("report.none") + "\n")
        return
    parts = [
        ink(messages.count(f"verdict_{key}", number), key, color=color)
        for key, number in _counts(report)
        if number
    ]
    total = messages.count("creatives", counts.creatives)
    score = (
        ""
        if counts.score is None
        else f"  {messages.text('report.score')} {messages.number(counts.score)}"
    )
    score += _accepted(counts.waived, messages, color)
    out.write(f"{ink(total, 'bold', color=color)}: {', '.join(parts)}{score}\n")
    if report.profile:
        where = f" ({display_path(report.profile.path)})" if report.profile.path else ""
        name = display_text(report.profile.name)
        out.write(ink(f"{messages.text('report.profile')}: {name}{where}\n", "dim", color=color))


def _is_told(campaign: CampaignReport) -> bool:
    """Say whether a campaign is more than its one creative, which has been told already."""
    if campaign.findings or campaign.conflicts:
        return True
    compared = campaign.score is not None or campaign.coherence is not None
    return campaign.creatives > 1 and compared


def _write_campaign(
    campaign: CampaignReport, out: TextIO, messages: Messages, *, color: bool
) -> None:
    score = "" if campaign.score is None else f"  {messages.number(campaign.score)}"
    name = display_text(campaign.name) or "·"
    label = ink(f"{messages.text('report.campaign')} {name}", "bold", color=color)
    count = messages.count("creatives", campaign.creatives)
    shape = ink(SHAPES[campaign.verdict], campaign.verdict, color=color)
    accepted = _accepted(sum(f.waived is not None for f in campaign.findings), messages, color)
    out.write(f"{shape} {label}{score}  {count}{accepted}\n")
    for found, conflict in told(campaign):
        if found is not None:
            write_finding(found, out, messages, color=color)
        if found is not None and conflict is not None:
            write_sides(conflict, out, messages, color=color)
    write_paragraph(campaign, out, messages, color=color)


def _accepted(number: int, messages: Messages, color: bool) -> str:
    """Say at the end of a line how many findings were accepted; nothing where none was."""
    return f"  {ink(messages.count('waived', number), 'dim', color=color)}" if number else ""


def _counts(report: Report) -> list[tuple[str, int]]:
    counts = report.summary
    return [
        ("fail", counts.failed), ("warn", counts.warned), ("pass", counts.passed),
        ("not_evaluable", counts.not_evaluable), ("unreadable", counts.unreadable),
    ]  # fmt: skip


def _facts(creative: CreativeReport, messages: Messages) -> list[str]:
    if creative.error is not None:
        return [messages.name("verdict", "unreadable")]
    facts = [messages.name("verdict", creative.verdict)]
    if creative.score is not None:
        facts.append(messages.number(creative.score))
    if creative.channel:
        facts.append(messages.name("channel", creative.channel))
    if creative.medium != "other":
        facts.append(messages.name("medium", creative.medium))
    if creative.language:
        facts.append(creative.language)
    return facts


def write_finding(
    found: Finding, out: TextIO, messages: Messages, *, color: bool, pages: int = 1
) -> None:
    """Write one finding with what to do; `pages` are those of the creative that it is about."""
    shape = ink(SHAPES[found.severity], found.severity, color=color)
    page = ""
    if found.place.page and pages != 1:  # of one page the number says nothing
        page = f" ({messages.text('report.page', page=found.place.page)})"
    title = ink(messages.title(found.rule), "bold", color=color)
    name = ink(found.fingerprint, "dim", color=color)  # what `brandguard waive` asks for
    out.write(f"  {shape} {found.rule} {title}{page}  {name}\n    {messages.message(found)}\n")
    for line in (messages.suggestion(found), messages.limit_from(found)):
        if line:
            out.write(f"    {ink(line, 'dim', color=color)}\n")
    if found.waived:
        reason = messages.text("report.waived", reason=found.waived.reason)
        out.write(f"    {ink(reason, 'dim', color=color)}\n")


def _distance_costs(creative: CreativeReport, messages: Messages) -> str:
    """Name what the distance from the approved took of each learned dimension, in points.

    It is why a creative without any finding can have less than one with a warning.
    """
    costs = [
        (messages.name("dimension", d.dimension), -(100.0 - learned_start(d.distance)))
        for d in creative.dimensions
        if d.distance is not None and d.score is not None
    ]
    return ", ".join(f"{name} {messages.number(cost)}" for name, cost in costs if cost <= -LEAST)


def _not_yet(creative: CreativeReport) -> list[str]:
    """Give the dimensions that no creative is measured in yet: said once, at the end."""
    return [
        d.dimension
        for d in creative.dimensions
        if d.reason is not None and d.reason.code == "why.not_measured_yet"
    ]


def _unmeasured(creative: CreativeReport, messages: Messages) -> dict[tuple[str, str], list[str]]:
    """Group the dimensions without a score by «not measured» or «not judged», and the reason."""
    groups: dict[tuple[str, str], list[str]] = {}
    for score in creative.dimensions:
        if score.reason is None or score.reason.code == "why.not_measured_yet":
            continue
        name = messages.name("dimension", score.dimension)
        asked = score.reason.code != "why.not_in_profile"
        label = messages.text("report.not_measured" if asked else "report.not_judged")
        groups.setdefault((label, messages.note(score.reason)), []).append(name)
    return groups
