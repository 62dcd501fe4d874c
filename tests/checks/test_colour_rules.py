"""The COL rules: every case of tests/cases/COL*.toml, and what their findings carry."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brandguard.checks import colour
from brandguard.interchange.brandyml import load_profile
from brandguard.model.creative import VectorFill
from brandguard.model.features import Features, PageFeatures, Swatch
from brandguard.model.profile import BrandColour, ForbiddenColour, Profile
from brandguard.model.report import Place, Subject

CASES = sorted((Path(__file__).parents[1] / "cases").glob("COL*.toml"))
RED = BrandColour("Signal Red", "#E4002B", key="color.palette.red")
WHITE = BrandColour("Paper", "#FFFFFF")


def subject(*palettes, fills=()):
    pages = tuple(
        PageFeatures(i, 100, 100, palette=tuple(swatches), fills=fills)
        for i, swatches in enumerate(palettes, 1)
    )
    return Subject("a.png", Features("00", "png", 1, pages, len(pages)))


def swatch(code, share, kind="pixels", box=(0.0, 0.0, 0.5, 0.5)):
    return Swatch(code, share, photo=kind == "photo", box=box, exact=kind == "exact")


def found(subject_, profile):
    return [f for rule in colour.RULES for f in rule.check(subject_, profile)]


def all_cases():
    for path in CASES:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
        for case in (c for c in document["case"] if "pages" in c):  # others: test_rule_pages
            profile = case.get("profile", document["profile"])
            yield pytest.param(profile, case, id=f"{document['rule']}: {case['name']}")


@pytest.mark.parametrize(("text", "case"), [*all_cases()])
def test_case(text, case, tmp_path):
    path = tmp_path / "_brand.yml"
    path.write_text(text, encoding="utf-8")
    pages = [[swatch(*row) for row in page] for page in case["pages"]]
    findings = found(subject(*pages), load_profile(path))
    assert [f"{f.rule} {f.key}" for f in findings] == case["expect"]


@pytest.mark.parametrize("rule", [rule.code for rule in colour.RULES])
def test_every_rule_has_a_case_that_fires_and_one_that_is_silent(rule):
    path = next(path for path in CASES if path.stem == rule)
    cases = tomllib.loads(path.read_text(encoding="utf-8"))["case"]
    fires = [any(e.startswith(rule) for e in case["expect"]) for case in cases]
    assert any(fires)
    assert not all(fires)


def test_a_near_miss_says_what_to_use_and_where():
    profile = Profile("Acme", colours=(WHITE, RED))
    pages = [[swatch("#EF3340", 0.2, "exact")], [swatch("#EF3340", 0.4, "exact", (0.1, 0, 1, 1))]]
    (finding,) = found(subject(*pages), profile)
    assert finding.facts["nearest"] == "Signal Red"
    assert finding.facts["nearest_hex"] == "#E4002B"
    assert finding.facts["delta_e"] == pytest.approx(5.54, abs=0.01)
    assert finding.facts["limit"] == 5.0
    assert finding.facts["share"] == pytest.approx(0.3)
    assert finding.extent == pytest.approx(0.6)
    assert finding.place == Place(page=2, box=(0.1, 0, 1, 1), source="vector")
    assert [place.page for place in finding.more_places] == [1]
    assert finding.limit_from == "profile: color.palette.red"
    assert finding.suggestion


def test_a_core_colour_that_only_text_or_a_rule_has_is_there():
    core = BrandColour("Red", "#E4002B", core=True)
    shown = subject([swatch("#FFFFFF", 1)], fills=(VectorFill("#E4002B", (0, 0, 1, 0.01)),))
    assert not found(shown, Profile("Acme", colours=(core, WHITE)))


def test_too_much_names_the_places_and_too_little_the_page():
    over = BrandColour("Red", "#E4002B", share=(0.0, 0.1))
    (finding,) = found(subject([swatch("#E4002B", 0.9)]), Profile("Acme", colours=(over,)))
    assert finding.place.box == (0.0, 0.0, 0.5, 0.5)
    assert (finding.facts["share"], finding.facts["high"]) == (0.9, 0.1)
    under = BrandColour("Red", "#E4002B", share=(0.5, 1.0))
    (finding,) = found(subject([swatch("#FFFFFF", 1)]), Profile("Acme", colours=(under, WHITE)))
    assert finding.place == Place()


def test_forbidden_has_no_suggestion_without_a_palette():
    profile = Profile("Acme", forbidden_colours=(ForbiddenColour("#E20074"),))
    (finding,) = found(subject([swatch("#E20074", 0.5)]), profile)
    assert finding.severity == "fail"
    assert not finding.suggestion
    assert "nearest" not in finding.facts


def test_a_page_of_many_strange_colours_gets_a_list_one_can_read():
    strangers = [swatch(f"#{i:02X}A0{255 - i:02X}", 0.02 + i / 5000) for i in range(0, 250, 20)]
    profile = Profile("Acme", colours=(RED, WHITE))
    findings = found(subject(strangers), profile)
    assert len(findings) == colour.MOST
    shares = [f.facts["share"] for f in findings]
    assert shares == sorted(shares, reverse=True)


def test_rows_set_each_swatch_beside_its_nearest():
    features = subject([swatch("#EF3340", 0.6), swatch("#FFFFFF", 0.4)]).features
    first, second = colour.palette_rows(features, Profile("Acme", colours=(RED, WHITE)))
    assert (first.nearest, first.nearest_hex) == ("Signal Red", "#E4002B")
    assert (second.nearest, second.delta_e) == ("Paper", 0.0)
    (bare, _) = colour.palette_rows(features, Profile("Acme"))
    assert (bare.nearest, bare.delta_e) == (None, None)


def test_rules_are_asked_for_by_what_the_profile_says():
    asked = {rule.code: rule.asked for rule in colour.RULES}
    plain = Profile("Acme", colours=(RED,))
    assert [code for code in asked if asked[code](plain)] == ["COL001", "COL002"]
    assert not any(test(Profile("Acme")) for test in asked.values())


@given(
    st.lists(
        st.tuples(st.integers(0, 0xFFFFFF), st.floats(0.001, 1), st.booleans(), st.booleans()),
        max_size=12,
    )
)
def test_no_palette_makes_two_findings_of_one_swatch(rows):
    swatches = [Swatch(f"#{c:06X}", s, photo=p, exact=e) for c, s, p, e in rows]
    profile = Profile("Acme", colours=(RED, WHITE), forbidden_colours=(ForbiddenColour("#E20074"),))
    findings = found(subject(swatches), profile)
    named = [f.facts["found"] for f in findings if f.rule != "COL005"]
    assert len(named) == len(set(named))
    for finding in findings:
        assert 0 <= finding.extent <= 1
        assert finding.facts["delta_e"] >= 0
