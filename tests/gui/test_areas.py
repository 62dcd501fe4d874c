"""A place that is an area: what is drawn over the preview, and where it can be clicked."""

import base64

import pytest
from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QGraphicsScene, QGraphicsView, QStyleOptionGraphicsItem

from brandguard.gui import theme
from brandguard.gui.overlay import Overlay
from brandguard.gui.places import Spot
from brandguard.model.mask import Mask

CORNERS = Mask(4, 4, (0.25, 0.25), base64.b64encode(bytes([0b10010000, 0b00001001])).decode())


def test_scattered_parts_are_clicked_where_they_lie_and_not_between(qapp):
    del qapp  # Qt's shapes need an application
    item = Overlay(Spot(0, "warn", (0.0, 0.0, 0.25, 0.25), CORNERS), 400, 400)
    for x, y in ((50, 50), (350, 50), (50, 350), (350, 350)):
        assert item.shape().contains(QPointF(x, y))
        assert item.boundingRect().contains(QPointF(x, y))
    assert not item.shape().contains(QPointF(200, 200))


def test_a_box_is_clicked_all_over(qapp):
    del qapp
    item = Overlay(Spot(0, "warn", (0.1, 0.1, 0.9, 0.9)), 400, 400)
    assert item.shape().contains(QPointF(200, 200))
    assert not item.shape().contains(QPointF(395, 395))


def drawn(spot, *, chosen=False):
    """Draw a place on a grey page of 400 by 400 and give the picture."""
    scene = QGraphicsScene(0, 0, 400, 400)
    view = QGraphicsView(scene)
    item = Overlay(spot, 400, 400)
    scene.addItem(item)
    item.choose(chosen)
    picture = QImage(400, 400, QImage.Format.Format_RGB32)
    picture.fill(0x808080)
    painter = QPainter(picture)
    item.paint(painter, QStyleOptionGraphicsItem())
    painter.end()
    view.close()
    return picture


def filled(picture, rect):
    """Whether most of a part of the picture has the colour of a warning."""
    wanted = theme.LOOKS["warn"].light.lower()
    across, down = range(rect.left(), rect.right()), range(rect.top(), rect.bottom())
    points = [(x, y) for x in across for y in down]
    return sum(picture.pixelColor(*point).name() == wanted for point in points) > len(points) / 2


LEFT, ABOVE = QRect(82, 200, 10, 4), QRect(106, 180, 10, 4)
LINE = (0.25, 0.5, 0.75, 0.55)


def test_a_number_stands_in_the_margin_and_not_on_the_line_above(qapp):
    del qapp
    picture = drawn(Spot(0, "warn", LINE))
    assert filled(picture, LEFT)
    assert not filled(picture, ABOVE)


def test_a_number_that_has_no_margin_stands_over_its_place(qapp):
    del qapp
    picture = drawn(Spot(0, "warn", (0.0, 0.5, 0.75, 0.55)))
    assert filled(picture, QRect(4, 180, 14, 2))


@pytest.mark.parametrize("chosen", [False, True])
def test_a_further_place_is_numbered_only_while_its_finding_is_in_hand(qapp, chosen):
    del qapp
    picture = drawn(Spot(0, "warn", LINE, first=False), chosen=chosen)
    assert filled(picture, LEFT) == chosen


def test_only_the_first_place_of_a_finding_carries_its_number(checked):
    first = [(o.spot.index, o.spot.first) for o in checked.preview.canvas.overlays]
    assert first
    for index in {i for i, _ in first}:
        assert sum(mine for i, mine in first if i == index) == 1
