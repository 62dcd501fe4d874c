import math
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from brandguard.measures.ocr import set_text
from brandguard.measures.ocr_engine import Line, Word
from brandguard.measures.ocr_layout import blocks_of

PAGE = (1000.0, 1400.0)


def line(text, x, y, width=None, height=30.0, *, sure=0.99, angle=0.0):
    """A line of text at x, y; `angle` turns it about the page's top left corner (degrees)."""
    width = width or 14.0 * len(text)
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    flat = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
    corners = tuple((px * cos - py * sin, px * sin + py * cos) for px, py in flat)
    words, at = [], 0
    for word in text.split():
        words.append(Word(word, sure, at / len(text), (at + len(word)) / len(text)))
        at += len(word) + 1
    return Line(corners, tuple(words))


def column(texts, x, y, **how):
    return [line(text, x, y + 42 * i, **how) for i, text in enumerate(texts)]


LEFT = ("the first column begins", "and goes on for a few", "lines of plain prose")
RIGHT = ("the second column stands", "beside it and is read", "only after the first one")


def said(lines):
    return set_text(lines, PAGE)[0]


def test_columns_are_read_one_after_the_other():
    lines = [line("A headline over both of them", 80, 40, height=60)]
    for pair in zip(column(LEFT, 80, 200), column(RIGHT, 520, 200), strict=True):
        lines += pair
    lines.append(line("and a line that runs below them all, from edge to edge", 80, 420))
    assert said(lines).split("\n\n") == [
        "A headline over both of them",
        "\n".join(LEFT),
        "\n".join(RIGHT),
        "and a line that runs below them all, from edge to edge",
    ]


def test_columns_of_unequal_length_and_height_stay_columns():
    lines = column(LEFT, 80, 200) + column(RIGHT[:2], 520, 215)
    assert said(lines) == "\n".join(LEFT) + "\n\n" + "\n".join(RIGHT[:2])


def test_a_table_is_read_across():
    dishes, prices = (
        ("Minestrone di verdure", "Risotto allo zafferano", "Torta"),
        ("8 €", "12 €", "5 €"),
    )
    lines = column(dishes, 80, 200) + column(prices, 700, 200)
    assert said(lines) == "Minestrone di verdure 8 €\nRisotto allo zafferano 12 €\nTorta 5 €"


def test_two_things_side_by_side_are_one_line():
    assert said([line("www.aurora.example", 80, 900), line("02 5550 1234", 700, 902)]) == (
        "www.aurora.example 02 5550 1234"
    )


def test_a_turned_page_is_read_like_a_straight_one():
    lines = []
    for pair in zip(column(LEFT, 80, 200, angle=4), column(RIGHT, 520, 200, angle=4), strict=True):
        lines += pair
    assert said(lines) == "\n".join(LEFT) + "\n\n" + "\n".join(RIGHT)


def test_a_line_up_the_edge_is_read_by_itself():
    lines = [*column(LEFT, 80, 200), line("printed in Turin", 300, -900, angle=90)]
    assert said(lines) == "\n".join(LEFT) + "\n\nprinted in Turin"


def test_a_word_cut_at_the_end_of_a_line_is_one_word():
    text, runs = set_text(column(("una grande promo-", "zione per tutti"), 80, 200), PAGE)
    assert text == "una grande promozione\nper tutti"
    assert [text[slice(*run.span)] for run in runs] == [
        "una", "grande", "promo", "zione", "per", "tutti",
    ]  # fmt: skip


def test_a_dash_that_belongs_there_stays():
    assert (
        said(column(("aperto 9-", "18 tutti i giorni"), 80, 200)) == "aperto 9-\n18 tutti i giorni"
    )


def test_what_was_hardly_recognised_is_left_out():
    lines = [
        line("Offerta valida", 80, 100),
        line("lIi|; ,.", 80, 300, sure=0.4),
        line("木目", 500, 300, sure=0.7),
        line("— · —", 80, 500),
    ]
    assert said(lines) == "Offerta valida"


def test_every_word_has_a_place_and_a_certainty():
    text, runs = set_text([line("Aria di casa", 100, 140, width=400, sure=0.87)], PAGE)
    assert [text[slice(*r.span)] for r in runs] == ["Aria", "di", "casa"]
    assert {r.source for r in runs} == {"ocr"}
    assert {r.confidence for r in runs} == {0.87}
    assert runs[0].box[0] == 0.1
    assert runs[-1].box[2] == 0.5
    assert all(a.box[2] <= b.box[0] for a, b in pairwise(runs))


def test_an_empty_page_is_an_empty_text():
    assert set_text([], PAGE) == ("", ())


boxes = st.lists(
    st.tuples(
        st.floats(0, 900), st.floats(0, 1300), st.floats(5, 800), st.floats(5, 120),
        st.floats(-180, 180),
    ),
    max_size=40,
)  # fmt: skip


@given(boxes)
def test_every_line_is_read_exactly_once(drawn):
    lines = [line("some words", x, y, w, h, angle=a) for x, y, w, h, a in drawn]
    read = [i for block in blocks_of(lines) for row in block for i in row]
    assert sorted(read) == list(range(len(lines)))


@given(boxes)
def test_boxes_lie_on_the_page_and_spans_in_the_text(drawn):
    text, runs = set_text([line("ab cd", x, y, w, h, angle=a) for x, y, w, h, a in drawn], PAGE)
    for run in runs:
        assert 0 <= run.box[0] <= run.box[2] <= 1
        assert 0 <= run.box[1] <= run.box[3] <= 1
        assert text[slice(*run.span)] in {"ab", "cd"}
