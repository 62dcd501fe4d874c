"""Typefaces that approved creatives teach, and that they are promised not to be warned of."""

import pytest

from brandguard import checks
from brandguard.interchange.brandyml import load_profile
from brandguard.interchange.yamlfile import parse
from brandguard.learning.learn import learn
from brandguard.learning.typefaces import LEAST_EXAMPLES, learn_typefaces
from brandguard.learning.write import profile_text
from brandguard.measures.typography import typefaces
from brandguard.messages import Messages
from brandguard.model.creative import TextRun
from brandguard.model.features import Features, PageFeatures, Swatch
from brandguard.model.report import Subject

TEXT = "Pane e torte\nTorte fatte a mano ogni mattina"


def creative(number, head="Fraunces-SemiBold", body="Figtree-Regular", extra=None):
    runs = [TextRun((0, 12), font=head, size_pt=32.0), TextRun((13, 44), font=body, size_pt=9.0)]
    text = TEXT
    if extra:
        text += "\nSolo oggi"
        runs.append(TextRun((45, 54), font=extra, size_pt=9.0))
    runs = tuple(run for run in runs if run.font)
    page = PageFeatures(
        1, 100, 100, text=text, runs=runs, typefaces=typefaces(text, runs),
        palette=(Swatch("#FFFFFF", 0.9), Swatch("#D7263D", 0.1)), phash=f"{number:016x}",
    )  # fmt: skip
    return Features(f"{number:064x}", "pdf", 1, (page,), 1)


def named(features):
    return [(f"{i}.pdf", f) for i, f in enumerate(features)]


def picture(number):
    page = PageFeatures(1, 9, 9, palette=(Swatch("#FFFFFF", 1.0),))
    return Features(f"{number + 900:064x}", "png", 1, (page,), 1)


def test_families_that_come_back_are_learned_with_what_they_set():
    some = [creative(i, extra="Caveat" if i % 4 == 0 else None) for i in range(12)]
    found = learn_typefaces([*some, creative(99, extra="Impact"), picture(1)])
    assert [f.name for f in found.families] == ["Figtree", "Fraunces", "Caveat"]
    assert (found.base, found.headings, found.others) == ("Figtree", "Fraunces", ("Caveat",))
    assert found.judged == 13
    assert found.families[0].presence == 1.0


@pytest.mark.parametrize(
    "examples",
    [
        [creative(i) for i in range(LEAST_EXAMPLES - 1)],
        [picture(i) for i in range(20)],
        [
            creative(i, head=f"Aaa{'bcdefghijk'[i]}", body=f"Zzz{'bcdefghijk'[i]}")
            for i in range(10)
        ],
        [],
    ],
    ids=["few", "pictures", "all different", "none"],
)
def test_few_examples_and_pictures_teach_no_typeface(examples):
    assert learn_typefaces(examples) is None
    if examples:
        learned = learn(named(examples), 0.05)
        assert not [code for code in learned.rules if code.startswith("TYP")]


def test_where_they_disagree_on_headlines_none_is_named():
    some = [creative(i, head="Fraunces" if i % 2 else "Figtree-Bold") for i in range(10)]
    found = learn_typefaces(some)
    assert (found.base, found.headings) == ("Figtree", None)
    assert "TYP005" not in learn(named(some), 0.05).rules


def test_the_order_of_the_examples_does_not_matter():
    some = [creative(i, extra="Caveat" if i % 3 == 0 else None) for i in range(12)]
    assert learn_typefaces(some) == learn_typefaces(some[::-1])


def written(learned, tmp_path, base=None):
    text, data = profile_text("Acme", learned, "p.yml.learned", 0.05, base)
    (tmp_path / "p.yml").write_text(text, encoding="utf-8")
    (tmp_path / "p.yml.learned").write_bytes(data)
    return text, load_profile(tmp_path / "p.yml")


def found_in(features, profile):
    return {f.rule: f.severity for f in checks.run(Subject("new.pdf", features), profile)}


def test_a_strict_brand_is_warned_of_another_family_and_its_own_are_not(tmp_path):
    some = [creative(i, extra="Caveat" if i % 3 == 0 else None) for i in range(24)]
    learned = learn(named(some), 0.05)
    assert (learned.rules["TYP001"].flagged, learned.rules["TYP001"].severity) == (0, "warn")
    text, profile = written(learned, tmp_path)
    assert "base: Figtree  # in 100% of the 24 approved creatives that name fonts" in text
    assert [f.name for f in profile.typography.families] == ["Figtree", "Fraunces", "Caveat"]
    assert profile.typography.headings.family == "Fraunces"
    assert found_in(creative(90, body="Roboto"), profile)["TYP001"] == "warn"
    assert found_in(creative(91, head="Figtree-Bold"), profile)["TYP005"] == "warn"
    for own in some:
        assert not [code for code in found_in(own, profile) if code.startswith("TYP")]


def test_a_brand_that_would_flag_its_own_gets_notes(tmp_path):
    odd = [creative(50 + i, body=f"Qqq{'bcd'[i]}") for i in range(3)]
    learned = learn(named([creative(i) for i in range(21)] + odd), 0.05)
    assert (learned.rules["TYP001"].flagged, learned.rules["TYP001"].severity) == (3, "note")
    _, profile = written(learned, tmp_path)
    assert found_in(odd[0], profile)["TYP001"] == "note"


def test_few_examples_give_notes_alone():
    rate = learn(named([creative(i) for i in range(8)]), 0.05).rules["TYP001"]
    assert (rate.severity, rate.enough) == ("note", False)


@pytest.mark.parametrize(
    "said",
    [
        "typography: {base: Inter}\n",
        "defaults: {brandguard: {typography: {families: [Inter]}}}\n",
    ],
)
def test_a_base_with_fonts_keeps_them_and_none_is_learned_beside(said, tmp_path):
    learned = learn(named([creative(i) for i in range(24)]), 0.05)
    text, profile = written(learned, tmp_path, parse(said, "base.yml"))
    assert [f.name for f in profile.typography.families] == ["Inter"]
    assert "TYP001" not in text


def test_the_command_tells_the_typefaces(capsys, tmp_path):
    from brandguard.cli.learn import _say

    learned = learn(named([creative(i) for i in range(6)]), 0.05)
    _say(tmp_path / "p.yml", learned, 6, Messages.load("it"), None)
    assert "Caratteri: Figtree, Fraunces; titoli in Fraunces." in capsys.readouterr().err
