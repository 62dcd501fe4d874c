"""Somebody would rather look than read, and takes the picture along."""

import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer, QByteArray, QRect
from PySide6.QtGui import QFont, QGuiApplication, QImage, QPainter, QPalette
from PySide6.QtWidgets import QMenu, QWidget

from brandguard.gui import theme
from brandguard.gui.app import make_app
from brandguard.gui.backend import LearnedVoice
from brandguard.gui.barcharts import AgreementChart, AgreementRow, Band, PaletteChart, Piece
from brandguard.gui.chartfile import ChartSaver, image, png, size_of, svg
from brandguard.gui.charts import ink_of
from brandguard.gui.chartview import ChartBox
from brandguard.gui.heatchart import HeatChart, HeatRow
from brandguard.gui.trendchart import TrendChart
from brandguard.gui.voicechart import Point, TraitRow, VoiceChart, VoiceWords
from brandguard.gui.voicedata import Series, voice_chart
from brandguard.model.features import Measured, VoiceTraits
from brandguard.model.profile import Profile
from brandguard.model.trend import TrendPoint

WORDS = VoiceWords("brand’s range", "outside the brand’s range", "Band: the brand’s range.")
ROWS = (
    TraitRow("Words per sentence", (9.0, 15.0), (Point(21.0, 18.0, 24.0), None), (10.0, 12.5)),
    TraitRow("Letters per word", None, (Point(4.5, 4.2, 4.9), Point(5.0, 4.8, 5.1))),
)
CHARTS = {
    "agreement": AgreementChart(
        "How far they agree",
        (
            AgreementRow("Colour", 74.3),
            AgreementRow("Message", 9.4, note="−90.6 contradictions"),
            AgreementRow("Logo", None, "no logo was looked for"),
        ),
    ),
    "palette": PaletteChart(
        "Colours",
        (
            Band("Offline", (Piece("#1F3A5F", 0.7), Piece("#F2B441", 0.3))),
            Band("Brand", (Piece("#F2B441", 1.0, "Sun & Moon"),), shares=False),
        ),
    ),
    "voice": VoiceChart("Voice (Italian)", ("Offline", "Online <b>"), ROWS, WORDS),
    "heat": HeatChart(
        "Matrix", ("Colour", "All"), (HeatRow("a.png", (12.0, None)), HeatRow("b", (99.0, 80.0)))
    ),
    "trend": TrendChart(
        "Over time",
        (
            TrendPoint("2026-11-01T09:30:00+00:00", 3, 50.0, None, profile_sha256="a"),
            TrendPoint("2026-11-02T09:30:00+00:00", 3, None, 44.0, profile_sha256="b"),
            TrendPoint("", 3, 70.0, 66.0, profile_sha256="b"),
        ),
        "now",
    ),
}
PALETTES = {"light": QPalette, "dark": theme.dark_palette}


@pytest.fixture(autouse=True)
def app(qapp):  # noqa: ARG001  Qt must be there
    make_app()


def ink(scheme="light"):
    return ink_of(PALETTES[scheme]())


@pytest.mark.parametrize("scheme", PALETTES)
@pytest.mark.parametrize("name", CHARTS)
def test_every_chart_becomes_an_svg_that_can_be_read(name, scheme):
    chart = CHARTS[name]
    root = ET.fromstring(svg(chart, QFont(), ink(scheme)))
    size = size_of(chart, QFont())
    assert root.get("viewBox") == f"0 0 {size.width()} {size.height()}"
    tags = {element.tag.rsplit("}", 1)[-1]: element.text for element in root.iter()}
    assert tags["title"] == chart.name
    assert tags["desc"] == chart.description
    texts = " ".join(root.itertext())
    assert texts.count(" ") > 3  # words stay words


