import io

import numpy as np
import pytest
import segno
from PIL import Image

from brandguard.measures.codes import find_codes, unread
from brandguard.measures.everything import Wanted
from brandguard.model.creative import Note
from brandguard.readers import Limits
from brandguard.workers.task import Job, measure_job

URL = "https://www.aurora-casa.example/estate?utm=x"
MODULES = 33  # of version 4, which holds the address


def flyer(text=URL, *, scale=6, border=4, dark="black", light="white", ground="#F6F1E7", turn=0.0,
          size=(1240, 1754), at=(400, 500)):  # fmt: skip
    stream = io.BytesIO()
    segno.make(text, error="m", micro=False).save(
        stream, kind="png", scale=scale, border=border, dark=dark, light=light
    )
    code = Image.open(stream).convert("RGB")
    if turn:
        code = code.rotate(turn, expand=True, fillcolor=ground)
    page = Image.new("RGB", size, ground)
    page.paste(code, at)
    return np.array(page)


def only(pixels, width_mm=None):
    (code,) = find_codes(pixels, width_mm)
    return code


def test_a_code_is_read_and_measured():
    code = only(flyer(), width_mm=210.0)
    assert (code.format, code.text) == ("QR Code", URL)
    assert code.box == pytest.approx((424 / 1240, 524 / 1754, 622 / 1240, 722 / 1754), abs=0.002)
    assert code.size_mm == pytest.approx(6 * MODULES / 1240 * 210, rel=0.01)
    assert code.module_mm == pytest.approx(6 / 1240 * 210, rel=0.01)
    assert code.module_px == pytest.approx(6, rel=0.01)
    assert code.quiet_modules == 4
    assert code.contrast > 0.95


def test_without_a_size_in_mm_there_is_none_of_the_code():
    code = only(flyer())
    assert code.size_mm is None
    assert code.module_mm is None


@pytest.mark.parametrize("border", [0, 1, 2, 3, 4, 6])
def test_the_plain_margin_is_measured_in_modules(border):
    assert only(flyer(border=border, ground="#888888")).quiet_modules == min(border, 4)


def test_the_edge_of_the_page_is_no_obstacle():
    assert only(flyer(border=0, ground="white", at=(0, 0), size=(300, 400))).quiet_modules == 4


def test_light_on_dark_is_a_code_like_any_other():
    code = only(flyer(dark="white", light="#0B3D91", ground="#0B3D91"))
    assert code.text == URL
    assert code.quiet_modules == 4


def test_a_turned_code_is_measured_alike():
    code = only(flyer(turn=12), width_mm=210.0)
    assert code.size_mm == pytest.approx(6 * MODULES / 1240 * 210, rel=0.02)
    assert code.quiet_modules == 4


def test_a_faint_code_has_a_low_contrast():
    assert only(flyer(dark="#C8C8C8")).contrast < 0.45


def test_tiny_modules_on_a_web_picture_are_read_at_twice_the_size():
    assert only(flyer(scale=1, size=(300, 250), at=(40, 40), ground="white")).text == URL


def test_a_tiny_code_is_read_in_the_crowded_part_of_a_large_page():
    pixels = flyer(scale=1, size=(1100, 900), at=(730, 620), ground="white")
    (code,) = find_codes(pixels)
    assert code.text == URL
    assert code.box[:2] == pytest.approx((734 / 1100, 624 / 900), abs=0.003)


def test_a_code_that_cannot_be_read_is_still_seen():
    pixels = flyer()
    pixels[600:650, 430:600] = 255
    code = only(pixels, width_mm=210.0)
    assert code.text is None
    assert unread([code])
    assert code.size_mm is not None


def test_bar_codes_are_read():
    import zxingcpp

    made = zxingcpp.create_barcode("4006381333931", zxingcpp.BarcodeFormat.EAN13)
    bars = np.asarray(zxingcpp.write_barcode_to_image(made, scale=3, add_quiet_zones=True))
    page = np.full((400, 600, 3), 255, dtype=np.uint8)
    page[100 : 100 + bars.shape[0], 100 : 100 + bars.shape[1]] = bars[..., None]
    code = only(page, width_mm=100.0)
    assert (code.format, code.text) == ("EAN-13", "4006381333931")
    assert code.size_mm is None
    assert code.quiet_modules is None


def test_pictures_without_a_code_have_none():
    rng = np.random.default_rng(3)
    noise = rng.integers(0, 256, (300, 300, 3), dtype=np.uint8)
    checks = np.kron(rng.integers(0, 2, (60, 60)), np.ones((6, 6)))[..., None].repeat(3, 2) * 255
    plain = np.full((300, 300, 3), 200, dtype=np.uint8)
    assert [find_codes(p) for p in (noise, checks.astype(np.uint8), plain)] == [(), (), ()]


@pytest.mark.parametrize(
    "text", ["x" * 2300, "https://a.example/\u202egpj.exe\n\x1b[31m", "🙂" * 40]
)
def test_any_payload_is_kept_as_it_is_and_bounded(text):
    size = (900, 900) if len(text) > 1000 else (600, 600)
    code = only(flyer(text, scale=4, size=size, at=(20, 20), ground="white"))
    assert code.text == text


def test_a_code_lost_in_the_thinned_picture_is_looked_for_in_the_whole(tmp_path):
    file = tmp_path / "poster.png"
    Image.fromarray(flyer(scale=3, size=(3000, 4000), ground="white")).save(file)
    limits = Limits(keep_pixels=3_000_000)  # every second pixel and less: modules of 1.5 pixels
    found = measure_job(Job("poster.png", str(file)), Wanted(voice=False, facts=False), limits)
    assert not isinstance(found, Note)
    texts = [code.text for code in found.pages[0].codes]
    assert texts in ([URL], [])
    assert None not in texts, "what can be read in the file is not called unreadable"
