"""Contrast of text with its ground: plain grounds exactly, pictures honestly, hidden text never."""

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from brandguard.measures.contrast import text_contrasts
from brandguard.model.colour import contrast_ratio
from brandguard.model.creative import Page, TextRun

SIZE = (800, 400)
WORDS = "Saldi d'estate fino al 50 %"


class Sheet:
    """A page that is drawn, with the text runs that a reader would give."""

    def __init__(self, ground="#FFFFFF"):
        self.picture = Image.new("RGB", SIZE, ground)
        self.draw = ImageDraw.Draw(self.picture)
        self.text, self.runs = "", []

    def write(self, at, words, colour, points=24, named=True, **look):
        font = ImageFont.load_default(points)
        box = self.draw.textbbox(at, words, font=font)
        self.draw.text(at, words, font=font, fill=colour)
        return self.name(box, words, colour if named else None, **look)

    def name(self, box, words, colour, **look):
        start = len(self.text)
        self.text += words + "\n"
        edges = (box[0] / SIZE[0], box[1] / SIZE[1], box[2] / SIZE[0], box[3] / SIZE[1])
        self.runs.append(TextRun((start, start + len(words)), edges, colour=colour, **look))
        return self

    def measured(self):
        pixels = np.asarray(self.picture)
        page = Page(1, *SIZE, pixels=pixels, text=self.text, runs=tuple(self.runs))
        return text_contrasts(page)


@pytest.mark.parametrize(
    ("ink", "ground", "points"),
    [("#767676", "#FFFFFF", 14), ("#FFFFFF", "#E4002B", 40), ("#AAAAAA", "#FFFFFF", 20),
     ("#E4002B", "#00843D", 30)],
)  # fmt: skip
def test_the_contrast_on_a_plain_ground_is_that_of_the_two_colours(ink, ground, points):
    (block,) = Sheet(ground).write((40, 100), WORDS, ink, points).measured()
    assert (block.colour, block.ground, block.plain) == (ink, ground, True)
    assert block.ratio == pytest.approx(contrast_ratio(ink, ground))


def test_a_tight_button_is_the_ground_and_not_what_lies_around_it():
    sheet = Sheet("#FFFFFF")
    sheet.draw.rectangle((36, 98, 420, 128), fill="#1B1B1B")
    (block,) = sheet.write((40, 100), WORDS, "#FFFFFF", 22).measured()
    assert block.ground == "#1B1B1B"
    assert block.plain


def test_white_on_clouds_is_judged_by_the_worst_of_what_lies_behind():
    rng = np.random.default_rng(3)
    sheet = Sheet()
    sky = rng.normal(90, 25, (40, 80, 3))
    sky[:, 40:] = rng.normal(215, 15, (40, 40, 3))
    picture = Image.fromarray(sky.clip(0, 255).astype(np.uint8)).resize(SIZE)
    sheet.picture.paste(picture)
    (block,) = sheet.write((40, 100), WORDS, "#FFFFFF", 48).measured()
    assert not block.plain
    assert block.ratio < 2


def test_lines_of_a_paragraph_are_one_block_and_another_colour_is_another():
    sheet = Sheet()
    for i in range(4):
        sheet.write((40, 40 + 30 * i), WORDS, "#999999", 20, size_pt=10.0)
    sheet.write((40, 300), WORDS, "#1B1B1B", 20, size_pt=10.0)
    grey, black = sheet.measured()
    assert grey.span == (0, 4 * len(WORDS) + 3)
    assert grey.letters > black.letters
    assert not grey.large


@pytest.mark.parametrize(
    ("font", "size", "large"),
    [("Figtree-Regular", 18.0, True), ("Figtree-Regular", 17.9, False), (None, None, True),
     ("Figtree-Bold", 14.0, True), ("Figtree-SemiBold", 14.0, False)],
)  # fmt: skip
def test_large_is_what_wcag_calls_large(font, size, large):
    sheet = Sheet().write((40, 100), WORDS, "#777777", 24, font=font, size_pt=size)
    assert sheet.measured()[0].large is large


def test_hidden_text_is_no_text():
    covered = Sheet("#FFFFFF").name((40, 100, 400, 130), WORDS, "#E4002B")
    assert covered.measured() == ()
    invisible = Sheet("#FFFFFF").name((40, 100, 400, 130), WORDS, None)
    assert invisible.measured() == ()
    same = Sheet("#202020").write((40, 100), WORDS, "#1B1B1B", 60)
    assert same.measured() == ()
    outside = Sheet("#FFFFFF").name((900, 100, 1200, 130), WORDS, "#000000")
    assert outside.measured() == ()


def test_recognised_text_has_its_colour_from_the_pixels():
    sheet = Sheet("#F4F4F4").write((40, 100), WORDS, "#C5472B", 40, named=False, source="ocr")
    (block,) = sheet.measured()
    assert block.source == "ocr"
    assert block.ratio == pytest.approx(contrast_ratio("#C5472B", "#F4F4F4"), rel=0.05)


def test_transparent_letters_are_measured_as_they_are_seen():
    sheet = Sheet("#FFFFFF").write((40, 100), WORDS, "#8D8D8D", 40)
    sheet.runs = [TextRun(r.span, r.box, colour="#1B1B1B") for r in sheet.runs]
    (block,) = sheet.measured()
    assert block.ratio == pytest.approx(contrast_ratio("#8D8D8D", "#FFFFFF"), rel=0.05)


def test_a_page_without_pixels_has_no_contrast():
    assert text_contrasts(Page(1, 10, 10, text="a", runs=(TextRun((0, 1)),))) == ()
