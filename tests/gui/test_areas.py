"""A place that is an area: what is drawn over the preview, and where it can be clicked."""

import base64

from PySide6.QtCore import QPointF

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
