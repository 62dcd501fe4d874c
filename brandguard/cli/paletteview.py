"""The palette of a creative: drawn in the terminal, or as plain data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from brandguard.model.paths import display_path

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from brandguard.messages import Messages
    from brandguard.model.features import Features, Swatch
    from brandguard.model.profile import Profile

BAR = 24
"""Cells of a colour that covers the whole page."""


def palette_json(path: str, features: Features, brand: Profile | None) -> dict[str, Any]:
    """Give brandguard.palette/1; under a profile each colour with the brand's nearest."""
    pages = [
        {"palette": [_swatch(swatch, brand) for swatch in page.palette or ()]}
        for page in features.pages
    ]
    return {"schema": "brandguard.palette/1", "path": display_path(path), "pages": pages}


def _swatch(swatch: Swatch, brand: Profile | None) -> dict[str, Any]:
    plain = {"hex": swatch.hex, "share": swatch.share, "photo": swatch.photo}
    return plain if brand is None else {**plain, **nearest(swatch, brand)}


def nearest(swatch: Swatch, brand: Profile) -> dict[str, Any]:
    """Give the brand colour nearest to a swatch by CIEDE2000, as a report does."""
    from brandguard.checks.colour_seen import nearest as nearest_of

    found = nearest_of(swatch.hex, brand)
    if found is None:
        return {"nearest": None, "nearest_hex": None, "delta_e": None}
    colour, delta_e = found
    return {"nearest": colour.name, "nearest_hex": colour.hex, "delta_e": round(delta_e, 4)}


def draw_palette(
    path: str, features: Features, brand: Profile | None, messages: Messages, out: Console
) -> None:
    """Draw the colours of each page as bars, largest share first."""
    from rich.text import Text

    out.print(Text(display_path(path), style="bold"))
    for page in features.pages:
        if len(features.pages) > 1:
            out.print(Text(messages.text("measured.page", number=page.number), style="dim"))
        if not page.palette:
            out.print(Text(f"  {messages.text('measured.no_picture')}", style="dim"))
        for swatch in page.palette or ():
            out.print(_row(swatch, brand, messages))


def _row(swatch: Swatch, brand: Profile | None, messages: Messages) -> Text:
    from rich.text import Text

    row = Text(f"  {swatch.hex}  {messages.percent(swatch.share):>6}  ")
    width = max(1, round(swatch.share * BAR))
    row.append("█" * width, style=swatch.hex)
    if brand is not None:
        row.append(" " * (BAR - width + 2))
        row.append_text(_against(swatch, brand, messages))
    if swatch.photo:
        row.append(f"  {messages.text('measured.photo')}", style="dim")
    return row


def _against(swatch: Swatch, brand: Profile, messages: Messages) -> Text:
    from rich.text import Text

    near = nearest(swatch, brand)
    if near["nearest"] is None:
        return Text(messages.text("report.no_nearest"), style="dim")
    text = Text("██ ", style=near["nearest_hex"])
    figure = messages.number(near["delta_e"])
    text.append(f"{near['nearest']} {near['nearest_hex']}  ΔE {figure}", style="default")
    return text
