"""How far creatives agree, for people at a terminal: a paragraph of a campaign, or a comparison."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, TextIO

from brandguard.model.creative import CHANNELS
from brandguard.model.paths import display_path, display_text
from brandguard.writers.contradictions import by_value, value_words
from brandguard.writers.ink import ink

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brandguard.messages import Messages
    from brandguard.model.coherence import Agreement, Coherence, PairAgreement
    from brandguard.model.features import Swatch
    from brandguard.model.report import CampaignReport, Conflict, Finding

BAR = 20
GAUGE = "  100,0  " + BAR * "·" + "   100%"
"""As wide as what stands before a weight, and it."""
SHOWN_COLOURS = 8
SHOWN_PAIRS = 3
SHOWN_LACKING = 5
SHOWN_SIDES = 4
"""Creatives of a contradiction that are named for each thing said."""
NAMED_PARTS = 2
"""Parts of a path that name a creative within a line: its folder tells online from offline."""
WORST_PAIR = 60.0
"""Agreement under which a campaign's worst pair is worth a line."""


def write_paragraph(
    campaign: CampaignReport, out: TextIO, messages: Messages, *, color: bool
) -> None:
    """Write a campaign's agreement in a few lines; nothing where nothing could be compared."""
    found = campaign.coherence
    if found is None or found.score is None:
        return
    known = [a for a in found.dimensions if a.score is not None]
    names = [messages.name("dimension", a.dimension) for a in known]
    scores = [messages.number(a.score, 0) for a in known if a.score is not None]
    weights = _weights(known, messages)
    widths = [max(map(len, cells)) for cells in zip(names, scores, weights, strict=True)]
    out.write(
        f"  {_title(found, messages)}: {ink(messages.number(found.score), 'bold', color=color)}\n"
    )
    for cells in (names, scores, weights):
        row = "  ".join(cell.rjust(width) for cell, width in zip(cells, widths, strict=True))
        if cells is weights:
            row += f"  ({messages.text('report.weight')})"
        out.write(f"    {row if cells is scores else ink(row, 'dim', color=color)}\n")
    for pair in found.pairs[:1]:
        if pair.score is not None and pair.score < WORST_PAIR:
            out.write(f"    {messages.text('report.pairs')}: {_pair(pair, messages)}\n")
    _lacking(found, out, messages)


def write_sides(conflict: Conflict, out: TextIO, messages: Messages, *, color: bool) -> None:
    """Write who says what, where more than one creative says it."""
    for group in by_value(conflict):
        paths = tuple(dict.fromkeys(side.path for side in group))
        if len(paths) == 1:
            continue
        named = ", ".join(map(_short, paths[:SHOWN_SIDES]))
        if len(paths) > SHOWN_SIDES:
            named += f", … {messages.count('others', len(paths) - SHOWN_SIDES)}"
        count = messages.count("creatives", len(paths))
        line = f"{value_words(conflict, group[0], messages)} – {count}: {named}"
        out.write(f"    {ink(line, 'dim', color=color)}\n")


def write_comparison(
    campaign: CampaignReport, out: TextIO, messages: Messages, *, color: bool
) -> None:
    """Write what two creatives or folders share and where they differ, both sides shown."""
    found = campaign.coherence
    if found is None:
        out.write(messages.text("report.not_compared") + "\n")
        return
    out.writelines(
        f"{ink(letter, 'bold', color=color)}  {display_path(side)}\n"
        for letter, side in zip("AB", found.sides, strict=True)
    )
    score = messages.number(found.score) if found.score is not None else "–"
    title = messages.text("report.agreement")
    out.write(f"\n{ink(f'{title} {score}', 'bold', color=color)}\n")
    width = max(len(messages.name("dimension", a.dimension)) for a in found.dimensions)
    weights = _weights(found.dimensions, messages)
    out.write(f"  {messages.text('report.weight'):>{width + len(GAUGE)}}\n")
    out.writelines(
        f"  {_line(one, weight, width, messages, color=color)}\n"
        for one, weight in zip(found.dimensions, weights, strict=True)
    )
    _palettes(found, out, messages, color=color)
    _sayings(found, out, messages)
    if found.pairs_compared > 1:
        out.write(f"\n{ink(messages.text('report.pairs'), 'bold', color=color)}\n")
        out.writelines(f"  {_pair(pair, messages)}\n" for pair in found.pairs[:SHOWN_PAIRS])
    out.write("\n")
    _lacking(found, out, messages)


