"""Pictures: colours true, upright, on white paper, never averaged, never larger than announced."""

import io

import numpy as np
import pypdfium2
import pytest
import reader_files as files
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from brandguard.model.colour import ciede2000, lab_of_rgb
from brandguard.model.errors import UnreadableCreativeError
from brandguard.readers import Limits, read
from brandguard.readers.inks import cmyk_by_table


def page_of(data, path, limits=None):
    creative = read(data, path, limits)
    pages = list(creative.pages)
    return creative, pages[0]


def refused(data, path, limits=None):
    with pytest.raises(UnreadableCreativeError) as caught:
        list(read(data, path, limits).pages)
    return caught.value.note


@pytest.mark.parametrize(
    ("name", "suffix"), [("PNG", ".png"), ("BMP", ".bmp"), ("TIFF", ".tif"), ("GIF", ".gif")]
)
def test_lossless_colours_are_exact(name, suffix):
    _, page = page_of(files.encode(files.picture(), name), f"a{suffix}")
    assert page.pixels.shape == (80, 120, 3)
    assert page.pixels.dtype == np.uint8
    assert tuple(page.pixels[40, 10]) == files.RED
    assert tuple(page.pixels[40, 110]) == files.BLUE
    assert page.opacity is None
    assert (page.width_px, page.height_px) == (120, 80)


@pytest.mark.parametrize(
    ("name", "suffix"), [("JPEG", ".jpg"), ("WEBP", ".webp"), ("AVIF", ".avif")]
)
def test_lossy_colours_are_near(name, suffix):
    _, page = page_of(files.encode(files.picture(), name, quality=95), f"a{suffix}")
    for column, wanted in ((10, files.RED), (110, files.BLUE)):
        assert ciede2000(lab_of_rgb(page.pixels[40, column]), lab_of_rgb(np.array(wanted))) < 2


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "RGBA", "I;16", "I", "F"])
def test_every_depth_becomes_eight_bit_rgb(mode):
    grey = np.zeros((20, 30), np.uint8)
    grey[:, 15:] = 255
    if mode in {"I;16", "I"}:
        image = Image.fromarray(
            (grey.astype(np.uint16) * 257).astype({"I;16": "u2", "I": "i4"}[mode])
        )
    elif mode == "F":
        image = Image.fromarray(grey.astype(np.float32) / 255)
    else:
        image = Image.fromarray(grey).convert(mode)
    _, page = page_of(files.encode(image, "TIFF"), "a.tif")
    assert page.pixels.shape == (20, 30, 3)
    assert tuple(page.pixels[10, 5]) == (0, 0, 0)
    assert tuple(page.pixels[10, 25]) == (255, 255, 255)


def test_sixteen_bit_grey_png():
    image = Image.fromarray(np.full((4, 4), 32896, np.uint16))
    creative, page = page_of(files.encode(image, "PNG"), "a.png")
    assert tuple(page.pixels[0, 0]) == (128, 128, 128)
    assert creative.colour_space == "Grey"


def test_transparent_parts_lie_on_white_paper():
    image = Image.new("RGBA", (40, 20), (0, 0, 0, 0))
    image.paste((*files.RED, 255), (0, 0, 20, 20))
    image.paste((0, 0, 0, 128), (20, 0, 30, 20))
    for name, suffix in (("PNG", "png"), ("WEBP", "webp"), ("TIFF", "tif")):
        options = {"lossless": True} if name == "WEBP" else {}
        _, page = page_of(files.encode(image, name, **options), f"a.{suffix}")
        assert tuple(page.pixels[10, 5]) == files.RED
        assert tuple(page.pixels[10, 35]) == files.WHITE
        assert abs(int(page.pixels[10, 25, 0]) - 127) <= 1
        assert (page.opacity[10, 5], page.opacity[10, 25], page.opacity[10, 35]) == (255, 128, 0)


def test_a_palette_with_a_transparent_colour():
    image = files.picture().convert("P", palette=Image.Palette.ADAPTIVE)
    clear = image.getpixel((110, 40))
    _, page = page_of(files.encode(image, "PNG", transparency=clear), "a.png")
    assert tuple(page.pixels[40, 110]) == files.WHITE
    assert page.opacity[40, 110] == 0


@pytest.mark.parametrize("orientation", range(1, 9))
def test_pictures_are_turned_upright(orientation):
    lying = Image.new("RGB", (160, 80), "white")
    lying.paste(files.RED, (0, 0, 40, 20))  # a mark in the upper left of the stored picture
    exif = Image.Exif()
    exif[0x0112] = orientation
    _, page = page_of(files.encode(lying, "PNG", exif=exif), "a.png")
    tall = orientation >= 5
    assert (page.width_px, page.height_px) == ((80, 160) if tall else (160, 80))
    assert page.pixels.shape[:2] == (page.height_px, page.width_px)
    corners = ((0, 0), (1, 0), (1, 1), (0, 1), (0, 0), (1, 0), (1, 1), (0, 1))
    right, down = corners[orientation - 1]
    row, column = (-3 if down else 3), (-3 if right else 3)
    assert tuple(page.pixels[row, column]) == files.RED