@pytest.mark.parametrize("scheme", PALETTES)
@pytest.mark.parametrize("name", CHARTS)
def test_every_chart_becomes_a_png_of_twice_its_size(name, scheme):
    chart = CHARTS[name]
    made = QImage.fromData(png(chart, QFont(), ink(scheme)), "PNG")
    assert made.size() == size_of(chart, QFont()) * 2
    assert made.pixelColor(2, 2) == ink(scheme).ground
    colours = {
        made.pixel(x, y) for x in range(0, made.width(), 7) for y in range(0, made.height(), 7)
    }
    assert len(colours) > 3


@pytest.mark.parametrize("width", [240.0, 320.0, 900.0])
@pytest.mark.parametrize("name", CHARTS)
def test_nothing_is_drawn_outside_its_place(name, width):
    chart, margin = CHARTS[name], 40
    tall = int(chart.height(width, QFont()))
    made = QImage(int(width) + 2 * margin, tall + 2 * margin, QImage.Format.Format_RGB32)
    made.fill(0xFFFFFF)
    painter = QPainter(made)
    painter.translate(margin, margin)
    chart.paint(painter, width, QFont(), ink())
    painter.end()
    inner = QRect(margin - 2, margin - 2, int(width) + 5, tall + 5)
    marks = [
        (x, y)
        for x in range(made.width())
        for y in range(made.height())
        if not inner.contains(x, y) and made.pixel(x, y) != 0xFFFFFFFF
    ]
    assert marks == []


def test_charts_say_their_figures():
    said = {name: chart.description for name, chart in CHARTS.items()}
    assert said["agreement"] == (
        "Colour 74.3; Message 9.4 (−90.6 contradictions); Logo not compared: no logo was looked for"
    )
    assert said["palette"] == "Offline: #1F3A5F 70%, #F2B441 30%; Brand: Sun & Moon #F2B441"
    assert said["heat"] == "a.png: Colour 12, All –; b: Colour 99, All 80"
    assert said["voice"].startswith(
        "Words per sentence, Offline 21.0 (18.0–24.0, outside the brand’s range),"
        " brand’s range 9.0–15.0"
    )
    assert said["trend"].endswith("now, Score 70.0, Agreement 66.0")


def test_a_trait_is_outside_only_with_its_whole_interval():
    row = TraitRow("x", (9.0, 15.0), ())
    assert row.is_outside(Point(16.0, 15.1, 17.0))
    assert row.is_outside(Point(8.0, 7.0, 8.9))
    assert not row.is_outside(Point(16.0, 14.9, 17.0))
    assert not TraitRow("x", None, ()).is_outside(Point(99.0, 98.0, 100.0))


finite = st.floats(-1e6, 1e6, allow_nan=False)


@given(st.lists(st.tuples(finite, finite), min_size=1, max_size=5), finite, finite)
def test_any_figures_can_be_drawn(brands, value, low):
    rows = tuple(
        TraitRow("t", (min(b), max(b)), (Point(value, min(low, value), max(low, value)),))
        for b in brands
    )
    chart = VoiceChart("Voice", ("one",), rows, WORDS)
    assert not image(chart, QFont(), ink(), 300.0).isNull()


def voice(language, words, **traits):
    measured = {name: Measured(v, v - 1, v + 1) for name, v in traits.items()}
    return VoiceTraits(language, words, 4, "informal", {}, 0, 0, measured)


def test_a_voice_chart_takes_the_language_that_all_speak():
    one = Series("A", (voice("it", 50, rarity=2.0), voice("en", 900, rarity=9.0)))
    other = Series("B", (voice("it", 70, rarity=3.0),))
    chart = voice_chart("Voice", (one, other), None, {}, WORDS)
    assert chart.name == "Voice (Italian)"
    assert [point.value for point in chart.rows[0].points] == [2.0, 3.0]


def test_a_side_has_the_mean_by_words_and_the_span_of_its_texts():
    side = Series("Offline", (voice("it", 100, rarity=2.0), voice("it", 300, rarity=4.0)))
    chart = voice_chart("Voice", (side,), None, {}, WORDS)
    assert chart.rows[0].points == (Point(3.5, 2.0, 4.0),)


