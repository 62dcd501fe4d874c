"""Words: the same in three languages, complete, and never a crash for want of a fact."""

from __future__ import annotations

import ast
import re
import tomllib
from dataclasses import fields
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

import brandguard
from brandguard.messages import LANGUAGES, MISSING, PLACEHOLDER, Messages
from brandguard.model.creative import CHANNELS, Medium, Note
from brandguard.model.errors import UsageError
from brandguard.model.features import Address, PictureTraits
from brandguard.model.report import DIMENSIONS, SEVERITIES, Finding, VerdictName
from brandguard.settings import asset_path

COLOUR = {
    "found": "#E5002B", "share": 0.184, "nearest": "Signal Red", "nearest_hex": "#E4002B",
    "delta_e": 7.41, "limit": 7.0, "tolerance": 5.0,
}  # fmt: skip
LEARNED = {
    "distance": 1.42, "limit": 1.0, "fail_at": 1.9, "nearest": "approved/a.png",
    "parts": "colours, layout, texture", "examples": 14,
}  # fmt: skip
OFF = {"trait": "words_per_sentence", "value": 31.2, "low": 8.0, "high": 20.0, "language": "it"}

AGREEMENT = {
    "value": 41.3, "limit": 60.0, "side": "offline", "other_side": "online",
    "path": "a.png", "other_path": "b.png",
}  # fmt: skip

