"""Colours go out to other programs and come back; hostile files are refused in a sentence."""

import json
import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brandguard.interchange import aco, ase, csscolours, gpl, tokens
from brandguard.interchange.colourfiles import BY_NAME, FORMATS, format_of, load_colours
from brandguard.interchange.swatches import (
    MAX_BYTES,
    MAX_COLOURS,
    ColourFileError,
    Swatched,
    hex_of_lab,
    plainly_shown,
    slug,
)
from brandguard.model.errors import UsageError

HEXES = st.integers(0, 0xFFFFFF).map(lambda n: f"#{n:06X}")
NAMES = st.text(st.characters(categories=("L", "Nd", "Pd")), min_size=1, max_size=20)
INKS = st.tuples(*[st.integers(0, 100).map(lambda n: n / 100)] * 4)


def colours(cmyk=st.none()):  # noqa: B008  a strategy
    one = st.builds(Swatched, NAMES, HEXES, cmyk)
    return st.lists(one, min_size=1, max_size=8, unique_by=lambda c: c.name.casefold())


@settings(max_examples=20, deadline=None)
@given(colours())
@pytest.mark.parametrize("form", [ase, aco, gpl], ids=["ase", "aco", "gpl"])
def test_names_and_colours_come_back(form, given_colours):
    found = form.read(form.write(given_colours))
    assert [(c.name, c.hex) for c in found] == [(c.name, c.hex) for c in given_colours]


@settings(max_examples=20, deadline=None)
@given(colours())
@pytest.mark.parametrize("form", [csscolours, tokens], ids=["css", "tokens"])
def test_colours_come_back_by_their_slugs(form, given_colours):
    found = form.read(form.write(given_colours))
    assert [c.hex for c in found] == [c.hex for c in given_colours]
    assert len({c.name for c in found}) == len(found)


@settings(max_examples=20, deadline=None)
@given(colours(INKS))
@pytest.mark.parametrize("form", [ase, aco], ids=["ase", "aco"])
def test_inks_come_back(form, given_colours):
    found = form.read(form.write(given_colours))
    for one, other in zip(found, given_colours, strict=True):
        assert one.cmyk == pytest.approx(other.cmyk, abs=1e-4)


@settings(max_examples=20, deadline=None)
@given(colours(), st.data())
@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_a_file_that_is_cut_or_bent_never_breaks_the_reader(form, given_colours, data):
    whole = form.write(given_colours, "Luma") if form.write else b"color: {palette: {a: red}}"
    cut = bytearray(whole[: data.draw(st.integers(0, len(whole)))])
    if cut:
        cut[data.draw(st.integers(0, len(cut) - 1))] = data.draw(st.integers(0, 255))
    try:
        found = form.read(bytes(cut), plainly_shown)
    except ColourFileError as error:
        assert "\n" not in str(error)  # noqa: PT017  either may happen
    else:
        assert 1 <= len(found) <= MAX_COLOURS


@settings(max_examples=20, deadline=None)
@given(st.binary(max_size=200))
@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_any_bytes_are_read_or_refused(form, data):
    try:
        assert form.read(data, plainly_shown)
    except ColourFileError as error:
        assert str(error)  # noqa: PT017  either may happen


def ase_block(body, kind=1):
    return struct.pack(">HI", kind, len(body)) + body


def ase_file(*blocks, count=None):
    head = struct.pack(">4sHHI", b"ASEF", 1, 0, len(blocks) if count is None else count)
    return head + b"".join(blocks)


def ase_colour(name="Red", model=b"RGB ", values=(1, 0, 0), kind=0):
    words = f"{name}\0".encode("utf-16-be")
    body = struct.pack(">H", len(words) // 2) + words + model
    return ase_block(body + struct.pack(f">{len(values)}fH", *values, kind))


def test_ase_with_groups_lab_grey_and_a_spot_ink():
    group = ase_block(struct.pack(">H", 2) + "G\0".encode("utf-16-be"), 0xC001)
    found = ase.read(
        ase_file(
            group,
            ase_colour("Lab", b"LAB ", (0.5, 0, 0)),
            ase_colour("Grey", b"Gray", (0.5,)),
            ase_colour("PANTONE 186 C", b"CMYK", (0, 1, 0.8, 0), 1),
            ase_block(b"", 0xC002),
        )
    )
    assert [(c.name, c.hex) for c in found[:2]] == [("Lab", "#777777"), ("Grey", "#808080")]
    assert found[2].spot == "PANTONE 186 C"
    assert found[2].cmyk == (0, 1, 0.8, 0)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "ASEF"),
        (b"ASEF\0\1", "middle"),
        (ase_file(ase_colour())[:-5], "middle"),
        (ase_file(struct.pack(">HI", 1, 0xFFFFFFFF)), "middle"),
        (ase_file(ase_colour(model=b"HSB ")), "unknown kind"),
        (ase_file(ase_colour(values=(float("nan"), 0, 0))), "no number"),
        (ase_file(), "no colour"),
        (ase_file(*[ase_colour(str(n)) for n in range(MAX_COLOURS + 1)]), "over 1000"),
    ],
)
def test_a_hostile_ase_is_refused_in_words(data, said):
    with pytest.raises(ColourFileError, match=said):
        ase.read(data)


def test_a_count_in_the_head_is_not_believed():
    assert len(ase.read(ase_file(ase_colour(), count=0xFFFFFFFF))) == 1


