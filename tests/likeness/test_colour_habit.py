import dataclasses

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageDraw, ImageEnhance

from brandguard.judging import Reference, judge
from brandguard.likeness import shademap
from brandguard.likeness.accidents import (
    ACCIDENTS,
    UNDOINGS,
    exchanged,
    strengthened,
    turned,
    undo,
)
from brandguard.likeness.cohort import shipped_cohort
from brandguard.likeness.habit import set_habit_limits
from brandguard.likeness.look import fit_look, look_distances
from brandguard.likeness.planes import KnownPlanes
from brandguard.measures.everything import Wanted, measure
from brandguard.messages import LANGUAGES, Messages
from brandguard.model.creative import Creative, Page
from brandguard.model.features import Swatch
from brandguard.model.profile import Learned, Profile
from brandguard.model.report import Subject

RGB = st.tuples(*[st.integers(0, 255)] * 3)
PROFILE = Profile("A", learned=Learned("a.learned", "0" * 64, pictures=8))


def drawn(seed):
    """A house in white, deep blue and yellow, with an illustration of many of its tones."""
    rng = np.random.default_rng(seed)
    image = Image.new("RGB", (420, 300), "#FFFFFF")
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, 420, int(rng.integers(70, 130))), fill="#1D3F8F")
    for _ in range(6):
        x, y, r = rng.integers(30, 390), rng.integers(140, 250), rng.integers(8, 26)
        fill = ("#1D3F8F", "#F2B705", "#4C6FC4", "#0E1F47")[int(rng.integers(4))]
        pen.ellipse((x - r, y - r, x + r, y + r), fill=fill)
    for line in range(3):
        pen.rectangle((20, 265 + 9 * line, rng.integers(120, 380), 269 + 9 * line), fill="#222222")
    return image


def features(image):
    page = Page(1, image.width, image.height, np.asarray(image.convert("RGB")))
    return measure(Creative("png", iter((page,)), 1), image.tobytes(), Wanted(voice=False))


def hue(image, degrees):
    hsv = np.asarray(image.convert("HSV")).copy()
    hsv[..., 0] = (hsv[..., 0].astype(int) + round(degrees / 360 * 256)) % 256
    return Image.fromarray(hsv, "HSV").convert("RGB")


