import pytest
from hypothesis import given
from hypothesis import strategies as st

from brandguard.language.blocks import blocks, sentences
from brandguard.language.cleaning import clean


def texts(page):
    return [block.text.strip() for block in blocks(clean(page))]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("SALDI\nFino al 50%\nVieni a trovarci", ["SALDI", "Fino al 50%", "Vieni a trovarci"]),
        ("Scopri la nuova\ncollezione", ["Scopri la nuova collezione"]),
        ("Scopri il\nMenù", ["Scopri il Menù"]),
        ("Prima riga.\nSeconda riga.", ["Prima riga.", "Seconda riga."]),
        ("- pane\n- latte", ["- pane", "- latte"]),
        ("La presen-\ntazione", ["La presentazione"]),
        ("uno\n\n\ndue", ["uno", "due"]),
        ("pane\nlatte\nvino", ["pane", "latte", "vino"]),
    ],
)
def test_a_line_ends_a_block_unless_it_plainly_goes_on(page, expected):
    assert texts(page) == expected


def test_prose_wrapped_at_a_margin_is_joined():
    page = (
        "Da quarant'anni coltiviamo gli ulivi delle colline di\n"
        "Spoleto con la cura di sempre e la passione di chi ama\n"
        "Il proprio lavoro."
    )
    assert len(texts(page)) == 1


def test_the_hyphen_of_a_cut_word_leaves_positions_right():
    page = "La presen-\ntazione finale"
    (block,) = blocks(clean(page))
    start = block.text.index("finale")
    assert page[slice(*block.span(start, start + 6))] == "finale"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Vieni! Ti aspettiamo.", 2),
        ("Costa 3.50 euro. Poco.", 2),
        ("Il dott. Rossi riceve in via S. Maria.", 1),
        ("¿Buscas piso? ¡Ven!", 2),
        ("Oggi... domani", 1),
        ("Ciao 😀", 1),
        ("", 0),
    ],
)
def test_sentences_end_where_a_stop_and_a_capital_meet(text, count):
    assert len(sentences(text)) == count


@given(st.text(max_size=300))
def test_sentences_lie_in_order_within_the_text(text):
    found = sentences(text)
    ends = [0]
    for start, end in found:
        assert ends[-1] <= start < end <= len(text)
        assert text[start:end].strip() == text[start:end]
        ends.append(end)