# What the rules emit, for each code: the same names, plausible values.
FACTS = {
    "COL001": COLOUR | {"instead": "Signal Red", "cure": None},
    "COL002": COLOUR,
    "COL003": {"name": "Signal Red", "hex": "#E4002B", "limit": 5.0},
    "COL004": {"name": "Signal Red", "hex": "#E4002B", "share": 0.8, "low": 0.05, "high": 0.2},
    "COL005": COLOUR | {"name": "Rival magenta", "hex": "#E6007E"},
    "COL006": {
        "found": "#CCCCCC",
        "ground": "#FFFFFF",
        "picture": None,
        "ratio": 1.8,
        "limit": 4.5,
    },
    "COL007": LEARNED
    | {
        "nearest": None,
        "parts": "hue",
        "accident": "hue",
        "found": "#8A2BE2",
        "share": 0.3,
        "undone": "#2B4BE2",
        "turn": 40,
        "factor": None,
        "nearest_hex": "#2A4AE0",
        "delta_e": 18.2,
    },
    "COL008": {
        "letters": "#E4002B",
        "ground": "#00843D",
        "plane": None,
        "beside": None,
        "name": "red",
        "other_name": "green",
        "reason": "flickers",
    },
    "COL009": {
        "text_build": "C75 M68 Y67 K90",
        "size_pt": 8.0,
        "wanted": "C0 M0 Y0 K100",
        "area_build": None,
        "ink_build": None,
        "ink": None,
        "limit": None,
    },
    "TYP001": {"family": "Arial", "share": 0.7, "standard": "Arial", "wanted": "Fraunces, Figtree"},
    "TYP002": {"family": "Figtree", "style": "300", "wanted": "400, 600-700"},
    "TYP003": {"size": 4.0, "size_mm": 1.4, "limit": 6.0, "unit": "pt", "role": "headline"},
    "TYP004": {"count": 4, "limit": 2, "families": "Fraunces, Figtree, Caveat, Impact"},
    "TYP005": {"family": "Figtree", "wanted": "Fraunces"},
    "TYP006": {"family": "Fraunces", "weight": 900, "unknown": "not_named", "wanted": 600},
    "PRO001": {"dpi": 77.2, "limit": 200.0, "count": 2, "share": 0.6},
    "PRO002": {"drawn": 3, "pictures": None, "whole": None, "share": 0.4},
    "PRO003": {"found": "PANTONE 185 C", "meant": "PANTONE 186 C", "wanted": "PANTONE 186 C"},
    "PRO004": {
        "found": "C6 M99 Y91 K1",
        "name": "Signal Red",
        "wanted": "C0 M95 Y85 K5",
        "difference": 6.0,
        "limit": 3.0,
    },
    "PRO005": {"families": "Helvetica, Arial"},
    "PRO006": {"bleed": 0.0, "unsaid": None, "limit": 3.0, "advised": 3.0},
    "PRO007": {"found": "C100 M100 Y100 K100", "ink": 400.0, "limit": 330.0},
    "PRO008": {"count": 2, "kind": "text"},
    "PRO010": {"width": 310, "height": 260, "medium": "banner", "formats": "300 × 250, 336 × 280"},
    "PRO011": {"weight": 1200.0, "limit": 150.0, "medium": "banner"},
    "PRO012": {"found": "CMYK"},
    "IMG001": LEARNED,
    "IMG002": {"trait": "lightness", "value": 0.2, "low": 0.5, "high": 0.9},
    "VOX001": {**LEARNED, "medium": "radio", "sentence": "Gentile cliente, La informiamo"},
    "VOX002": {"found": "formal", "wanted": "informal", "language": "it", "count": 3},
    "VOX003": {"first": "informal", "second": "formal", "language": "es"},
    "VOX004": OFF,
    "VOX005": {"language": "fr"},
    "TRM001": {"term": "cheap", "found": "cheapest", "instead": "inexpensive"},
    "TRM002": {"found": "shop", "use": "showroom"},
    "TRM003": {"found": "Brandguard", "name": "BrandGuard"},
    "TRM004": {"text": "Drink responsibly."},
    "TRM005": {"found": "€19.90", "use": "19,90 €", "example": "9,90 €", "count": 1},
    "TRM006": {"pattern": "(a+)+", "limit_s": 0.25},
    "MSG001": {"found": "Friday 12 June 2027", "said": "day5", "right": "day6"},
    "MSG002": {"kind": "discount", "found": "20 %", "other": "30 %"},
    "MSG003": {"claim": "Honest bread, every morning", "found": "Honest bread every day"},
    "MSG004": {"kind": "phone", "found": "02 5550 1243", "wanted": "02 5550 1234"},
    "MSG005": {"kind": "discount", "found": "30 %", "wanted": "20 %", "language": "it"},
    "MSG006": {"kind": "date", "wanted": "31 May 2027", "language": "it"},
    "LOG001": {"least": 0.09, "photo": False},
    "LOG002": {"name": "primary", "amount": 0.08, "way": "wide", "limit": 0.03},
    "LOG003": {"name": "primary", "angle": 3.2, "side": "clockwise", "limit": 1.0},
    "LOG004": {
        "name": "primary",
        "found": "#1E9E5A",
        "wanted": "#E4002B",
        "delta_e": 41.2,
        "limit": 10.0,
        "kind": "mono",
    },
    "LOG005": {"name": "primary", "width": 18.2, "limit": 25.0, "unit": "mm"},
    "LOG006": {"name": "primary", "space": 0.31, "limit": 0.5},
    "LOG007": {
        "name": "primary",
        "found": "#F2B83B",
        "ground": "#FFFFFF",
        "ratio": 1.7,
        "limit": 3.0,
        "version": "reversed",
    },
    "LOG008": {"name": "old", "instead": "primary"},
    "LOG009": {
        "name": "primary",
        "found": "#1F2A44",
        "ground": "#123524",
        "ratio": 1.2,
        "instead": "white",
        "better": 13.4,
    },
    "LNK001": {"found": "acme-shop.example", "wanted": "acme.example"},
    "LNK002": {"format": "QR Code"},
    "LNK003": {"format": "QR Code", "part": "size", "value": 12.0, "limit": 20.0},
    "LNK004": {
        "found": "https://acme-shop.example/a",
        "host": "acme-shop.example",
        "wanted": "acme.example",
    },
    "LNK005": {},
    "CAM010": {
        "kind": "price",
        "one": "19 €",
        "path": "a.txt",
        "other": "€29",
        "other_path": "b.txt",
        "sentence": "Mugs 19 €",
        "other_sentence": "Mugs: €29",
        "page": 2,
        "other_page": 3,
    },
    "CAM011": {
        "language": "it",
        "first": "formal",
        "path": "a.txt",
        "second": "informal",
        "other_path": "b.txt",
        "sentence": "La aspettiamo in negozio.",
        "other_sentence": "Scopri la collezione.",
    },
    "CAM020": {"path": "a.png", "other_path": "b.png", "difference": 0.08},
    "CAM021": {"path": "a.png", "other_path": "b.png", "difference": 0.0},
    "CAM030": AGREEMENT | {"first": "#E4002B", "second": "#1FA8A0, #2B2D33"},
    "CAM031": AGREEMENT | {"first": "primary", "second": "old"},
    "CAM032": AGREEMENT | {"first": "Fraunces", "second": "Arial"},
    "CAM033": AGREEMENT,
    "CAM034": AGREEMENT,
    "SYS001": {"cause": "permission", "detail": "Permission denied"},
    "SYS002": {},
    "SYS003": {"format": "png", "cause": "truncated", "detail": "IDAT"},
    "SYS004": {"format": "Adobe InDesign", "suffix": ".indd", "cure": "export_pdf"},
    "SYS005": {"what": "pixels", "value": 169000000, "limit": 100000000},
    "SYS006": {"kind": "symlink"},
    "SYS007": {"format": "pdf"},
    "SYS008": {"suffix": ".jpg", "expected": "jpeg", "found": "png", "read": True},
    "SYS009": {"limit_s": 30.0},
    "SYS010": {"limit_mb": 1024},
    "SYS011": {"detail": "killed by signal 11"},
    "SYS012": {},
    "SYS013": {},
    "SYS014": {},
    "SYS015": {"format": "docx", "pictures": 2, "cure": "install_libreoffice"},
    "SYS016": {"what": "pages", "pages": 700, "read": 500},
    "SYS017": {"profile": "Coated", "detail": "not RGB"},
    "SYS018": {"count": 2, "first": "https://example.com/logo.png"},
    "SYS019": {"limit": 100000, "what": "characters"},
    "SYS020": {"detail": "bad offset"},
    "SYS021": {"pages": 200, "read": 90},
    "SYS022": {"part": "no_posts"},
    "SYS023": {"kind": "film", "frames": 750, "seconds": 30.0, "pages": 6},
    "SYS024": {
        "posts": 12,
        "channels": "Instagram, Facebook",
        "languages": "it",
        "first": "2026-06-01",
        "last": "2026-06-30",
    },
    "WVR001": {"rule": "COL001", "reason": "summer", "by": "Ada", "until": "2026-05-31"},
    "WVR002": {"rule": "COL001", "reason": "old logo", "by": "Ada"},
}
ALTERNATIVES = {"SYS009": {"seconds"}, "SYS011": {"cause"}}
"""Facts of which a message shows one or the other."""
FIELDS = {"title", "message", "what", "why", "fix", "good", "bad"}