def test_the_profiles_range_goes_before_the_learned_one_and_examples_are_dots():
    learned = {"it": LearnedVoice({"rarity": (0.0, 9.0), "hedges": (1.0, 2.0)}, ({"rarity": 2.5},))}
    profile = Profile("Luma", voice_ranges={"it": {"rarity": (1.0, 3.0)}})
    one = Series("A", (voice("it", 50, rarity=5.0, hedges=1.5),))
    rarity, hedges = voice_chart("Voice", (one,), profile, learned, WORDS).rows
    assert (rarity.brand, rarity.examples) == ((1.0, 3.0), (2.5,))
    assert (hedges.brand, hedges.examples) == ((1.0, 2.0), ())


def test_texts_without_traits_make_no_chart():
    short = VoiceTraits("it", 9, 1, "none", {}, 0, 0, {"rarity": None})
    assert voice_chart("Voice", (Series("A", (short,)),), None, {}, WORDS) is None


@pytest.fixture
def box(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    saver = ChartSaver(parent)
    made = ChartBox(saver, parent)
    made.saver = saver
    made.show_chart(CHARTS["agreement"])
    return made


@pytest.mark.parametrize("kind", ["svg", "png"])
def test_a_chart_is_saved_from_its_menu(box, qtbot, tmp_path, kind):
    proposed = []
    target = tmp_path / f"chart.{kind}"
    box.saver.ask = lambda _, name: (proposed.append(name), str(target))[1]
    menu = QMenu()
    box.view.fill_menu(menu)
    action = next(a for a in menu.actions() if kind.upper() in a.text())
    with qtbot.waitSignal(box.saver.said) as said:
        action.trigger()
    assert said.args == [f"Saved: chart.{kind}"]
    assert proposed == [f"how-far-they-agree.{kind}"]
    data = target.read_bytes()
    assert data.startswith(b"\x89PNG" if kind == "png" else b"<?xml")


def test_a_name_without_an_ending_gets_one(box, qtbot, tmp_path):
    box.saver.ask = lambda *_: str(tmp_path / "chart")
    with qtbot.waitSignal(box.saver.said):
        box.view.save("svg")
    assert [f.name for f in tmp_path.iterdir()] == ["chart.svg"]


def test_where_it_cannot_be_written_it_says_so(box, qtbot, tmp_path):
    box.saver.ask = lambda *_: str(tmp_path / "no" / "chart.svg")
    with qtbot.waitSignal(box.saver.failed) as failed:
        box.view.save("svg")
    assert "the folder does not exist" in str(failed.args[0])


def test_thinking_better_of_it_writes_nothing(box, tmp_path):
    box.saver.ask = lambda *_: ""
    box.view.save("svg")
    assert list(tmp_path.iterdir()) == []


def test_a_chart_goes_to_the_clipboard_as_picture_or_words(box):
    menu = QMenu()
    box.view.fill_menu(menu)
    picture, words = (a for a in menu.actions() if a.text().startswith("Copy"))
    picture.trigger()
    assert not QGuiApplication.clipboard().image().isNull()
    words.trigger()
    assert "Colour 74.3" in QGuiApplication.clipboard().text()


def test_a_chart_tells_screen_readers_what_it_shows(box):
    assert box.view.accessibleName() == "How far they agree"
    assert "Colour 74.3" in box.view.accessibleDescription()
    assert box.more.accessibleName() == "Save or copy: How far they agree"


def test_a_chart_with_nothing_to_show_is_not_there(box):
    one = TrendPoint("2026-11-01T09:30:00+00:00", 3, 50.0)
    box.show_chart(TrendChart("Over time", (one,), "now"))
    assert box.isHidden()
    box.show_chart(None)
    assert box.isHidden()


def test_png_keeps_the_words_beside_the_picture():
    data = QByteArray(png(CHARTS["palette"], QFont(), ink()))
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    made = QImage()
    made.load(buffer, "PNG")
    assert made.text("Description").startswith("Offline: ")
