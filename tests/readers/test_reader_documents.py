"""Office, OpenDocument, IDML, e-mail, tables, subtitles and Rich Text: words, looks, colours."""

import document_files as documents
import pytest
import reader_files as files
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from brandguard.model.colour import delta_e
from brandguard.model.errors import UnreadableCreativeError
from brandguard.readers import Limits, libreoffice, read
from brandguard.readers.ooxml import Theme, colour_in, word_colour
from brandguard.readers.package import parse_xml
from brandguard.readers.table import _kind

A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'


@pytest.fixture(autouse=True)
def _nothing_is_drawn(monkeypatch):
    monkeypatch.setattr(libreoffice, "executable", lambda: None)


def pages(data, path, limits=None):
    return list(read(data, path, limits).pages)


def looks(page):
    """How each stretch of words is set."""
    return {
        page.text[slice(*run.span)]: (run.font, run.size_pt, run.colour, run.weight, run.italic)
        for run in page.runs
    }


def codes(data, path, limits=None):
    return [note.code for note in read(data, path, limits).notes]


def test_word_gives_words_in_reading_order_with_resolved_styles():
    (page,) = pages(documents.word(), "flyer.docx")
    assert page.text == (
        "Acme S.p.A.\nSaldi d’estate\nSolo oggi in negozio\nLana\n39 €\nacme.example"
    )
    found = looks(page)
    assert found["oggi"] == ("Open Sans", 22.0, "#E5002B", 700, False)
    assert found["Saldi d’estate"][:2] == ("Calibri", 14.0)  # the theme's font of headings
    assert found["in negozio"][2] == "#C0504D"  # the theme's second accent
    assert (page.width_mm, page.height_mm) == (148.0, 210.0)
    assert ("#E5002B", "text") in {(fill.hex, fill.kind) for fill in page.fills}


