"""The register of rules: who is asked, and that getting ready for many changes no answer."""

import sys
from pathlib import Path

import pytest

from brandguard import checks
from brandguard.model import colour

sys.path.insert(0, str(Path(__file__).parents[2] / "packaging" / "rules"))

import rule_cases

CASES = [
    pytest.param(document, case, id=f"{code}: {case['name']}")
    for code, document in rule_cases.case_files().items()
    for case in document["case"]
    if not {"read", "distance"} & set(case)
]


def told(findings):
    return sorted(
        (f.rule, f.key, f.fingerprint, sorted(map(str, f.facts.items()))) for f in findings
    )


@pytest.mark.parametrize(("document", "case"), CASES)
def test_a_rule_that_is_not_asked_has_nothing_to_say(document, case):
    profile, subject = rule_cases.profile_of(document, case), rule_cases.subject_of(case)
    every = [
        f for r in checks.RULES for f in r.check(subject, profile) if r.code not in off(profile)
    ]
    asked = checks.run(subject, profile)
    assert sorted((f.rule, f.key) for f in asked) == sorted((f.rule, f.key) for f in every)


def off(profile):
    return {code for code, severity in profile.rules.items() if severity == "off"}


def test_colours_are_the_same_to_the_last_bit_alone_and_among_many():
    codes = [f"#{number * 7919 % (1 << 24):06X}" for number in range(2000)]
    lone = {}
    for code in codes[::50]:
        forget()
        lone[code] = (colour.chroma_of_hex(code), colour.differences([code], codes[:9]).tolist())
    forget()
    colour.learn_chromas(codes)
    together = colour.differences(codes, codes[:9])
    for at, code in enumerate(codes):
        if code in lone:
            assert lone[code] == (colour.chroma_of_hex(code), [together[at].tolist()])


def test_what_was_learned_of_colours_is_bounded():
    learned = colour.Learned(lambda rgb: rgb[:, 0, 0].tolist())
    learned.MOST = 10
    for first in range(0, 200, 7):
        learned.learn(f"#{number:02X}0000" for number in range(first, first + 7))
        assert len(learned) <= 17
    assert learned["#FF0000"] == 255.0


@pytest.mark.parametrize(("document", "case"), CASES[::5])
def test_getting_ready_for_many_changes_no_answer(document, case):
    profile, subject = rule_cases.profile_of(document, case), rule_cases.subject_of(case)
    forget()
    plain = told(checks.run(subject, profile))
    forget()
    checks.foresee([subject.features, subject.features], profile)
    assert told(checks.run(subject, profile)) == plain


def forget():
    colour._labs.clear()
    colour._chromas.clear()
    colour.delta_e.cache_clear()
    checks.colour_seen._latest[0] = (None, None, None)
    checks.colour_seen._lie_between.cache_clear()
