"""The sample brand: complete, readable, small, and it loads."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from brandguard.interchange.brandyml import load_profile

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "assets" / "sample"
RIGHT = SAMPLE / "campaigns" / "spring-right"
WRONG = SAMPLE / "campaigns" / "spring-wrong"
CAMPAIGN_FILE = "campaign.yml"
FILES = sorted(p for p in SAMPLE.rglob("*") if p.is_file())
PICTURES = [p for p in FILES if p.suffix in {".png", ".jpg"}]
PDFS = [p for p in FILES if p.suffix == ".pdf"]
COPY = sorted((SAMPLE / "approved" / "copy").glob("*.md"))


def name_of(path):
    return str(path.relative_to(SAMPLE))


def pdf_text(path):
    with pypdfium2.PdfDocument(path) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def planted():
    """The rows of the README's table: file and what is wrong."""
    rows = (SAMPLE / "README.md").read_text(encoding="utf-8").splitlines()
    return [row.split("|")[1].strip(" `") for row in rows if row.startswith(("| `on", "| `off"))]


def test_every_file_the_readme_names_exists():
    names = set(planted())
    assert len(planted()) > 20
    assert [name for name in names if not (WRONG / name).is_file()] == []


def test_every_wrong_creative_has_a_right_twin_and_a_documented_mistake():
    wrong = {str(p.relative_to(WRONG)) for p in WRONG.rglob("*") if p.is_file()}
    right = {str(p.relative_to(RIGHT)) for p in RIGHT.rglob("*") if p.is_file()}
    assert wrong == right
    wrong.remove(CAMPAIGN_FILE)
    assert wrong == set(planted())
    assert all((RIGHT / name).read_bytes() != (WRONG / name).read_bytes() for name in wrong)


@pytest.mark.parametrize("path", PICTURES, ids=name_of)
def test_every_picture_opens(path):
    with Image.open(path) as image:
        image.load()
        assert min(image.size) >= 250


@pytest.mark.parametrize("path", PDFS, ids=name_of)
def test_every_pdf_has_live_text_and_a_page_size_of_paper(path):
    with pypdfium2.PdfDocument(path) as document:
        sizes = {tuple(round(side / 72 * 25.4) for side in page.get_size()) for page in document}
    assert sizes <= {(148, 210), (210, 297), (297, 420)}
    assert len(pdf_text(path).split()) > 8


def test_the_letters_of_a_pdf_can_be_read_back():
    # A substituted glyph without its letter would leave holes in the words.
    text = pdf_text(RIGHT / "offline" / "flyer-a4.pdf")
    assert "La primavera si versa piano" in text
    assert "Fatto a mano, bevuto piano." in text
    assert "−20 %" in text


@pytest.mark.parametrize("path", PDFS, ids=name_of)
def test_a_pdf_says_nothing_of_the_hour_it_was_drawn(path):
    with pikepdf.open(path) as document:
        assert document.docinfo["/CreationDate"] == "D:20270301090000Z"
        assert "/ModDate" not in document.docinfo
        assert "/Metadata" not in document.Root


def test_approved_copy_is_enough_in_each_language():
    count = Counter(path.name[:2] for path in COPY)
    assert count["it"] >= 8
    assert count["es"] >= 3
    assert count["en"] >= 3


@pytest.mark.parametrize("path", COPY, ids=name_of)
def test_approved_copy_has_a_length_that_a_voice_can_be_measured_on(path):
    assert 60 <= len(path.read_text(encoding="utf-8").split()) <= 150


def test_both_campaigns_are_to_state_the_same():
    texts = [(f / CAMPAIGN_FILE).read_text(encoding="utf-8") for f in (RIGHT, WRONG)]
    assert texts[0].replace("spring-right", "spring-wrong") == texts[1]


def test_right_texts_agree_on_the_facts():
    texts = {
        p.name: p.read_text(encoding="utf-8")
        for p in RIGHT.rglob("*")
        if p.suffix in {".md", ".html"}
    }
    texts |= {p.name: pdf_text(p) for p in RIGHT.rglob("*.pdf")}
    assert all(re.search(r"20\s?%", text) for text in texts.values())
    assert all("31" in text and "2027" in text for text in texts.values())
    assert all("tazamora.example/primavera" in text for text in texts.values())


def test_profile_loads_and_its_logo_and_fonts_are_there():
    profile = load_profile(SAMPLE / "_brand.yml")
    assert profile.name == "Tazamora"
    assert profile.languages == ("it", "es", "en")
    assert set(profile.address.values()) == {"informal"}
    text = (SAMPLE / "_brand.yml").read_text(encoding="utf-8")
    named = re.findall(r"(?:logo/\S+\.svg|\.\./fonts/\S+\.ttf)", text)
    assert len(named) == 9
    assert [name for name in named if not (SAMPLE / name).is_file()] == []


def test_every_font_comes_with_its_licence():
    fonts = [*(ROOT / "assets" / "fonts").rglob("*.ttf")]
    fonts += (ROOT / "packaging" / "sample" / "fonts").rglob("*.ttf")
    assert fonts
    for font in fonts:
        licence = (font.parent / "OFL.txt").read_text(encoding="utf-8")
        assert "SIL Open Font License, Version 1.1" in licence


def test_sample_and_fonts_stay_small():
    assert sum(p.stat().st_size for p in FILES) < 6_000_000
    assert sum(p.stat().st_size for p in (ROOT / "assets" / "fonts").rglob("*")) < 1_500_000