languages = pytest.mark.parametrize("lang", LANGUAGES)
codes = pytest.mark.parametrize("code", FACTS)


def templates(table, prefix=""):
    for key, value in table.items():
        if isinstance(value, dict):
            yield from templates(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value


def tables(lang):
    return tomllib.loads(asset_path("messages", f"{lang}.toml").read_text(encoding="utf-8"))


def placeholders(value):
    return sorted(PLACEHOLDER.findall(str(value)))


def finding(code, facts=None, **more):
    return Finding(code, "warn", FACTS[code] if facts is None else facts, suggestion=True, **more)


@languages
def test_the_three_languages_hold_the_same_keys_and_placeholders(lang):
    english, other = dict(templates(tables("en"))), dict(templates(tables(lang)))
    assert list(other) == list(english)
    for key, template in english.items():
        if not key.startswith("format."):
            assert placeholders(other[key]) == placeholders(template), key


@languages
def test_no_template_is_empty_or_left_in_english(lang):
    texts = dict(templates(tables(lang)))
    assert all(str(value).strip() for value in texts.values())
    if lang != "en":
        english = dict(templates(tables("en")))
        long = [
            k for k, v in texts.items() if isinstance(v, str) and len(v) > 30 and v == english[k]
        ]
        assert long == []


@languages
@codes
def test_every_rule_has_its_page(lang, code):
    rule = Messages.load(lang).rule(code)
    assert FIELDS <= set(rule) <= FIELDS | {"suggestion"}
    assert not rule["title"].endswith(".")
    assert len(rule["title"]) <= 45


def test_every_rule_of_the_register_has_words():
    from brandguard.checks import BY_CODE

    assert set(BY_CODE) <= set(FACTS)


@languages
@codes
def test_every_fact_that_is_shown_is_one_that_the_rule_emits(lang, code):
    made = {"range", "advice"}
    rule = Messages.load(lang).rule(code)
    shown = {name for name, _ in PLACEHOLDER.findall(rule["message"] + rule.get("suggestion", ""))}
    assert shown - made - ALTERNATIVES.get(code, set()) <= set(FACTS[code])


SOURCES = {
    "COL": (
        "checks/colour.py",
        "checks/colour_text.py",
        "checks/colour_black.py",
        "likeness/habit.py",
        "judging.py",
    ),
    "IMG": ("checks/imagery.py", "judging.py"),
    "LOG": ("checks/logo.py", "checks/logo_ground.py"),
    "VOX": ("checks/voice.py", "likeness/voice.py", "judging.py"),
    "TRM": ("checks/wording.py", "checks/formats.py"),
    "MSG": ("checks/message.py",),
    "CAM": (
        "coherence/conflicts.py",
        "coherence/addresses.py",
        "coherence/pictures.py",
        "coherence/tensions.py",
    ),
}


@pytest.mark.parametrize("family", SOURCES)
def test_the_facts_above_are_in_the_rules_own_source(family):
    from brandguard.checks import BY_CODE

    package = Path(brandguard.__file__).parent
    words = set()
    for file in SOURCES[family]:
        for node in ast.walk(ast.parse((package / file).read_text(encoding="utf-8"))):
            if isinstance(node, ast.Dict):
                words |= {key.value for key in node.keys if isinstance(key, ast.Constant)}
    for code in (code for code in BY_CODE if code.startswith(family)):
        assert set(FACTS[code]) <= words, code


@languages
@codes
def test_every_message_is_a_finished_sentence(lang, code):
    words = Messages.load(lang)
    for text in (words.message(finding(code)), words.suggestion(finding(code))):
        if text is None:
            continue
        assert not re.search(r"[{}\[\]]", text)
        assert MISSING not in text
        assert text.endswith((".", "!", "”", "»"))
        assert "  " not in text


@languages
@codes
def test_a_missing_fact_is_a_dash_and_never_a_crash(lang, code):
    words = Messages.load(lang)
    for facts in ({}, dict.fromkeys(FACTS[code]), dict.fromkeys(FACTS[code], "")):
        for text in (words.message(finding(code, facts)), words.suggestion(finding(code, facts))):
            assert text is None or not re.search(r"[{}\[\]]", text)


@languages
def test_every_other_text_can_be_filled(lang):
    words = Messages.load(lang)
    for key, template in templates(words.tables["report"]):
        facts = {name: 1 for name, _ in placeholders(template)}
        assert not re.search(r"[{}\[\]]", words.text(f"report.{key}", **facts))
    for key in words.tables["why"]:
        assert not re.search(r"[{}\[\]]", words.note(Note(f"why.{key}")))
    for key in words.tables["count"]:
        assert words.count(key, 1) != words.count(key, 2)


@languages
def test_everything_that_has_a_name_has_it_in_plain_words(lang):
    names = Messages.load(lang).tables
    assert set(names["dimension"]) == set(DIMENSIONS)
    assert set(names["medium"]) == set(get_args(Medium))
    assert set(names["channel"]) == set(CHANNELS)
    assert set(names["severity"]) == set(SEVERITIES)
    assert set(names["verdict"]) == {*get_args(VerdictName), "unreadable"}
    for table in ("address", "address_en", "address_it", "address_es"):
        assert set(names[table]) == set(get_args(Address))


@languages
def test_every_trait_has_a_name_and_advice_for_both_sides(lang):
    from brandguard.measures.voice_traits import TRAITS

    words = Messages.load(lang)
    for trait in {*(f.name for f in fields(PictureTraits)), *TRAITS}:
        assert trait in words.tables["trait"]
        low = words.suggestion(
            finding("VOX004", {"trait": trait, "value": -1.0, "low": 0.0, "high": 1.0})
        )
        high = words.suggestion(
            finding("VOX004", {"trait": trait, "value": 2.0, "low": 0.0, "high": 1.0})
        )
        assert low
        assert high
        assert low != high


def test_a_foreign_colour_that_is_near_none_of_the_brand_has_a_cure_too():
    far = finding("COL001", COLOUR | {"instead": None, "cure": "no_near_colour"})
    assert Messages.load("en").suggestion(far).startswith("No brand colour is near: put")
    assert Messages.load("it").suggestion(far).startswith("Nessun colore del marchio è vicino")
    assert Messages.load("es").suggestion(far).startswith("Ningún color de la marca está cerca")
    assert Messages.load("en").suggestion(finding("COL001")) == "Use Signal Red #E4002B instead."


def test_a_suggestion_only_where_the_finding_has_one():
    words = Messages.load("en")
    assert words.suggestion(Finding("TRM001", "warn", FACTS["TRM001"])) is None
    assert words.suggestion(finding("TRM001")) == "Instead: inexpensive."
    assert words.suggestion(finding("SYS002")) is None


def test_the_address_is_named_as_its_language_does():
    words = Messages.load("en")
    assert "“Lei”" in words.message(finding("VOX002"))
    assert "“usted”" in words.message(finding("VOX003"))


def test_a_range_may_be_open():
    words = Messages.load("en")
    share = FACTS["COL004"]
    assert "5% to 20%" in words.message(finding("COL004"))
    assert "at most 20%" in words.message(finding("COL004", share | {"low": 0.0}))
    assert "at least 5%" in words.message(finding("COL004", share | {"high": 1.0}))


def test_limits_say_where_they_stand():
    words, italian = Messages.load("en"), Messages.load("it")
    at = finding("COL001", limit_from="profile: color.palette.red")
    assert words.limit_from(at) == "Profile: color.palette.red"
    assert italian.limit_from(at) == "Profilo: color.palette.red"
    assert words.limit_from(finding("COL001", limit_from="profile")) == "Profile"
    learned = finding("IMG001", limit_from="learned: 14 examples")
    assert words.limit_from(learned) == "Learned from 14 examples of the approved material"
    assert (
        words.limit_from(finding("IMG001", limit_from="learned"))
        == "Learned from the approved material"
    )
    assert words.limit_from(finding("COL006", limit_from="built in")) == "Built into BrandGuard"
    assert words.limit_from(finding("COL001")) is None


def test_numbers_are_written_as_each_language_does():
    en, it, es = map(Messages.load, LANGUAGES)
    assert [w.number(1234.56) for w in (en, it, es)] == ["1,234.6", "1234,6", "1234,6"]
    assert [w.number(1234567, 0) for w in (en, it, es)] == ["1,234,567", "1.234.567", "1.234.567"]
    assert [w.percent(0.184) for w in (en, it, es)] == ["18%", "18%", "18\u00a0%"]
    assert [w.percent(0.0612) for w in (en, it, es)] == ["6.1%", "6,1%", "6,1\u00a0%"]
    assert en.percent(0.03) == "3%"
    assert en.percent(0.0999) == "10%"
    assert en.number(-0.04) == "0.0"
    assert en.number(-7.26) == "−7.3"
    assert en.number(float("nan")) == en.percent(float("inf")) == MISSING


@given(st.floats(-1e12, 1e12), st.integers(0, 3))
def test_a_number_can_be_read_back(x, digits):
    for lang in LANGUAGES:
        words = Messages.load(lang)
        style = words.tables["format"]
        plain = words.number(x, digits).replace(style["group"], "").replace(style["decimal"], ".")
        assert float(plain.replace("−", "-")) == pytest.approx(round(x, digits), abs=10**-digits)


@given(st.text(), st.text())
def test_foreign_words_are_never_templates_or_lines(found, instead):
    facts = {"term": "{share:percent}[{x}]", "found": found, "instead": instead}
    message = Messages.load("it").message(finding("TRM001", facts))
    assert len(message.splitlines()) == 1
    assert "{share:percent}[{x}]" in message
    message.encode("utf-8")


def test_an_unknown_language_is_named_with_those_there_are():
    with pytest.raises(UsageError, match=r"de.*en, it, es"):
        Messages.load("de")
    assert Messages.load("es-MX").lang == "es"
    assert Messages.load("it_IT").lang == "it"


def test_an_unknown_code_is_its_own_name():
    words = Messages.load("en")
    assert words.title("XYZ999") == words.message(Finding("XYZ999", "note")) == "XYZ999"
    assert words.note(Note("why.unheard_of")) == "why.unheard_of"


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0.148, "Contrast: 0.148; the brand’s pictures have 0.150 to 0.220."),
        (0.14, "Contrast: 0.14; the brand’s pictures have 0.15 to 0.22."),
        (0.22000001, "Contrast: 0.22; the brand’s pictures have 0.15 to 0.22."),
    ],
)
def test_a_value_just_outside_its_range_is_written_so_that_it_looks_outside(value, said):
    facts = {"trait": "contrast", "value": value, "low": 0.15, "high": 0.22}
    assert Messages.load("en").message(Finding("IMG002", "note", facts=facts)) == said


