"""A name that is drawn, as a logo or a wordmark, is not a name written wrongly."""

from dataclasses import replace

import pytest

from brandguard.checks import run
from brandguard.model.creative import TextRun
from brandguard.model.features import Features, PageFeatures
from brandguard.model.logo import LogoSighting
from brandguard.model.profile import Profile, Wording
from brandguard.model.report import Subject

PROFILE = Profile("A", wording=Wording(names=("Tazamora",)))
BOX = (0.1, 0.1, 0.4, 0.2)
SEEN = LogoSighting(
    name="primary", confidence=0.9, box=(0.05, 0.05, 0.5, 0.25), corners=((0, 0),) * 4,
    width_px=90, height_px=20, width_mm=None, height_mm=None, distortion=0, angle=0,
    colour_difference=0, recolouring="none", colour="#000000", wanted_colour="#000000",
    ground="#FFFFFF", ground_kind="flat", contrast=21, clear_space=1,
)  # fmt: skip


def codes(text, source="ocr", logos=None):
    start = text.index("tazamora")
    word = TextRun((start, start + 8), BOX, source=source, confidence=0.99)
    page = PageFeatures(1, 100, 100, text=text, runs=(word,), logos=logos)
    subject = Subject("a.png", Features("0" * 64, "png", 1, (page,), 1))
    return {finding.rule for finding in run(subject, PROFILE)}


def test_a_name_in_running_text_is_told_of():
    assert "TRM003" in codes("New at tazamora this week")


@pytest.mark.parametrize("text", ["tazamora", "Spring is here\ntazamora®\nuntil May"])
def test_a_name_alone_in_its_line_in_pixels_is_a_wordmark(text):
    assert "TRM003" not in codes(text)


def test_in_a_text_document_a_line_is_no_wordmark():
    assert "TRM003" in codes("Spring is here\ntazamora\nuntil May", source="live")


def test_a_name_within_the_logo_is_the_logo():
    text = "tazamora ceramics"
    assert "TRM003" not in codes(text, logos=(SEEN,))
    assert "TRM003" in codes(text, logos=(replace(SEEN, confidence=0.5),))
    assert "TRM003" in codes(text, logos=(replace(SEEN, box=(0.6, 0.6, 0.9, 0.9)),))
