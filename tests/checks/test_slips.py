"""Required texts and claims that recognition read with a slip, and those that are other words."""

import pytest

from brandguard.checks.message import claim_altered
from brandguard.checks.wording import required_text
from brandguard.model.creative import TextRun
from brandguard.model.features import Features, PageFeatures
from brandguard.model.profile import MessageRules, Profile, RequiredText, Wording
from brandguard.model.report import Subject

LEGAL = "Offerta valida fino a esaurimento scorte. P. IVA 01234567890"
CLAIM = "Honest bread, every morning"
PROFILE = Profile(
    "A",
    wording=Wording(required=(RequiredText(LEGAL),)),
    message=MessageRules(claims={"en": CLAIM}),
)


def subject(text, source="ocr", confidence=0.97):
    run = TextRun((0, len(text)), None, source=source, confidence=confidence)
    page = PageFeatures(1, 100, 100, text=text, runs=(run,))
    return Subject("a.png", Features("00", "png", 1, (page,), 1), language="en")


@pytest.mark.parametrize(
    ("text", "source", "confidence", "there"),
    [
        ("Offerta valida fino a esaurimento\nscorte. P. IVA 01234567890", "live", None, True),
        ("Offerta valida fino a esaurirnento\nscorte. P. IVA 01234567890", "ocr", 0.97, True),
        ("Offerta valida fino a esaurirnento\nscorte. P. IVA 01234567890", "live", None, False),
        ("Offerta va1ida fino a esaurimento scorte. P. IVA 01234567890", "ocr", 0.97, False),
        ("Offerta valida fino a esaurimento scorte. P. IVA 01234567896", "ocr", 0.97, False),
        ("Ofterta vaiida fino a esaurirnento scorle. P. IVA 01234567890", "ocr", 0.99, False),
        ("Ofterta vaiida fino a esaurirnento scorle. P. IVA 01234567890", "ocr", 0.8, True),
        ("Offerta valida fino al 30 giugno. P. IVA 01234567890", "ocr", 0.8, False),
    ],
)
def test_the_legal_line(text, source, confidence, there):
    assert (list(required_text(subject(text, source, confidence), PROFILE)) == []) is there


@pytest.mark.parametrize(
    ("text", "source", "fine"),
    [
        ("Our shop\nHonest bread, every rnorning", "ocr", True),
        ("Our shop\nHonest bread, every rnorning", "live", False),
        ("Our shop\nHonest bread, every evening", "ocr", False),
        ("Our shop\nHonest bread, every single morning", "ocr", False),
    ],
)
def test_the_claim(text, source, fine):
    assert (list(claim_altered(subject(text, source), PROFILE)) == []) is fine
