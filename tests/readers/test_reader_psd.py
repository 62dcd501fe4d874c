"""Photoshop files: what is seen, what is said in which type, and in which inks."""

import io

import numpy as np
import psd_files as psd
import pytest
import reader_files as files
from icc_files import press_profile
from PIL import Image, ImageCms
from psd_tools import PSDImage

from brandguard.model.colour import ciede2000, lab_of_rgb
from brandguard.model.errors import UnreadableCreativeError
from brandguard.readers import Limits, psd_planes, read
from brandguard.readers.inks import cmyk_by_table


def page_of(data, limits=None):
    creative = read(data, "a.psd", limits)
    (page,) = creative.pages
    return creative, page


def refused(data, limits=None):
    with pytest.raises(UnreadableCreativeError) as caught:
        page_of(data, limits)
    return caught.value.note


def inverted(image):
    """As Photoshop stores inks: 0 is the full one."""
    return Image.fromarray(255 - np.asarray(image), image.mode)


@pytest.mark.parametrize("mode", ["RGB", "L", "1"])
@pytest.mark.parametrize("big", [False, True])
def test_the_stored_preview_is_shown_as_it_is(mode, big):
    image = files.picture(mode=mode)
    creative, page = page_of(psd.saved(psd.flat(image, big=big)))
    shown = np.asarray(image.convert("L").convert("RGB") if mode == "1" else image.convert("RGB"))
    if mode == "1":  # PSD writes black as a set bit
        shown = np.asarray(image.convert("RGB"))
    np.testing.assert_array_equal(page.pixels, shown)
    assert creative.format == "psd"
    assert (page.width_px, page.height_px, page.opacity) == (120, 80, None)


def test_deep_channels_keep_their_colours():
    made = PSDImage.new("RGB", (8, 4), color=(0.9, 0.2, 0.4), depth=16)
    _, page = page_of(psd.saved(made))
    assert np.abs(page.pixels.astype(int) - (230, 51, 102)).max() <= 1