def test_a_share_and_a_distance_at_their_limit_get_another_digit():
    words = Messages.load("en")
    share = {"name": "red", "hex": "#C5472B", "share": 0.0996, "low": 0.0998, "high": 0.4}
    said = words.message(Finding("COL004", "note", facts=share))
    assert said == "red #C5472B covers 9.96%; the brand uses 9.98% to 40.00%."
    far = {"distance": 1.004, "limit": 1.0, "nearest": "a.png"}
    assert "distance is 1.004, theirs usually stay within 1.000" in words.message(
        Finding("IMG001", "warn", facts=far)
    )


def test_a_banned_term_is_named_only_where_it_reads_otherwise():
    words = Messages.load("en")
    same = Finding("TRM001", "fail", facts={"found": "Cheap", "term": "cheap"})
    form = Finding("TRM001", "fail", facts={"found": "cheapest", "term": "cheap"})
    assert words.message(same) == "“Cheap” must not be used."
    assert words.message(form) == "“cheapest” must not be used (banned: cheap)."


def test_a_place_in_the_profile_is_short_and_counts_from_one():
    at = Finding("TRM001", "fail", limit_from="profile: defaults.brandguard.wording.banned.0")
    assert Messages.load("en").limit_from(at) == "Profile: wording.banned #1"


