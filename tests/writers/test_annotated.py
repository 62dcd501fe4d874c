"""Annotated pictures: places where they lie, words below, names that stay in the folder."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
import sample_report
from PIL import Image
from test_hostile import NASTY, hostile
from test_streaming import Made

from brandguard.messages import LANGUAGES, Messages
from brandguard.model.errors import OutputError
from brandguard.model.mask import Mask
from brandguard.model.report import Place
from brandguard.walk import Filter, collect, has_mark
from brandguard.writers import drawing
from brandguard.writers.annotated import write

GOLDEN = Path(__file__).parent.parent / "golden"
WORDS = Messages.load("en")


@dataclass
class Plain:
    """A page drawn anew: all of one colour."""

    width: int
    height: int
    colour: tuple[int, int, int] = (200, 220, 200)

    @property
    def rgb(self):
        return bytes(self.colour) * (self.width * self.height)


def names(folder):
    return sorted(file.name for file in folder.iterdir())


def test_each_creative_with_a_picture_has_one(tmp_path):
    write(sample_report.report(), tmp_path / "out", WORDS)
    assert names(tmp_path / "out") == ["0001-volantino.pdf-p1.jpg", "0002-post.png-p1.jpg"]
    with Image.open(tmp_path / "out" / "0001-volantino.pdf-p1.jpg") as picture:
        assert picture.info["comment"] == b"brandguard annotated/1"
        assert picture.height > 800  # the page, enlarged, and the words below it


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_words_below(lang):
    shown = []
    for creative in (sample_report.failing(), sample_report.passing()):
        numbered = list(enumerate(creative.findings, start=1))
        page = creative.page_views[0]
        lines = drawing._lines(creative, page, numbered, Messages.load(lang), small=True)
        shown += [f"{x.badge[0]}. {x.words}" if x.badge else f"   {x.words}" for x in lines]
    text = "\n".join(shown) + "\n"
    golden = GOLDEN / f"report.annotated.{lang}.txt"
    if os.environ.get("RENEW_GOLDENS"):
        golden.write_bytes(text.encode("utf-8"))
    assert text == golden.read_bytes().decode("utf-8")


def test_a_page_drawn_anew_carries_its_places_where_they_lie(tmp_path):
    asked = []

    def redraw(creative, page, long_side):
        asked.append((creative.path, page, long_side))
        return Plain(1131, 1600)

    write(sample_report.report(sample_report.failing()), tmp_path, WORDS, redraw)
    assert asked == [("spring/offline/volantino.pdf", 1, 1600)]
    with Image.open(tmp_path / names(tmp_path)[0]) as picture:
        rim = (picture.width - 1131) // 2  # badges may stand beside the page
        assert 0 < rim < 60
        across, lower = rim + round(0.7 * 1131), rim + round(0.75 * 1600)  # COL001's lower edge
        border = max(min(picture.getpixel((across, y))) for y in range(lower, lower + 12))
        inside = picture.getpixel((across, rim + round(0.65 * 1600)))
        corner = picture.getpixel((2, 2))
    assert border > 235
    assert max(abs(a - b) for a, b in zip(corner, (247, 246, 243), strict=True)) < 12
    assert max(abs(a - b) for a, b in zip(inside, (200, 220, 200), strict=True)) < 12


def test_an_area_has_a_border_and_keeps_its_colours(tmp_path):
    base = sample_report.failing()
    left_half = Mask(2, 1, (0.5, 1.0), "gA==")
    found = replace(base.findings[0], place=Place(1, (0, 0, 0.5, 1), mask=left_half))
    report = sample_report.report(replace(base, findings=(found,)))
    write(report, tmp_path, WORDS, lambda *_: Plain(1000, 800))
    with Image.open(tmp_path / names(tmp_path)[0]) as picture:
        rim = (picture.width - 1000) // 2
        left, right = (picture.getpixel((rim + x, 500)) for x in (250, 750))
        border = [picture.getpixel((rim + x, 500)) for x in range(490, 512)]
    for inside in (left, right):
        assert max(abs(a - b) for a, b in zip(inside, (200, 220, 200), strict=True)) < 6
    assert min(max(pixel) for pixel in border) < 90


def test_a_file_that_changed_is_shown_by_its_preview_and_the_strip_says_so(tmp_path):
    report = sample_report.report(sample_report.failing())
    write(report, tmp_path / "kept", WORDS)
    write(report, tmp_path / "lost", WORDS, lambda *_: None)
    heights = []
    for folder in ("kept", "lost"):
        with Image.open(tmp_path / folder / "0001-volantino.pdf-p1.jpg") as picture:
            heights.append(picture.height)
    assert heights[1] > heights[0]  # one line more


@pytest.mark.parametrize("nasty", [*NASTY, "../../etc/passwd", "..", "CON", "a/../b", "日本.png"])
def test_names_stay_in_the_folder_and_are_apart(nasty, tmp_path):
    report = hostile(nasty)
    report = replace(report, creatives=[*report.creatives, *report.creatives])
    write(report, tmp_path / "out", WORDS, lambda *_: Plain(90, 120))
    assert [p.name for p in tmp_path.iterdir()] == ["out"]
    made = names(tmp_path / "out")
    assert len(made) == 2  # two creatives have pictures, two cannot be read
    assert all(name[:5] in {"0001-", "0003-"} and name.endswith("-p1.jpg") for name in made)
    assert all(len(os.fsencode(name)) < 255 for name in made)


def test_pictures_of_an_earlier_run_go_and_other_files_stay(tmp_path):
    write(sample_report.report(), tmp_path, WORDS)
    (tmp_path / "0009-mine-p1.jpg").write_bytes(b"not ours")
    (tmp_path / "notes.txt").write_text("mine")
    write(sample_report.report(sample_report.passing()), tmp_path, WORDS)
    assert names(tmp_path) == ["0001-post.png-p1.jpg", "0009-mine-p1.jpg", "notes.txt"]


def test_they_are_known_as_ours_and_not_judged(tmp_path):
    write(sample_report.report(), tmp_path / "out", WORDS)
    assert has_mark(str(tmp_path / "out" / "0001-volantino.pdf-p1.jpg"))
    manifest = collect([str(tmp_path)], None, Filter())
    assert (len(manifest), manifest.ignored) == (0, 2)


def test_the_same_report_gives_the_same_pictures(tmp_path):
    for folder in ("a", "b"):
        write(sample_report.report(), tmp_path / folder, WORDS)
    for name in names(tmp_path / "a"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_a_folder_that_cannot_be_made_is_told_with_its_cure(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(OutputError, match="file"):
        write(sample_report.report(), tmp_path / "file", WORDS)
    with pytest.raises(OutputError, match="does not exist"):
        write(sample_report.report(), tmp_path / "no" / "where", WORDS)


def test_one_creative_at_a_time(tmp_path):
    creatives = Made(30)
    report = replace(sample_report.report(), creatives=creatives)
    write(report, tmp_path, WORDS, lambda *_: Plain(90, 120))
    assert len(names(tmp_path)) == 30
    assert creatives.most <= 3


def test_a_long_word_is_broken_and_none_is_lost():
    font = drawing._font("Regular", 16)
    words = "a " + "x" * 300 + " end"
    lines = list(drawing._wrapped(words, font, 200))
    assert "".join(lines).replace(" ", "") == words.replace(" ", "")
    assert all(font.getlength(line) <= 200 for line in lines)