def test_broken_camera_data_costs_a_note_not_the_picture():
    data = files.encode(files.picture(), "JPEG", exif=b"Exif\0\0MM\0*\xff\xff\xff\xff\xff")
    _, page = page_of(data, "a.jpg")
    assert page.pixels.shape == (80, 120, 3)


def test_large_pictures_are_thinned_without_new_colours():
    limits = Limits(keep_pixels=10_000, long_side=50)
    stripes = np.zeros((300, 400, 3), np.uint8)
    stripes[:, ::2] = 255
    _, page = page_of(files.encode(Image.fromarray(stripes), "PNG"), "a.png", limits)
    assert page.pixels.shape[0] * page.pixels.shape[1] <= 10_000
    assert set(np.unique(page.pixels)) <= {0, 255}
    assert (page.width_px, page.height_px) == (400, 300)


def test_a_large_jpeg_is_decoded_smaller_but_not_too_small():
    data = files.encode(Image.new("RGB", (4000, 3000), files.RED), "JPEG")
    _, page = page_of(data, "a.jpg")
    assert (page.width_px, page.height_px) == (4000, 3000)
    assert page.pixels.shape == (750, 1000, 3)


def wide_profile():
    """A profile with the primaries of red and green exchanged, made from sRGB's own bytes."""
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    count = int.from_bytes(data[128:132], "big")
    tags = {bytes(data[132 + 12 * i : 136 + 12 * i]): 136 + 12 * i for i in range(count)}
    red, green = tags[b"rXYZ"], tags[b"gXYZ"]
    data[red : red + 8], data[green : green + 8] = data[green : green + 8], data[red : red + 8]
    return bytes(data)


def test_an_embedded_profile_is_obeyed():
    green = Image.new("RGB", (20, 20), (0, 255, 0))
    creative, page = page_of(files.encode(green, "PNG", icc_profile=wide_profile()), "a.png")
    assert np.abs(page.pixels[5, 5].astype(int) - (255, 0, 0)).max() <= 2
    assert creative.notes == ()


def test_an_srgb_profile_changes_nothing():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    creative, page = page_of(files.encode(files.picture(), "PNG", icc_profile=profile), "a.png")
    assert tuple(page.pixels[40, 10]) == files.RED
    assert creative.colour_space == "sRGB"


@pytest.mark.parametrize("profile", [b"rubbish", wide_profile()[:300]])
def test_a_broken_profile_is_left_aside_with_a_note(profile):
    creative, page = page_of(files.encode(files.picture(), "PNG", icc_profile=profile), "a.png")
    assert tuple(page.pixels[40, 10]) == files.RED
    assert [note.code for note in creative.notes] == ["SYS017"]


def rendered_by_pdfium(inks):
    """The colours that PDFium gives to CMYK mixtures of 0–255."""
    parts = b"".join(
        b"%.5f %.5f %.5f %.5f k %d 0 1 1 re f\n" % (*(v / 255 for v in ink), at)
        for at, ink in enumerate(inks)
    )
    page = pypdfium2.PdfDocument(files.pdf(parts, size=(len(inks), 3)))[0]
    return page.render(scale=4, rev_byteorder=True).to_numpy()[-2, 1::4, :3]


def test_cmyk_without_a_profile_looks_as_pdfium_shows_it():
    inks = np.random.default_rng(5).integers(0, 256, (150, 4), dtype=np.uint8)
    tiles = Image.fromarray(np.repeat(np.repeat(inks[None], 8, axis=0), 8, axis=1), mode="CMYK")
    for name, suffix, limit in (("TIFF", "tif", 2.0), ("JPEG", "jpg", 2.0)):
        options = {"quality": 100, "subsampling": 0} if name == "JPEG" else {}
        creative, page = page_of(files.encode(tiles, name, **options), f"a.{suffix}")
        assert creative.colour_space == "CMYK"
        assert [note.code for note in creative.notes] == ["SYS014"]
        off = ciede2000(lab_of_rgb(page.pixels[4, 4::8]), lab_of_rgb(rendered_by_pdfium(inks)))
        assert off.max() < limit


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(*[st.integers(0, 255)] * 4), min_size=1, max_size=30))
def test_more_ink_is_never_lighter(inks):
    image = Image.fromarray(np.array([inks], np.uint8), mode="CMYK")
    darker = np.array([inks], np.uint8)
    darker[..., 3] = np.minimum(255, darker[..., 3].astype(int) + 40)
    before = np.asarray(cmyk_by_table(image)).astype(int)
    after = np.asarray(cmyk_by_table(Image.fromarray(darker, mode="CMYK"))).astype(int)
    assert (after <= before + 3).all()


