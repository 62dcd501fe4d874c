import shutil

import pytest
from PIL import Image

from brandguard import engine
from brandguard.engine import Judged, Request, review
from brandguard.model.creative import Note
from brandguard.model.profile import BrandColour, Profile
from brandguard.readers import could_be_drawn_now, html_drawing

PROFILE = Profile("A", colours=(BrandColour("red", "#D7263D", key="color.palette.red"),))


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name, colour in (("a", "#D7263D"), ("b", "#00A86B"), ("c", "#1B1B1E")):
        (tmp_path / "in").mkdir(exist_ok=True)
        Image.new("RGB", (60, 60), colour).save(tmp_path / "in" / f"{name}.png")
    return tmp_path


def judged(folder, **options):
    request = Request(paths=("in",), cache=folder / "store.db", jobs=1, **options)
    events = review(request, PROFILE)
    return [(e.report.path, e.report.score) for e in events if isinstance(e, Judged)]


def no_workers(monkeypatch):
    def refuse(*_arguments, **_options):
        raise AssertionError("something was measured again")

    monkeypatch.setattr(engine, "LocalWorkers", refuse)


def test_what_was_measured_is_not_measured_again(folder, monkeypatch):
    first = judged(folder)
    no_workers(monkeypatch)
    assert judged(folder) == first


class _AskedError(Exception):
    """Somebody wants to measure."""


def test_what_could_be_drawn_by_now_is_measured_again(folder, monkeypatch):
    def asked(*_arguments, **_options):
        raise _AskedError

    judged(folder)
    monkeypatch.setattr(engine, "local_stages", asked)
    judged(folder)
    monkeypatch.setattr(engine, "could_be_drawn_now", lambda _: True)
    with pytest.raises(_AskedError):
        judged(folder)


@pytest.mark.parametrize(
    ("cure", "there", "again"),
    [
        ("install_pango", None, True),
        ("install_weasyprint", None, True),
        ("install_weasyprint", "pango", False),
        (None, None, False),
    ],
)
def test_a_page_is_drawn_once_there_is_something_to_draw_it(cure, there, again, monkeypatch):
    monkeypatch.setattr(html_drawing, "why_not", lambda: there)
    notes = (Note("SYS015", {"format": "html"} | ({"cure": cure} if cure else {})),)
    assert could_be_drawn_now(notes) is again


def test_a_moved_or_touched_file_is_known_by_its_content(folder, monkeypatch):
    first = judged(folder)
    shutil.copyfile(folder / "in" / "a.png", folder / "in" / "a2.png")
    shutil.copyfile(folder / "in" / "b.png", folder / "in" / "new.png")
    (folder / "in" / "b.png").unlink()
    (folder / "in" / "c.png").touch()
    no_workers(monkeypatch)
    again = dict(judged(folder))
    assert len(again) == 4
    assert again["in/a2.png"] == dict(first)["in/a.png"]
    assert again["in/new.png"] == dict(first)["in/b.png"]


def test_known_and_new_files_keep_the_order_of_the_input(folder):
    judged(folder)
    Image.new("RGB", (60, 60), "#FFD400").save(folder / "in" / "ab.png")
    assert [path for path, _ in judged(folder)] == ["in/a.png", "in/ab.png", "in/b.png", "in/c.png"]
    assert len(judged(folder, ordered=False)) == 4


def test_loose_texts_in_channel_folders_are_one_campaign(tmp_path, monkeypatch):
    for channel, text in (("offline", "Sconto del 30 % sulle scarpe"), ("online", "Scarpe a -20%")):
        folder = tmp_path / "spring" / channel
        folder.mkdir(parents=True)
        (folder / "a.txt").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path / "spring")
    for path in (".", str(tmp_path / "spring"), "../spring"):
        finished = list(review(Request((path,), jobs=1), Profile("A")))[-1]
        (campaign,) = finished.campaigns
        assert (campaign.name, campaign.verdict) == ("spring", "fail")
        assert [c.fact for c in campaign.conflicts] == ["discount"]
