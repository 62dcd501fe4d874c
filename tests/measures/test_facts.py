"""What a text states: kinds, values written in one way, places, and what is no fact."""

# ruff: noqa: E501  a case is a line

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brandguard.measures.facts import MAX_FACTS, measure_facts
from brandguard.measures.facts.contacts import url_value
from brandguard.measures.facts.money import amount


def values(text, kind=None, **more):
    return [f.value for f in measure_facts([(1, text)], **more) if kind in {None, f.kind}]


@pytest.mark.parametrize(
    ("text", "kind", "wanted"),
    [
        ("Vaso Onda a 19,90 €", "price", "EUR 19.90"),
        ("The Onda vase is €19.90", "price", "EUR 19.90"),
        ("El jarrón por 19.90 euros", "price", "EUR 19.90"),
        ("Camera a novecentonovantanove euro a notte", "price", "EUR 999.00"),
        ("Por mil doscientos noventa y nueve euros", "price", "EUR 1299.00"),
        ("Tea for twenty-nine pounds ninety-five", "price", "GBP 29.95"),
        ("Cucina completa da 2.990 €", "price", "EUR 2990.00"),
        ("A new boiler for £1,995 fitted", "price", "GBP 1995.00"),
        ("Biglietti da € 19,90 a € 39,90", "price", "EUR 19.90–39.90"),
        ("Sconto del 20 % sulle scarpe", "discount", "-20 %"),
        ("−20 % sulle scarpe", "discount", "-20 %"),
        ("un venti per cento in meno", "discount", "-20 %"),
        ("Un 20 % menos en toda la colección", "discount", "-20 %"),
        ("every sofa half price this weekend", "discount", "-50 %"),
        ("Ahorra 15 € en tu compra", "discount", "-EUR 15.00"),
        ("2x1 en gafas", "offer", "2x1"),
        ("prendi tre modelli, ne paghi due", "offer", "3x2"),
        ("two for one on mains", "offer", "2x1"),
        ("Segunda unidad al 50 %", "offer", "2nd -50 %"),
        ("Spedizione gratuita per ordini oltre i 39 €", "offer", "free delivery over EUR 39.00"),
        ("Saldi fino al 30/6", "date", "--06-30"),
        ("Rebajas hasta el 30 de junio", "date", "--06-30"),
        ("Sale until June 30th, 2026", "date", "2026-06-30"),
        ("dal 1° al 30 giugno 2026", "date", "2026-06-01/2026-06-30"),
        ("Del uno al quince de agosto", "date", "--08-01/--08-15"),
        ("from 4 March to 31 May", "date", "--03-04/--05-31"),
        ("lunedì–venerdì 9–13 e 15–19", "hours", "Mo-Fr 09:00-13:00,15:00-19:00"),
        ("Mon–Fri 8am to 5:30pm", "hours", "Mo-Fr 08:00-17:30"),
        ("L-V 9:00-14:00", "hours", "Mo-Fr 09:00-14:00"),
        ("Lunes cerrado", "hours", "Mo closed"),
        ("Concerto alle 21", "hours", "21:00"),
        ("Tel. 02 5550 1234", "phone", "+390255501234"),
        ("chiama lo zero cinque uno, cinque cinque cinque, zero uno due tre", "phone", "+390515550123"),
        ("Llámanos al 963 555 014", "phone", "+34963555014"),
        ("Call 020 7946 0123", "phone", "+442079460123"),
        ("Scopri di più su www.Acme.example/Promo/?utm_source=x", "url", "acme.example/promo"),
        ("Visita tazamora punto it barra primavera", "url", "tazamora.it/primavera"),
        ("Scrivi a Info@Acme.example.", "email", "info@acme.example"),
        ("Seguici: @Acme_Casa", "handle", "@acme_casa"),
        ("Con #EstateABellaria", "hashtag", "#estateabellaria"),
        ("Usa il codice BIRRA10", "code", "BIRRA10"),
        ("Código: verano25", "code", "VERANO25"),
        ("v.le Europa 10, Brescia", "postal_address", "viale europa 10"),
        ("C/ Mayor, 14, Alcalá", "postal_address", "calle mayor 14"),
        ("12 Station Rd, Lewes", "postal_address", "road station 12"),
    ],
)  # fmt: skip
def test_the_same_fact_has_the_same_value_however_it_is_written(text, kind, wanted):
    assert values(text, kind) == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "Camicie 100 % cotone, dal 1985.",
        "40 anni di esperienza, 5 stelle, 4,9/5 su 1.200 recensioni",
        "4K, 24 megapixel, f/2.8, 160x190 cm, formato 4x3",
        "Vino 13,5 % vol., bottiglia da 75 cl",
        "P.IVA 01234567890, ISBN 978-88-04-12345-6",
        "Cotone 95%, elastan 5%. Taglie dalla 38 alla 50.",
        "1 persona su 3, 9/10 dentisti, 24/7 support",
        "24 h de presupuesto, 98 % de aprobados, 21 % IVA",
        "£1.2m raised by 10,000 people",
        "Vinci 5000 €! mille euro di premi",
        "Sei bellissima. La prima volta non si scorda mai. Once upon a time.",
        "Corso di ceramica, 4 lezioni",
    ],
)
def test_what_is_no_offer_is_no_fact(text):
    assert [f for f in measure_facts([(1, text)]) if f.kind != "hours"] == []


