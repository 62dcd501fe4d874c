"""Whoever judges with a memory comes to the same verdicts as one without."""

from dataclasses import replace

import pytest

from brandguard.checks.remembered import Remembered
from brandguard.judging import judge
from brandguard.model.features import Features, PageFeatures, Swatch, VoiceTraits
from brandguard.model.profile import BannedTerm, BrandColour, ForbiddenColour, Profile, Wording
from brandguard.model.report import Subject
from brandguard.rejudging import Rejudging

TEXT = "Scoprite la luce. Un affare imperdibile!"


def features(code="#E4002B"):
    swatches = (Swatch(code, 0.5), Swatch("#FFFFFF", 0.5))
    page = PageFeatures(1, 800, 600, palette=swatches, text=TEXT)
    voice = VoiceTraits("it", 6, 2, "plural", {"informal": 0, "plural": 1, "formal": 0}, 1, 0, {})
    return Features("0" * 64, "png", 1, (page,), 1, voices=(voice,))


PROFILE = Profile("Luma", colours=(BrandColour("Sun", "#F2B441"), BrandColour("Ink", "#1B1B1E")))
EDITS = {
    "a colour more": lambda p: replace(p, colours=(*p.colours, BrandColour("Red", "#E4002B"))),
    "a tolerance": lambda p: replace(p, colours=(replace(p.colours[0], tolerance=60.0),)),
    "forbidden": lambda p: replace(p, forbidden_colours=(ForbiddenColour("#E4002B"),)),
    "a severity": lambda p: replace(p, rules={"COL001": "fail", "TRM001": "off"}),
    "a word": lambda p: replace(p, wording=Wording(banned=(BannedTerm("imperdibile", "it"),))),
    "a name": lambda p: replace(p, wording=replace(p.wording, names=("Luma",))),
    "an address": lambda p: replace(p, address={"it": "informal"}),
    "weights": lambda p: replace(p, weights={**p.weights, "colour": 0.9}),
    "languages": lambda p: replace(p, languages=("en",)),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_memory_never_changes_a_verdict(edit):
    subject = Subject("a.png", features(), "online", "folder", "social", "it")
    memory, versions = Remembered(), [PROFILE, edit(PROFILE), PROFILE, edit(edit(PROFILE))]
    remembered = [judge(subject, p, None, None, memory) for p in versions]
    assert remembered == [judge(subject, p, None) for p in versions]


def test_a_check_is_asked_again_only_when_what_it_read_has_changed():
    subject, memory, asked = Subject("a.png", features()), Remembered(), []

    def count(_, profile):
        asked.append(len(profile.colours))
        return len(profile.wording.banned)

    other = replace(PROFILE, address={"it": "formal"})
    named = replace(other, wording=replace(other.wording, names=("Luma",)))
    banned = replace(named, wording=replace(named.wording, banned=(BannedTerm("x"),)))
    answers = [memory.about(subject, p)("COUNT", count) for p in (PROFILE, other, named, banned)]
    assert answers == [0, 0, 0, 1]
    assert asked == [2, 2]


def test_another_measurement_is_another_subject():
    memory = Remembered()
    red, blue = (Subject("a.png", features(code)) for code in ("#E4002B", "#0000FF"))
    for subject in (red, blue, red):
        assert judge(subject, PROFILE, None, None, memory) == judge(subject, PROFILE, None)


def test_where_a_creative_belongs_is_looked_up_anew_when_told(tmp_path):
    path = tmp_path / "a.png"
    rejudging = Rejudging(None, _Said())
    measured = features()
    assert rejudging.judge(str(path), measured, PROFILE, None).medium == "other"
    (tmp_path / "campaign.yml").write_text(
        "name: x\ncreatives:\n  - {pattern: a.png, medium: poster}\n", encoding="utf-8"
    )
    assert rejudging.judge(str(path), measured, PROFILE, None).medium == "other"
    rejudging.look_anew()
    assert rejudging.judge(str(path), measured, PROFILE, None).medium == "poster"


class _Said:
    channel = medium = language = campaign = None