def test_bad_utf_16_gives_a_name_all_the_same():
    body = struct.pack(">H", 2) + b"\xd8\x00\x00\x00" + b"RGB " + struct.pack(">3fH", 1, 0, 0, 0)
    assert ase.read(ase_file(ase_block(body)))[0].hex == "#FF0000"


@pytest.mark.parametrize("data", [b"\0\1\xff\xff", b"\0\2\0\1" + b"\0" * 10 + b"\xff\xff\xff\xff"])
def test_a_hostile_aco_is_refused(data):
    with pytest.raises(ColourFileError):
        aco.read(data)


def test_aco_knows_hsb_lab_and_grey_and_leaves_catalogues_out():
    rows = [(1, 0, 65535, 65535, 0), (7, 5000, 0, 0, 0), (8, 5000, 0, 0, 0), (3, 1, 2, 3, 4)]
    data = struct.pack(">HH", 1, len(rows)) + b"".join(struct.pack(">5H", *row) for row in rows)
    assert [c.hex for c in aco.read(data)] == ["#FF0000", "#777777", "#808080"]


def test_css_follows_variables_and_takes_the_first_theme():
    sheet = b""":root { --red: #e4002b; --accent: var(--red); --gap: 8px }
    @media (prefers-color-scheme: dark) { :root { --red: #ff5566 } }
    .card { color: red; --card: hsl(0 100% 50%) }"""
    found = {c.name: c.hex for c in csscolours.read(sheet)}
    assert found == {"red": "#E4002B", "accent": "#E4002B", "card": "#FF0000"}


def test_css_that_names_itself_or_nests_without_end_is_refused():
    with pytest.raises(ColourFileError):
        csscolours.read(b":root{--a: var(--b); --b: var(--a)}")
    with pytest.raises(ColourFileError):
        csscolours.read(b"a{" * 5000)


def test_tokens_follow_aliases_types_and_colour_spaces():
    tree = {
        "brand": {
            "$type": "color",
            "red": {"$value": "#E4002B"},
            "deep": {"blue": {"$value": {"colorSpace": "srgb", "components": [0, 0, 1]}}},
            "main": {"$value": "{brand.red}"},
            "grey": {"$value": {"colorSpace": "oklch", "components": [0.5, 0, "none"]}},
            "gap": {"$type": "dimension", "$value": "8px"},
            "loop": {"$value": "{brand.loop}"},
        }
    }
    found = {c.name: c.hex for c in tokens.read(json.dumps(tree).encode())}
    assert found == {
        "red": "#E4002B", "deep-blue": "#0000FF", "main": "#E4002B", "grey": "#636363",
    }  # fmt: skip


@pytest.mark.parametrize(
    "data",
    [b"[]", b"{", b"[" * 100_000, b'{"a": 1}', b'{"a": {"$type": [], "$value": {"components": 3}}}',
     b'{"a": {"$type": "color", "$value": {"colorSpace": "srgb", "components": [NaN, 0, 0]}}}'],
)  # fmt: skip
def test_tokens_that_are_none_are_refused(data):
    with pytest.raises(ColourFileError):
        tokens.read(data)


def test_gpl_is_read_line_by_line():
    data = "GIMP Palette\r\nName: x\r\nColumns: 2\r\n#\r\n228   0  43\tSignal Red\r\n 0 0 0\r\n"
    found = gpl.read(data.encode())
    assert [(c.name, c.hex) for c in found] == [("Signal Red", "#E4002B"), ("#000000", "#000000")]
    with pytest.raises(ColourFileError, match="over 255"):
        gpl.read(b"GIMP Palette\n300 0 0 x\n")
    with pytest.raises(ColourFileError, match="begin"):
        gpl.read(b"JASC-PAL")


def test_another_brand_yml_gives_its_palette_with_inks():
    data = b"""color: {palette: {red: "#E4002B", main: red}}
defaults: {brandguard: {colour: {palette: {red: {cmyk: [0, 95, 85, 5], spot: PANTONE 186 C}}}}}
"""
    red, main = BY_NAME["brand.yml"].read(data, plainly_shown)
    assert (red.cmyk, red.spot) == ((0, 0.95, 0.85, 0.05), "PANTONE 186 C")
    assert main.hex == "#E4002B"


def test_two_of_one_name_are_told_apart():
    data = gpl.write([Swatched("Red", "#FF0000"), Swatched("Red", "#EE0000")])
    assert [c.name for c in gpl.read(data)] == ["Red", "Red 2"]


def test_a_file_is_bounded_and_named_in_every_message(tmp_path):
    large = tmp_path / "a.gpl"
    large.write_bytes(b" " * (MAX_BYTES + 1))
    with pytest.raises(ColourFileError, match=r"a\.gpl: is over 4 MiB"):
        load_colours(large)
    with pytest.raises(UsageError, match=r"none\.ase: cannot be read"):
        load_colours(tmp_path / "none.ase")
    with pytest.raises(UsageError, match=r"known are \.ase"):
        format_of(tmp_path / "a.docx")


def test_plain_arithmetic():
    assert plainly_shown((0, 0, 0, 0)) == "#FFFFFF"
    assert plainly_shown((0, 1, 1, 0)) == "#FF0000"
    assert hex_of_lab(100, 0, 0) == "#FFFFFF"
    assert slug("Signal Red!") == "signal-red"
    assert slug("!!") == "colour"
