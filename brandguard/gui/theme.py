"""The few colours that are ours: those of severities, in a set for light and one for dark schemes.

All else comes from the system's palette. Meaning never rests on colour alone: each state has a
shape and a word too. The hues follow Okabe and Ito (2008), darkened or lightened until they reach
4.5:1 on the window and on the base colour of their scheme (tests/gui/test_theme.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

SPACE = 8
"""Device-independent pixels: every margin and gap is a multiple of half of it."""

LEAST_POINTS = 10.0
"""Body text: over 12 px at 96 dpi even where the system asks for less."""

_HALF_LIGHT = 128
_WORN = "brandguard_palette"
"""Set on the application while it wears a palette of ours instead of the system's."""


@dataclass(frozen=True, slots=True)
class Look:
    """How one state is shown: its shape, and its colour on a light and on a dark window."""

    shape: str
    light: str
    dark: str


LOOKS: dict[str, Look] = {
    "fail": Look("■", "#B42318", "#FF8F7D"),
    "warn": Look("▲", "#8A5300", "#F2B441"),
    "note": Look("●", "#1D5FA6", "#82B8F2"),
    "pass": Look("✓", "#17704A", "#63CC97"),
    "queued": Look("◌", "#5C5F66", "#B4B7BD"),
    "not_evaluable": Look("◇", "#5C5F66", "#B4B7BD"),
    "unreadable": Look("⚠", "#8B2C7E", "#E9A0DE"),
}
"""By state of a creative and severity of a finding."""


def is_dark(palette: QPalette) -> bool:
    """Tell whether the window is dark, whoever made it so: the system, the user or a test."""
    return palette.color(QPalette.ColorRole.Window).lightness() < _HALF_LIGHT


def colour(state: str, palette: QPalette) -> QColor:
    """Give the colour of a state for this palette's scheme."""
    look = LOOKS[state]
    return QColor(look.dark if is_dark(palette) else look.light)


def muted(palette: QPalette) -> QColor:
    """Give the colour of second-rank text: readable (4.5:1), yet behind the first rank."""
    return colour("queued", palette)


def hairline(palette: QPalette) -> QColor:
    """Give the colour of lines between things: the text's, much thinned."""
    line = QColor(palette.color(QPalette.ColorRole.WindowText))
    line.setAlphaF(0.16)
    return line


def dark_palette() -> QPalette:
    """Give a dark palette for where Qt cannot switch the scheme itself: pictures, tests."""
    palette = QPalette()
    role = QPalette.ColorRole
    shades = {
        role.Window: "#1F2125", role.WindowText: "#ECEDEF", role.Base: "#17191C",
        role.AlternateBase: "#24262B", role.Text: "#ECEDEF", role.Button: "#2E3138",
        role.ButtonText: "#ECEDEF", role.ToolTipBase: "#2E3138", role.ToolTipText: "#ECEDEF",
        role.Highlight: "#2F6FB5", role.HighlightedText: "#FFFFFF", role.Link: "#82B8F2",
        role.PlaceholderText: "#9A9DA3", role.Light: "#3A3E46", role.Midlight: "#34373E",
        role.Mid: "#4A4E57", role.Dark: "#0F1013", role.Shadow: "#000000",
    }  # fmt: skip
    for each, shade in shades.items():
        palette.setColor(each, QColor(shade))
    off = QPalette.ColorGroup.Disabled
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(off, each, QColor("#7D8087"))
    return palette


def wear(app: QApplication, scheme: str) -> None:
    """Show the window light, dark, or (any other name) as the system does."""
    wished = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}.get(scheme)
    if app.property(_WORN):
        app.setPalette(QPalette())
        app.setProperty(_WORN, 0)
    hints = app.styleHints()
    if wished is None:
        hints.unsetColorScheme()
    else:
        hints.setColorScheme(wished)
        if is_dark(app.palette()) != (wished == Qt.ColorScheme.Dark):  # the platform cannot switch
            app.setPalette(dark_palette() if wished == Qt.ColorScheme.Dark else light_palette())
            app.setProperty(_WORN, 1)
    for widget in app.allWidgets():  # Qt paints those with a style sheet in the colours they had
        if sheet := widget.styleSheet():
            widget.setStyleSheet("")
            widget.setStyleSheet(sheet)


def light_palette() -> QPalette:
    """Give a light palette for where Qt cannot switch the scheme itself."""
    return QPalette(QColor("#EFEFEF"))
