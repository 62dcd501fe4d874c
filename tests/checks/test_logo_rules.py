"""The LOG rules: what each finds, what it lets pass, and what it does where nothing is sure."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brandguard import checks
from brandguard.checks import logo as rules
from brandguard.judging import judge
from brandguard.messages import LANGUAGES, Messages
from brandguard.model.features import Features, PageFeatures, PictureTraits
from brandguard.model.logo import BrandLogo, LogoDuty, LogoSighting
from brandguard.model.profile import Profile
from brandguard.model.report import Subject

MAIN = BrandLogo("main", "/main.svg", key="logo.images.main")
WHITE = BrandLogo("white", "/white.svg", "reversed")
OLD = BrandLogo("old", "/old.svg", "legacy", key="logo.images.old")
ACME = Profile("Acme", logos=(MAIN, WHITE, OLD))
GOOD = LogoSighting(
    name="main",
    confidence=0.99,
    box=(0.05, 0.05, 0.25, 0.1),
    corners=((0.05, 0.05), (0.25, 0.05), (0.25, 0.1), (0.05, 0.1)),
    width_px=400.0,
    height_px=100.0,
    width_mm=None,
    height_mm=None,
    distortion=0.0,
    angle=0.0,
    colour_difference=1.0,
    recolouring="none",
    colour="#E4002B",
    wanted_colour="#E4002B",
    ground="#FFFFFF",
    ground_kind="flat",
    contrast=4.6,
    clear_space=1.5,
)


def traits(photo):
    return PictureTraits(0.5, photo, 0.5, 0.2, 0.1, 0.0, 8.0, 0.1, 1.0)


def subject(*pages, photo=0.0, channel=None, medium="other"):
    measured = tuple(
        PageFeatures(i, 1000, 1000, palette=(), traits=traits(photo), logos=logos)
        for i, logos in enumerate(pages, 1)
    )
    features = Features("00", "png", 1, measured, len(measured))
    return Subject("a.png", features, channel=channel, medium=medium)


def found(subject_, profile=ACME):
    return [f for f in checks.run(subject_, profile) if f.rule.startswith("LOG")]


def seen(profile=ACME, **changes):
    return found(subject((replace(GOOD, **changes),)), profile)


def with_limits(**limits):
    return replace(ACME, logos=(replace(MAIN, **limits), WHITE, OLD))


def test_a_logo_as_it_should_be_is_no_finding():
    assert seen() == []


@pytest.mark.parametrize(
    ("distortion", "severity"),
    [(0.03, None), (-0.035, None), (0.05, "warn"), (-0.06, "warn"), (0.08, "fail"), (0.45, "fail")],
)
def test_a_stretch_warns_over_the_tolerance_and_fails_over_twice_of_it(distortion, severity):
    assert [(f.rule, f.severity) for f in seen(distortion=distortion)] == (
        [("LOG002", severity)] if severity else []
    )


def test_a_small_logo_may_be_off_by_a_pixel():
    small = {"width_px": 60.0, "height_px": 12.0, "distortion": 0.07}
    assert seen(**small) == []
    assert [f.rule for f in seen(**small, source="vector")] == ["LOG002"]


def test_a_stretched_logo_is_told_how_and_how_to_mend_it():
    (finding,) = seen(distortion=0.08)
    words = Messages.load("en")
    assert "8% too wide" in words.message(finding)
    assert "corner handle" in words.suggestion(finding)
    (finding,) = seen(distortion=1 / 1.08 - 1)
    assert "8% too narrow" in words.message(finding)
    assert finding.place.box == GOOD.box
    assert finding.limit_from == "built in"


@pytest.mark.parametrize(
    ("angle", "severity"), [(1.2, None), (-1.2, None), (3.0, "warn"), (-10.0, "fail")]
)
def test_a_turned_logo(angle, severity):
    assert [f.severity for f in seen(angle=angle)] == ([severity] if severity else [])


def test_a_profile_may_turn_its_logo():
    assert seen(with_limits(max_rotation=90.0), angle=-10.0) == []


@pytest.mark.parametrize(
    ("difference", "kind", "severity"),
    [
        (9.0, "none", None),
        (12.0, "other", "warn"),
        (40.0, "other", "fail"),
        (40.0, "inverted", "fail"),  # there is a reversed version, and it is another
        (40.0, "mono", "warn"),  # there is no version in one colour: it may merely not be named
    ],
)
def test_other_colours(difference, kind, severity):
    findings = seen(colour_difference=difference, recolouring=kind)
    assert [(f.rule, f.severity) for f in findings] == ([("LOG004", severity)] if severity else [])


def test_photographs_and_small_logos_get_more_room_for_their_colours():
    assert seen(colour_difference=12.0, ground_kind="photo") == []
    assert seen(colour_difference=12.0, width_px=40.0) == []


def test_size_in_print_is_millimetres_and_on_screens_pixels():
    asks = with_limits(min_width_mm=25.0, min_width_px=120.0)
    printed = replace(GOOD, width_mm=18.0, height_mm=4.5)
    (finding,) = found(subject((printed,), channel="offline"), asks)
    assert (finding.rule, finding.facts["unit"]) == ("LOG005", "mm")
    assert found(subject((printed,), channel="online"), asks) == []
    small = replace(GOOD, width_px=80.0, height_px=20.0)
    (finding,) = found(subject((small,), channel="online"), asks)
    assert finding.facts == {"name": "main", "width": 80.0, "limit": 120.0, "unit": "px"}
    assert found(subject((small,), channel="offline"), asks) == []
    assert found(subject((small,))) == []


def test_clear_space_is_judged_where_it_is_asked_for_and_can_be_measured():
    asks = with_limits(clear_space=0.5)
    assert [f.rule for f in seen(asks, clear_space=0.3)] == ["LOG006"]
    assert seen(asks, clear_space=0.49) == []
    assert seen(asks, clear_space=None) == []
    assert seen(clear_space=0.1) == []


def test_faint_is_a_note_unless_the_profile_gives_a_limit():
    assert [(f.rule, f.severity) for f in seen(contrast=1.2)] == [("LOG007", "note")]
    (finding,) = seen(with_limits(min_contrast=3.0), contrast=2.0)
    assert finding.severity == "warn"
    assert finding.facts["version"] == "reversed"


def test_a_legacy_logo_fails_and_is_judged_by_nothing_else():
    (finding,) = seen(name="old", distortion=0.2, angle=9.0)
    assert (finding.rule, finding.severity, finding.facts["instead"]) == ("LOG008", "fail", "main")


def test_missing_only_where_a_logo_is_asked_for():
    asks = replace(ACME, logo_duty=LogoDuty(("flyer",), "offline", "key"))
    flyer = {"medium": "flyer", "channel": "offline"}
    assert [(f.rule, f.severity) for f in found(subject((), (), **flyer), asks)] == [
        ("LOG001", "warn")
    ]
    assert found(subject((), **flyer)) == []
    assert found(subject((), medium="social", channel="online"), asks) == []
    assert found(subject((), (GOOD,), **flyer), asks) == []
    assert found(subject(None, **flyer), asks) == []  # a text has no logo


def test_something_that_may_be_the_logo_is_neither_missing_nor_judged():
    doubt = replace(GOOD, confidence=0.5, distortion=0.3)
    asks = replace(ACME, logo_duty=LogoDuty())
    assert found(subject((doubt,)), asks) == []
    report = judge(subject((doubt,)), asks, None)
    (logo,) = [d for d in report.dimensions if d.dimension == "logo"]
    assert (logo.score, logo.reason.code) == (None, "why.logo_not_sure")


@pytest.mark.parametrize(
    ("pages", "profile", "reason"),
    [
        ([()], Profile("Acme"), "why.no_logo_in_profile"),
        ([None], ACME, "why.no_picture"),
        ([()], ACME, "why.no_logo_seen"),
        ([()], replace(ACME, logo_duty=LogoDuty()), None),
        ([(GOOD,)], ACME, None),
    ],
)
def test_the_dimension_says_why_it_cannot_be_judged(pages, profile, reason):
    report = judge(subject(*pages), profile, None)
    (logo,) = [d for d in report.dimensions if d.dimension == "logo"]
    assert (logo.reason.code if logo.reason else None) == reason
    assert (logo.score is None) == (reason is not None)


def test_the_worst_of_several_places_comes_first():
    pages = [(replace(GOOD, distortion=0.06),), (replace(GOOD, distortion=0.2),)]
    (finding,) = found(subject(*pages))
    assert (finding.place.page, finding.more_places[0].page) == (2, 1)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_finding_can_be_said_in_every_language(lang):
    words = Messages.load(lang)
    bad = {
        "distortion": 0.2, "angle": -8.0, "colour_difference": 40.0, "recolouring": "other",
        "clear_space": 0.1, "contrast": 1.1, "width_px": 70.0, "height_px": 20.0,
    }  # fmt: skip
    asks = with_limits(clear_space=0.5, min_width_px=120.0, min_contrast=2.0)
    findings = [*seen(asks, **bad), *seen(name="old")]
    findings += found(subject(()), replace(asks, logo_duty=LogoDuty(key="key")))
    assert {f.rule for f in findings} == {rule.code for rule in rules.RULES}
    for finding in findings:
        said = f"{words.message(finding)} {words.suggestion(finding) or ''}"
        assert "{" not in said
        assert "–" not in said.replace(" – ", "")


@given(st.floats(-0.9, 5.0, allow_nan=False))
def test_a_stretch_is_the_same_whichever_side_was_pulled(distortion):
    here = rules._stretch(replace(GOOD, distortion=distortion))
    other = rules._stretch(replace(GOOD, distortion=1 / (1 + distortion) - 1))
    assert here == pytest.approx(other, rel=1e-6, abs=1e-9)
    assert here >= 0


FAINT = {"contrast": 1.9, "ground": "#4A4A4A", "alternatives": (("white", 8.0), ("old", 9.0))}


@pytest.mark.parametrize(
    ("change", "severity"),
    [
        ({}, "note"),
        ({"contrast": 3.1}, None),  # plain enough
        ({"alternatives": (("white", 3.5),)}, None),  # better, but not by far
        ({"contrast": 1.4, "alternatives": (("white", 2.9),)}, None),  # no better way
        ({"alternatives": (("old", 9.0),)}, None),  # must not be used
        ({"ground_kind": "photo"}, None),
        ({"colour_difference": 30.0}, None),  # in no version's colours
        ({"confidence": 0.6}, None),
    ],
)
def test_a_version_that_another_one_beats_on_its_ground_is_noted(change, severity):
    found_ = [f for f in seen(**{**FAINT, **change}) if f.rule == "LOG009"]
    assert [f.severity for f in found_] == ([severity] if severity else [])
    assert all(f.facts["instead"] == "white" for f in found_)


def test_it_warns_where_the_profile_asks_and_is_said_once():
    asked = with_limits(versions=True)
    assert [(f.rule, f.severity) for f in seen(asked, **FAINT)] == [("LOG009", "warn")]
    faint = {**FAINT, "contrast": 1.2}
    assert [(f.rule, f.severity) for f in seen(**faint)] == [("LOG007", "note")]
    both = with_limits(versions=True, min_contrast=3.0)
    assert [(f.rule, f.severity) for f in seen(both, **FAINT)] == [("LOG007", "warn")]
