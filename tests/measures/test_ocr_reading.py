import socket

import numpy as np
import pytest
import segno
from benchmarks.flyers import FLYERS, Block, Flyer, draw, edits, folded, ground
from PIL import Image

from brandguard.measures import ocr_engine
from brandguard.measures.ocr import read_text
from brandguard.measures.ocr_likely import crowded_part, may_hold_code, may_hold_text, strokes_of

BY_NAME = {flyer.name: flyer for flyer in FLYERS}


def pixels(flyer):
    return np.asarray(draw(flyer))


@pytest.fixture(scope="module")
def no_network():
    def refuse(*_):
        raise AssertionError("something wants to reach the network")

    before, socket.socket.connect = socket.socket.connect, refuse
    yield
    socket.socket.connect = before


@pytest.mark.usefixtures("no_network")
def test_a_small_flyer_is_read_offline(capfd):
    flyer = BY_NAME["es small banner"]
    text, runs = read_text(pixels(flyer), ("es",))
    assert edits(folded(text), folded(flyer.truth)) <= 2
    assert text.startswith("¡Ahorra hasta 40 €!")
    assert all(run.source == "ocr" and run.confidence > 0.5 for run in runs)
    top = next(run for run in runs if text[slice(*run.span)] == "hasta")
    assert 0.2 < top.box[0] < top.box[2] < 0.65
    assert 0.05 < top.box[1] < top.box[3] < 0.25
    assert capfd.readouterr() == ("", "")


def test_a_picture_on_its_head_or_side_is_read():
    flyer = Flyer("x", "it", (420, 300), "#FFFFFF", (
        Block(.08, .2, "bold", 36, "#1B1B1E", ("Sconti per tutti",)),
        Block(.08, .5, "plain", 24, "#1B1B1E", ("solo fino a sabato",)),
    ))  # fmt: skip
    for quarter in (1, 2):
        text, _ = read_text(np.rot90(pixels(flyer), quarter))
        assert folded(text) == folded(flyer.truth), quarter


def test_nothing_is_read_where_nothing_stands():
    assert read_text(np.full((200, 300, 3), 128, dtype=np.uint8)) == ("", ())


def test_noise_costs_a_bounded_number_of_lines(monkeypatch):
    monkeypatch.setattr(ocr_engine, "MAX_LINES", 12)
    flyer = Flyer("x", "en", (900, 700), "#FFFFFF", tuple(
        Block(.02 + .2 * (i % 5), .02 + .06 * (i // 5), "plain", 18, "#1B1B1E", ("tiny words",))
        for i in range(75)
    ))  # fmt: skip
    assert len(ocr_engine.recognise(pixels(flyer))) == 12


def test_the_weights_are_there_and_a_missing_one_is_named(monkeypatch):
    assert ocr_engine.available() is None
    monkeypatch.setitem(ocr_engine.MODELS, "Rec", "gone.onnx")
    assert ocr_engine.available() == "gone.onnx"


@pytest.mark.parametrize("flyer", FLYERS, ids=lambda f: f.name)
def test_text_is_suspected_on_every_flyer_at_the_size_of_measuring(flyer):
    small = draw(flyer)
    small.thumbnail((1000, 1000), Image.Resampling.NEAREST)
    assert may_hold_text(strokes_of(np.asarray(small)))


@pytest.mark.parametrize("size", [12, 16, 24, 60, 200, 400])
@pytest.mark.parametrize("colour", ["#999999", "#E4002B", "#FFD400"])
def test_two_words_are_enough(size, colour):
    flyer = Flyer("x", "it", (1000, 1400), "#FFFFFF", (
        Block(.08, .3, "plain", size, colour, ("Offerta valida",)),
    ))  # fmt: skip
    assert may_hold_text(strokes_of(pixels(flyer)))


@pytest.mark.parametrize("kind", ["#FFFFFF", "#0B3D91 #7B1FA2", "photo"])
def test_plain_grounds_are_not_suspected(kind):
    assert not may_hold_text(strokes_of(np.asarray(ground(kind, (800, 1000)))))


def test_a_band_of_colour_is_no_text():
    band = np.full((600, 800, 3), 255, dtype=np.uint8)
    band[100:200] = (215, 38, 61)
    band[:, 400:] = (0, 64, 128)
    assert not may_hold_text(strokes_of(band))


@pytest.mark.parametrize("shape", [(1, 1), (3, 5000), (5000, 3), (24, 24), (30, 47), (23, 900)])
def test_the_smallest_pictures_are_no_trouble(shape):
    noise = np.random.default_rng(1).integers(0, 255, (*shape, 3), dtype=np.uint8)
    assert may_hold_text(strokes_of(noise)) == (min(shape) >= 24)
    part = crowded_part(strokes_of(noise), shape[0])
    assert part is None or noise[part].size


@pytest.mark.parametrize("scale", [2, 8, 24])
def test_a_code_has_strokes_enough_and_a_band_of_colour_has_not(scale):
    modules = np.array(tuple(segno.make("A", error="l", micro=False).matrix), dtype=np.uint8)
    page = np.full((900, 900, 3), 255, dtype=np.uint8)
    side = modules.shape[0] * scale
    page[50 : 50 + side, 60 : 60 + side] = (
        255 * (1 - np.kron(modules, np.ones((scale, scale))))[..., None]
    )
    assert may_hold_code(strokes_of(page))
    page[40:] = (0, 64, 128)
    assert not may_hold_code(strokes_of(page))