def banded(image):
    out = image.copy()
    out.paste((255, 0, 255), (0, image.height * 7 // 8, image.width, image.height))
    return out


DAMAGES = {
    "hue": lambda image: hue(image, 40),
    "far_hue": lambda image: hue(image, 120),
    "saturation": lambda image: ImageEnhance.Color(image).enhance(0.35),
    "negative": ImageChops.invert,
    "plane": banded,
}


@pytest.fixture(scope="module")
def reference():
    return fit_look([(f"ok/{n}.png", features(drawn(n))) for n in range(8)], 0.05)


def accident(image, reference):
    (found,) = [d for d in look_distances(features(image), reference) if d.rule == "COL007"]
    return found


def test_the_brands_next_creatives_have_had_no_accident(reference):
    values = [accident(drawn(n), reference).value for n in range(100, 112)]
    assert sum(value > 1 for value in values) <= 1


@pytest.mark.parametrize("kind", ACCIDENTS)
def test_each_accident_is_found_and_named(kind, reference):
    for seed in (200, 201):
        found = accident(DAMAGES[kind](drawn(seed)), reference)
        assert found.value > 1
        assert found.facts["accident"] == kind
        assert found.parts == ((kind, found.value),)
        assert found.fail_at is None  # an inference warns; only the owner can make it fail


def test_a_turn_of_hue_is_told_in_degrees_with_the_colour_it_was(reference):
    facts = accident(hue(drawn(200), 45), reference).facts
    assert facts["turn"] == pytest.approx(45, abs=15)
    assert facts["factor"] is None
    assert facts["nearest_hex"].startswith("#")


def test_a_washed_out_picture_says_how_much_is_left(reference):
    facts = accident(DAMAGES["saturation"](drawn(200)), reference).facts
    assert 0.3 <= facts["factor"] <= 0.7


def test_a_foreign_band_has_its_colour_share_and_place(reference):
    found = accident(banded(drawn(200)), reference)
    assert found.facts["found"] == "#FF00FF"
    assert found.facts["share"] == pytest.approx(1 / 8, abs=0.01)
    assert found.place.box == pytest.approx((0, 0.875, 1, 1), abs=0.02)
    assert found.facts["delta_e"] > 20


def test_every_accident_lowers_the_score_and_warns_in_three_languages(reference):
    words = [Messages.load(language) for language in LANGUAGES]
    original = judged(drawn(200), reference)
    assert original.verdict == "pass"
    for change in DAMAGES.values():
        report = judged(change(drawn(200)), reference)
        assert report.score < original.score
        (finding,) = [f for f in report.findings if f.rule == "COL007"]
        assert finding.severity == "warn"
        assert finding.limit_from == "learned"
        for messages in words:
            said = messages.message(finding)
            assert finding.facts["found"] in said
            assert "{" not in said
            assert "–" not in said


def judged(image, reference):
    return judge(Subject("x.png", features(image)), PROFILE, Reference(reference))


def test_the_owner_may_be_more_lenient_or_silence_the_rule(reference):
    image = hue(drawn(200), 40)
    lenient = dataclasses.replace(PROFILE.learned, look_limit=1000.0)
    report = judge(
        Subject("x.png", features(image)),
        dataclasses.replace(PROFILE, learned=lenient),
        Reference(reference),
    )
    assert not [f for f in report.findings if f.rule == "COL007"]


def test_what_an_older_version_learned_still_judges_the_look(reference):
    image = features(hue(drawn(200), 40))
    old = dataclasses.replace(reference, habit=None)
    assert look_distances(image, old) == look_distances(image, reference)[:2]


def test_limits_are_lower_for_a_strict_brand_and_lean_on_the_prior_without_examples():
    prior = shipped_cohort().habit
    none = set_habit_limits([], [], 0.05, prior)
    assert none.usual is None
    strict, lax = (set_habit_limits([], [], rate, prior) for rate in (0.01, 0.2))
    assert all(s >= x for s, x in zip(strict.warn_at, lax.warn_at, strict=True))
    assert max(strict.warn_at) > max(lax.warn_at)


@given(RGB, st.integers(0, 359))
def test_a_turn_and_its_counter_turn_give_the_colour_again(rgb, degrees):
    colour = np.array([rgb], dtype=float)
    assert turned(turned(colour, degrees), -degrees) == pytest.approx(colour, abs=1e-6)


@given(RGB)
def test_greys_have_neither_hue_nor_saturation_to_change(rgb):
    grey = np.full((1, 3), float(rgb[0]))
    assert turned(grey, 90) == pytest.approx(grey)
    assert strengthened(grey, 2.86) == pytest.approx(grey)
    assert exchanged(exchanged(grey)) == pytest.approx(grey)


@pytest.mark.parametrize("degrees", [15, 40, 120, 300])
def test_our_turn_is_that_of_an_image_editor(degrees):
    rng = np.random.default_rng(1)
    pixels = rng.integers(0, 256, (1, 200, 3)).astype(np.uint8)
    theirs = np.asarray(hue(Image.fromarray(pixels), degrees))[0].astype(float)
    ours = turned(pixels[0].astype(float), degrees)
    assert np.abs(ours - theirs).mean() < 4


def test_the_density_is_highest_at_the_colours_that_were_learned_and_even_elsewhere():
    blue = np.array([[29.0, 63.0, 143.0]])
    density = shademap.log_density(shademap.spread(blue, np.array([1.0])))
    page = undo(np.array([blue[0], [200.0, 40.0, 40.0]]), np.array([0.5, 0.5]))
    near, far = shademap.at(density, page.oklab[0])
    assert near > far + 5
    assert far == pytest.approx(np.log(shademap.FLOOR), abs=0.1)
    assert len(UNDOINGS) == len(page.moved)


@given(st.lists(RGB, min_size=1, max_size=20))
def test_spreading_keeps_the_mass(colours):
    shares = np.full(len(colours), 1 / len(colours))
    grid = shademap.spread(np.array(colours, dtype=float), shares)
    assert grid.sum() == pytest.approx(1)


def plane(**changes):
    box = (0.0, 0.8, 1.0, 1.0)
    return dataclasses.replace(Swatch("#FF00FF", 0.2, box=box), **changes)


def test_only_planes_are_planes():
    known = KnownPlanes.of([(("#1D3F8F", 0.4),)])
    band = known.farthest([plane()])
    assert (band.hex, band.share) == ("#FF00FF", 0.2)
    island = known.farthest([plane(box=(0.3, 0.3, 0.75, 0.75))])
    assert 0 < island.evidence < band.evidence
    for nothing in (
        plane(photo=True), plane(share=0.01), plane(share=0.9), plane(share=0.05), plane(box=None),
        plane(hex="#777777"), plane(hex="#1D3F8F"),
    ):  # fmt: skip
        assert known.farthest([nothing]).evidence == pytest.approx(0, abs=1e-6)


def test_a_colour_known_from_an_accent_is_less_new_as_a_plane_but_not_old():
    never = KnownPlanes.of([(("#1D3F8F", 0.4),)]).farthest([plane()]).evidence
    accent = KnownPlanes.of([(("#FF00FF", 0.01),)]).farthest([plane()]).evidence
    plane_before = KnownPlanes.of([(("#FF00FF", 0.15),)]).farthest([plane()]).evidence
    assert never > accent > plane_before == pytest.approx(0, abs=1e-6)


def test_without_known_colours_any_plane_is_new_and_none_is_nearest():
    known = KnownPlanes.of([])
    assert known.nearest("#FFFFFF") is None
    assert known.farthest([plane()]).evidence > 0
