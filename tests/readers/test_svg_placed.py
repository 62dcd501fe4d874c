"""What an SVG places: pictures, groups and reused drawings, each in its place."""

import base64
import io

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from brandguard.readers import read
from brandguard.readers.svg_placed import MOST_PLACED, path_edges

HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    ' viewBox="0 0 200 100">'
)


def placed(body):
    return next(iter(read((HEAD + body + "</svg>").encode(), "a.svg").pages)).placed


def box(one):
    corners = np.array(one.corners) * (200, 100)
    return (*corners.min(0), *corners.max(0))


def png(width, height):
    out = io.BytesIO()
    Image.new("RGB", (width, height), "#C8102E").save(out, "PNG")
    return f"data:image/png;base64,{base64.b64encode(out.getvalue()).decode()}"


def test_a_group_lies_where_its_transform_puts_it():
    (one,) = placed(
        '<g transform="translate(20,10) scale(2,1)"><rect x="0" y="0" width="30" height="20"/>'
        '<path d="M5 5 h30 v10 z"/></g>'
    )
    assert box(one) == pytest.approx((20, 10, 90, 30))
    assert (one.kind, one.width, one.height) == ("drawing", 35, 20)


def test_a_wrapped_group_is_given_once_and_the_whole_page_not_at_all():
    found = placed('<g><g><g><circle cx="50" cy="50" r="20"/></g></g></g>')
    assert len(found) == 1
    assert placed('<g><rect width="200" height="100"/></g>') == ()


def test_a_reused_symbol_is_fitted_into_its_size():
    (one,) = placed(
        '<symbol id="m" viewBox="0 0 40 20"><rect width="40" height="20"/></symbol>'
        '<use href="#m" x="100" y="40" width="80" height="80"/>'
    )
    assert box(one) == pytest.approx((100, 60, 180, 100))


def test_a_reused_group_is_moved():
    found = placed(
        '<defs><g id="m"><rect width="40" height="20"/></g></defs>'
        '<use xlink:href="#m" x="100" y="40"/>'
    )
    assert [box(one) for one in found] == [pytest.approx((100, 40, 140, 60))]


def test_a_picture_keeps_its_proportions_unless_it_is_told_not_to():
    (one,) = placed(f'<image href="{png(40, 20)}" x="10" y="10" width="60" height="60"/>')
    assert (box(one), one.kind) == (pytest.approx((10, 25, 70, 55)), "image")
    (one,) = placed(
        f'<image href="{png(40, 20)}" width="60" height="60" preserveAspectRatio="none"/>'
    )
    assert box(one) == pytest.approx((0, 0, 60, 60))
    assert (one.width, one.height) == (40, 20)


@pytest.mark.parametrize("body", [
    '<g id="a"><use href="#a"/></g>',
    '<image href="data:image/png;base64,AAAA" width="9" height="9"/>',
    '<g transform="scale(1e300)"><rect width="1e300" height="1e300"/></g>',
    '<symbol id="s" viewBox="0 0 0 0"><path d="M nonsense"/></symbol><use href="#s"/>',
])  # fmt: skip
def test_what_makes_no_sense_is_passed_over(body):
    assert placed(body) == ()


def test_there_is_an_end_to_what_is_named_and_to_what_multiplies():
    many = "".join(
        f'<g><rect x="{i % 40 * 5}" y="{i // 40 * 5}" width="4" height="4"/></g>'
        for i in range(400)
    )
    assert len(placed(many)) == MOST_PLACED
    doubled = '<g id="d0"><rect width="9" height="9"/></g>' + "".join(
        f'<g id="d{i}"><use href="#d{i - 1}"/><use href="#d{i - 1}" x="1"/></g>'
        for i in range(1, 14)
    )
    assert len(placed(f"<defs>{doubled}</defs>" + '<use href="#d13"/>')) <= MOST_PLACED


@pytest.mark.parametrize(("data", "edges"), [
    ("M10 20 L30 40", (10, 20, 30, 40)),
    ("m10,20 20,20 h-30 v5", (0, 20, 30, 45)),
    ("M0 0C0 10 20 10 20 0S40-10 40 0", (0, -10, 40, 10)),
    ("M10 50a40 40 0 0180 0", (10, 10, 90, 90)),
    ("M5 5zm5 5l1 1", (5, 5, 11, 11)),
    ("", None),
])  # fmt: skip
def test_the_box_of_a_path(data, edges):
    assert path_edges(data) == (edges and pytest.approx(edges))


@given(st.text(alphabet="MmLlHhVvCcSsQqTtAaZz0123456789.,- e", max_size=60))
def test_any_path_has_a_box_or_none(data):
    edges = path_edges(data)
    assert edges is None or (edges[0] <= edges[2] and edges[1] <= edges[3])
