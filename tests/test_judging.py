import math

import pytest

from brandguard.judging import Reference, judge, unreadable
from brandguard.likeness.look import fit_look
from brandguard.model.creative import Note, Production, TextRun
from brandguard.model.features import (
    Coverage,
    Features,
    PageFeatures,
    Swatch,
    Typeface,
    VoiceTraits,
)
from brandguard.model.look import LENGTH
from brandguard.model.production import OfflineProduction, ProductionRules
from brandguard.model.profile import BrandColour, Learned, Profile
from brandguard.model.report import Subject
from brandguard.model.typography import Family, TypographyRules

RED = BrandColour("red", "#D7263D", core=True, key="color.palette.red")


def picture(*swatches, name="x.png", look=None):
    page = PageFeatures(1, 100, 100, palette=tuple(Swatch(h, s) for h, s in swatches), look=look)
    return Subject(name, Features("0" * 64, "png", 1, (page,), 1))


def dimension(report, name):
    return next(d for d in report.dimensions if d.dimension == name)


def test_what_the_profile_asks_for_decides():
    report = judge(picture(("#FFFFFF", 0.9), ("#00A86B", 0.1)), Profile("A", colours=(RED,)), None)
    assert report.verdict == "warn"
    assert {"COL001", "COL003"} <= {f.rule for f in report.findings}
    assert all(f.fingerprint for f in report.findings)


def test_without_a_rule_of_the_profile_nothing_is_judged():
    report = judge(picture(("#00A86B", 1.0)), Profile("A"), None)
    assert (report.score, report.verdict) == (None, "not_evaluable")
    assert dimension(report, "colour").reason.code == "why.not_in_profile"


def test_a_rule_that_is_off_is_silent():
    profile = Profile("A", colours=(RED,), rules={"COL001": "off", "COL003": "off"})
    assert judge(picture(("#00A86B", 1.0)), profile, None).findings == ()


def test_the_profile_raises_a_severity_and_the_fail_caps():
    profile = Profile("A", colours=(RED,), rules={"COL003": "fail"})
    report = judge(picture(("#FFFFFF", 1.0)), profile, None)
    assert (report.verdict, report.cap) == ("fail", 50.0)
    assert report.score <= 50


def test_text_alone_says_that_there_is_no_picture():
    coverage = (Coverage("picture", measured=False, reason=Note("why.no_picture")),)
    voice = VoiceTraits("it", 50, 4, "informal", {"informal": 3}, 3, 0, {})
    features = Features("0" * 64, "text", 1, (PageFeatures(1, 0, 0, text="…"),), 1,
                        voices=(voice,), coverage=coverage)  # fmt: skip
    profile = Profile("A", colours=(RED,), address={"it": "formal"})
    report = judge(Subject("x.txt", features), profile, None)
    assert dimension(report, "colour").reason.code == "why.no_picture"
    assert [f.rule for f in report.findings if f.severity != "note"] == ["VOX002"]


def test_type_and_production_are_judged_where_the_profile_speaks_of_them():
    face = Typeface("Lobster", letters=12)
    page = PageFeatures(1, 100, 100, text="Solo oggi qui", production=Production(),
                        runs=(TextRun((0, 13), font="Lobster"),), typefaces=(face,))  # fmt: skip
    subject = Subject("a.pdf", Features("00", "pdf", 1, (page,), 1), "offline")
    silent = judge(subject, Profile("A"), None)
    for name in ("typography", "production"):
        assert dimension(silent, name).reason.code == "why.not_in_profile"
    rules = TypographyRules((Family("Figtree"),))
    making = ProductionRules(offline=OfflineProduction(min_dpi=300))
    spoken = judge(subject, Profile("A", typography=rules, production=making), None)
    assert dimension(spoken, "typography").score == 75.0
    assert dimension(spoken, "production").score == 100.0


def test_letters_in_pixels_are_no_judgement_of_type():
    rules = TypographyRules((Family("Figtree"),))
    report = judge(picture(("#D7263D", 1.0)), Profile("A", typography=rules), None)
    assert dimension(report, "typography").verdict == "not_evaluable"


def _look(shift):
    return tuple(math.sin(i + shift) ** 2 / 10 for i in range(LENGTH))


@pytest.fixture
def reference():
    examples = [(f"{i}.png", picture(look=_look(i / 100)).features) for i in range(8)]
    return Reference(fit_look(examples, 0.05))


def test_a_learned_look_ranks_and_its_limit_is_the_owners(reference):
    profile = Profile("A", learned=Learned("x.learned", "0" * 64, pictures=8))
    near = judge(picture(look=_look(0.035)), profile, reference)
    far = judge(picture(look=_look(1.5)), profile, reference)
    assert near.score > far.score
    assert [f.rule for f in far.findings] == ["IMG001"]
    lenient = Profile("A", learned=Learned("x.learned", "0" * 64, pictures=8, look_limit=100.0))
    assert judge(picture(look=_look(1.5)), lenient, reference).verdict == "pass"
    imagery = far.distances[0]
    assert math.isclose(sum(amount for _, amount in imagery.parts), imagery.value, rel_tol=1e-9)


def test_the_unreadable_fail_without_a_score():
    report = unreadable("a/b.png", Note("SYS002", {}))
    assert (report.score, report.verdict) == (None, "fail")
    assert [(f.rule, f.severity) for f in report.findings] == [("SYS002", "fail")]
    assert report.error.code == "SYS002"