def write_differences(
    findings: Sequence[Finding], out: TextIO, messages: Messages, *, color: bool
) -> None:
    """Write the findings between the two sides."""
    from brandguard.writers.text import write_finding

    for found in findings:
        write_finding(found, out, messages, color=color, pages=1)


def _weights(known: Sequence[Agreement], messages: Messages) -> list[str]:
    """Give what each dimension that could be compared counts for, in per cent of them all."""
    total = sum(a.weight for a in known if a.score is not None) or 1.0
    return [messages.percent(a.weight / total) if a.score is not None else "" for a in known]


def _title(found: Coherence, messages: Messages) -> str:
    one, other = (_side(side, messages) for side in found.sides)
    if one == other:
        return messages.text("report.agree_within")
    return messages.text("report.agree_sides", one=one, other=other)


def _side(name: str, messages: Messages) -> str:
    return messages.name("channel", name) if name in CHANNELS else display_path(name)


def _line(one: Agreement, weight: str, width: int, messages: Messages, *, color: bool) -> str:
    name = messages.name("dimension", one.dimension).ljust(width)
    if one.score is None:
        reason = messages.note(one.reason) if one.reason else messages.text("report.not_compared")
        return f"{name}      –  {ink(reason, 'dim', color=color)}"
    full = round(one.score / 100 * BAR)
    bar = "█" * full + "·" * (BAR - full)
    taken = ", ".join(f"{d.rule} −{messages.number(d.points)}" for d in one.deductions)
    score = messages.number(one.score)
    return f"{name}  {score:>5}  {bar}  {weight:>5}{'  ' if taken else ''}{taken}"


def _pair(pair: PairAgreement, messages: Messages) -> str:
    score = messages.number(pair.score) if pair.score is not None else "–"
    return f"{score:>5}  {_short(pair.one)} – {_short(pair.other)}"


def _short(path: str) -> str:
    return display_text("/".join(path.replace("\\", "/").split("/")[-NAMED_PARTS:]))


def _lacking(found: Coherence, out: TextIO, messages: Messages) -> None:
    lacking = [row for row in found.creatives if row.missing]
    for row in lacking[:SHOWN_LACKING]:
        cues = ", ".join(messages.name("cue", cue) for cue in row.missing)
        out.write(f"    {messages.text('report.lacks')}: {cues} – {_short(row.path)}\n")


def _palettes(found: Coherence, out: TextIO, messages: Messages, *, color: bool) -> None:
    """Write the palettes side by side, the colours that count most first."""
    sides = [
        _weighed(swatches, weights)
        for swatches, weights in zip(found.palettes, found.palette_weights, strict=True)
    ]
    if not any(sides):
        return
    out.write(f"\n{ink(messages.text('report.side_palettes'), 'bold', color=color)}\n")
    out.write(f"  {'A':<18}B\n")
    for row, both in enumerate(zip_longest(*sides)):
        cells = [_colour(one, messages, color=color, first=not row) for one in both]
        out.write(f"  {cells[0]}  {cells[1]}".rstrip() + "\n")


def _weighed(swatches: Sequence[Swatch], weights: Sequence[float]) -> list[Swatch]:
    both = sorted(zip(weights, swatches, strict=True), key=lambda pair: (-pair[0], pair[1].hex))
    return [swatch for _, swatch in both[:SHOWN_COLOURS]]


def _colour(swatch: Swatch | None, messages: Messages, *, color: bool, first: bool = False) -> str:
    if swatch is None:
        return f"{'–':<16}" if first else " " * 16
    share = messages.percent(swatch.share)
    block = "██"
    if color:
        from brandguard.model.colour import rgb_of_hex  # it brings NumPy, which help does without

        red, green, blue = rgb_of_hex(swatch.hex)
        block = f"\x1b[38;2;{red};{green};{blue}m██\x1b[0m"
    return f"{block} {swatch.hex} {share:>5}"


def _sayings(found: Coherence, out: TextIO, messages: Messages) -> None:
    if not found.sayings:
        return
    out.write(f"\n{messages.text('report.headlines')}\n")
    for one in found.sayings:
        calls = " · ".join(display_text(call) for call in one.calls)
        headline = display_text(one.headline)
        tail = f" → {calls}" if calls else ""
        out.write(f"  {_short(one.path)}: {headline}{tail}\n")
