"""The TRM rules of words: cases of TRM001–TRM004 in tests/cases, and what their findings carry."""

import re
import time
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brandguard.checks import terms, wording
from brandguard.interchange.brandyml import load_profile
from brandguard.language.lexicons import lemma
from brandguard.model.creative import TextRun
from brandguard.model.features import Features, PageFeatures, VoiceTraits, Word
from brandguard.model.profile import BannedTerm, PreferredTerm, Profile, Wording
from brandguard.model.report import Subject

CASES = sorted((Path(__file__).parents[1] / "cases").glob("TRM00[1-4].toml"))


def subject(text, language="it", medium="flyer", runs=()):
    words = list(re.finditer(r"[^\W\d_]+", text))
    voice = VoiceTraits(
        language=language,
        words=len(words),
        sentences=1,
        address="none",
        address_counts={},
        imperatives=0,
        we=0,
        traits={},
        lemmas=tuple(Word(1, m.span(), lemma(m.group(), language)) for m in words),
    )
    page = PageFeatures(1, 0, 0, text=text, runs=runs)
    voices = (voice,) if words else ()
    features = Features("00", "text", 1, (page,), 1, voices=voices)
    return Subject("a.txt", features, medium=medium, language=language if words else None)


def found(subject_, profile):
    return [f for rule in wording.RULES for f in rule.check(subject_, profile)]


def all_cases():
    for path in CASES:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        for case in table["case"]:
            yield pytest.param(table, case, id=f"{path.stem}: {case['name']}")


@pytest.mark.parametrize(("table", "case"), list(all_cases()))
def test_case(table, case, tmp_path):
    file = tmp_path / "_brand.yml"
    file.write_text(table["profile"], encoding="utf-8")
    given_ = subject(case["text"], case.get("language", "it"), case.get("medium", "flyer"))
    shown = [f"{f.rule} {f.facts.get('found', f.key)}" for f in found(given_, load_profile(file))]
    assert shown == case["expect"]


def test_a_finding_shows_every_place_and_the_box_of_its_run():
    text = "Economico ieri, economico oggi."
    runs = (TextRun((0, len(text)), (0.1, 0.2, 0.3, 0.4), source="ocr"),)
    profile = Profile("Acme", wording=Wording(banned=(BannedTerm("economico", key="a.b"),)))
    (finding,) = found(subject(text, runs=runs), profile)
    assert finding.place.span == (0, 9)
    assert finding.place.box == (0.1, 0.2, 0.3, 0.4)
    assert finding.place.source == "ocr"
    assert [p.span for p in finding.more_places] == [(16, 25)]
    assert finding.facts["count"] == 2
    assert finding.limit_from == "profile: a.b"
    assert not finding.suggestion  # the profile does not say what to write instead


def test_a_catastrophic_pattern_ends_in_time_and_the_others_still_run():
    banned = (BannedTerm(r"regex:(a+)+$"), BannedTerm("gratis"))
    profile = Profile("Acme", wording=Wording(banned=banned))
    text = "Tutto gratis. " + "a" * 60 + "!"
    start = time.monotonic()
    assert [f.facts["found"] for f in found(subject(text), profile)] == ["gratis"]
    assert time.monotonic() - start < 30  # without the limit it takes years


def test_an_invalid_pattern_finds_nothing():
    assert terms.find_pattern("abc", "(") == ((), False)


def test_a_term_without_a_language_counts_in_every_language():
    profile = Profile("Acme", wording=Wording(preferred=(PreferredTerm("store", ("shop",)),)))
    assert found(subject("Come to our shops today", "en"), profile)
    assert found(subject("Vieni nel nostro shop oggi"), profile)


def test_a_symbol_can_be_banned():
    profile = Profile("Acme", wording=Wording(banned=(BannedTerm("!!"),)))
    assert [f.place.span for f in found(subject("Solo oggi!!"), profile)] == [(9, 11)]


@pytest.mark.parametrize(
    ("term", "caught", "spared"),
    [
        ("offer", "We offer offers: offered, offering.", "The officer is off."),
        ("install", "Installed by us, installing with you.", "In instalments."),
        ("child", "For children.", "A chilly childhood."),
        ("guarantee", "Guaranteed results.", "A guarantor."),
        ("meeting", "Two meetings.", "The metre."),
        ("painting", "Old paintings.", "The painter."),
        ("market", "New markets.", "Our marketing."),
        ("app", "Our apps.", "Apply now."),
        ("even", "Even now.", "Good evening."),
    ],
)
def test_an_english_term_is_caught_in_its_forms_and_not_in_other_words(term, caught, spared):
    profile = Profile("Acme", wording=Wording(banned=(BannedTerm(term),)))
    words = [w for w in re.findall(r"\w+", caught) if w[:2].lower() == term[:2]]
    (finding,) = found(subject(caught, "en"), profile)
    assert 1 + len(finding.more_places) == len(words)
    assert found(subject(spared, "en"), profile) == []


def test_a_language_without_lemmas_is_matched_literally():
    profile = Profile("Acme", wording=Wording(banned=(BannedTerm("billig"),)))
    page = PageFeatures(1, 0, 0, text="Sehr billig heute")
    voice = VoiceTraits("xx", 3, 1, "none", {}, 0, 0, {})
    features = Features("00", "text", 1, (page,), 1, voices=(voice,))
    assert len(found(Subject("a", features), profile)) == 1


WORDS = st.text(alphabet="aAeéBGrndu -–'\n.@#0ßİŉ", max_size=60)


@settings(max_examples=60, deadline=None)
@given(WORDS, WORDS.filter(str.strip), WORDS.filter(str.strip))
def test_any_text_and_any_term_give_places_inside_the_text(text, term, name):
    profile = Profile(
        "Acme", wording=Wording(banned=(BannedTerm(term),), names=(name, "BrandGuard"))
    )
    for finding in found(subject(text, "en"), profile):
        start, end = finding.place.span
        assert 0 <= start < end <= len(text)


@given(st.text(max_size=80))
def test_folding_keeps_every_character_in_its_place(text):
    assert len(terms.fold(text)) == len(text)


@given(st.sampled_from(["BrandGuard", "Caffè Vela", "X-200", "one.two"]))
def test_a_name_is_found_however_it_is_written(name):
    for shape in (name, name.lower(), name.upper(), f"«{name}»", f"{name}'s"):
        assert list(terms.find_name(shape, name))
    assert not list(terms.find_name(f"x{name}x", name))