def test_print_size_only_where_the_resolution_is_meant():
    at_300 = page_of(files.encode(files.picture(), "TIFF", dpi=(300, 300)), "a.tif")[1]
    assert at_300.width_mm == pytest.approx(120 / 300 * 25.4)
    assert at_300.height_mm == pytest.approx(80 / 300 * 25.4)
    for dpi in (72, 96):
        _, page = page_of(files.encode(files.picture(), "PNG", dpi=(dpi, dpi)), "a.png")
        assert page.width_mm is None


@pytest.mark.parametrize(("name", "suffix"), [("GIF", "gif"), ("PNG", "png"), ("WEBP", "webp")])
def test_an_animation_gives_its_different_frames(name, suffix):
    options = {"lossless": True} if name == "WEBP" else {}
    creative = read(files.animation(name, **options), f"a.{suffix}")
    reds = [int(page.pixels[5, 5, 0]) for page in creative.pages]
    assert creative.page_count == 5 == len(reds)
    assert reds[0] == 0
    assert reds[-1] == 220
    assert reds == sorted(reds)


def test_equal_frames_of_an_animation_are_one_page():
    creative = read(files.animation("GIF", frames=9, distinct=2), "a.gif")
    assert len(list(creative.pages)) == 2 == creative.page_count


def test_frames_over_the_limit_are_told():
    creative = read(files.animation("GIF"), "a.gif", Limits(max_frames=4))
    moving, left_out = creative.notes
    assert moving.facts == {"kind": "animation", "frames": 12, "seconds": 0.6, "pages": 4}
    assert left_out.code == "SYS016"
    assert left_out.facts == {"what": "frames", "pages": 12, "read": 4}


@pytest.mark.parametrize(("name", "suffix"), [("GIF", ".gif"), ("PNG", ".png"), ("WEBP", ".webp")])
def test_an_animation_is_the_frames_that_differ_plainly(name, suffix):
    shades = [(200, 0, 0), (203, 0, 0), (200, 2, 0), (0, 0, 200), (0, 200, 0), (200, 0, 0)]
    images = [Image.new("RGB", (40, 30), shade) for shade in shades]
    data = files.encode(images[0], name, save_all=True, append_images=images[1:], duration=200,
                        lossless=True)  # fmt: skip
    creative = read(data, f"a{suffix}")
    shown = [tuple(int(v) for v in page.pixels[15, 20]) for page in creative.pages]
    assert shown == [(200, 0, 0), (0, 0, 200), (0, 200, 0)]
    (moving,) = creative.notes
    assert moving.code == "SYS023"
    assert moving.facts["seconds"] == 1.2
    assert moving.facts["pages"] == creative.page_count == 3


def test_each_page_of_a_tiff_is_a_page():
    images = [Image.new("RGB", (30 + i, 20), (i, 0, 0)) for i in range(4)]
    data = files.encode(images[0], "TIFF", save_all=True, append_images=images[1:])
    creative = read(data, "a.tiff", Limits(max_pages=3))
    assert [page.width_px for page in creative.pages] == [30, 31, 32]
    assert creative.page_count == 4
    assert creative.notes[0].facts == {"what": "pages", "pages": 4, "read": 3}


def test_a_bomb_is_refused_by_its_header():
    for size in ((13_000, 13_000), (30_000, 30_000), (2_000_000_000, 2)):
        note = refused(files.png_header(*size), "bomb.png")
        assert (note.code, note.facts["what"]) == ("SYS005", "pixels")
        assert note.facts["value"] == size[0] * size[1]


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".webp", ".gif", ".bmp", ".tif", ".avif"])
def test_a_truncated_picture_says_so_or_is_whole(suffix):
    data = files.every_format()[suffix]
    whole = next(iter(read(data, f"a{suffix}").pages)).pixels
    for sixteenth in range(1, 16):
        cut = data[: len(data) * sixteenth // 16]
        pages, note = files.outcome(cut, f"a{suffix}")
        if pages:
            assert np.array_equal(pages[0].pixels, whole)
        else:
            assert note.code in {"SYS003", "SYS004"}


def test_truncated_is_told_from_damaged():
    data = files.every_format()[".png"]
    assert refused(data[: len(data) // 2], "a.png").facts["cause"] == "truncated"
    assert refused(files.every_format()[".jpg"][:900], "a.jpg").facts["cause"] == "truncated"


def test_pixels_are_the_same_each_time():
    data = files.encode(files.noise(900, 700), "JPEG")
    one, two = (page_of(data, "a.jpg")[1].pixels for _ in range(2))
    assert np.array_equal(one, two)


def test_pages_may_be_left_unwalked():
    data = io.BytesIO(files.animation("GIF")).getvalue()
    pages = read(data, "a.gif").pages
    next(pages)
    pages.close()
    assert list(pages) == []
