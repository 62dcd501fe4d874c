"""Somebody changes how the window looks and works; the command line goes by the same file."""

import tomllib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from brandguard.gui import theme, upkeep
from brandguard.interchange.settingstext import setting, with_setting
from brandguard.model.errors import OutputError, UsageError


@pytest.fixture
def page(window, qtbot):
    window.settings.trigger()
    made = window.settings_page
    qtbot.waitUntil(lambda: made.stored.text() != "")
    return made


def test_the_settings_show_what_holds(window, page, script):
    assert page.isVisible()
    assert page.ocr.isChecked()
    assert page.workers.text() == "Half of the processor"
    assert page.memory.value() == 1024
    assert page.stored.text() == "4.2 MB"
    assert "English: en_core_web_sm 3.8.0, MIT" in page.models.text()
    assert "Italian: missing" in page.models.text()
    assert script.saved == []
    assert window.settings.shortcut().toString() == "Ctrl+,"


def test_no_view_is_marked_while_the_settings_lie_over_it(window, page):
    marked = window.views.actions_by_name["creatives"]
    assert not marked.isChecked()
    page.left.emit()
    assert marked.isChecked()


def test_a_change_is_saved_at_once(page, script, qtbot):
    page.ocr.setChecked(False)
    page.workers.setValue(3)
    page.history.setChecked(False)
    qtbot.waitUntil(lambda: len(script.saved) == 3)
    assert set(script.saved) == {("no-ocr", True), ("jobs", 3), ("no-history", True)}


def test_the_language_of_reports_is_saved_for_the_command_line_too(page, script, qtbot):
    page.report_language.setFocus()
    QTest.keyClick(page.report_language, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: script.saved == [("lang", "it")])


def test_what_cannot_be_saved_is_told(window, page, script, qtbot):
    script.settings_error = OutputError("settings.toml: could not be written: the disk is full")
    page.ocr.setChecked(False)
    qtbot.waitUntil(lambda: bool(window.dialogs.told))
    assert "disk is full" in str(window.dialogs.told[0])


def test_the_store_is_emptied(window, page, qtbot):
    qtbot.mouseClick(page.clear, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.stored.text() == "empty")
    assert "measures everything anew" in window.toast.text()


def test_the_store_is_not_emptied_under_a_run(window, page, script, creatives, qtbot):
    script.hold_after = 1
    window.session.add(creatives)
    qtbot.waitUntil(lambda: window.session.progress.done == 1)
    assert page.isVisible()  # a run does not lead away from the settings
    assert not page.clear.isEnabled()


def test_esc_and_done_lead_back(window, page):
    QTest.keyClick(page.language, Qt.Key.Key_Escape)
    assert window.welcome.isVisible()
    window.settings.trigger()
    page.done.click()
    assert window.welcome.isVisible()


def test_the_scheme_is_worn_at_once_and_remembered(page, memory):
    app = QApplication.instance()
    try:
        for scheme, dark in (("dark", True), ("light", False), ("dark", True)):
            page.scheme.setCurrentIndex(page.scheme.findData(scheme))
            page.scheme.activated.emit(page.scheme.currentIndex())
            assert theme.is_dark(app.palette()) is dark
            assert memory.scheme == scheme
    finally:
        theme.wear(app, "system")
    assert app.palette().color(app.palette().ColorRole.Window) == QColor("#efefef")


def test_icons_are_drawn_in_the_schemes_colour(window, page, qtbot):
    def inks():
        buttons = [window.tools.widgetForAction(act) for act in (window.add_files, window.again)]
        images = [button.icon().pixmap(20).toImage() for button in buttons]
        return {
            image.pixelColor(x, y).lightness() > 128
            for image in images
            for x in range(20)
            for y in range(20)
            if image.pixelColor(x, y).alpha() == 255
        }

    app = QApplication.instance()
    try:
        for scheme, light in (("dark", True), ("light", False), ("dark", True)):
            page.scheme_wished.emit(scheme)
            qtbot.waitUntil(lambda wanted=light: inks() == {wanted})
    finally:
        theme.wear(app, "system")


