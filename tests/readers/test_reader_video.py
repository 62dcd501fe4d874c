"""Films: the shots as pages, and nothing that a hostile one could reach."""

import io
import os
from contextlib import suppress

import cv2
import pytest
import reader_files as files
import video_files as films

from brandguard.channels import channel_by_file, medium_by_file
from brandguard.measures.everything import Wanted, measure
from brandguard.model.errors import UnreadableCreativeError
from brandguard.readers import Limits, read, video
from brandguard.readers.keyframes import KeyFrames

SHOTS = [(200, 20, 30), (20, 30, 200), (20, 180, 40)]


def refused(data, path, limits=None):
    with pytest.raises(UnreadableCreativeError) as caught:
        list(read(data, path, limits).pages)
    return caught.value.note


def near(pixel, colour):
    return max(abs(int(a) - b) for a, b in zip(pixel, colour, strict=True)) < 16


@pytest.mark.parametrize("suffix", sorted(films.CODECS))
def test_each_shot_is_a_page(suffix):
    creative = read(films.film(SHOTS, suffix), f"spot{suffix}")
    pages = list(creative.pages)
    assert creative.format == suffix.removeprefix(".")
    assert all(near(p.pixels[48, 80], s) for p, s in zip(pages, SHOTS, strict=True))
    assert [(page.width_px, page.height_px) for page in pages] == [(160, 96)] * 3
    (moving,) = creative.notes
    assert moving.code == "SYS023"
    assert moving.facts == {"kind": "film", "frames": 30, "seconds": 3.0, "pages": 3}


def test_black_between_shots_is_no_page_unless_there_is_nothing_else():
    pages = list(read(films.film([(0, 0, 0), (200, 20, 30), (0, 0, 0)]), "a.mp4").pages)
    assert [near(page.pixels[48, 80], (200, 20, 30)) for page in pages] == [True]
    dark = films.film([(0, 0, 0)])
    assert len(list(read(dark, "a.mp4").pages)) == 1


def test_a_long_film_is_looked_at_from_its_beginning_and_it_is_told():
    creative = read(films.film(SHOTS), "a.mp4", Limits(film_frames=12))
    assert len(list(creative.pages)) == 2
    assert creative.notes[1].facts == {"what": "frames", "pages": 30, "read": 12}
    creative = read(films.film(SHOTS), "a.mp4", Limits(film_pixels=160 * 96 * 12))
    assert creative.notes[1].facts["read"] == 12


def test_many_shots_leave_the_first_the_last_and_those_most_unlike():
    kept = KeyFrames(3)
    for shade in (0, 100, 110, 250, 40):
        kept.add(films.np.full((16, 16, 3), shade, films.np.int16), shade)
    assert kept.frames() == (0, 250, 40) or kept.frames() == (0, 110, 40)
    assert kept.frames()[0] == 0
    assert kept.frames()[-1] == 40


def test_a_film_is_a_video_online():
    data = films.film(SHOTS)
    features = measure(read(data, "a.mp4"), data, Wanted(ocr=False))
    assert channel_by_file(features) == "online"
    assert medium_by_file(features, None) == "video"
    assert len(features.pages) == 3


@pytest.mark.parametrize("part", [i / 16 for i in range(1, 16)])
@pytest.mark.parametrize("suffix", [".mp4", ".webm"])
def test_a_film_that_breaks_off_is_read_or_refused(suffix, part):
    data = films.film(SHOTS, suffix)
    with suppress(UnreadableCreativeError):  # and nothing else
        assert list(read(data[: int(len(data) * part)], f"a{suffix}").pages)


@pytest.mark.parametrize("words", [films.PLAYLIST, films.CONCAT])
@pytest.mark.parametrize("suffix", [".mp4", ".mov", ".webm"])
def test_a_list_of_files_under_the_name_of_a_film_never_reaches_the_decoder(
    words, suffix, monkeypatch
):
    monkeypatch.setattr(video, "_opened", lambda *_: pytest.fail("handed to the decoder"))
    note = refused(words.format("/etc/passwd").encode(), f"spot{suffix}")
    assert (note.code, note.facts["read"]) == ("SYS008", False)


@pytest.mark.parametrize("words", [films.PLAYLIST, films.CONCAT])
def test_even_the_decoder_would_not_open_what_a_list_names(words, tmp_path):
    (tmp_path / "film.mp4").write_bytes(films.film(SHOTS))
    for name in (tmp_path / "film.mp4", (tmp_path / "film.mp4").as_uri()):
        with pytest.raises(UnreadableCreativeError):
            video.read(words.format(name).encode(), "mp4", Limits())


def test_the_decoder_tries_only_the_container_that_was_told():
    with pytest.raises(UnreadableCreativeError):
        video.read(films.film(SHOTS, ".webm"), "mp4", Limits())
    with pytest.raises(UnreadableCreativeError):
        video.read(files.animation("GIF"), "webm", Limits())


@pytest.mark.parametrize("size", [(30_000, 30_000), (65_535, 65_535), (0, 96)])
def test_a_header_that_lies_about_the_size_reserves_nothing(size):
    """The stream within says how large its frames are: that counts, or the film is refused."""
    with suppress(UnreadableCreativeError):
        pages = list(read(films.with_size(films.film(SHOTS), *size), "a.mp4").pages)
        assert {(page.width_px, page.height_px) for page in pages} == {(160, 96)}


def test_frames_over_the_limit_are_refused_before_they_are_decoded(monkeypatch):
    monkeypatch.setattr(video, "_decoded", lambda *_: pytest.fail("decoded"))
    note = refused(films.film(SHOTS), "a.mp4", Limits(max_pixels=10_000))
    assert note.code in {"SYS003", "SYS005"}  # FFmpeg is told the limit as well, and may be first


def test_a_codec_that_is_not_there_names_the_way_out():
    note = refused(b"\0\0\0\x18ftypisom" + bytes(12) + b"av01" + bytes(100), "a.mp4")
    assert (note.code, note.facts["cure"]) == ("SYS004", "export_film")


def test_settings_of_the_decoder_are_put_back(monkeypatch):
    monkeypatch.setenv("OPENCV_FFMPEG_CAPTURE_OPTIONS", "threads;2")
    level = cv2.utils.logging.getLogLevel()
    list(read(films.film(SHOTS), "a.mp4").pages)
    assert os.environ["OPENCV_FFMPEG_CAPTURE_OPTIONS"] == "threads;2"
    assert cv2.utils.logging.getLogLevel() == level


def test_bytes_are_read_and_sought_like_a_file():
    source = video._Bytes(b"abcdef")
    assert source.read(2) == b"ab"
    assert source.seek(-1, io.SEEK_END) == 5
    assert source.read() == b"f"
