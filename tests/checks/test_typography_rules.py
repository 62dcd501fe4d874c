"""The TYP rules beyond their cases: facts, places, extents, and what a profile must ask for."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brandguard.checks import run
from brandguard.checks.typography import RULES
from brandguard.model.creative import TextRun
from brandguard.model.features import Features, PageFeatures
from brandguard.model.profile import Profile
from brandguard.model.report import Place, Subject
from brandguard.model.typography import Family, Headings, TypographyRules

BRAND = TypographyRules((Family("Figtree", key="typography.base"), Family("Fraunces")))


def subject(*rows, channel="offline", medium="flyer"):
    """A page of words, each row (words, font, size)."""
    text, runs = "", []
    for index, (words, font, size) in enumerate(rows):
        span = (len(text), len(text) + len(words))
        runs.append(TextRun(span, (0.1, index / 10, 0.9, index / 10 + 0.05), font, size))
        text += words + "\n"
    page = PageFeatures(1, 100, 100, text=text, runs=tuple(runs))
    return Subject("a.pdf", Features("00", "pdf", 1, (page,), 1), channel, None, medium)


def found(profile, *rows, **more):
    return [f for f in run(subject(*rows, **more), profile) if f.rule.startswith("TYP")]


def test_a_foreign_family_says_how_much_of_what_and_where():
    rows = [("Pane e torte", "Fraunces", 30.0), ("Ogni mattina", "ArialMT", 9.0)]
    (finding,) = found(Profile("A", typography=BRAND), *rows)
    assert finding.facts == {
        "family": "Arial", "share": pytest.approx(11 / 21), "letters": 11, "standard": "Arial",
        "wanted": "Figtree, Fraunces",
    }  # fmt: skip
    assert finding.place == Place(1, (0.1, 0.1, 0.9, 0.15000000000000002), (13, 25), "live")
    assert finding.extent == 1.0
    assert finding.limit_from == "profile: typography.base"
    assert finding.severity == "warn"


def test_a_chosen_foreign_font_is_not_called_a_fallback():
    (finding,) = found(Profile("A", typography=BRAND), ("Ogni mattina", "Lobster", 9.0))
    assert finding.facts["standard"] is None


def test_a_profile_without_typography_only_notes_what_nobody_can_read():
    (finding,) = found(Profile("A"), ("Solo oggi", "Arial", 3.0), ("Pane", "Lobster", 9.0))
    assert (finding.rule, finding.severity, finding.limit_from) == ("TYP003", "note", "built in")
    assert finding.facts["size_mm"] == pytest.approx(1.1)
    assert found(Profile("A"), ("Solo oggi", "Arial", 3.0), channel="online") == []
    assert found(Profile("A"), ("Solo oggi", "Arial", 3.0), medium="billboard") == []


def test_the_mediums_limit_goes_before_the_channels():
    rules = TypographyRules(least={("offline", "text"): 6, ("poster", "text"): 14})
    profile = Profile("A", typography=rules)
    (finding,) = found(profile, ("Solo oggi", "Arial", 9.0), medium="poster")
    assert finding.facts["limit"] == 14
    assert finding.limit_from == "profile: defaults.brandguard.typography.min_size.poster"
    assert found(profile, ("Solo oggi", "Arial", 9.0)) == []


def test_rounding_of_exports_is_no_flaw():
    profile = Profile("A", typography=TypographyRules(least={("offline", "text"): 6}))
    assert found(profile, ("Solo oggi", "Arial", 5.96)) == []


def test_a_headline_half_of_which_is_right_is_right():
    rules = TypographyRules(BRAND.families, headings=Headings("Fraunces"))
    rows = [("Pane e torte fresche", "Fraunces", 30.0), ("ogni giorno", "Figtree", 30.0),
            ("Fatte a mano da noi ogni singola mattina dell’anno", "Figtree", 9.0)]  # fmt: skip
    assert found(Profile("A", typography=rules), *rows) == []


def test_a_family_of_three_letters_or_fewer_is_an_accident():
    rows = [("Pane e torte", "Figtree", 9.0), ("i", "Arial", 9.0)]
    assert found(Profile("A", typography=BRAND), *rows) == []


FONTS = st.sampled_from(["Figtree", "Fraunces-Bold", "Arial", "Lobster", None])


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.text("ab ", max_size=9), FONTS, st.none() | st.floats(1, 90)),
                max_size=6))  # fmt: skip
def test_whatever_the_words_are_set_in_every_extent_is_a_part(rows):
    rules = TypographyRules(BRAND.families, (), Headings("Fraunces"), {("offline", "text"): 7}, 1)
    for finding in found(Profile("A", typography=rules), *rows):
        assert 0 < finding.extent <= 1
        assert finding.place.page == 1


def test_the_rules_stand_in_the_order_of_their_codes():
    codes = [rule.code for rule in RULES]
    assert codes == sorted(codes)