def test_a_day_is_written_as_people_write_it():
    found = Finding(
        "MSG005", "fail", {"kind": "date", "found": "15 maggio 2027", "wanted": "2027-05-31"}
    )
    assert "31 maggio 2027" in Messages.load("it").message(found)
    assert "31 de mayo de 2027" in Messages.load("es").message(found)
    assert Messages.load("en").stated("2027-06-01/2027-06-02, --12-24") == (
        "1 June 2027/2 June 2027, 24 December"
    )
    no_day = "SKU 12027-05-310 2027-13-01"
    assert Messages.load("en").stated(no_day) == no_day


def test_what_is_to_be_written_is_given_in_the_language_of_the_creative():
    facts = {"kind": "date", "found": "15 maggio 2027", "wanted": "2027-05-31", "language": "it"}
    found = Finding("MSG005", "fail", facts, suggestion=True)
    words = Messages.load("en")
    assert "says 31 May 2027" in words.message(found)
    assert words.suggestion(found) == "Write 31 maggio 2027, or correct the campaign file."


def test_a_limit_that_is_not_the_tolerance_says_what_it_is_made_of():
    near = {"found": "#D6303A", "share": 0.2, "nearest": "cotto", "delta_e": 8.2, "limit": 7.0}
    words = Messages.load("it")
    wide = Finding("COL002", "warn", near | {"tolerance": 5.0})
    exact = Finding("COL002", "warn", near | {"tolerance": None})
    assert "tolleranza di 5,0" in words.message(wide)
    assert "tolleranza" not in words.message(exact)


def test_counted_verdicts_agree_in_number():
    words = Messages.load("it")
    assert words.count("verdict_pass", 12) == "12 coerenti"
    assert words.count("verdict_fail", 9) == "9 fuori marchio"
    assert words.count("others", 1) == "1 altro"
