import os
import time

import pytest
from benchmarks.flyers import OURS
from PIL import Image, ImageDraw, ImageFont

from brandguard.engine import Judged, Outcome, Request, measure_all, needs_words, review, wanted_for
from brandguard.measures.everything import Wanted
from brandguard.model.creative import Note
from brandguard.model.features import Features, PageFeatures
from brandguard.model.profile import (
    BannedTerm,
    BrandColour,
    Learned,
    MessageRules,
    Profile,
    Wording,
)
from brandguard.readers import Limits
from brandguard.workers import reading
from brandguard.workers.local import Outcome as Done
from brandguard.workers.reading import TextReaders, without_its_text
from brandguard.workers.task import Job

WORDS = Profile("A", languages=("en",), wording=Wording(banned=(BannedTerm("cheap"),)))


def flyer(file, text, size=(420, 240)):
    image = Image.new("RGB", size, "white")
    face = ImageFont.truetype(OURS["bold"], 34)
    ImageDraw.Draw(image).text((30, 80), text, font=face, fill="#1B1B1E")
    file.parent.mkdir(parents=True, exist_ok=True)
    image.save(file)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    flyer(tmp_path / "in" / "a.png", "Our cheap shoes are here")
    Image.new("RGB", (300, 200), "#D7263D").save(tmp_path / "in" / "b.png")
    (tmp_path / "in" / "c.txt").write_text("Our cheap shoes are here.")
    return tmp_path


def reports(folder, profile=WORDS, **options):
    request = Request(paths=("in",), jobs=1, cache=folder / "store.db", **options)
    return {e.report.path: e.report for e in review(request, profile) if isinstance(e, Judged)}


def test_words_in_a_picture_are_read_judged_and_kept(folder, monkeypatch):
    found = reports(folder)
    assert list(found) == ["in/a.png", "in/b.png", "in/c.txt"]
    (term,) = [f for f in found["in/a.png"].findings if f.rule == "TRM001"]
    assert term.place.source == "ocr"
    assert term.place.box[0] > 0.2
    assert found["in/b.png"].page_views[0].text == ""

    def refuse(*_, **__):
        raise AssertionError("something was measured again")

    monkeypatch.setattr("brandguard.engine.LocalWorkers", refuse)
    monkeypatch.setattr(reading, "LocalWorkers", refuse)
    assert [f.rule for f in reports(folder)["in/a.png"].findings] == [
        f.rule for f in found["in/a.png"].findings
    ]


def test_nothing_is_read_where_it_is_not_wanted_or_needed(folder, monkeypatch):
    def refuse(*_, **__):
        raise AssertionError("a worker for reading was started")

    monkeypatch.setattr(reading, "LocalWorkers", refuse)
    report = reports(folder, ocr=False)["in/a.png"]
    assert "why.no_ocr" in {c.reason.code for c in report.coverage if c.reason}
    reports(folder, Profile("A", colours=(BrandColour("red", "#D7263D"),)))
    (folder / "in" / "a.png").unlink()
    reports(folder)  # what is left holds no text in pixels


LEARNED = Learned("x.learned", "0" * 64)


@pytest.mark.parametrize(
    ("profile", "needed"),
    [
        (WORDS, True),
        (Profile("A", message=MessageRules(claims={"en": "Honest bread"})), True),
        (Profile("A", address={"it": "formal"}), True),
        (Profile("A", address={"it": "formal"}, learned=LEARNED), False),
        (Profile("A", colours=(BrandColour("red", "#D7263D"),)), False),
        (Profile("A", learned=LEARNED), False),
    ],
)
def test_only_rules_about_words_make_pictures_be_read(profile, needed):
    assert needs_words(profile) == needed
    assert wanted_for(profile).ocr == needed


def test_learning_reads_no_pictures():
    assert not wanted_for(None).ocr


def test_with_and_without_reading_are_kept_apart():
    assert Wanted(ocr=True).key != Wanted(ocr=False).key


# What goes wrong costs the text alone


def die(*_):
    os._exit(7)


def hang(*_):
    time.sleep(60)


