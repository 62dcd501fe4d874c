"""Headlines and calls to action: what is said first, and what the reader is asked to do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brandguard.measures.lead import LONGEST, lead_of
from brandguard.measures.voice import measure_voice
from brandguard.model.creative import TextRun
from brandguard.model.features import PageFeatures


def page(*lines, number=1):
    """A page of lines, each with its size in points, or None."""
    text, runs, at = "", [], 0
    for line, size in lines:
        text += line + "\n"
        if size:
            runs.append(TextRun((at, at + len(line)), size_pt=size))
        at = len(text)
    return PageFeatures(number, 100, 100, text=text, runs=tuple(runs))


def lead(*pages, language="it"):
    voices = measure_voice([(p.number, p.text) for p in pages], (language,))
    return lead_of(pages, voices)


def test_the_largest_line_is_the_headline_wherever_it_stands():
    found = lead(
        page(("Forno Aurora, via Roma 3", 9), ("Il pane di una volta", 48), ("a Lucca", 12))
    )
    assert found.headline == "Il pane di una volta"
    assert found.span == (25, 45)


def test_a_headline_may_take_two_lines():
    found = lead(page(("Il pane", 48), ("di una volta", 48), ("Vieni a trovarci.", 12)))
    assert found.headline == "Il pane di una volta"
    assert [call.text for call in found.calls] == ["Vieni a trovarci."]


def test_a_figure_is_no_headline():
    assert lead(page(("-30 %", 90), ("Saldi di primavera", 30))).headline == "Saldi di primavera"


def test_recognised_lines_are_compared_by_their_height():
    text = "Forno Aurora\nIl pane di una volta"
    runs = (
        TextRun((0, 12), (0.1, 0.1, 0.5, 0.13), source="ocr"),
        TextRun((13, 33), (0.1, 0.3, 0.9, 0.4), source="ocr"),
    )
    found = lead_of([PageFeatures(1, 100, 100, text=text, runs=runs)], ())
    assert found.headline == "Il pane di una volta"


@pytest.mark.parametrize(
    ("language", "text", "headline", "calls"),
    [
        ("it", "Il pane di una volta\nOgni giorno dalle sei.\nScopri di più!",
         "Il pane di una volta", ["Scopri di più!"]),
        ("it", "Gentile cliente, il forno riapre.\nCi chiami allo 02 5550 1234.",
         "Gentile cliente, il forno riapre.", ["Ci chiami allo 02 5550 1234."]),
        ("es", "El pan de siempre\nCada día desde las seis.\nReserva tu mesa ahora.",
         "El pan de siempre", ["Reserva tu mesa ahora."]),
        ("en", "Bread as it was\nEvery day from six. Book your table now!", "Bread as it was",
         ["Book your table now!"]),
        ("en", "Bread as it was. Every day from six until the last loaf is gone.",
         "Bread as it was.", []),
    ],
)  # fmt: skip
def test_text_without_sizes_begins_with_its_headline(language, text, headline, calls):
    found = lead(page((text, None)), language=language)
    assert found.headline == headline
    assert [call.text for call in found.calls] == calls


def test_a_call_is_where_it_says():
    one = page(("Il pane di una volta", 30), ("Prenota il tuo tavolo oggi.", 12))
    (call,) = lead(one).calls
    assert one.text[slice(*call.span)] == call.text


@pytest.mark.parametrize(
    "line",
    [
        "Prenota", "Iscrizioni qui", "Maggiori informazioni", "Info e prenotazioni →", "Biglietti",
        "Reserva ya", "¡Reserva ya!", "Más información", "Ver ofertas", "Inscripciones", "Entradas",
        "Book now", "Learn more »", "Shop the sale", "Tickets", "More info here",
    ],
)  # fmt: skip
def test_a_button_calls_without_a_sentence(line):
    one = page(("Il pane di una volta", 30), (line, 12), ("Ogni giorno dalle sei.", 12))
    for found in (lead(one), lead(one, language="es"), lead_of([one], ())):
        assert [call.text for call in found.calls] == [line]
        (call,) = found.calls
        assert one.text[slice(*call.span)] == line


@pytest.mark.parametrize(
    "line",
    [
        "Via Roma 3, Lucca", "Lun-sab 7-19", "Forno Aurora", "Bookbinders of Leeds", "Comprensorio",
        "Le prenotazioni chiudono venerdì alle ore diciotto", "La reserva natural está aquí cerca",
        "Tickets:", "Pane, focaccia, dolci",
    ],
)  # fmt: skip
def test_other_short_lines_do_not_call(line):
    one = page(("Il pane di una volta", 30), (line, 12))
    assert lead_of([one], ()).calls == ()


def test_a_headline_is_no_button_and_a_command_is_one_call():
    assert lead(page(("Prenota", 40), ("Il pane di una volta", 12))).calls == ()
    found = lead(page(("Il pane di una volta", 30), ("Prenota subito il tuo pane", 12)))
    assert [call.text for call in found.calls] == ["Prenota subito il tuo pane"]


def test_without_text_there_is_none():
    assert lead(page(("30 %", 40))) is None


@given(st.text(max_size=400))
def test_any_text_has_a_short_headline_within_it_or_none(text):
    found = lead_of([PageFeatures(1, 1, 1, text=text)], ())
    if found is not None:
        assert found.headline
        assert len(found.headline) <= LONGEST + 1
        assert 0 <= found.span[0] < found.span[1] <= len(text)


@pytest.mark.parametrize("label", ["COMUNICATO STAMPA", "(Rumore di moka che sale.)", "[Musica]"])
def test_what_a_document_is_and_what_is_heard_is_no_headline(label):
    assert lead(page((label, None), ("Il pane di una volta", None))).headline == (
        "Il pane di una volta"
    )


def test_a_call_that_runs_over_two_lines_is_whole():
    found = lead(page(("Il pane", 40), ("Vieni a trovarci", 12), ("nella nostra bottega.", 12)))
    assert [call.text for call in found.calls] == ["Vieni a trovarci nella nostra bottega."]


def test_a_line_of_contacts_is_no_call():
    assert lead(page(("Il pane", 40), ("Contatti: 019 555", 12))).calls == ()