def test_the_language_is_changed_at_once_and_remembered(window, page, memory, qtbot):
    page.language.setCurrentIndex(page.language.findData("es"))
    page.language.activated.emit(page.language.currentIndex())
    qtbot.waitUntil(lambda: window.settings.text() == "A&justes")
    assert window.settings_page.isVisible()
    assert memory.language == "es"
    window.speak("en")


# The file


def test_what_is_set_for_the_command_goes_before_what_is_set_for_all():
    settings = {"jobs": 2, "check": {"jobs": 4}}
    assert setting(settings, "check", "jobs") == 4
    assert setting({"max_memory": 512}, "check", "max-memory") == 512
    assert setting({}, "check", "jobs") is None


def test_a_change_keeps_comments_and_everything_else():
    text = "# ours\njobs = 2  # two cores\n\n[check]\nfail-on = 'warn'\n"
    made = with_setting(text, "check", "jobs", 3)
    assert made == "# ours\njobs = 3\n\n[check]\nfail-on = 'warn'\n"
    assert with_setting(made, "check", "lang", "it").startswith('# ours\njobs = 3\n\nlang = "it"')
    assert "jobs" not in with_setting(made, "check", "jobs", None)


def test_what_the_command_has_of_its_own_is_changed_there():
    made = with_setting("jobs = 2\n[check]\njobs = 4\n", "check", "jobs", 8)
    assert tomllib.loads(made) == {"jobs": 2, "check": {"jobs": 8}}


@pytest.mark.parametrize(
    "text", ["jobs = [\n 1,\n]\n", "x = 1\njobs", 'text = """\njobs = 2\n"""\n']
)
def test_what_cannot_be_changed_safely_is_left_alone(text):
    with pytest.raises(UsageError):
        with_setting(text, "check", "jobs", 3)


NAMES = st.sampled_from(["lang", "jobs", "max-memory", "no-ocr", "history"])
VALUES = st.one_of(st.booleans(), st.integers(0, 10**6), st.text(max_size=30), st.none())


@given(st.dictionaries(NAMES, st.integers(0, 9)), NAMES, VALUES)
def test_any_value_comes_back_as_it_went_in(before, name, value):
    text = "".join(f"{key} = {number}\n" for key, number in before.items())
    try:
        made = tomllib.loads(with_setting(text, "check", name, value))
    except UsageError:
        return  # a letter that TOML does not take: nothing is changed
    assert setting(made, "check", name) == value
    assert {k: v for k, v in made.items() if k != name} == {
        k: v for k, v in before.items() if k != name
    }


def test_the_real_doors_write_the_file_that_the_command_line_reads(tmp_path, monkeypatch):
    from brandguard import settings

    file = tmp_path / "config" / "settings.toml"
    monkeypatch.setattr(settings, "settings_file", lambda: file)
    doors = upkeep.own_upkeep()
    assert doors.load() == upkeep.Shared()
    doors.save("no-ocr", True)  # noqa: FBT003  a setting's value
    doors.save("max-memory", 2048)
    doors.save("lang", "es")
    assert doors.load() == replace(upkeep.Shared(), ocr=False, max_memory_mb=2048, language="es")
    assert tomllib.loads(file.read_text()) == {"no-ocr": True, "max-memory": 2048, "lang": "es"}


def test_the_store_is_measured_and_emptied_through_the_doors(tmp_path, monkeypatch):
    from brandguard import settings

    file = tmp_path / "measurements.sqlite3"
    file.write_bytes(b"x" * 1000)
    monkeypatch.setattr(settings, "cache_file", lambda: file)
    doors = upkeep.own_upkeep()
    assert doors.stored() == 1000
    doors.clear()
    assert doors.stored() == 0


def test_models_are_listed_with_their_licence():
    models = {model.language: model for model in upkeep.own_upkeep().models()}
    assert set(models) == {"en", "it", "es"}
    assert all(model.licence for model in models.values())
