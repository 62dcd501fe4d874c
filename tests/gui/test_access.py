"""Somebody works without a mouse, or without seeing the window."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLabel,
    QPushButton,
    QRadioButton,
    QToolButton,
    QWidget,
)

from brandguard.gui import theme
from brandguard.gui.elided import ElidedLabel
from brandguard.gui.exportdialog import ExportDialog
from brandguard.gui.speech import speak

VIEWS = ("creatives", "campaign", "profile", "report", "settings", "about", "keys", "export")
LANGUAGES = ("en", "it", "es")
CUT = (QLabel, QPushButton, QCheckBox, QRadioButton, QToolButton)


def focusable(window):
    return [
        w
        for w in window.findChildren(QWidget)
        if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible() and not w.focusProxy()
    ]


def name(widget):
    text = getattr(widget, "text", None)
    return widget.accessibleName() or (text() if callable(text) else "")


def shown(window, view, qtbot):
    """Show a view, and give what is to be looked at: the window, or the dialog over it."""
    if view == "settings":
        window.show_settings()
        qtbot.waitUntil(lambda: window.settings_page.stored.text() != "")
    elif view in {"about", "keys"}:
        getattr(window.errands, view)()
        return window.errands.open_dialog
    elif view == "export":
        dialog = ExportDialog(window.memory, "en", window)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog
    else:
        window.views.show_view(view)
    QApplication.processEvents()
    return window


def nameless(part, canvas):
    return [
        (type(w).__name__, type(w.parent()).__name__, w.objectName())
        for w in focusable(part)
        if not name(w)
        and not w.objectName().startswith("qt_")
        and w.parent() is not canvas  # its viewport hands the focus on
    ]


def test_whatever_takes_the_focus_has_a_name_in_every_view(checked, qtbot):
    for view in VIEWS:
        part = shown(checked, view, qtbot)
        assert nameless(part, checked.preview.canvas) == [], view
        if part is not checked:
            part.close()


def cut_off(part):
    """Find texts that have less room than they need."""
    found = []
    for widget in part.findChildren(QWidget):
        if not isinstance(widget, CUT) or isinstance(widget, ElidedLabel):
            continue
        if not widget.isVisible() or not widget.text() or widget.width() <= 0:
            continue
        if isinstance(widget, QLabel) and widget.wordWrap():
            need = widget.heightForWidth(widget.width())
            if widget.height() < need - 1:
                found.append((type(widget).__name__, widget.text(), widget.height(), need))
            continue
        need = widget.minimumSizeHint().width()
        if isinstance(widget, QPushButton):
            need = widget.fontMetrics().horizontalAdvance(widget.text().replace("&", ""))
        if widget.width() < need - 1:
            found.append((type(widget).__name__, widget.text(), widget.width(), need))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_cut_off(checked, language, qtbot):
    checked.resize(1280, 800)
    checked.speak(language)
    for view in VIEWS:
        part = shown(checked, view, qtbot)
        qtbot.wait(30)
        assert cut_off(part) == [], view
        if part is not checked:
            part.close()
    speak(QApplication.instance(), "en")


def test_a_text_that_is_cut_off_is_found(checked):
    button = checked.report.export_button
    checked.views.show_view("report")
    QApplication.processEvents()
    button.setFixedWidth(12)
    QApplication.processEvents()
    assert [text for _, text, *_ in cut_off(checked)] == ["Export…"]


TWICE = """
import sys
sys.path.insert(0, {tests!r})
import pytest
sys.exit(pytest.main(["-q", "-p", "no:cacheprovider", "-k", "cut_off", {file!r}]))
"""


@pytest.mark.skipif(os.environ.get("QT_SCALE_FACTOR") == "2", reason="this is the second round")
def test_no_text_is_cut_off_at_twice_the_scale():
    """Qt reads its scale once: the same tests in a process of their own."""
    code = TWICE.format(tests=str(Path(__file__).parent), file=__file__)
    env = dict(os.environ, QT_SCALE_FACTOR="2", QT_QPA_PLATFORM="offscreen")
    done = subprocess.run(
        [sys.executable, "-c", code], env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-4000:]


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


@pytest.mark.usefixtures("qapp")
def test_words_of_the_profile_editor_follow_a_scheme_that_changes(qtbot):
    from brandguard.gui.editor.fields import Problem
    from brandguard.gui.editor.section import muted_text

    quiet, wrong = muted_text("Who the brand is"), Problem()
    wrong.say("not a colour")
    for label in (quiet, wrong):
        qtbot.addWidget(label)
    before = QApplication.palette()
    try:
        QApplication.setPalette(theme.dark_palette())
        QApplication.processEvents()
        ground = theme.dark_palette().color(QPalette.ColorRole.Window)
        for label in (quiet, wrong):
            assert contrast(label.palette().color(QPalette.ColorRole.WindowText), ground) >= 4.5
    finally:
        QApplication.setPalette(before)
