"""A finding whose place is an area: what the JSON report and the overlay of the HTML report say."""

import base64
import json
from math import floor

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from brandguard.messages import Messages
from brandguard.model.creative import TextRun
from brandguard.model.features import PageFeatures
from brandguard.model.mask import Mask
from brandguard.model.report import Finding, Place
from brandguard.settings import asset_path
from brandguard.writers import record
from brandguard.writers.contour import contours
from brandguard.writers.overlay import BADGE, OVERHANG, overlay

CORNERS = Mask(4, 4, (0.25, 0.25), base64.b64encode(bytes([0b10010000, 0b00001001])).decode())
BOX = (0.0, 0.0, 0.25, 0.25)
FACTS = {"found": "#7A2BBF", "share": 0.1, "delta_e": 35.0, "limit": 5.0, "nearest": "Ink"}
NEAR = (-0.6, -0.1, 0.1, 0.6)


def finding(mask):
    place = Place(page=1, box=BOX, source="pixels", mask=mask)
    return Finding("COL001", "warn", FACTS, key="#7A2BBF", place=place)


def test_the_mask_stands_in_the_json_report_and_in_its_schema():
    schema = json.loads(asset_path("schema", "report.schema.json").read_text(encoding="utf-8"))
    schema = {"$defs": schema["$defs"], "$ref": "#/$defs/finding"}
    written = record.finding(finding(CORNERS), Messages.load("en"))
    assert written["mask"] == {"columns": 4, "rows": 4, "cell": [0.25, 0.25], "bits": CORNERS.bits}
    jsonschema.validate(written, schema)
    broken = written | {"mask": {"columns": 4}}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(broken, schema)


def test_without_a_mask_the_json_report_is_as_it_was():
    assert "mask" not in record.finding(finding(None), Messages.load("en"))


def test_an_area_is_drawn_part_by_part_and_its_badge_is_at_the_main_part():
    page = PageFeatures(1, 360, 360)
    (outline,) = overlay(page, [(1, finding(CORNERS))]).outlines
    assert outline.cells.count("M") == outline.border.count("M") == outline.border.count("Z") == 4
    assert "M270.0 270.0L360.0 270.0L360.0 360.0L270.0 360.0Z" in outline.cells
    assert outline.badge is not None
    assert max(outline.badge) < 120
    (plain,) = overlay(page, [(1, finding(None))]).outlines
    assert (plain.cells, plain.border) == ("", "")


def area(*rows):
    bits = "".join(row.replace(".", "0").replace("#", "1") for row in rows)
    data = int(bits.ljust(-(-len(bits) // 8) * 8, "0"), 2).to_bytes(-(-len(bits) // 8), "big")
    columns = len(rows[0])
    return Mask(columns, len(rows), (1 / columns, 1 / len(rows)), base64.b64encode(data).decode())


def test_a_stair_becomes_a_slope_and_a_straight_side_stays():
    (line,) = contours(area("#...", "##..", "###.", "####"))
    corners = {(round(x * 4, 2), round(y * 4, 2)) for x, y in line}
    # the corners that long sides make, and the middles of the stairs between them
    assert (0.0, 4.0) in corners
    assert {(1.0, 0.5), (1.5, 1.0), (2.0, 1.5), (2.5, 2.0), (3.0, 2.5), (3.5, 3.0)} <= corners
    assert not {(1.0, 1.0), (2.0, 2.0), (3.0, 3.0)} & corners


def test_a_hole_has_a_border_of_its_own_and_a_band_is_a_rectangle():
    around = contours(area("###", "#.#", "###"))
    assert sorted(len(line) for line in around) == [4, 4]
    (band,) = contours(area("....", "####"))
    assert sorted(band) == [(0.0, 0.5), (0.0, 1.0), (1.0, 0.5), (1.0, 1.0)]


@given(st.lists(st.text("#.", min_size=5, max_size=5), min_size=1, max_size=6))
def test_no_border_lies_further_than_half_a_cell_from_what_was_measured(rows):
    marked = {(y, x) for y, row in enumerate(rows) for x, sign in enumerate(row) if sign == "#"}
    lines = contours(area(*rows))
    assert bool(lines) == bool(marked)
    for across, down in (point for line in lines for point in line):
        x, y = across * 5, down * len(rows)
        near = {(floor(y + b), floor(x + a)) for a in NEAR for b in NEAR}
        assert near & marked
        assert near - marked


def test_a_badge_stands_outside_its_frame_and_off_the_words():
    page = PageFeatures(
        1, 360, 360, text="small print",
        runs=(TextRun((0, 11), (0.3, 0.5, 0.6, 0.53)), TextRun((0, 11), (0.1, 0.5, 0.29, 0.53))),
    )  # fmt: skip
    place = Place(page=1, box=(0.3, 0.5, 0.6, 0.53))
    (one,) = overlay(page, [(1, Finding("COL006", "note", FACTS, place=place))]).outlines
    left, top, width, height = one.frame
    x, y = one.badge
    half = BADGE / 2
    apart = x + half <= left + 0.01 or x - half >= left + width - 0.01
    assert apart or y + half <= top + 0.01 or y - half >= top + height - 0.01
    assert not (0.1 * 360 - half < x < 0.29 * 360 + half and abs(y - 0.515 * 360) < half)


def test_many_badges_at_one_place_never_cover_each_other():
    page = PageFeatures(1, 360, 500)
    place = Place(page=1, box=(0.0, 0.0, 1.0, 1.0))
    found = [(n, Finding("COL001", "warn", FACTS, place=place)) for n in range(1, 40)]
    for overhang in (0.0, OVERHANG):
        drawn = overlay(page, found, overhang=overhang)
        spots = [one.badge for one in drawn.outlines]
        for i, (x, y) in enumerate(spots):
            assert -overhang <= x - BADGE / 2
            assert y + BADGE / 2 <= drawn.height + overhang
            assert all(max(abs(x - a), abs(y - b)) > BADGE - 0.1 for a, b in spots[:i])


def test_an_area_that_would_hide_the_picture_has_its_border_alone():
    whole = Mask(4, 2, (0.25, 0.5), base64.b64encode(bytes([0b11111111])).decode())
    (outline,) = overlay(PageFeatures(1, 360, 360), [(1, finding(whole))]).outlines
    assert not outline.cells
    assert outline.border


def test_a_finding_with_many_places_does_not_hide_the_page():
    page = PageFeatures(1, 360, 500)
    places = tuple(Place(page=1, box=(0.1, y / 50, 0.9, y / 50 + 0.01)) for y in range(40))

    def drawn(severity, many):
        found = Finding("PRO002", severity, place=places[0], more_places=places[1:many])
        return len(overlay(page, [(1, found)]).outlines)

    assert [drawn("warn", many) for many in (1, 12, 40)] == [1, 12, 12]
    assert [drawn("note", many) for many in (1, 6, 7)] == [1, 6, 0]
