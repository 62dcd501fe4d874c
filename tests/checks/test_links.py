from dataclasses import replace

import pytest

from brandguard import checks
from brandguard.model.codes import Code
from brandguard.model.creative import TextRun
from brandguard.model.facts import Fact
from brandguard.model.features import Features, PageFeatures
from brandguard.model.profile import BannedTerm, MessageRules, Profile, RequiredText, Wording
from brandguard.model.report import Subject

GOOD = Code(
    "QR Code", "https://acme.example/spring", (0.1, 0.1, 0.2, 0.2), 25.0, 0.86, 9.0, 4.0, 0.95
)
PLAIN = Profile("A")
HOSTS = Profile("A", message=MessageRules(facts={"url": ("www.acme.example", "https://acme.it/x")}))


def creative(*codes, facts=(), channel="offline", medium="flyer", text="", **page):
    pages = (PageFeatures(1, 100, 100, codes=codes, text=text, **page),)
    return Subject("a.png", Features("0", "png", 1, pages, 1, facts=facts), channel, medium=medium)


def found(subject, profile=PLAIN):
    return [f for f in checks.run(subject, profile) if f.rule.startswith("LNK")]


def rules(subject, profile=PLAIN):
    return [f.rule for f in found(subject, profile)]


def test_a_good_code_is_no_finding():
    assert not found(creative(GOOD))
    assert not found(creative(GOOD), HOSTS)


def test_a_code_that_cannot_be_read_is_one_finding_with_its_box():
    (finding,) = found(creative(replace(GOOD, text=None, size_mm=5.0)))
    assert (finding.rule, finding.severity) == ("LNK002", "note")
    assert finding.place.box == GOOD.box


@pytest.mark.parametrize(
    ("flaw", "part"),
    [
        ({"size_mm": 14.0}, "size"),
        ({"module_mm": 0.3}, "module"),
        ({"quiet_modules": 2.0}, "margin"),
        ({"contrast": 0.3}, "contrast"),
    ],
)
def test_each_flaw_of_a_code_is_named(flaw, part):
    (finding,) = found(creative(replace(GOOD, **flaw)))
    assert (finding.rule, finding.facts["part"]) == ("LNK003", part)


def test_on_a_screen_size_is_nobodys_business():
    assert not found(creative(replace(GOOD, size_mm=8.0, module_mm=0.2), channel="online"))


def test_what_could_not_be_measured_is_no_flaw():
    bare = Code("EAN-13", "4006381333931", (0.1, 0.1, 0.2, 0.2))
    assert not found(creative(bare), HOSTS)


@pytest.mark.parametrize(
    ("text", "ours"),
    [
        ("https://acme.example/a", True), ("HTTP://WWW.ACME.EXAMPLE", True), ("acme.it", True),
        ("https://shop.acme.example/?x", True), ("https://acme.example.evil.example/", False),
        ("https://notacme.example", False), ("evil.example/acme.example", False),
        ("https://acme.example@evil.example/", False), ("https://instagram.com/acme", True),
        ("tel:+390255501234", True), ("mailto:a@evil.example", True), ("WIFI:S:x;;", True),
        ("just words", True), ("", True), ("https://[bad", True), ("https://", True),
    ],
)  # fmt: skip
def test_a_code_to_a_foreign_host_warns_where_hosts_are_listed(text, ours):
    subject = creative(replace(GOOD, text=text))
    assert rules(subject, HOSTS) == ([] if ours else ["LNK004"])
    assert not rules(subject, PLAIN)
    if not ours:
        assert found(subject, HOSTS)[0].severity == "warn"


def test_what_a_code_says_cannot_harm_a_terminal():
    (finding,) = found(
        creative(replace(GOOD, text="https://a.example/\u202egpj\x1b[31m" * 99)), HOSTS
    )
    assert not set("\u202e\x1b") & set(finding.facts["found"])
    assert len(finding.facts["found"]) < 400


def fact(kind):
    return Fact(kind, "x", "x", 1, (0, 1))


def test_an_offline_creative_without_a_way_online_is_noted():
    (finding,) = found(creative(text="Sale"))
    assert (finding.rule, finding.severity) == ("LNK005", "note")
    asked = replace(PLAIN, rules={"LNK005": "warn"})
    assert found(creative(text="Sale"), asked)[0].severity == "warn"


@pytest.mark.parametrize("kind", ["url", "email", "phone", "handle", "hashtag"])
def test_any_way_is_enough(kind):
    assert not found(creative(facts=(fact(kind),), text="Sale"))


@pytest.mark.parametrize(
    "subject",
    [
        creative(channel="online", text="Sale"),
        creative(medium="radio", text="Sale"),
        creative(facts=None),
        creative(text_likely=True),
        creative(GOOD, text="Sale"),
    ],
)
def test_nothing_is_said_where_nothing_is_known_or_wanted(subject):
    assert not found(subject)


# What was recognised in pixels


def words(text, confidence, source="ocr"):
    spans, at = [], 0
    for word in text.split():
        at = text.index(word, at)
        box = (0.1 * len(spans), 0.1, 0.1 * len(spans) + 0.08, 0.2)
        spans.append(TextRun((at, at + len(word)), box, source=source, confidence=confidence))
        at += len(word)
    return tuple(spans)


STRICT = Profile(
    "A",
    wording=Wording(banned=(BannedTerm("cheap shoes"),), required=(RequiredText("Acme Ltd"),)),
    rules={"TRM001": "fail", "TRM004": "fail"},
)


def judged(confidence, source="ocr"):
    text = "Our cheap shoes are here"
    subject = creative(text=text, runs=words(text, confidence, source))
    return {f.rule: f for f in checks.run(subject, STRICT) if f.rule.startswith("TRM")}


def test_a_word_read_surely_may_fail_a_creative_and_a_doubtful_one_warns():
    assert judged(0.99)["TRM001"].severity == "fail"
    assert judged(0.80)["TRM001"].severity == "warn"
    assert judged(None, "live")["TRM001"].severity == "fail"


def test_a_text_that_recognition_may_have_missed_warns_at_most():
    assert judged(0.99)["TRM004"].severity == "warn"
    assert judged(None, "live")["TRM004"].severity == "fail"


def test_the_place_is_the_box_of_the_words_and_says_that_they_were_recognised():
    place = judged(0.99)["TRM001"].place
    assert place.source == "ocr"
    assert place.box == pytest.approx((0.1, 0.1, 0.28, 0.2))
