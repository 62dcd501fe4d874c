"""What counts as a brand colour: tints, inks, thin type in pixels; and when nothing can be said."""

import pytest

from brandguard import judging
from brandguard.checks import colour
from brandguard.model.creative import VectorFill
from brandguard.model.features import Features, PageFeatures, Swatch
from brandguard.model.profile import BrandColour, Profile
from brandguard.model.report import Subject

RED = BrandColour("Red", "#E4002B")
PAPER = BrandColour("Paper", "#FFFFFF")
BRAND = Profile("Acme", colours=(RED, PAPER))


def subject(*swatches, space=None, fills=()):
    page = PageFeatures(1, 100, 100, palette=swatches, fills=fills)
    return Subject("a.png", Features("00", "png", 1, (page,), 1, space))


def rules(profile, *swatches, **options):
    found = subject(*swatches, **options)
    return [f.rule for rule in colour.RULES for f in rule.check(found, profile)]


@pytest.mark.parametrize("exact", [True, False])
@pytest.mark.parametrize("tint", ["#F6B3C0", "#F28095", "#FCE6EA"])
def test_tints_of_a_brand_colour_are_its_own_unless_the_profile_says_no(tint, exact):
    assert rules(BRAND, Swatch(tint, 0.3, exact=exact)) == []
    strict = Profile("Acme", colours=(RED,), tints=False)
    assert bool(rules(strict, Swatch(tint, 0.3, exact=exact))) == (tint != "#FCE6EA")  # a white


def test_a_little_white_is_no_tint_but_a_near_miss():
    assert rules(BRAND, Swatch("#E93355", 0.3, exact=True)) == ["COL002"]


def test_colours_in_inks_have_more_room():
    off, build = "#E83A3F", (0.0, 0.95, 0.8, 0.0)
    assert rules(BRAND, Swatch(off, 0.3, exact=True)) == ["COL002"]
    inks = (VectorFill(off, (0, 0, 1, 1), cmyk=build),)
    assert rules(BRAND, Swatch(off, 0.3, exact=True), fills=inks) == []
    assert rules(BRAND, Swatch("#00A0D0", 0.3, exact=True), fills=inks) == ["COL001"]


def test_a_cmyk_picture_has_more_room_too():
    off = "#F0344B"
    assert rules(BRAND, Swatch(off, 0.3)) == ["COL002"]
    assert rules(BRAND, Swatch(off, 0.3), space="CMYK") == []


def test_a_colour_without_any_plane_is_no_near_miss():
    assert rules(BRAND, Swatch("#B94A3C", 0.02, flat=0.0)) == []
    assert rules(BRAND, Swatch("#B94A3C", 0.02, flat=0.8)) == ["COL002"]
    assert rules(BRAND, Swatch("#2040D0", 0.02, flat=0.0)) == ["COL001"]


def test_a_near_miss_is_not_counted_as_too_little_as_well():
    wanted = Profile("Acme", colours=(BrandColour("Red", "#E4002B", share=(0.1, 0.5)), PAPER))
    assert rules(wanted, Swatch("#F0344B", 0.3, exact=True)) == ["COL002"]


def test_a_core_colour_in_inks_is_there():
    core = Profile("Acme", colours=(BrandColour("Red", "#E4002B", core=True), PAPER))
    fills = (VectorFill("#E83A3F", (0, 0, 1, 1), cmyk=(0.0, 0.95, 0.8, 0.0)),)
    assert rules(core, Swatch("#FFFFFF", 1.0), fills=fills) == []
    assert rules(core, Swatch("#FFFFFF", 1.0)) == ["COL003"]


@pytest.mark.parametrize(
    ("swatches", "profile", "judged"),
    [
        ((Swatch("#FFFFFF", 0.7), Swatch("#222222", 0.3)), BRAND, False),
        ((Swatch("#FFFFFF", 0.7), Swatch("#A06030", 0.3, photo=True)), BRAND, False),
        ((Swatch("#FFFFFF", 0.7), Swatch("#E4002B", 0.3)), BRAND, True),
        ((Swatch("#FFFFFF", 1.0),), Profile("Grey", colours=(PAPER,)), True),
        ((Swatch("#FFFFFF", 1.0),),
         Profile("Acme", colours=(BrandColour("Red", "#E4002B", core=True), PAPER)), True),
    ],
)  # fmt: skip
def test_greys_alone_are_no_evidence(swatches, profile, judged):
    report = judging.judge(subject(*swatches), profile, None)
    (dimension,) = [d for d in report.dimensions if d.dimension == "colour"]
    assert (dimension.score is not None) is judged
    if not judged:
        assert dimension.reason.code == "why.only_greys"
        assert report.verdict == "not_evaluable"
