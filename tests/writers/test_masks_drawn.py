"""A finding whose place is an area: what the JSON report and the overlay of the HTML report say."""

import base64
import json

import jsonschema
import pytest

from brandguard.messages import Messages
from brandguard.model.features import PageFeatures
from brandguard.model.mask import Mask
from brandguard.model.report import Finding, Place
from brandguard.settings import asset_path
from brandguard.writers import record
from brandguard.writers.overlay import overlay

CORNERS = Mask(4, 4, (0.25, 0.25), base64.b64encode(bytes([0b10010000, 0b00001001])).decode())
BOX = (0.0, 0.0, 0.25, 0.25)
FACTS = {"found": "#7A2BBF", "share": 0.1, "delta_e": 35.0, "limit": 5.0, "nearest": "Ink"}


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


def test_an_area_is_drawn_cell_by_cell_and_its_badge_is_at_the_main_part():
    page = PageFeatures(1, 360, 360)
    (outline,) = overlay(page, [(1, finding(CORNERS))]).outlines
    assert outline.cells.count("M") == 4
    assert outline.border.count("M") == 16
    assert "M270.0 270.0H360.0V360.0" in outline.cells
    assert outline.badge is not None
    assert max(outline.badge) < 90
    (plain,) = overlay(page, [(1, finding(None))]).outlines
    assert (plain.cells, plain.border) == ("", "")


def test_an_area_that_would_hide_the_picture_has_its_border_alone():
    whole = Mask(4, 2, (0.25, 0.5), base64.b64encode(bytes([0b11111111])).decode())
    (outline,) = overlay(PageFeatures(1, 360, 360), [(1, finding(whole))]).outlines
    assert not outline.cells
    assert outline.border
