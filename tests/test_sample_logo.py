"""The sample's logos: found on every picture of the campaign, one of them stretched."""

from pathlib import Path

import pytest

from brandguard import checks
from brandguard.interchange.brandyml import load_profile
from brandguard.measures.everything import Wanted, measure
from brandguard.model.logo import SURE, LogoTemplate
from brandguard.model.report import Subject
from brandguard.readers import read
from brandguard.workers.logos import draw_logo

SAMPLE = Path(__file__).resolve().parents[1] / "assets" / "sample"
PICTURES = ("online/social-card.png", "online/banner-970x250.png", "offline/flyer-a4.pdf")


@pytest.fixture(scope="module")
def profile():
    return load_profile(SAMPLE / "_brand.yml")


@pytest.fixture(scope="module")
def wanted(profile):
    logos = []
    for logo in profile.logos:
        png, aspect = draw_logo(logo.path)
        logos.append(LogoTemplate(logo.name, logo.name, aspect, png))
    return Wanted(voice=False, facts=False, logos=tuple(logos))


def findings(file, profile, wanted):
    data = file.read_bytes()
    features = measure(read(data, str(file)), data, wanted)
    assert any(s.confidence >= SURE for page in features.pages for s in page.logos)
    found = checks.run(Subject(str(file), features), profile)
    return [f for f in found if f.rule.startswith("LOG")]


@pytest.mark.parametrize("name", PICTURES)
def test_the_logo_is_right_in_the_right_campaign(name, profile, wanted):
    assert findings(SAMPLE / "campaigns" / "spring-right" / name, profile, wanted) == []


def test_the_wrong_banner_has_a_stretched_logo(profile, wanted):
    file = SAMPLE / "campaigns" / "spring-wrong" / "online" / "banner-970x250.png"
    (finding,) = findings(file, profile, wanted)
    assert (finding.rule, finding.severity, finding.facts["way"]) == ("LOG002", "fail", "wide")
    assert finding.facts["amount"] == pytest.approx(0.45, abs=0.01)
    assert finding.place.box == pytest.approx((0.037, 0.1, 0.383, 0.265), abs=0.02)
