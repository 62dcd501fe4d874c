from __future__ import annotations

import dataclasses
import json
from functools import cache

import numpy as np
import pytest
from PIL import Image, ImageDraw
from pydantic import TypeAdapter

from brandguard.likeness.cohort import COHORT_FILE, part_distances, read_cohort, shipped_cohort
from brandguard.likeness.look import LookReference, fit_look, look_distances
from brandguard.measures.imagery import phash
from brandguard.measures.look import look
from brandguard.measures.raster import rasterise
from brandguard.model.creative import Page
from brandguard.model.errors import ModelError
from brandguard.model.features import Features, PageFeatures
from brandguard.model.look import LENGTH
from brandguard.settings import asset_path

ROSSO = ("#C8102E", "#FFFFFF", "#1B1B1B", "discs")
MARE = ("#005F73", "#E9F5F2", "#0A9396", "bars")


@cache
def page_features(house, seed):
    main, paper, second, motif = house
    rng = np.random.default_rng(seed)
    image = Image.new("RGB", (480, 320), paper)
    pen = ImageDraw.Draw(image)
    for _ in range(4):
        x, y = rng.uniform(200, 420), rng.uniform(40, 260)
        r = rng.uniform(20, 60)
        if motif == "discs":
            pen.ellipse((x - r, y - r, x + r, y + r), fill=main if rng.random() < 0.7 else second)
        else:
            pen.rectangle((0, y, x, y + r / 2), fill=main if rng.random() < 0.7 else second)
    for line in range(int(rng.integers(2, 6))):
        pen.rectangle((20, 30 + 18 * line, rng.uniform(80, 190), 40 + 18 * line), fill=second)
    pen.rectangle((0, 290, 480, 320), fill=main)
    return page_features_of(image)


def page_features_of(image):
    pixels = np.asarray(image)
    page = Page(1, image.width, image.height, pixels)
    raster = rasterise(page)
    return PageFeatures(1, image.width, image.height, look=look(page, raster), phash=phash(raster))


def creative(house, *seeds):
    pages = tuple(page_features(house, seed) for seed in seeds)
    return Features("0" * 64, "png", 1, pages, len(pages))


def examples(house, count, start=0):
    return [(f"ok/{n}.png", creative(house, n)) for n in range(start, start + count)]


def distances(features, reference):
    return {d.dimension: d for d in look_distances(features, reference) if d.rule is None}


@pytest.fixture(scope="module")
def reference():
    return fit_look(examples(ROSSO, 8), 0.05)


def test_imagery_decides_and_colour_does_not(reference):
    found = look_distances(creative(ROSSO, 50), reference)
    assert [(d.dimension, d.decides) for d in found] == [("imagery", True), ("colour", False)]


def test_an_approved_creative_lies_on_itself(reference):
    for distance in look_distances(creative(ROSSO, 3), reference):
        assert distance.value == pytest.approx(0, abs=1e-6)
        assert distance.nearest == "ok/3.png"


def test_the_brands_next_creatives_pass_and_another_houses_do_not(reference):
    own = [distances(creative(ROSSO, n), reference)["imagery"] for n in range(100, 120)]
    strange = [distances(creative(MARE, n), reference)["imagery"] for n in range(100, 120)]
    assert np.mean([d.value > 1 for d in own]) <= 0.1
    assert np.mean([d.value > 1 for d in strange]) >= 0.9
    assert max(d.value for d in own) < min(d.value for d in strange)


def test_a_recoloured_copy_lies_farther_than_the_original(reference):
    original = distances(creative(ROSSO, 200), reference)
    green = distances(creative(("#10A040", *ROSSO[1:]), 200), reference)
    assert green["imagery"].value > original["imagery"].value
    assert green["colour"].value > 1 > original["colour"].value


def test_the_parts_add_up_and_the_largest_stands_first(reference):
    for seed in range(5):
        for distance in look_distances(creative(MARE, seed), reference):
            amounts = [amount for _, amount in distance.parts]
            assert sum(amounts) == pytest.approx(distance.value, rel=1e-9)
            assert amounts == sorted(amounts, reverse=True)
            assert min(amounts) >= 0
            assert distance.fail_at > 1


def test_the_colour_distance_tells_too_much_from_too_little(reference):
    white = Features(
        "0" * 64, "png", 1, (page_features_of(Image.new("RGB", (480, 320), "#FFFFFF")),), 1
    )
    assert dict(distances(white, reference)["colour"].parts)["missing"] > 0


def test_pages_are_judged_one_by_one_and_averaged(reference):
    alone = [distances(creative(house, 7), reference)["imagery"].value for house in (ROSSO, MARE)]
    pages = (page_features(ROSSO, 7), page_features(MARE, 7))
    both = distances(Features("0" * 64, "pdf", 1, pages, 2), reference)["imagery"]
    assert both.value == pytest.approx(np.mean(alone))
    assert both.nearest == "ok/7.png"


