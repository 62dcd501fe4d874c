"""Palettes against each other: print against screen, amounts, greys, photographs."""

import struct
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from portraits import agreeing, palette, portrait, scores

from brandguard.coherence.basis import Basis
from brandguard.coherence.gamut import gamut, printed
from brandguard.coherence.transport import UNITS, moved
from brandguard.interchange.brandyml import load_profile
from brandguard.model.colour import (
    ciede2000,
    hex_of_rgb,
    hue,
    hue_difference,
    lab_of_rgb,
    oklab_of_rgb,
    rgb_of_hex,
    rgb_of_oklab,
)
from brandguard.model.errors import ProfileError
from brandguard.readers.inks import cmyk_by_table

SCREEN = ("#E4002B", "#C5472B", "#0057B8", "#FF6600", "#FFD100", "#2A8580", "#00A651", "#8A1538")
VIVID = ("#00FF00", "#0000FF", "#FF00FF", "#39FF14", "#7A3FD0")
"""Colours that no press reaches."""


@cache
def builds():
    steps = np.linspace(0, 255, 21).round().astype(np.uint8)
    inks = np.stack(np.meshgrid(steps, steps, steps, steps[:11:2], indexing="ij"), -1)
    return np.asarray(cmyk_by_table(Image.fromarray(inks.reshape(1, -1, 4), "CMYK")))[0]


def printed_build(code):
    """The CMYK build in steps of 5 % that looks most like a screen colour, as it is rendered."""
    seen = builds()
    wanted = oklab_of_rgb(np.array(rgb_of_hex(code), dtype=float))
    far = ((oklab_of_rgb(seen.astype(float)) - wanted) ** 2).sum(axis=1)
    return hex_of_rgb(seen[int(far.argmin())])


def colour(one, other, channels=("offline", "online")):
    sides = [
        portrait(f"{n}.png", channel, palette=palette(*colours))
        for n, (channel, colours) in enumerate(zip(channels, (one, other), strict=True))
    ]
    return scores(agreeing(sides[:1], sides[1:]).coherence())["colour"]


WHITE = ("#FFFFFF", 0.6)


@pytest.mark.parametrize("code", SCREEN)
def test_a_screen_colour_agrees_with_its_build_for_print(code):
    assert colour([(printed_build(code), 0.4), WHITE], [(code, 0.4), WHITE]) >= 95


@pytest.mark.parametrize("code", VIVID)
def test_a_colour_out_of_reach_agrees_with_the_best_that_print_can_do(code):
    best = hex_of_rgb(rgb_of_oklab(np.array(printed(code))))
    assert colour([(best, 0.4), WHITE], [(code, 0.4), WHITE]) >= 95
    assert colour([(best, 0.4), WHITE], [(code, 0.4), WHITE], ("online", "online")) < 90


@pytest.mark.parametrize("code", ["#1FA8A0", "#7A3FD0", "#00A651", "#0057B8"])
def test_another_hue_is_low(code):
    assert colour([("#E4002B", 0.4), WHITE], [(code, 0.4), WHITE]) < 25


def test_other_amounts_of_the_same_colours_are_adaptation():
    poster = [("#E4002B", 0.8), ("#2B2D33", 0.15), ("#FFFFFF", 0.05)]
    banner = [("#FFFFFF", 0.8), ("#E4002B", 0.15), ("#2B2D33", 0.05)]
    assert colour(poster, banner) >= 80


def test_half_of_the_colour_is_about_half_of_the_agreement():
    both = [("#E4002B", 0.3), ("#0057B8", 0.3)]
    assert colour(both, [("#E4002B", 0.6)]) == pytest.approx(50, abs=10)


@pytest.mark.parametrize(
    ("one", "reason"),
    [
        (portrait(palette=palette(("#FFFFFF", 0.9), ("#222222", 0.1))), "why.only_greys"),
        (portrait(palette=palette(("#4A6B3A", 1.0), photo=True)), "why.only_photographs"),
        (portrait(), "why.no_picture"),
    ],
)
def test_what_shows_no_colours_is_not_compared_and_says_why(one, reason):
    red = portrait("b.png", palette=palette(("#E4002B", 0.5), WHITE))
    found = agreeing([one], [red]).coherence().dimensions[0]
    assert (found.score, found.reason.code) == (None, reason)


def test_colours_within_photographs_hardly_count():
    plain = palette(("#E4002B", 0.3), WHITE)
    with_photo = plain + palette(("#3A6B2F", 0.3), photo=True)
    one, other = portrait("a.png", palette=plain), portrait("b.png", palette=with_photo)
    assert scores(agreeing([one], [other]).coherence())["colour"] > 85


def test_the_agreement_can_be_recomputed_from_what_the_report_holds():
    one = portrait("a.png", "offline", palette=palette(("#DA1F32", 0.5), ("#F2B83B", 0.5)))
    other = portrait("b.png", "online", palette=palette(("#E4002B", 0.2), ("#1FA8A0", 0.8)))
    found = agreeing([one], [other]).coherence()
    hexes = [[s.hex for s in side] for side in found.palettes]
    held = [lab_of_rgb(rgb_of_oklab(np.array([printed(c) for c in side]))) for side in hexes]
    screen = [lab_of_rgb(np.array([rgb_of_hex(c) for c in side], dtype=float)) for side in hexes]
    room = [0.5 * ciede2000(a, b) for a, b in zip(screen, held, strict=True)]
    alike = 4 + np.maximum(room[0][:, None], room[1][None])
    far = ciede2000(held[0][:, None], held[1][None])
    cost = np.clip((far - alike) / (40 - alike), 0, 1)
    change = moved(*found.palette_weights, cost)
    assert found.dimensions[0].score == pytest.approx(100 * (1 - change), abs=1e-9)
    assert dict(found.dimensions[0].parts)["moved"] == pytest.approx(change)