def test_word_leaves_out_what_was_deleted_and_takes_what_a_text_box_says_once():
    from docx.oxml import parse_xml as element

    ns = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    box = "<w:txbxContent><w:p><w:r><w:t>riquadro</w:t></w:r></w:p></w:txbxContent>"
    body = (
        f"<w:p {ns} {mc}><w:del><w:r><w:delText>via</w:delText></w:r></w:del><w:ins><w:r>"
        f"<w:t>nuovo</w:t></w:r></w:ins><w:r><mc:AlternateContent><mc:Choice Requires='wps'>{box}"
        f"</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    data = documents.word(lambda d: d.element.body.insert(0, element(body)))
    assert pages(data, "a.docx")[0].text.split("\n")[1:3] == ["nuovo", "riquadro"]


def test_slides_are_pages_with_places_themes_and_inherited_looks():
    first, second, picture = pages(documents.slides(), "deck.pptx")
    assert first.text == "Rebajas\nHasta el domingo\n−30 %"
    assert (first.width_mm, first.height_mm) == (254.0, 190.5)
    assert looks(first)["−30 %"] == ("Open Sans", 40.0, "#0A3CC8", 400, True)
    assert looks(first)["Rebajas"][:2] == ("Calibri", 44.0)
    places = {first.text[slice(*run.span)]: run.box for run in first.runs}
    assert places["−30 %"] == pytest.approx((0.1, 0.0, 0.6, 0.1), abs=1e-3)
    filled = {fill.hex: fill.box for fill in first.fills if fill.kind == "fill"}
    assert filled["#D99694"] == pytest.approx((0.1, 0.0, 0.6, 0.1), abs=1e-3)
    assert (second.text, second.pixels) == ("", None)
    assert (picture.width_px, picture.height_px) == (400, 300)


def test_a_shape_in_a_group_stands_where_the_group_puts_it():
    first = pages(documents.grouped_slide(), "deck.pptx")[0]
    places = {first.text[slice(*run.span)]: run.box for run in first.runs}
    assert places["gruppo"] == pytest.approx((0.0, 0.0, 0.2, 2 / 15), abs=1e-3)


def test_hidden_slides_are_not_shown():
    def hide(deck, _):
        deck.slides[1]._element.set("show", "0")

    assert len(pages(documents.slides(hide), "deck.pptx")) == 1


@pytest.mark.parametrize(
    ("inner", "wanted"),
    [
        ('<a:srgbClr val="E5002B"/>', "#E5002B"),
        ('<a:schemeClr val="tx1"/>', "#102030"),
        ('<a:schemeClr val="accent1"><a:lumMod val="50000"/></a:schemeClr>', "#800000"),
        ('<a:srgbClr val="000000"><a:lumOff val="50000"/></a:srgbClr>', "#808080"),
        ('<a:srgbClr val="FFFFFF"><a:shade val="0"/></a:srgbClr>', "#000000"),
        ('<a:srgbClr val="FF0000"><a:tint val="100000"/></a:srgbClr>', "#FF0000"),
        ('<a:srgbClr val="FF0000"><a:alpha val="0"/></a:srgbClr>', None),
        ('<a:sysClr val="windowText" lastClr="0A0A0A"/>', "#0A0A0A"),
        ('<a:prstClr val="dkRed"/>', "#8B0000"),
        ('<a:srgbClr val="rubbish"/>', None),
    ],
)
def test_colours_of_a_theme_and_their_adjustments(inner, wanted):
    theme = Theme({"dk1": "#102030", "accent1": "#FF0000"})
    node = parse_xml(f"<a:solidFill {A}>{inner}</a:solidFill>".encode(), "pptx")
    assert colour_in(node, theme) == wanted


def test_words_own_way_of_making_theme_colours_lighter_and_darker():
    theme = Theme({"accent1": "#804040"})
    assert word_colour("123456", "accent1", None, None, theme) == "#804040"
    assert word_colour("auto", None, None, None, theme) is None
    lighter = word_colour("", "accent1", "80", None, theme)
    darker = word_colour("", "accent1", None, "80", theme)
    assert lighter == "#CA9595"  # lightness 0.376 → 0.687, hue and saturation as they were
    assert darker == "#402020"


def test_open_document_text_with_parents_and_parts_of_sizes():
    (page,) = pages(documents.open_text(), "lettera.odt")
    assert page.text == "Saldi d’estate\nSolo oggi in negozio"
    assert looks(page)["Saldi d’estate"] == ("Open Sans", 24.0, "#E5002B", 700, False)
    assert looks(page)["oggi"] == ("Open Sans", 12.0, "#0A3CC8", 400, True)
    assert (page.width_mm, page.height_mm) == (210.0, 297.0)


def test_open_document_slides_have_places_and_grounds():
    (page,) = pages(documents.open_slides(), "deck.odp")
    assert page.text == "Rebajas"
    assert looks(page)["Rebajas"][:3] == ("Open Sans", 30.0, "#FFFFFF")
    across, down = 70 / page.width_mm, 105 / page.height_mm
    assert page.runs[0].box == pytest.approx((across, 0, 3 * across, down), abs=2e-3)
    assert [f.box for f in page.fills if f.hex == "#E5002B"] == [page.runs[0].box]


def test_only_pictures_that_fill_a_good_part_of_the_page_become_pages():
    assert len(pages(documents.open_picture(), "a.odt")) == 2
    assert len(pages(documents.open_picture(size=("3cm", "2cm")), "a.odt")) == 1


def test_indesign_exchange_gives_inks_as_they_were_mixed():
    creative = read(documents.indesign(), "a.idml")
    (page,) = creative.pages
    assert page.text == "Saldi d’estate\nSolo oggi\nin negozio"  # stories in the map's order
    assert looks(page)["Saldi d’estate"][:2] == ("Open Sans", 36.0)
    assert looks(page)["Saldi d’estate"][3:] == (600, True)
    builds = {(fill.cmyk, fill.spot, fill.kind) for fill in page.fills}
    assert ((0.0, 1.0, 0.9, 0.0), None, "text") in builds
    assert ((0.0, 0.5, 0.45, 0.0), None, "fill") in builds
    assert (None, "PANTONE 186 C", "fill") in builds
    assert "#010203" not in {fill.hex for fill in page.fills}  # in the palette, not on the page
    spot = next(fill.hex for fill in page.fills if fill.spot)
    assert delta_e(spot, "#D53B37") < 2  # Lab 50 60 40 under D50
    assert (page.width_mm, page.height_mm) == (148.0, 210.0)
    assert "SYS018" in {note.code for note in creative.notes}


def test_an_e_mail_gives_subject_words_and_inline_pictures():
    data = documents.email(documents.MAIL_BODY, [documents.LARGE_PICTURE])
    creative = read(data, "mail.eml")
    text, picture = creative.pages
    assert text.text == "Saldi d’estate\nSolo oggi"
    assert looks(text)["Solo oggi"][:3] == ("Inter", 15.0, "#E5002B")
    assert picture.width_px == 400
    notes = {note.code: note.facts for note in creative.notes}
    assert notes["SYS018"]["first"] == "https://cdn.example/x.png"


def test_an_e_mail_in_plain_text_and_one_with_an_attachment():
    assert pages(documents.email(), "mail.eml")[0].text.strip() == "Saldi d’estate\nSolo testo"
    attached = documents.email(documents.MAIL_BODY, attached=b"%PDF-1.4 never looked at")
    creative = read(attached, "mail.eml")
    assert {"part": "attachments"} in [note.facts for note in creative.notes]
    assert len(list(creative.pages)) == 1


def test_icons_in_an_e_mail_are_no_pages():
    icon = files.encode(files.picture(32, 32), "PNG")
    assert len(pages(documents.email(documents.MAIL_BODY, [icon]), "mail.eml")) == 1


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_table_of_posts_is_a_page_a_row(delimiter):
    rows = "\r\n".join(delimiter.join(f'"{c}"' for c in row) for row in documents.POSTS)
    first, second = pages(rows.encode(), "piano.csv")
    assert first.text == "Saldi d’estate\nVieni in negozio: −30 %\nScopri"
    assert second.text == "Ultimi giorni\nSolo fino a domenica"


def test_a_workbook_of_posts_and_the_values_that_formulas_had():
    rows = [["Piano 2026"], *documents.POSTS, ["", "", "=1+1", "Ultimo post", "", ""]]
    texts = [page.text for page in pages(documents.workbook(rows, [["x"]]), "piano.xlsx")]
    assert texts[-1] == "Ultimo post"
    assert len(texts) == 3


def test_a_table_that_is_no_list_of_posts_is_one_page_and_says_so():
    creative = read(b"Marca;Prezzo\nLana;39,90\nCotone;12\n", "prezzi.csv")
    (page,) = creative.pages
    assert page.text == "Marca Prezzo\nLana\nCotone"
    assert [note.facts for note in creative.notes] == [{"part": "no_posts"}]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Texto del anuncio", "copy"), ("Caption (IT)", "copy"), ("Título", "copy"),
        ("Testo immagine", "copy"), ("Post date", "other"), ("Canale", "other"),
        ("Imagen", "other"),
        ("Data pubblicazione", "other"), ("URL", "other"), ("Xyz", None), ("", None),
    ],
)  # fmt: skip
def test_names_of_columns_in_three_languages(name, kind):
    assert _kind(name) == kind


