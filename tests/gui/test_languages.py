"""Somebody works in Italian or Spanish, and changes the language while the window is open."""

import ast
import filecmp
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from brandguard.gui.speech import speak, spoken
from brandguard.settings import asset_path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "packaging"))
from translations import LANGUAGES, release, unfinished, update  # noqa: E402  lies in packaging/

SOURCES = sorted((ROOT / "brandguard" / "gui").rglob("*.py"))


@pytest.fixture(autouse=True)
def english_again(qapp):  # noqa: ARG001  Qt must be there
    yield
    speak(QApplication.instance(), "en")


def tr_calls():
    for file in SOURCES:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                if name in {"tr", "_tr"}:
                    yield file, name, node


def test_what_is_translated_is_a_plain_literal():
    for file, name, call in tr_calls():
        for text in call.args[: 2 if name == "_tr" else 1]:
            where = f"{file.name}:{call.lineno}"
            assert isinstance(text, ast.Constant), where
            assert isinstance(text.value, str), where


def test_plurals_are_counted_by_tr_alone():
    """Qt's tool finds a plural only in tr(text, comment, number)."""
    for file, name, call in tr_calls():
        text = call.args[-1 if name == "_tr" and len(call.args) == 2 else 0]
        if isinstance(text, ast.Constant) and "%n" in str(text.value):
            assert (name, len(call.args)) == ("tr", 3), f"{file.name}:{call.lineno}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_translations_are_current_and_finished(language, tmp_path):
    shipped = asset_path("i18n", f"brandguard_{language}.ts")
    copy = tmp_path / shipped.name
    copy.write_bytes(shipped.read_bytes())
    update(language, tmp_path)
    assert unfinished(copy) == [], "run: make translations"
    assert copy.read_text("utf-8") == shipped.read_text("utf-8"), "run: make translations"
    assert filecmp.cmp(release(copy), shipped.with_suffix(".qm"), shallow=False)


@pytest.mark.parametrize("language", ["it", "es"])
def test_placeholders_are_the_same_in_every_language(language):
    import re
    import xml.etree.ElementTree as ET

    file = asset_path("i18n", f"brandguard_{language}.ts")
    for message in ET.parse(file).getroot().iter("message"):
        source = message.findtext("source")
        translation = message.find("translation")
        forms = [form.text for form in translation.iter("numerusform")] or [translation.text]
        names = set(re.findall(r"\{\w+\}", source))
        for form in forms:
            assert set(re.findall(r"\{\w+\}", form)) == names, source
        assert source.count("&") == forms[0].count("&") or "&" not in source, source


def test_the_window_speaks_italian_at_once_and_keeps_what_is_open(checked, qtbot):
    checked.session.select(2)
    checked.session.select_finding(1)
    shown = checked.session.current.path
    checked.speak("it")
    assert checked.export.text() == "&Esporta…"
    assert checked.menuBar().actions()[0].text() == "&File"
    assert checked.session.current.path == shown
    assert checked.creatives.shown.place_of(shown) == checked.list.currentIndex().row()
    assert checked.panes.isVisible()
    qtbot.waitUntil(lambda: len(checked.findings.cards) == 3)
    checked.session.check_again()
    qtbot.waitUntil(lambda: checked.status.words.text() == "4 controllati")


def test_plurals_follow_the_language(checked):
    for language, one, many in (("es", "1 revisada", "3 revisadas"),
                                ("it", "1 controllato", "3 controllati")):  # fmt: skip
        speak(QApplication.instance(), language)
        said = [checked.session.tr("%Ln checked", "", number) for number in (1, 3)]
        assert said == [one, many]
    assert QLocale().toString(1.5, "f", 1) == "1,5"


def test_changing_it_often_leaves_nothing_behind(checked, qtbot):
    for language in ("it", "es", "en", "it", "en"):
        checked.speak(language)
        QCoreApplication.sendPostedEvents(None, 0)
        qtbot.wait(10)
    checked.session.check_again()
    qtbot.waitUntil(lambda: checked.session.progress.ended == "4 checked")
    checked.session.select(0)
    checked.undo.trigger()
    assert checked.status.words.text() == "4 checked"
    assert len(checked.menuBar().actions()) == 5


def test_the_views_stay_as_they_were(checked):
    checked.views.show_view("report")
    checked.speak("es")
    assert checked.views.shown.name == "report"
    assert checked.report.isVisible()


def test_qts_own_words_are_translated_too(checked):
    speak(QApplication.instance(), "it")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, checked)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "Annulla"


@pytest.mark.parametrize(
    ("wish", "system", "name"),
    [
        ("system", "it_CH", "it_CH"),
        ("system", "fr_FR", "en_GB"),
        ("it", "it_CH", "it_CH"),
        ("it", "en_US", "it_IT"),
        ("en", "en_US", "en_US"),
        ("es", "it_IT", "es_ES"),
    ],
)
def test_a_language_keeps_the_systems_country_where_it_can(wish, system, name):
    assert spoken(wish, QLocale(system)).name() == name


def test_a_picture_that_comes_after_the_change_harms_nothing(checked, qtbot):
    import threading

    go_on = threading.Event()
    loader = checked.preview._loader
    plain = loader._preview

    def slow(*wish):
        go_on.wait(5)
        return plain(*wish)

    loader._preview = slow
    checked.session.select(2)
    checked.speak("it")
    QCoreApplication.sendPostedEvents(None, 0)
    qtbot.wait(20)
    go_on.set()
    qtbot.wait(200)  # an exception in a slot fails the test
    assert checked.preview.canvas.isVisible()


def test_errors_are_told_in_the_windows_language(window, script, creatives, qtbot):
    from brandguard.model.errors import OutputError, ProfileError, ProfileProblem
    from brandguard.model.said import Said

    window.speak("it")
    cure = Said("the disk is full; make room or choose another drive")
    window.tell(OutputError(Said("{file}: could not be written: {cure}", file="a.html", cure=cure)))
    said = (
        "a.html: non si è potuto scrivere: il disco è pieno; fate posto o scegliete un’altra unità"
    )
    assert window.dialogs.box.text() == said
    problem = ProfileProblem(3, "color", Said("must hold keys and values"))
    script.profile_error = ProfileError("/brand/_brand.yml", (problem,))
    window.session.add(creatives)
    qtbot.waitUntil(window.invalid.isVisible)
    assert "Riga 3  ·  color\n      deve contenere chiavi e valori" in (
        window.invalid.list.toPlainText()
    )
