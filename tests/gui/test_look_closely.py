"""Somebody looks closely: where a colour lies, where text and logos are, how others see it."""

from dataclasses import replace

from fakes import PALETTE, PROFILE, judged, page
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor

from brandguard.gui.layers import colour_traces, logo_traces, text_traces
from brandguard.model.features import Swatch
from brandguard.model.logo import BrandLogo, LogoSighting

SIGHTING = LogoSighting(
    name="primary", confidence=0.9, box=(0.1, 0.1, 0.3, 0.2),
    corners=((0.1, 0.1), (0.3, 0.1), (0.3, 0.2), (0.1, 0.2)), width_px=360, height_px=120,
    width_mm=None, height_mm=None, distortion=0.0, angle=0.0, colour_difference=0.5,
    recolouring="none", colour="#000000", wanted_colour="#000000", ground="#FFFFFF",
    ground_kind="flat", contrast=21.0, clear_space=0.5,
)  # fmt: skip


def test_a_click_on_a_colour_shows_where_it_lies_and_another_ends_it(checked, qtbot, script):
    boxed = replace(PALETTE[0], swatch=Swatch("#1F3A5F", 0.5, box=(0.0, 0.0, 0.5, 1.0)))
    script.reports = {
        "banner.png": lambda path: replace(judged(path), palette=(boxed, *PALETTE[1:]))
    }
    with qtbot.waitSignal(checked.session.rejudged):
        checked.session.judge_again()
    strip = checked.preview.strip
    place = QPoint(int(strip._pieces()[0].left) + 5, 8)
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=place)
    assert [t.kind for t in checked.preview.canvas.traces] == ["colour"]
    assert checked.preview.canvas.traces[0].boxes == ((0.0, 0.0, 0.5, 1.0),)
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=place)
    assert checked.preview.canvas.traces == ()


def test_colours_can_be_walked_by_keys(checked, qtbot):
    strip = checked.preview.strip
    strip.setFocus()
    qtbot.keyClick(strip, Qt.Key.Key_Right)
    assert strip.chosen.swatch.hex == "#1F3A5F"
    qtbot.keyClick(strip, Qt.Key.Key_Right)
    assert strip.chosen.swatch.hex == "#F7F3EA"
    qtbot.keyClick(strip, Qt.Key.Key_Escape)
    assert strip.chosen is None


def test_text_and_logos_can_be_shown(checked):
    checked.preview.texts.trigger()
    assert [t.kind for t in checked.preview.canvas.traces] == ["text"]
    checked.preview.texts.trigger()
    assert checked.preview.canvas.traces == ()
    seen = replace(page(), logos=(SIGHTING, replace(SIGHTING, confidence=0.5)))
    profile = replace(PROFILE, logos=(BrandLogo("primary", "/l.svg", clear_space=0.5),))
    logo, space = logo_traces(seen, profile)
    assert logo.corners == SIGHTING.corners
    left, top, right, bottom = space.boxes[0]
    assert (round(left, 4), round(top, 4)) == (0.0667, 0.05)
    assert (round(right, 4), round(bottom, 4)) == (0.3333, 0.25)
    assert list(text_traces(page(text=""))) == []
    assert list(colour_traces(Swatch("#FFFFFF", 0.1))) == []


def test_space_shows_the_place_in_hand_alone(checked):
    checked.session.select_finding(0)
    checked.preview.alone.trigger()
    assert [o.spot.index for o in checked.preview.canvas.overlays if o.isVisible()] == [0]
    checked.session.select_finding(1)
    assert [o.spot.index for o in checked.preview.canvas.overlays if o.isVisible()] == [1]
    checked.preview.alone.trigger()
    assert len([o for o in checked.preview.canvas.overlays if o.isVisible()]) == 2


def test_the_picture_is_shown_as_others_see_it(checked, qtbot):
    canvas = checked.preview.canvas
    qtbot.waitUntil(lambda: canvas.picture.width() == 1800)
    before = canvas.picture.toImage().pixelColor(900, 600)
    checked.preview.vision.choose("tritan")
    qtbot.waitUntil(lambda: canvas.picture.toImage().pixelColor(900, 600) != before)
    from brandguard.model.vision import seen_with

    r, g, b = seen_with("tritan", [before.red(), before.green(), before.blue()])
    assert canvas.picture.toImage().pixelColor(900, 600) == QColor(int(r), int(g), int(b))
    checked.preview.vision.choose(None)
    assert canvas.picture.toImage().pixelColor(900, 600) == before


def test_judging_again_keeps_zoom_and_picture(checked, qtbot):
    canvas = checked.preview.canvas
    qtbot.waitUntil(lambda: canvas.picture.width() == 1800)
    canvas.zoom_to(2.0)
    with qtbot.waitSignal(checked.session.rejudged):
        checked.session.judge_again()
    assert canvas.zoom == 2.0
    assert canvas.picture.width() == 1800
