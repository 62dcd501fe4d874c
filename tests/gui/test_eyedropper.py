"""Somebody picks a colour from a creative: what lies under the cross, seen through a loupe."""

import pytest
from fakes import PROFILE, picture
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from brandguard.gui.editor.eyedropper import LOUPE_PIXELS, Eyedropper
from brandguard.gui.flow import Flow


@pytest.fixture
def dropper(checked, qtbot):
    checked.session.profile = PROFILE
    made = Eyedropper(checked.session, checked)
    qtbot.addWidget(made)
    made.show()
    made._loader.loaded.disconnect()
    made.page.show_image(picture("#1F3A5F"))
    return made


def test_the_loupe_shows_the_pixels_around_the_cross(dropper):
    dropper.page._go(QPointF(0.25, 0.5))
    piece = dropper.page.around(LOUPE_PIXELS)
    assert (piece.width(), piece.height()) == (LOUPE_PIXELS, LOUPE_PIXELS)
    assert piece.pixelColor(LOUPE_PIXELS // 2, LOUPE_PIXELS // 2).name() == "#1f3a5f"
    assert dropper.loupe.grab().toImage().pixelColor(2, 2).name() == "#1f3a5f"


@pytest.mark.parametrize("place", [(0.0, 0.0), (1.0, 1.0)])
def test_at_the_edge_it_shows_what_there_is(dropper, place):
    dropper.page._go(QPointF(*place))
    assert dropper.page.around(LOUPE_PIXELS).width() == LOUPE_PIXELS
    assert not dropper.loupe.grab().isNull()


def test_without_a_picture_there_is_nothing_to_look_at(dropper):
    dropper.page.show_image(QImage())
    assert dropper.page.around(LOUPE_PIXELS).isNull()


def test_a_colour_of_the_palette_is_named_and_not_added_twice(dropper):
    picked = []
    dropper.picked.connect(picked.append)
    dropper.page.show_image(picture("#F2B441"))
    dropper.page._go(QPointF(0.25, 0.5))
    assert dropper._words.text() == "#F2B441  ·  is Sun of the palette"
    assert not dropper.add.isEnabled()
    QTest.keyClick(dropper.page, Qt.Key.Key_Return)
    assert picked == []
    dropper.page.show_image(picture("#1F3A5F"))
    dropper.page._go(QPointF(0.25, 0.5))
    QTest.keyClick(dropper.page, Qt.Key.Key_Return)
    assert picked == ["#1F3A5F"]


def test_buttons_that_find_no_room_go_to_the_next_line(qtbot):
    box = QWidget()
    qtbot.addWidget(box)
    row = Flow(box)
    buttons = [QPushButton(f"Button {n}") for n in range(4)]
    for button in buttons:
        row.addWidget(button)
    whole = row.sizeHint()
    box.resize(whole.width(), 200)
    box.show()
    assert len({button.y() for button in buttons}) == 1
    box.resize(whole.width() // 2, 200)
    row.activate()
    assert len({button.y() for button in buttons}) == 2
    assert row.heightForWidth(whole.width() // 2) > row.heightForWidth(whole.width())
    assert max(button.geometry().right() for button in buttons) < whole.width() // 2