def test_untagged_inks_are_shown_by_the_press_table_and_tagged_ones_by_their_profile():
    inks = files.picture(mode="CMYK")
    creative, page = page_of(psd.saved(psd.flat(inverted(inks))))
    np.testing.assert_array_equal(page.pixels, np.asarray(cmyk_by_table(inks)))
    assert creative.colour_space == "CMYK"
    assert [note.code for note in creative.notes] == ["SYS014"]
    profile = press_profile()
    creative, page = page_of(psd.saved(psd.flat(inverted(inks), icc=profile)))
    expected = ImageCms.profileToProfile(
        inks,
        ImageCms.ImageCmsProfile(io.BytesIO(profile)),
        ImageCms.createProfile("sRGB"),
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        outputMode="RGB",
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    apart = ciede2000(lab_of_rgb(page.pixels), lab_of_rgb(np.asarray(expected)))
    assert apart.max() < 2
    assert (creative.colour_space, creative.notes) == ("CMYK", ())


def test_lab_channels_are_shown_in_srgb():
    lab = ImageCms.profileToProfile(
        files.picture(),
        ImageCms.createProfile("sRGB"),
        ImageCms.createProfile("LAB"),
        outputMode="LAB",
    )
    made = psd.flat(Image.merge("RGB", lab.split()))
    made._record.header.color_mode = 9
    creative, page = page_of(psd.saved(made))
    apart = ciede2000(lab_of_rgb(page.pixels), lab_of_rgb(np.asarray(files.picture())))
    assert apart.max() < 2
    assert creative.colour_space == "Lab"


def test_a_duotone_is_grey_and_says_so():
    made = psd.flat(files.picture(mode="L"))
    made._record.header.color_mode = 8
    creative, page = page_of(psd.saved(made))
    assert creative.colour_space == "Duotone"
    assert creative.notes[-1].facts == {"part": "duotone"}
    assert np.ptp(page.pixels, axis=2).max() == 0


def test_type_layers_are_live_text_in_points_of_the_printed_size():
    creative, page = page_of(psd.flyer(size=50, stretch=2.0))
    assert page.text == "Saldi d’estate"
    (run,) = page.runs
    assert page.text[slice(*run.span)] == "Saldi d’estate"
    assert (run.font, run.colour, run.source) == ("Inter-Bold", "#E5002B", "live")
    assert run.size_pt == pytest.approx(24)  # 100 pixels at 300 an inch
    assert run.box == pytest.approx((50 / 120, 30 / 80, 90 / 120, 50 / 80))
    assert [fill.kind for fill in page.fills] == ["text"]
    assert (page.width_mm, page.height_mm) == pytest.approx((10.16, 6.773), abs=0.01)
    assert not creative.notes


def test_text_in_inks_keeps_its_build():
    _, page = page_of(psd.flyer(colour="1.0 0.0 1.0 .9 0.0"))
    assert page.fills[0].cmyk == pytest.approx((0, 1, 0.9, 0))
    shown = cmyk_by_table(Image.new("CMYK", (1, 1), (0, 255, 230, 0))).getpixel((0, 0))
    assert page.runs[0].colour == "#{:02X}{:02X}{:02X}".format(*shown)


def test_paragraphs_become_lines_and_layers_do_too():
    made = psd.with_layers()
    first, second = list(made)
    psd.typed(first, "Saldi\rfino al 31")
    psd.typed(second, "Solo oggi")
    _, page = page_of(psd.saved(made))
    assert page.text == "Saldi\nfino al 31\nSolo oggi"
    assert [page.text[slice(*run.span)] for run in page.runs] == ["Saldi\nfino al 31", "Solo oggi"]


def test_a_hidden_layer_says_nothing():
    made = psd.with_layers(visible=(True, False))
    psd.typed(list(made)[-1], "vecchio prezzo")
    _, page = page_of(psd.saved(made))
    assert (page.text, page.runs, page.fills) == ("", (), ())


def test_broken_type_keeps_its_words():
    made = psd.with_layers()
    psd.typed(list(made)[-1], "Saldi", colour="nonsense")
    _, page = page_of(psd.saved(made))
    assert page.text == "Saldi"
    assert page.runs[0].box is not None


def test_spot_inks_are_named_measured_and_seen():
    _, page = page_of(psd.with_spot())
    (ink,) = page.fills
    assert (ink.spot, ink.hex, ink.area) == ("PANTONE 186 C", "#C8102E", 0.5)
    assert ink.box == (0.5, 0.0, 1.0, 1.0)
    assert tuple(page.pixels[40, 100]) == (200, 16, 46)
    assert tuple(page.pixels[40, 10]) == (255, 255, 255)
    assert page.production is not None


@pytest.mark.parametrize(
    ("space", "values", "expected"),
    [
        (2, (65535, 0, 6553, 65535), (0, 255, 230, 0)),  # inks, 0 is the full one
        (7, (4200, 6500, 4000, 0), None),
        (8, (0, 0, 0, 0), None),
    ],
)
def test_spot_colours_are_read_in_every_space(space, values, expected):
    from psd_tools.psd.image_resources import AlphaChannel

    from brandguard.readers.psd_inks import _rgb_of

    rgb = _rgb_of(AlphaChannel(space, *values, 100, 2))
    if expected:
        assert rgb == cmyk_by_table(Image.new("CMYK", (1, 1), expected)).getpixel((0, 0))
    elif space == 8:
        assert rgb == (0, 0, 0)
    else:
        apart = ciede2000(lab_of_rgb(np.array(rgb)), np.array([42.0, 65.0, 40.0]))
        assert apart < 2


def test_without_a_preview_the_layers_are_put_together_and_it_is_told():
    creative, page = page_of(psd.without_preview())
    assert creative.notes[-1].facts == {"part": "no_preview"}
    assert tuple(page.pixels[15, 15]) == files.RED
    assert tuple(page.pixels[45, 85]) == files.BLUE
    assert tuple(page.pixels[75, 5]) == (255, 255, 255)
    assert page.opacity[75, 5] == 0
    _, page = page_of(psd.without_preview(visible=(True, False)))
    assert tuple(page.pixels[45, 85]) == (255, 255, 255)


def test_placed_pictures_have_their_place_and_fineness():
    png = files.encode(files.noise(60, 30), "PNG")
    _, page = page_of(psd.placed(png, (10, 10, 70, 10, 70, 60, 10, 60)))
    (placed,) = page.placed
    assert (placed.width, placed.height) == (60, 30)
    assert placed.corners[2] == pytest.approx((70 / 120, 60 / 80))
    (picture,) = page.production.pictures
    assert (picture.dpi, picture.space) == (180.0, "rgb")  # stretched in height: 30 / 50 of 300


def test_a_linked_file_is_told_and_never_opened(tmp_path, monkeypatch):
    (tmp_path / "canary.png").write_bytes(files.encode(files.picture(), "PNG"))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("builtins.open", lambda *_, **__: pytest.fail("opened a file"))
    creative, page = page_of(psd.placed(b"", (10, 10, 70, 10, 70, 60, 10, 60), "canary.png"))
    assert creative.notes[-1].code == "SYS018"
    assert creative.notes[-1].facts == {"count": 1, "first": "canary.png"}
    assert page.placed == ()


def test_a_large_preview_is_thinned_while_it_is_unpacked():
    image = files.noise(600, 400)
    _, page = page_of(psd.saved(psd.flat(image)), Limits(keep_pixels=20_000))
    np.testing.assert_array_equal(page.pixels, np.asarray(image)[::4, ::4])
    assert (page.width_px, page.height_px) == (600, 400)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (psd.header(40_000, 40_000), "SYS005"),
        (psd.header(300_000, 300_000, version=2), "SYS005"),
        (psd.header(100, 100, mode=77), "SYS003"),
        (psd.header(100, 100, depth=7), "SYS003"),
        (psd.header(0, 100), "SYS003"),
        (psd.header(100, 100), "SYS003"),
        (b"8BPS\0\1", "SYS003"),
    ],
)
def test_headers_that_lie_are_refused(data, code):
    assert refused(data).code == code


def test_many_layers_are_refused(monkeypatch):
    monkeypatch.setattr("brandguard.readers.psd.MOST_LAYERS", 1)
    note = refused(psd.saved(psd.with_layers()))
    assert (note.code, note.facts["what"]) == ("SYS005", "nodes")


def test_a_preview_that_inflates_is_refused(monkeypatch):
    made = psd.flat(files.picture())
    made._record.image_data.compression = 2
    made._record.image_data.data = b"x"
    monkeypatch.setattr(psd_planes, "MOST_UNPACKED", 1000)
    assert refused(psd.saved(made)).facts["what"] == "inflated"
