"""The sample’s spring campaign: the wrong half shows all that was planted, the right half nothing.

Both halves are judged once, with the text in their pictures read.
"""

from collections import Counter
from pathlib import Path

import pytest

from brandguard.engine import Finished, Judged, Request, review
from brandguard.interchange.brandyml import load_profile

SAMPLE = Path(__file__).resolve().parents[1] / "assets" / "sample"
CAMPAIGNS = SAMPLE / "campaigns"
pytestmark = pytest.mark.slow

PLANTED = {
    "offline/brochure.pdf": ["PRO001 warn", "TRM004 warn", "TYP001 warn"],
    "offline/flyer-a4.pdf": ["MSG005 fail", "VOX003 fail"],
    "offline/poster-a3.jpg": ["COL005 fail", "MSG005 warn"],
    "offline/press-release.txt": ["TRM001 fail", "TRM002 warn", "TRM002 warn", "TRM004 warn"],
    "offline/radio.txt": ["MSG005 fail", "TRM003 fail"],
    "online/banner-970x250.png": ["COL003 warn", "LOG002 fail"],
    "online/email.html": ["LNK001 warn", "TRM001 fail", "TRM002 warn", "VOX002 fail"],
    "online/landing-en.md": ["TRM001 fail", "TRM002 warn", "TRM004 warn"],
    "online/landing.md": ["MSG005 fail", "TRM001 fail", "TRM001 fail"],
    "online/post-es.md": ["TRM001 fail", "VOX002 fail"],
    "online/social-card.png": ["COL002 warn"],
    "online/story.png": ["COL001 warn"],
}
"""By creative: every finding that counts."""
BETWEEN = {
    "CAM010 date": {"2027-05-15", "2027-05-31", "--05-31"},  # the radio says no year
    "CAM010 discount": {"-20 %", "-30 %"},
    "CAM010 phone": {"+390195550124", "+390195550142"},
    "CAM010 url": {"tazamora.example/primavera", "tazamora-promozioni.example/brezza"},
    "CAM011 None": {"it:informal", "it:formal"},
}
"""What its creatives say against each other: rule and fact, and both values."""
HINTS = {"COL006", "PRO002", "PRO006", "SYS015"}
"""Notes that both halves carry, and that the profile does not ask for: thin contrast of a footer,
PDFs in RGB without bleed, an e-mail that is not drawn."""


@pytest.fixture(scope="module")
def halves():
    events = review(Request(paths=(str(CAMPAIGNS),), jobs=1), load_profile(SAMPLE / "_brand.yml"))
    creatives, campaigns = {}, {}
    for event in events:
        if isinstance(event, Judged):
            path = Path(event.report.path).relative_to(CAMPAIGNS)
            half, below = path.parts[0], "/".join(path.parts[1:])
            creatives.setdefault(half, {})[below] = event.report
        elif isinstance(event, Finished):
            campaigns = {campaign.name: campaign for campaign in event.campaigns}
    return creatives, campaigns


def counting(report):
    return sorted(f"{f.rule} {f.severity}" for f in report.findings if f.severity != "note")


def test_every_planted_mistake_is_found_and_nothing_else(halves):
    wrong = halves[0]["spring-wrong"]
    assert {path: counting(report) for path, report in wrong.items()} == PLANTED


def test_the_right_half_is_clean(halves):
    creatives, campaigns = halves
    right = creatives["spring-right"]
    assert set(right) == set(PLANTED)
    assert {path: counting(r) for path, r in right.items()} == {path: [] for path in PLANTED}
    assert {f.rule for r in right.values() for f in r.findings} <= HINTS
    assert {r.verdict for r in right.values()} == {"pass"}
    campaign = campaigns["spring-right"]
    assert (campaign.verdict, campaign.findings, campaign.conflicts) == ("pass", (), ())


def test_what_the_wrong_half_says_against_itself_is_found(halves):
    campaign = halves[1]["spring-wrong"]
    said = {f"{c.rule} {c.fact}": {s.value for s in c.sides} for c in campaign.conflicts}
    assert said == BETWEEN
    assert Counter(f.rule for f in campaign.findings) == Counter(CAM010=4, CAM011=1)
    assert campaign.verdict == "fail"


def test_the_readme_says_what_finds_each_mistake(halves):
    """Every code in its column «found by» is found in that file."""
    wrong, campaigns = halves[0]["spring-wrong"], halves[1]
    between = {f.rule for f in campaigns["spring-wrong"].findings}
    rows = (SAMPLE / "README.md").read_text(encoding="utf-8").splitlines()
    table = [[cell.strip() for cell in row.split("|")] for row in rows if row.startswith("| `o")]
    assert len(table) == 28
    for _, file, _, by, *_ in table:
        codes = [code for code in by.split(", ") if code[:3].isupper() and code[3:6].isdigit()]
        report = wrong[file.strip("`")]
        found = {f.rule for f in report.findings if f.severity != "note"} | between
        assert codes or by == "", file
        assert "once learned" in by or set(codes) <= found, (file, by)
