"""Characters, as findings count them, against what Qt counts in. And which places a page has."""

from fakes import FINDINGS, TEXT, judged, page
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from brandguard.gui.places import marks, spots
from brandguard.gui.spans import Offsets, editor_text

TEXTS = st.text(
    st.sampled_from("ab \n\r\t\u2029\u2028\u000b\u000c\x00\ufdd0\ufdd1é🌞🜁"), max_size=40
)


@given(TEXTS, st.data())
def test_a_span_selects_the_same_characters_in_the_editor(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    document = QTextDocument()
    document.setPlainText(editor_text(text))
    offsets = Offsets(text)
    cursor = QTextCursor(document)
    cursor.setPosition(offsets.to_qt(start))
    cursor.setPosition(offsets.to_qt(end), QTextCursor.MoveMode.KeepAnchor)
    shown = cursor.selectedText().replace("\u2029", "\n")
    assert (
        shown == editor_text(text)[start:end].replace("\u2029", "\n")
        or "\r\n" in text[max(start - 1, 0) : end + 1]
    )


@given(TEXTS)
def test_going_there_and_back_leads_to_the_same_character(text):
    offsets = Offsets(text)
    assert [offsets.from_qt(offsets.to_qt(i)) for i in range(len(text))] == list(range(len(text)))


@given(TEXTS)
def test_the_editor_gets_as_many_characters_as_the_text_has(text):
    assert len(editor_text(text)) == len(text)


def test_an_offset_outside_the_text_is_its_nearest_end():
    assert Offsets("ab").to_qt(99) == 2
    assert Offsets("ab").to_qt(-1) == 0


def test_words_lie_where_their_line_is_set():
    report = judged("x")
    assert [(s.index, s.box) for s in spots(report, page(1))] == [
        (0, (0.0, 0.0, 0.5, 1.0)),
        (1, (0.5, 0.6, 0.9, 0.9)),
    ]


def test_a_page_has_only_its_own_marks():
    start = TEXT.index("cheap")
    assert [(m.index, m.span) for m in marks(judged("x"), page(1))] == [(1, (start, start + 5))]
    assert [m.index for m in marks(judged("x"), page(2))] == [2]
    assert len(FINDINGS) == 3
