"""Somebody works without a mouse, or without seeing the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QWidget

from brandguard.gui import theme


def focusable(window):
    return [
        w
        for w in window.findChildren(QWidget)
        if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible() and not w.focusProxy()
    ]


def name(widget):
    text = getattr(widget, "text", None)
    return widget.accessibleName() or (text() if callable(text) else "")


def test_whatever_takes_the_focus_has_a_name(checked):
    canvas = checked.preview.canvas  # its viewport hands the focus on
    nameless = [
        (type(w).__name__, type(w.parent()).__name__, w.objectName())
        for w in focusable(checked)
        if not name(w) and not w.objectName().startswith("qt_") and w.parent() is not canvas
    ]
    assert nameless == []


def test_buttons_that_show_an_icon_alone_are_named(checked):
    for button in checked.preview.findChildren(QToolButton):
        assert button.accessibleName()
        assert button.toolTip()


def test_a_row_is_one_sentence(checked):
    index = checked.session.rows.index(0)
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert (
        said == "banner.png, Off brand, Offline · poster, Fails 1, Warnings 1, Notes 1, score 62.4"
    )


def test_no_text_is_smaller_than_12_pixels(checked):
    from brandguard.gui.app import readable

    font = readable(QApplication.font())
    assert font.pointSizeF() * 96 / 72 >= 12
    for label in checked.findChildren(QLabel):
        assert label.fontInfo().pixelSize() >= 12


def luminance(colour):
    def linear(c):
        return c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4

    r, g, b = (linear(x) for x in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one, other):
    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


@pytest.mark.parametrize("state", theme.LOOKS)
@pytest.mark.parametrize("ground", ["#FFFFFF", "#EFEFEF"])
def test_severities_can_be_read_on_a_light_window(state, ground):
    assert contrast(QColor(theme.LOOKS[state].light), QColor(ground)) >= 4.5


@pytest.mark.parametrize("state", theme.LOOKS)
@pytest.mark.parametrize("role", [QPalette.ColorRole.Base, QPalette.ColorRole.Window])
@pytest.mark.usefixtures("qapp")
def test_severities_can_be_read_on_a_dark_window(state, role):
    ground = theme.dark_palette().color(role)
    assert contrast(QColor(theme.LOOKS[state].dark), ground) >= 4.5


def test_each_state_has_a_shape_of_its_own():
    shapes = [look.shape for look in theme.LOOKS.values()]
    assert len(set(shapes)) == len(shapes)


def test_the_window_follows_a_dark_scheme(checked):
    before = QApplication.palette()
    try:
        QApplication.setPalette(theme.dark_palette())
        QApplication.processEvents()
        card = checked.findings.cards[0]
        head = next(x for x in card.findChildren(QLabel) if "Fail" in x.text())
        ink = head.palette().color(QPalette.ColorRole.WindowText)
        assert ink == QColor(theme.LOOKS["fail"].dark)
    finally:
        QApplication.setPalette(before)
