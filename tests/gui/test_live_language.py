"""Somebody changes the language while the window is open: nothing keeps the old one's words."""

from collections import Counter
from dataclasses import replace

import pytest
from fakes import PROFILE, Script, backend
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QTabBar,
    QTableWidget,
    QWidget,
)
from test_edit_profile import measured

from brandguard.gui import theme
from brandguard.gui.editor.fields import number_of, short
from brandguard.gui.learning import Lesson
from brandguard.gui.mainwindow import MainWindow
from brandguard.gui.session import Session
from brandguard.gui.speech import speak
from brandguard.gui.task import end_all
from brandguard.learning.learn import learn

WORDS = (
    "text", "title", "windowTitle", "placeholderText", "toolTip", "accessibleName", "iconText",
    "accessibleDescription", "specialValueText", "suffix", "toPlainText",
)  # fmt: skip
VIEWS = ("creatives", "campaign", "report", "profile")


def words_of(widget):
    """Give every text of one widget or action, by what it is."""
    for name in WORDS:
        give = getattr(widget, name, None)
        said = give() if callable(give) else None
        if isinstance(said, str) and said:
            yield name, said
    if isinstance(widget, (QComboBox, QTabBar)):
        give = widget.itemText if isinstance(widget, QComboBox) else widget.tabText
        yield from (("item", give(at)) for at in range(widget.count()))
    if isinstance(widget, QListWidget):
        yield from (("item", widget.item(at).text()) for at in range(widget.count()))
    if isinstance(widget, QTableWidget):
        heads = (widget.horizontalHeaderItem(at) for at in range(widget.columnCount()))
        yield from (("head", head.text()) for head in heads if head is not None)


def said(window):
    """Give all that a window says, shown or not, with what says it."""
    parts = [window, *window.findChildren(QWidget), *window.findChildren(QAction)]
    return {(type(part).__name__, name, text) for part in parts for name, text in words_of(part)}


def at_rest(window, qtbot):
    """Give what is seen once it changes no more: threads bring what they have when they have it."""
    before, same = None, 0
    while same < 4:
        qtbot.wait(40)
        shown = [part for part in window.findChildren(QWidget) if part.isVisible()]
        now = Counter(text for part in shown for _, text in words_of(part))
        same = same + 1 if not window.editing.busy and now == before else 0
        before = now
    return before


def seen(window, qtbot):
    """Turn to every view and give what is seen there, most often first."""
    found = Counter()
    for view in VIEWS:
        window.views.show_view(view)
        found += Counter({(view, text): n for text, n in at_rest(window, qtbot).items()})
    window.show_settings()
    qtbot.waitUntil(lambda: window.settings_page.stored.text() != "")
    window.settings_page.left.emit()
    window.views.show_view("creatives")
    window.creatives.fill_menu()
    QCoreApplication.sendPostedEvents(None, 0)
    return found


def work(window, creatives, qtbot):
    """Check, take one out and choose a finding: what a window is like in the middle of a day."""
    window.session.add(creatives)
    qtbot.waitUntil(lambda: window.session.progress.ended != "")
    window.session.remove(creatives[2])
    window.session.select(0)
    window.session.select_finding(1)
    qtbot.waitUntil(lambda: len(window.findings.cards) == 3)


@pytest.fixture
def brand(tmp_path):
    file = tmp_path / "_brand.yml"
    file.write_text("meta: {name: Luma}\ncolor: {palette: {sun: '#F2B441'}}\n", encoding="utf-8")
    return replace(PROFILE, path=str(file))


@pytest.fixture
def fresh(memory, brand, creatives, qtbot):
    """Makes windows that speak one language from the start."""
    made = []

    def make(language):
        speak(QApplication.instance(), language)
        session = Session(backend(Script(profile=brand)))
        window = MainWindow(session, memory)
        qtbot.addWidget(window)
        window.resize(1200, 800)
        window.show()
        made.append(session)
        work(window, creatives, qtbot)
        return window

    yield make
    for session in made:
        session.close()
        session.wait()
    end_all()
    speak(QApplication.instance(), "en")


def test_after_a_switch_every_word_is_as_if_started_so(fresh, qtbot):
    window = fresh("en")
    seen(window, qtbot)
    for language in ("it", "es", "en"):
        window.speak(language)
        in_sight, all_of_it = seen(window, qtbot), said(window)
        other = fresh(language)
        assert sorted((in_sight - (wanted := seen(other, qtbot))).items()) == [], language
        assert sorted((wanted - in_sight).items()) == [], language
        assert sorted(all_of_it - said(other)) == [], language
        other.close()


def test_numbers_are_written_as_the_new_language_does(fresh, qtbot):
    window = fresh("en")
    window.speak("it")
    qtbot.wait(10)
    assert window.profile_view.learn.rate.text() == "5,0 %"


def test_a_search_stays_in_its_field(fresh, qtbot):
    window = fresh("en")
    window.creatives.search.setText("banner")
    qtbot.waitUntil(lambda: window.creatives.shown.view.search == "banner")
    window.speak("it")
    assert window.creatives.search.text() == "banner"


def test_the_filter_has_its_icon_in_every_scheme(fresh, qtbot):
    app = QApplication.instance()
    window = fresh("en")
    theme.wear(app, "dark")
    qtbot.wait(80)
    window.speak("it")
    theme.wear(app, "light")
    qtbot.wait(80)
    pixels = window.creatives.filter.icon().pixmap(16, 16).toImage()
    inks = {
        pixels.pixelColor(x, y).lightness()
        for x in range(pixels.width())
        for y in range(pixels.height())
        if pixels.pixelColor(x, y).alpha() > 200
    }
    assert max(inks) < 100


def test_what_can_be_undone_is_named_anew(fresh):
    window = fresh("en")
    window.speak("it")
    assert window.undo.text() == "Annulla togliere post.txt"


def test_what_was_chosen_and_learned_stays(fresh, qtbot):
    window = fresh("en")
    window.views.show_view("profile")
    qtbot.waitUntil(lambda: window.editing.text is not None)
    window.profile_view.editor.list.setCurrentRow(4)
    page = window.profile_view.learn
    window.profile_view.setCurrentWidget(page)
    page.add(["/approved"])
    page.name.setText("Luma due")
    page.rate.setValue(2.5)
    taught = learn([(f"{n}.png", measured(n)) for n in range(3)], 0.025)
    page.teacher.learned.emit(Lesson(taught, (), 0.025, 3))
    window.speak("it")
    page = window.profile_view.learn
    assert page.isVisible()
    assert (page.paths, page.name.text(), page.rate.value()) == (["/approved"], "Luma due", 2.5)
    assert page.steps.currentIndex() == 1
    said = [label.text() for label in page.view.findChildren(QLabel)]
    assert "Che cosa è stato imparato" in said
    assert page.accept.isEnabled()
    assert window.profile_view.editor.list.currentRow() == 4


def test_numbers_of_the_profile_are_shown_and_read_as_the_language_writes_them(fresh):
    window = fresh("en")
    assert short(0.05) == "0.05"
    window.speak("it")
    assert short(0.05) == "0,05"
    assert number_of("0,05") == number_of("0.05") == 0.05
    weights = next(s for s in window.profile_view.editor.sections if type(s).__name__ == "Weights")
    shown = [line.placeholderText() for line in weights.findChildren(QLineEdit)]
    assert "0,15" in shown