def test_a_fact_knows_its_place_and_what_it_is_about():
    text = "T-shirt 19 €, felpe 39 €.\nDal primo giugno: venti per cento in meno."
    shirt, jumper, day, off = measure_facts([(7, text)])
    assert [text[slice(*f.span)] for f in (shirt, day, off)] == [
        "19 €",
        "primo giugno",
        "venti per cento",
    ]
    assert (shirt.about, jumper.about) == (("t-shirt",), ("felpa",))
    assert (shirt.page, day.role, off.raw) == (7, "from", "venti per cento")


def test_a_price_that_was_is_told_from_the_one_that_is():
    old, new = measure_facts([(1, "Linen shirts, was £60, now £45")])
    assert (old.role, new.role, new.about) == ("old", "", ("linen", "shirt"))


def test_numbers_without_a_country_are_read_in_the_profiles():
    text = "Tel. 912 345 678"
    assert values(text, "phone", region="ES") == ["+34912345678"]
    assert values(text, "phone", region="PT") == ["+351912345678"]


def test_american_dates_have_the_month_first():
    assert values("Sale ends 6/5. Mugs $9", "date") == ["--06-05"]
    assert values("Sale ends 6/5. Mugs £9", "date") == ["--05-06"]


def test_a_dateline_is_no_date_of_the_message():
    assert values("Albisola, 1 marzo 2027\nSaldi fino al 5 marzo", "date") == ["--03-05"]


@pytest.mark.parametrize(
    "text",
    ["9" * 50_000, "1." * 50_000, "a@" * 50_000, "(1 " * 50_000, "www." * 30_000, "lun-" * 40_000,
     "venti " * 30_000, "€" * 100_000, "via A " * 30_000, "codice " * 20_000, "20% 3x2 9-13 " * 15_000,
     "x" * 5_000_000],
    ids=lambda text: f"{text[:8]} {len(text)}",
)  # fmt: skip
def test_hostile_text_is_read_in_bounded_time(text):
    started = time.process_time()
    assert len(measure_facts([(1, text)])) <= MAX_FACTS
    assert time.process_time() - started < 30


@given(st.text(max_size=200))
@settings(max_examples=60, deadline=None)
def test_any_text_is_read_and_every_span_lies_in_it(text):
    for fact in measure_facts([(1, text)]):
        start, end = fact.span
        assert 0 <= start < end <= len(text)


@given(st.integers(0, 999_999), st.integers(0, 99))
def test_amounts_are_read_in_both_notations(whole, cents):
    assert amount(f"{whole},{cents:02d}") == amount(f"{whole}.{cents:02d}") == whole + cents / 100
    grouped = f"{whole:,}.{cents:02d}"
    assert (
        amount(grouped)
        == amount(grouped.translate(str.maketrans(",.", ".,")))
        == whole + cents / 100
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.acme.it/", "acme.it"),
        ("ACME.it/Promo/?utm_source=a&fbclid=b", "http://acme.it/promo"),
        ("acme.it/index.html", "www.acme.it"),
    ],
)
def test_links_that_lead_to_the_same_place_have_one_value(one, other):
    assert url_value(one) == url_value(other)


@pytest.mark.parametrize(
    "text",
    [
        "Die Anwendung ist frei verfügbar. Preis: 19,90 €. Mehr finden Sie unter www.beispiel.de.",
        "Nos chaussures sont à 19,90 € jusqu'au 30 juin. Écrivez à info@exemple.example.",
        "Os nossos sapatos custam 19,90 € até 30 de junho. Ligue para o 210 555 0142.",
    ],
)
def test_a_text_in_another_language_gives_what_can_be_read(text):
    found = measure_facts([(1, text)])
    assert "EUR 19.90" in {fact.value for fact in found}