def refuse(*_):
    return Note("SYS012", {})


def burst(*_):
    raise RuntimeError("the model is ill")


@pytest.mark.parametrize("deed", [die, hang, refuse, burst])
def test_a_reader_that_fails_costs_the_text_and_not_the_picture(folder, monkeypatch, deed):
    monkeypatch.setattr(reading, "read_job", deed)
    report = reports(folder, timeout_s=0.3 if deed is hang else None)
    assert list(report) == ["in/a.png", "in/b.png", "in/c.txt"]
    assert report["in/a.png"].error is None
    assert report["in/a.png"].palette
    reasons = {c.what: c.reason.code for c in report["in/a.png"].coverage if c.reason}
    assert reasons["text"] == reasons["voice"] == "why.ocr_failed"


def test_a_failure_is_not_kept(folder, monkeypatch):
    with monkeypatch.context() as for_once:
        for_once.setattr(reading, "read_job", refuse)
        assert not [f for f in reports(folder)["in/a.png"].findings if f.rule == "TRM001"]
    assert [f for f in reports(folder)["in/a.png"].findings if f.rule == "TRM001"]


def outcomes(names):
    for name in names:
        page = PageFeatures(1, 9, 9, text_likely=name.startswith("slow"))
        yield Done(Job(name, name), Features("0", "png", 1, (page,), 1))


def slowly(_, features, *_rest):
    time.sleep(0.2)
    return features


@pytest.mark.parametrize("ordered", [True, False])
def test_order_is_kept_where_it_is_wanted_and_nobody_waits_where_it_is_not(monkeypatch, ordered):
    monkeypatch.setattr(reading, "read_job", slowly)
    readers = TextReaders(1, None, 500)
    names = ["slow-1", "fast-1", "slow-2", "fast-2", "fast-3"]
    try:
        joined = readers.join(outcomes(names), Wanted(ocr=True), Limits(), ordered=ordered)
        came = [o.job.path for o in joined]
    finally:
        readers.close()
    assert sorted(came) == sorted(names)
    assert (came == names) == ordered
    if not ordered:
        assert came[-1].startswith("slow")


def test_closing_gives_up_what_was_not_begun(monkeypatch):
    monkeypatch.setattr(reading, "read_job", hang)
    readers = TextReaders(1, None, 500)
    joined = readers.join(
        outcomes(["fast", *(f"slow-{i}" for i in range(20))]), Wanted(ocr=True), Limits(),
        ordered=True,
    )  # fmt: skip
    assert next(joined).job.path == "fast"
    begun = time.monotonic()
    joined.close()
    readers.close()
    assert time.monotonic() - begun < 20


def test_pages_for_which_there_was_no_time_are_told(tmp_path):
    file = tmp_path / "scan.tiff"
    flyer(tmp_path / "page.png", "Our cheap shoes are here")
    page = Image.open(tmp_path / "page.png")
    page.save(file, save_all=True, append_images=[page] * 3)
    pages = tuple(PageFeatures(n, 420, 240, text_likely=True) for n in range(1, 5))
    features = Features("0", "tiff", 1, pages, 4)
    read = reading.read_job(Job("scan.tiff", str(file)), features, Wanted(ocr=True), Limits(), 0.0)
    assert [n.code for n in read.notes] == ["SYS021"]
    assert read.notes[0].facts == {"pages": 4, "read": 0}
    assert not without_its_text(read)


@pytest.mark.usefixtures("folder")
def test_measuring_all_gives_the_text_with_its_words():
    request = Request(paths=("in/a.png",), jobs=1)
    (outcome,) = [
        e
        for e in measure_all(request, Wanted(languages=("en",), ocr=True))
        if isinstance(e, Outcome)
    ]
    (page,) = outcome.result.pages
    assert page.text == "Our cheap shoes are here"
    assert [page.text[slice(*r.span)] for r in page.runs] == page.text.split()
    assert page.contrasts
    assert outcome.result.text_source == "ocr"
    assert outcome.result.voices[0].language == "en"
    assert not outcome.result.voices[0].style, "recognised text is no style to compare"
