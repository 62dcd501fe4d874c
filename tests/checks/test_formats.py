"""Prices and percentages as the profile's examples show them: TRM005."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brandguard.checks.formats import written_otherwise
from brandguard.cli.app import run
from brandguard.interchange.brandyml import load_profile
from brandguard.language.formats import read_percent, read_price
from brandguard.measures.facts import measure_facts
from brandguard.model.creative import TextRun
from brandguard.model.errors import ProfileError
from brandguard.model.features import Features, PageFeatures
from brandguard.model.profile import Formats, Profile, Wording
from brandguard.model.report import Subject


def found(text, language="it", runs=(), **formats):
    facts = measure_facts([(1, text)], (language,))
    page = PageFeatures(1, 0, 0, text=text, runs=runs)
    subject = Subject("a.txt", Features("00", "txt", 1, (page,), 1, facts=facts))
    wording = Wording(formats={language: Formats(**formats)})
    return list(written_otherwise(subject, Profile("A", wording=wording)))


@pytest.mark.parametrize(
    ("example", "text", "right"),
    [
        ("19,90 €", "Vaso Onda €19.90 in bottega.", "19,90\u00a0€"),
        ("19,90 €", "Vaso Onda 19,90€ in bottega.", "19,90\u00a0€"),
        ("€ 19,90", "Vaso Onda 1.299,00 € in bottega.", "€\u00a01.299,00"),
        ("€19.90", "Vaso Onda 24 € in bottega.", "€24"),
        ("19 €", "Vaso Onda 24 euro in bottega.", "24\u00a0€"),
        ("1.299 €", "Barca a vela a 24,000 € in bottega.", "24.000\u00a0€"),
        ("1.299,00 €", "Barca a vela a 24000 € in bottega.", "24.000\u00a0€"),
    ],
)
def test_the_right_form_is_suggested(example, text, right):
    (finding,) = found(text, price=example)
    assert (finding.rule, finding.facts["use"]) == ("TRM005", right)
    assert finding.facts["example"] == example


@pytest.mark.parametrize(
    ("example", "text"),
    [
        ("19,90 €", "Vaso Onda 24 € e ciotola 1.299,50 €."),
        ("19,90 €", "Vaso Onda 24,90\u00a0€ in bottega."),
        ("19,90 €", "Il vaso costa diciannove euro e novanta."),
        ("1.299 €", "Tavolo 1299 € in bottega."),
        ("19,90 €", "Sconto del 20 % sui vasi."),
    ],
)
def test_what_is_written_so_or_does_not_show_it(example, text):
    assert found(text, price=example) == []


def test_percentages():
    (finding,) = found(
        "Sconto del 20 % sulle scarpe.\n\nSconto del 30 % sui sandali.", percent="20%"
    )
    assert (finding.facts["use"], finding.facts["count"]) == ("20%", 2)
    assert len(finding.more_places) == 1
    assert found("Sconto del 20% sulle scarpe.", percent="20%") == []


def test_recognised_text_is_left_alone():
    text = "Vaso Onda €19.90"
    run = TextRun((0, len(text)), (0.1, 0.1, 0.9, 0.2), source="ocr", confidence=0.99)
    assert found(text, runs=(run,), price="19,90 €") == []


@pytest.mark.parametrize("bad", ['price: "19,90"', "price: cheap", 'percent: "20"', "prize: 1 €"])
def test_an_example_that_shows_nothing_is_an_error_of_the_profile(bad, tmp_path):
    file = tmp_path / "_brand.yml"
    text = (
        f"meta: {{name: A}}\ndefaults: {{brandguard: {{wording: {{formats: {{it: {{{bad}}}}}}}}}}}"
    )
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ProfileError):
        load_profile(file, {})


def test_examples_are_read_from_the_profile(tmp_path):
    file = tmp_path / "_brand.yml"
    file.write_text(
        "meta: {name: A}\n"
        'defaults: {brandguard: {wording: {formats: {it: {price: "19,90 €", percent: "20%"}}}}}\n',
        encoding="utf-8",
    )
    assert load_profile(file, {}).wording.formats == {"it": Formats("19,90 €", "20%")}


@given(
    st.integers(0, 9_999_999),
    st.sampled_from(["19,90 €", "€19.90", "€ 1.299,00", "1,299.00 USD", "£9.99"]),
    st.sampled_from(["19,90 €", "€19.90", "€ 1.299,00"]),
)
def test_what_is_suggested_is_written_as_the_example(cents, form, example):
    wanted = read_price(example)
    price = read_price(read_price(form).write(read_price(f"{cents / 100:.2f} €")))
    again = read_price(wanted.write(price))
    assert again.amount == price.amount
    assert wanted.as_written(again)


@given(st.text(max_size=30))
def test_any_text_is_a_price_or_none(text):
    price = read_price(text)
    assert price is None or price.amount >= 0
    assert read_percent(text) is None or "%" in text


def test_profile_show_names_the_examples(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    text = (
        'meta: {name: A}\ndefaults: {brandguard: {wording: {formats: {it: {price: "19,90 €"}}}}}\n'
    )
    (tmp_path / "_brand.yml").write_text(text, encoding="utf-8")
    assert run(["profile", "show", "--color", "never"]) == 0
    assert "Formats: it «19,90 €»" in capsys.readouterr().out
