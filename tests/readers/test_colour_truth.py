"""Colour truth: what the page shows against littleCMS, for every way that a file names colours.

Nobody sees a difference under ΔE00 1, and 2 is the most that is allowed here.
"""

import io

import numpy as np
import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image, ImageCms
from readers.icc_files import press_profile
from readers.reader_files import encode, pdf

from brandguard.model.colour import ciede2000, lab_of_rgb
from brandguard.readers import pdf_spots, read

MOST = 2.0
PURE = [[0, 0, 0, 0], [255, 0, 0, 0], [0, 255, 0, 0], [0, 0, 255, 0], [0, 0, 0, 255],
        [255, 255, 0, 0], [0, 255, 255, 0], [255, 0, 255, 0], [0, 242, 217, 13],
        [153, 102, 102, 255]]  # fmt: skip
INKS = np.vstack([PURE, np.random.default_rng(3).integers(0, 256, (22, 4))]).astype(np.uint8)
SIDE = 10


def page_of(data, name):
    return next(iter(read(data, name).pages))


def off(seen, wanted):
    return ciede2000(lab_of_rgb(np.asarray(seen, float)), lab_of_rgb(np.asarray(wanted, float)))


def by_littlecms(picture, profile):
    """What littleCMS makes of a picture: relative colorimetric, black point compensated."""
    transform = ImageCms.buildTransform(
        ImageCms.ImageCmsProfile(io.BytesIO(profile)),
        ImageCms.createProfile("sRGB"),
        picture.mode,
        "RGB",
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    return np.asarray(ImageCms.applyTransform(picture, transform))


def row(inks):
    return Image.fromarray(inks[None], mode="CMYK")


WANTED = by_littlecms(row(INKS), press_profile())[0]


def in_row(page, count):
    """The middle of each of the squares that a page shows from left to right."""
    height, width = page.pixels.shape[:2]
    return page.pixels[height // 2, ((np.arange(count) + 0.5) * width / count).astype(int)]


@pytest.mark.parametrize(("name", "suffix"), [("JPEG", "jpg"), ("TIFF", "tif")])
def test_cmyk_pictures_with_a_profile(name, suffix):
    tiles = Image.fromarray(np.repeat(np.repeat(INKS[None], 16, 0), 16, 1), mode="CMYK")
    options = {"quality": 100, "subsampling": 0} if name == "JPEG" else {}
    data = encode(tiles, name, icc_profile=press_profile(), **options)
    assert off(in_row(page_of(data, f"a.{suffix}"), len(INKS)), WANTED).max() < MOST


def press_space(document):
    profile = pikepdf.Stream(document, press_profile())
    profile.N = 4
    return Array([Name.ICCBased, document.make_indirect(profile)])


def test_fills_of_a_pdf_in_a_profiles_inks_and_their_numbers_are_kept():
    squares = b" ".join(
        b"%.5f %.5f %.5f %.5f scn %d 0 %d 20 re f" % (*(ink / 255), at * SIDE, SIDE)
        for at, ink in enumerate(INKS)
    )
    data = pdf(
        b"/CS0 cs " + squares,
        size=(SIDE * len(INKS), 20),
        resources=lambda d: Dictionary(ColorSpace=Dictionary(CS0=press_space(d))),
    )
    page = page_of(data, "a.pdf")
    assert off(in_row(page, len(INKS)), WANTED).max() < MOST
    builds = {tuple(round(255 * ink) for ink in f.cmyk) for f in page.fills if f.cmyk}
    assert builds == {tuple(int(v) for v in ink) for ink in INKS if ink.any()}


def test_pictures_of_a_pdf_in_a_profiles_inks():
    def resources(document):
        picture = pikepdf.Stream(document, INKS[None].tobytes())
        picture.Type, picture.Subtype = Name.XObject, Name.Image
        picture.Width, picture.Height, picture.BitsPerComponent = len(INKS), 1, 8
        picture.ColorSpace = press_space(document)
        return Dictionary(XObject=Dictionary(Im=picture))

    width = SIDE * len(INKS)
    data = pdf(b"%d 0 0 20 0 0 cm /Im Do" % width, size=(width, 20), resources=resources)
    assert off(in_row(page_of(data, "a.pdf"), len(INKS)), WANTED).max() < MOST


def wide_profile():
    """A profile wider than sRGB: its red is half as far again from grey as XYZ goes."""
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    count = int.from_bytes(data[128:132], "big")
    tags = {bytes(data[132 + 12 * i : 136 + 12 * i]): 136 + 12 * i for i in range(count)}

    def point(tag):
        start = int.from_bytes(data[tags[tag] : tags[tag] + 4], "big") + 8
        return start, np.frombuffer(bytes(data[start : start + 12]), ">i4").astype(float)

    (red, r), (green, g), (blue, b) = (point(tag) for tag in (b"rXYZ", b"gXYZ", b"bXYZ"))
    white = r + g + b
    new_red, new_green = 1.15 * r - 0.05 * g - 0.02 * b, 1.08 * g - 0.09 * r
    for start, value in ((red, new_red), (green, new_green), (blue, white - new_red - new_green)):
        data[start : start + 12] = np.rint(value).astype(">i4").tobytes()
    return bytes(data)


@pytest.mark.parametrize(("name", "suffix"), [("PNG", "png"), ("JPEG", "jpg"), ("WEBP", "webp")])
def test_wide_gamut_pictures(name, suffix):
    colours = np.random.default_rng(4).integers(0, 256, (30, 3), dtype=np.uint8)
    tiles = Image.fromarray(np.repeat(np.repeat(colours[None], 16, 0), 16, 1))
    options = {"JPEG": {"quality": 100, "subsampling": 0}, "WEBP": {"lossless": True}}
    data = encode(tiles, name, icc_profile=wide_profile(), **options.get(name, {}))
    wanted = by_littlecms(Image.fromarray(colours[None]), wide_profile())[0]
    plain = off(colours, wanted)
    assert plain.max() > 2 * MOST  # else it would prove nothing
    assert off(in_row(page_of(data, f"a.{suffix}"), len(colours)), wanted).max() < MOST


LABS = ([47, 68, 48], [30, 20, -55], [80, 5, 75], [60, -45, 30])


def spot(document, lab, function=None):
    white = Dictionary(WhitePoint=Array([0.9642, 1, 0.8249]), Range=Array([-128, 127, -128, 127]))
    plain = Dictionary(FunctionType=2, Domain=[0, 1], C0=[100, 0, 0], C1=lab, N=1)
    tint = function(document, lab) if function else plain
    name = Name("/PANTONE " + "".join(map(str, lab)))
    return Array([Name.Separation, name, Array([Name.Lab, white]), tint])


def sampled(document, lab):
    """The same as a table of 16 bits from paper to the full ink, as Adobe's programs write it."""
    limits = np.array([[0, 100], [-128, 127], [-128, 127]])
    ends = (np.array([[100, 0, 0], lab]) - limits[:, 0]) / (limits[:, 1] - limits[:, 0])
    table = pikepdf.Stream(document, np.rint(ends * 65535).astype(">u2").tobytes())
    table.FunctionType, table.Domain, table.Size = 0, [0, 1], [2]
    table.BitsPerSample, table.Range = 16, [0, 100, -128, 127, -128, 127]
    return document.make_indirect(table)


def lab_by_littlecms(labs):
    picture = Image.frombytes(
        "LAB", (len(labs), 1),
        b"".join(bytes([round(li * 2.55), round(a) % 256, round(b) % 256]) for li, a, b in labs),
    )  # fmt: skip
    transform = ImageCms.buildTransform(
        ImageCms.createProfile("LAB"),
        ImageCms.createProfile("sRGB"),
        "LAB",
        "RGB",
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
    )
    return np.asarray(ImageCms.applyTransform(picture, transform))[0]


@pytest.mark.parametrize("function", [None, sampled])
@pytest.mark.parametrize("tint", [1.0, 0.5])
def test_spot_inks_that_are_given_in_lab(function, tint):
    squares = b" ".join(
        b"/CS%d cs %.2f scn %d 0 %d 20 re f" % (at, tint, at * SIDE, SIDE)
        for at in range(len(LABS))
    )

    def resources(document):
        spaces = {f"/CS{at}": spot(document, lab, function) for at, lab in enumerate(LABS)}
        return Dictionary(ColorSpace=Dictionary(spaces))

    page = page_of(pdf(squares, size=(SIDE * len(LABS), 20), resources=resources), "a.pdf")
    tinted = [[100 + tint * (li - 100), tint * a, tint * b] for li, a, b in LABS]
    assert off(in_row(page, len(LABS)), lab_by_littlecms(tinted)).max() < MOST
    assert {f.spot for f in page.fills if f.spot} == {
        "PANTONE " + "".join(map(str, lab)) for lab in LABS
    }


def test_a_lab_ink_whose_function_nobody_knows_is_drawn_as_it_was():
    def strange(document, _):
        code = pikepdf.Stream(document, b"{ dup 0 mul exch 50 mul 100 exch sub 0 }")
        code.FunctionType, code.Domain = 4, [0, 1]
        code.Range = [0, 100, -128, 127, -128, 127]
        return document.make_indirect(code)

    def resources(document):
        return Dictionary(ColorSpace=Dictionary(CS0=spot(document, LABS[0], strange)))

    data = pdf(b"/CS0 cs 1 scn 0 0 200 100 re f", resources=resources)
    assert pdf_spots.with_exact_spots(pikepdf.open(io.BytesIO(data)), data) is data
    assert page_of(data, "a.pdf").pixels is not None


def test_a_file_without_such_inks_is_drawn_from_its_own_bytes():
    data = pdf(b"0 0 0 1 k 0 0 9 9 re f")
    assert pdf_spots.with_exact_spots(pikepdf.open(io.BytesIO(data)), data) is data
    assert pdf_spots.with_exact_spots(None, data) is data