def test_what_print_reaches_stays_and_the_rest_keeps_its_hue():
    red = oklab_of_rgb(np.array(rgb_of_hex("#C5472B"), dtype=float))
    assert np.allclose(gamut().held(red), red)
    for code in ("#00FF00", "#39FF14", "#0000FF"):
        own = oklab_of_rgb(np.array(rgb_of_hex(code), dtype=float))
        assert hue_difference(hue(own), hue(np.array(printed(code)))) < 30


def test_a_file_that_is_no_press_profile_is_an_error_that_names_it(tmp_path):
    file = tmp_path / "press.icc"
    file.write_bytes(b"nothing")
    with pytest.raises(ProfileError, match=r"press\.icc"):
        gamut(str(file))


weights = st.lists(st.floats(0.01, 1), min_size=1, max_size=8)
hexes = st.integers(0, 0xFFFFFF).map(lambda n: f"#{n:06X}")
palettes = st.lists(st.tuples(hexes, st.floats(0.01, 1)), min_size=1, max_size=6)


@given(weights, weights, st.randoms(use_true_random=False))
def test_transport_is_bounded_and_the_same_both_ways(one, other, random):
    cost = np.array([[random.random() for _ in other] for _ in one])
    there = moved(one, other, cost)
    assert there == pytest.approx(moved(other, one, cost.T), abs=1e-12)
    assert cost.min() - 1e-9 <= there <= cost.max() + 1e-9


@given(weights)
def test_nothing_moves_between_equals(one):
    cost = 1.0 - np.eye(len(one))
    assert moved(one, one, cost) == 0


def test_transport_finds_the_cheapest_way():
    cost = np.array([[0.0, 1.0], [1.0, 0.5]])
    assert moved([1, 1], [1, 1], cost) == pytest.approx(0.25)
    assert UNITS % 2 == 0


@given(palettes, palettes)
@settings(max_examples=30, deadline=None)
def test_agreement_is_bounded_symmetric_and_whole_with_itself(one, other):
    there, back = colour(one, other), colour(other, one)
    assert (there is None) == (back is None)
    if there is not None:
        assert 0 <= there <= 100
        assert there == pytest.approx(back, abs=1e-9)
    alone = colour(one, one)
    assert alone is None or alone == pytest.approx(100)


def test_the_press_of_the_profile_is_used(monkeypatch):
    asked = []
    monkeypatch.setattr(
        "brandguard.coherence.colours.printed",
        lambda code, icc: asked.append(icc) or tuple(oklab_of_rgb(np.array(rgb_of_hex(code)))),
    )
    sides = [portrait(n, palette=palette(("#E4002B", 0.5))) for n in ("a", "b")]
    agreeing(sides[:1], sides[1:], Basis(icc="press.icc")).coherence()
    assert asked == ["press.icc"]


def press_file(path, space=b"CMYK"):
    """The smallest ICC profile that LittleCMS takes: two steps an ink, paper down to black."""
    linear = bytes(range(256))
    grid = np.stack(np.meshgrid(*[[0, 1]] * 4, indexing="ij"), -1).reshape(-1, 4)
    light = 255 - grid.sum(axis=1) * 63
    table = np.stack([light, np.full(16, 128), np.full(16, 128)], -1).astype(np.uint8)
    lut = struct.pack(
        ">4s4x4B9i", b"mft1", 4, 3, 2, 0, *np.rint(np.eye(3) * 65536).astype(int).ravel()
    )
    lut += linear * 4 + table.tobytes() + linear * 3
    white = struct.pack(">4s4x3i", b"XYZ ", 63190, 65536, 54061)
    start = 128 + 4 + 2 * 12
    tags = struct.pack(">I4sII4sII", 2, b"A2B0", start, len(lut), b"wtpt", start + len(lut), 20)
    size = start + len(lut) + len(white)
    head = struct.pack(
        ">I4sI4s4s4s12x4s", size, b"lcms", 0x02100000, b"prtr", space, b"Lab ", b"acsp"
    )
    head = head.ljust(68, b"\0") + struct.pack(">3i", 63190, 65536, 54061)
    path.write_bytes(head.ljust(128, b"\0") + tags + lut + white)
    return path


def test_a_press_that_prints_greys_alone_holds_red_to_grey(tmp_path):
    file = str(press_file(tmp_path / "press.icc"))
    assert np.hypot(*printed("#E4002B", file)[1:]) < 0.02
    assert np.hypot(*printed("#E4002B")[1:]) > 0.15


PROFILE = "meta: {name: Acme}\ndefaults: {brandguard: {colour: {print_icc: press.icc}}}\n"


def test_the_profile_names_its_press_beside_itself(tmp_path):
    press = press_file(tmp_path / "press.icc")
    (tmp_path / "_brand.yml").write_text(PROFILE)
    profile = load_profile(tmp_path / "_brand.yml", ())
    assert Basis.of(profile).icc == profile.print_icc == str(press)


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda _: None, "does not exist"),
        (lambda file: file.write_bytes(b"nothing"), "is no ICC profile"),
        (lambda file: press_file(file, b"RGB "), "other than CMYK"),
    ],
)
def test_a_press_that_is_none_is_an_error_of_the_profile(tmp_path, make, said):
    make(tmp_path / "press.icc")
    (tmp_path / "_brand.yml").write_text(PROFILE)
    with pytest.raises(ProfileError, match=f"print_icc.*{said}"):
        load_profile(tmp_path / "_brand.yml", ())