def test_the_order_of_the_examples_does_not_matter(reference):
    shuffled = examples(ROSSO, 8)[::-1]
    assert fit_look(shuffled, 0.05) == reference


def test_learning_twice_gives_the_same_bytes(reference):
    adapter = TypeAdapter(LookReference)
    assert adapter.dump_json(fit_look(examples(ROSSO, 8), 0.05)) == adapter.dump_json(reference)


def test_the_reference_survives_json(reference):
    adapter = TypeAdapter(LookReference)
    again = adapter.validate_json(adapter.dump_json(reference))
    assert again == reference
    stranger = creative(MARE, 3)
    assert look_distances(stranger, again) == look_distances(stranger, reference)
    assert set(json.loads(adapter.dump_json(reference))) == {
        "examples", "false_alarms", "cohort", "look", "colour", "series", "habit",
    }  # fmt: skip


def test_a_single_example_gets_the_priors_wide_limit_and_says_so():
    one, many = fit_look(examples(ROSSO, 1), 0.05), fit_look(examples(ROSSO, 12), 0.05)
    assert one.look.own == one.colour.own == 0
    assert one.look.warn_at > many.look.warn_at
    assert distances(creative(ROSSO, 90), one)["imagery"].value < 1


@pytest.mark.parametrize("count", [1, 2, 3])
def test_few_examples_still_know_their_own_from_a_stranger(count):
    few = fit_look(examples(ROSSO, count), 0.05)
    own, strange = (distances(creative(house, 91), few)["imagery"] for house in (ROSSO, MARE))
    assert own.value < strange.value
    assert few.look.own < 0.5


def test_more_examples_make_it_more_the_brands_own():
    shares = [fit_look(examples(ROSSO, n), 0.05).look.own for n in (2, 4, 8, 12)]
    assert shares == sorted(shares)


def test_copies_count_as_one_example():
    copies = [(f"copy/{n}.png", creative(ROSSO, 1)) for n in range(10)]
    learned = fit_look(copies, 0.05)
    assert learned.series == 1
    assert learned.look == fit_look(copies[:1], 0.05).look
    assert learned.look.warn_at > 0


def test_a_stricter_rate_warns_later_and_fails_later():
    strict, lax = (fit_look(examples(ROSSO, 8), rate).look for rate in (0.01, 0.2))
    assert strict.warn_at > lax.warn_at
    assert strict.fail_at > lax.fail_at


def test_creatives_without_a_picture_teach_nothing_and_are_not_judged(reference):
    text = Features("0" * 64, "text", 1, (PageFeatures(1, 0, 0, text="Ciao"),), 1)
    assert fit_look([("a.txt", text)], 0.05) is None
    assert fit_look([], 0.05) is None
    assert look_distances(text, reference) == ()
    assert fit_look([*examples(ROSSO, 8), ("a.txt", text)], 0.05) == reference


def test_limits_of_another_cohort_are_set_anew(reference):
    spoiled = dataclasses.replace(reference.look, warn_at=9.0, fail_at=10.0)
    old = dataclasses.replace(reference, cohort="look-0", look=spoiled)
    stranger = creative(MARE, 5)
    assert look_distances(stranger, old) == look_distances(stranger, reference)


def test_the_cohort_leaves_a_pages_own_brand_out():
    cohort = shipped_cohort()
    mine = cohort.rows[cohort.brand == 3]
    with_own, _ = cohort.strangeness(mine)
    without, _ = cohort.strangeness(mine, 3)
    assert (without > with_own).all()


def test_rows_far_from_all_are_stranger_than_the_cohorts_own():
    cohort = shipped_cohort()
    usual, _ = cohort.strangeness(cohort.rows[:8], 0)
    odd, _ = cohort.strangeness(cohort.rows[:8] + 1.0)
    assert odd.min() > usual.max()


def test_part_distances_are_the_euclidean_ones():
    rows = np.random.default_rng(0).normal(size=(4, LENGTH))
    gaps = part_distances(rows[:3], rows)
    expected = np.linalg.norm(rows[:3, None] - rows[None], axis=-1)
    assert np.sqrt((gaps**2).sum(axis=0)) == pytest.approx(expected)
    assert (np.diagonal(gaps, axis1=1, axis2=2) == 0).all()


def test_a_row_of_another_length_is_refused():
    with pytest.raises(ValueError, match="look rows"):
        shipped_cohort().embed([[0.0] * (LENGTH - 1)])


@pytest.mark.parametrize("content", [b"", b"PK not a zip", None])
def test_a_damaged_or_missing_cohort_is_named(tmp_path, content):
    path = tmp_path / "cohort.npz"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ModelError, match=r"cohort\.npz.*install again"):
        read_cohort(path)


def test_the_shipped_cohort_is_small():
    assert asset_path(*COHORT_FILE).stat().st_size < 300_000
