"""The VOX rules: every case of tests/cases/VOX*.toml, and what their findings carry."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from brandguard import checks
from brandguard.checks import voice as vox
from brandguard.interchange.brandyml import load_profile
from brandguard.model.features import Evidence, Features, Measured, PageFeatures, VoiceTraits
from brandguard.model.profile import Profile
from brandguard.model.report import Subject

CASES = sorted((Path(__file__).parents[1] / "cases").glob("VOX*.toml"))
TEXT = "Scopri la tua cucina. La invitiamo a visitare il nostro showroom."


def voice(language="it", *, address="none", counts=None, words=40, traits=None, evidence=()):
    return VoiceTraits(
        language=language,
        words=words,
        sentences=3,
        address=address,
        address_counts=counts or {},
        imperatives=0,
        we=0,
        traits={name: Measured(*map(float, t)) for name, t in (traits or {}).items()},
        evidence=evidence,
    )


def subject(*voices):
    page = PageFeatures(1, 0, 0, text=TEXT)
    return Subject("a.txt", Features("00", "text", 1, (page,), 1, voices=voices))


def found(subject_, profile):
    return [f for rule in vox.RULES for f in rule.check(subject_, profile)]


def all_cases():
    for path in CASES:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        for case in (c for c in table["case"] if "voices" in c):  # others: test_rule_pages
            yield pytest.param(table, case, id=f"{path.stem}: {case['name']}")


@pytest.mark.parametrize(("table", "case"), list(all_cases()))
def test_case(table, case, tmp_path):
    file = tmp_path / "_brand.yml"
    file.write_text(table["profile"], encoding="utf-8")
    given = subject(*[voice(**v) for v in case["voices"]])
    assert [f"{f.rule} {f.key}" for f in found(given, load_profile(file))] == case["expect"]


def test_a_wrong_address_shows_the_words_that_say_it():
    spoken = voice(
        address="informal",
        counts={"informal": 2},
        evidence=(
            Evidence("informal", 1, (0, 6)),
            Evidence("informal", 1, (10, 13)),
            Evidence("formal", 1, (25, 34)),
        ),
    )
    (finding,) = found(subject(spoken), Profile("Acme", address={"it": "formal"}))
    assert [finding.place.span, *[p.span for p in finding.more_places]] == [(0, 6), (10, 13)]
    assert finding.facts == {"language": "it", "found": "informal", "wanted": "formal", "count": 2}
    assert finding.limit_from == "profile: defaults.brandguard.voice.address.it"
    assert finding.suggestion


def test_mixed_address_points_at_the_form_that_the_brand_does_not_want():
    evidence = (Evidence("informal", 1, (0, 6)), Evidence("formal", 1, (25, 34)))
    spoken = voice(address="mixed", counts={"informal": 2, "formal": 3}, evidence=evidence)
    wanted = found(subject(spoken), Profile("Acme", address={"it": "formal"}))
    assert [f.rule for f in wanted] == ["VOX003"]
    assert wanted[0].place.span == (0, 6)
    assert wanted[0].facts["first"] == "formal"


def test_mixed_address_that_nobody_asked_about_is_a_note():
    spoken = voice(address="mixed", counts={"informal": 2, "formal": 3})
    (finding,) = checks.run(subject(spoken), Profile("Acme"))
    assert (finding.rule, finding.severity) == ("VOX003", "note")


def test_a_trait_that_is_too_high_shows_its_places_and_one_that_is_too_low_none():
    evidence = (Evidence("exclamation", 1, (20, 21)),)
    profile = Profile("Acme", voice_ranges={"it": {"exclamations": (2.0, 4.0)}})
    loud = voice(traits={"exclamations": (9, 6, 14)}, evidence=evidence)
    calm = voice(traits={"exclamations": (0.5, 0, 1)}, evidence=evidence)
    assert found(subject(loud), profile)[0].place.span == (20, 21)
    assert found(subject(calm), profile)[0].place.span is None


def test_a_trait_that_could_not_be_measured_is_silent():
    profile = Profile("Acme", voice_ranges={"it": {"gulpease": (50.0, 100.0)}})
    unmeasured = VoiceTraits("it", 9, 1, "none", {}, 0, 0, {"gulpease": None})
    assert found(subject(unmeasured), profile) == []


@pytest.mark.parametrize(("medium", "flagged"), [("flyer", True), ("radio", False)])
def test_short_sentences_are_held_against_a_leaflet_and_not_against_a_script(medium, flagged):
    """What its medium decides is no deviation of the voice (language.media)."""
    said = subject(voice(traits={"words_per_sentence": (7, 6, 8), "emoji": (9, 8, 10)}))
    said = replace(said, medium=medium)
    profile = Profile("A", voice_ranges={"it": {"words_per_sentence": (12, 20), "emoji": (0, 1)}})
    assert {f.rule for f in found(said, profile)} == ({"VOX004"} if flagged else set())


def test_long_sentences_are_held_against_a_script_too():
    said = replace(subject(voice(traits={"words_per_sentence": (40, 35, 45)})), medium="radio")
    (finding,) = found(said, Profile("A", voice_ranges={"it": {"words_per_sentence": (12, 20)}}))
    assert finding.facts["high"] == 20
