"""MSG and LNK001 on real text: what one creative says against itself and against the profile."""

import pytest

from brandguard.checks import message
from brandguard.judging import judge
from brandguard.measures.facts import measure_facts
from brandguard.model.creative import Note, TextRun
from brandguard.model.features import Coverage, Features, PageFeatures
from brandguard.model.profile import MessageRules, Profile
from brandguard.model.report import Subject

BRAND = Profile(
    "A",
    message=MessageRules(
        claims={"it": "Il buono del pane, ogni giorno."},
        facts={"phone": ("+39 02 5550 1234",), "url": ("acme.example",), "code": ("PANE10",)},
    ),
)


def subject(text, runs=()):
    page = PageFeatures(1, 0, 0, text=text, runs=runs)
    rows = (Coverage("message", measured=True),)
    features = Features(
        "00", "text", 1, (page,), 1, facts=measure_facts([(1, text)]), coverage=rows
    )
    return Subject("spring/online/a.txt", features, channel="online", language="it")


def found(text, profile=BRAND):
    given = subject(text)
    return [
        (f.rule, f.severity, f.facts.get("found"))
        for rule in message.RULES
        for f in rule.check(given, profile)
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Festa venerdì 12 giugno 2026", []),
        ("Festa sabato 12 giugno 2026", ["sabato 12 giugno 2026"]),
        ("Festa sabato 12 giugno", []),
        ("Party on Saturday, June 13, 2026", []),
        ("Fiesta el viernes 13 de junio de 2026", ["viernes 13 de junio de 2026"]),
        ("Thursday 9th April – Monday 12th April 2026",
         ["Thursday 9th April – Monday 12th April 2026"]),
    ],
)  # fmt: skip
def test_a_weekday_must_be_the_dates_own(text, wanted):
    assert [found for rule, _, found in found(text) if rule == "MSG001"] == wanted


def test_two_discounts_on_the_same_thing_contradict_each_other():
    assert ("MSG002", "warn", "30%") in found(
        "Scarpe: sconto del 30%.\nSolo oggi: -20% sulle scarpe."
    )


@pytest.mark.parametrize(
    "text",
    [
        "Scarpe -30%, borse -20%.",
        "T-shirt 19 €, felpe 39 €, cappellini 12 €",
        "Intero 12 €, ridotto 8 €.",
        "Scarpe 30% di sconto fino al 31/8.\nScarpe 30% di sconto!",
        "Corso base 90 €. Corso avanzato 120 €.",
    ],
)
def test_a_list_of_things_does_not(text):
    assert "MSG002" not in [rule for rule, *_ in found(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("IL BUONO DEL PANE,\nOGNI GIORNO", []),
        ("Il buono del pane, tutti i giorni.", [("warn", "Il buono del pane, tutti i giorni")]),
        ("Focaccia appena sfornata.", [("note", None)]),
        ("", []),
    ],
)
def test_the_claim_is_the_claim(text, wanted):
    assert [(s, f) for rule, s, f in found(text) if rule == "MSG003"] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Chiamaci allo 02 55501234", []),
        ("Chiamaci allo 02 5550 1243", ["MSG004"]),
        ("Usa il codice PANE10 su shop.acme.example/promo", []),
        ("Usa il codice PANE15", ["MSG004"]),
        ("Ordina su acme-shop.example", ["LNK001"]),
        ("Seguici su instagram.com/acme e www.acme.example", []),
    ],
)
def test_numbers_codes_and_hosts_are_the_brands_own(text, wanted):
    assert [rule for rule, *_ in found(text) if rule != "MSG003"] == wanted


def test_a_finding_points_at_the_box_of_its_words():
    text = "Festa sabato 12 giugno 2026"
    runs = (TextRun((0, len(text)), (0.1, 0.2, 0.3, 0.4), source="ocr"),)
    (finding,) = message.weekday_and_date(subject(text, runs), BRAND)
    assert (finding.place.box, finding.place.source, finding.place.span) == (
        (0.1, 0.2, 0.3, 0.4), "ocr", (6, 27),
    )  # fmt: skip


def dimension(report):
    return next(d for d in report.dimensions if d.dimension == "message")


def test_the_message_is_judged_where_the_profile_speaks_of_it():
    report = judge(subject("Ordina su acme-shop.example"), BRAND, None)
    assert (dimension(report).verdict, report.verdict) == ("warn", "warn")
    assert dimension(report).score < 100


def test_where_it_does_not_its_rules_are_notes():
    report = judge(subject("Festa sabato 12 giugno 2026"), Profile("A"), None)
    assert [(f.rule, f.severity) for f in report.findings if f.rule == "MSG001"] == [
        ("MSG001", "note")
    ]
    assert dimension(report).reason == Note("why.not_in_profile", {"what": "message"})
    assert report.verdict == "not_evaluable"


def test_a_report_carries_the_facts_and_the_claim():
    kinds = [
        f.kind for f in judge(subject("Il buono del pane, ogni giorno. 3 €"), BRAND, None).facts
    ]
    assert kinds == ["price", "claim"]