def test_more_posts_than_are_read_are_counted():
    data = ("text\n" + "\n".join(f"post numero {i} ciao" for i in range(30))).encode()
    creative = read(data, "a.csv", Limits(max_pages=10))
    assert (creative.page_count, len(list(creative.pages))) == (30, 10)
    assert creative.notes[0].facts == {"what": "rows", "pages": 30, "read": 10}


def test_subtitles_lose_their_timings_and_keep_their_sentences():
    (page,) = pages(documents.SUBTITLES.encode(), "spot.srt")
    assert page.text == "Solo oggi tutto al 30% in meno.\n- Perché no?"
    (page,) = pages(documents.WEB_SUBTITLES.encode(), "spot.vtt")
    assert page.text == "Ciao & benvenuti"
    assert refusal(b"niente tempi qui", "spot.vtt").facts["cause"] == "not_this_format"


def test_rich_text_keeps_fonts_sizes_and_colours():
    (page,) = pages(documents.RICH_TEXT, "a.rtf")
    assert page.text == "Saldi d’estate\nSolo perché sì oggi"
    assert looks(page)["Saldi d’estate"] == ("Open Sans", 24.0, "#E5002B", 700, False)
    assert looks(page)["perché"] == ("Georgia", 12.0, "#0A3CC8", 400, True)
    assert looks(page)["oggi"] == ("Open Sans", 12.0, None, 400, False)


def refusal(data, path):
    with pytest.raises(UnreadableCreativeError) as caught:
        list(read(data, path).pages)
    return caught.value.note


@pytest.mark.parametrize("suffix", sorted(documents.every_document()))
def test_spans_and_boxes_lie_within(suffix):
    for page in pages(documents.every_document()[suffix], f"a{suffix}"):
        for run in page.runs:
            assert page.text[slice(*run.span)].strip() == page.text[slice(*run.span)] != ""
            assert run.box is None or all(0 <= edge <= 1 for edge in run.box)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1))
def test_whatever_a_cell_says_is_text(words):
    pages_, note = files.outcome(f'text\n"{words.replace(chr(34), "")}"'.encode(), "a.csv")
    assert pages_ or note.code == "SYS003"


@pytest.mark.parametrize("suffix", sorted(documents.every_document()))
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_documents_with_some_bytes_changed_are_read_or_refused(suffix, data):
    whole = bytearray(documents.every_document()[suffix])
    for _ in range(data.draw(st.integers(1, 6))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    pages_, note = files.outcome(bytes(whole), f"a{suffix}", Limits(keep_pixels=10_000))
    assert pages_ or note.code.startswith("SYS")
