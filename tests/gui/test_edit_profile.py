"""Somebody edits the brand's profile and watches what that changes. Figures with -s."""

import errno
import time
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from brandguard.checks import BY_CODE
from brandguard.gui.backend import real
from brandguard.gui.editor.colours import Colours
from brandguard.gui.editor.doors import ChangedOnDiskError, read, write
from brandguard.gui.editor.drafts import Draft, Drafts
from brandguard.gui.editor.effect import Standing, effect
from brandguard.gui.editor.eyedropper import sampled
from brandguard.gui.editor.message import MessageSection
from brandguard.gui.editor.rangebar import RangeBar
from brandguard.gui.editor.rules import SETTABLE, RulesSection
from brandguard.gui.editor.thresholds import Thresholds
from brandguard.gui.editor.voice import Voice
from brandguard.gui.editor.weights import Weights
from brandguard.gui.editor.wording import WordingSection
from brandguard.interchange.brandyml import load_profile
from brandguard.model.errors import OutputError
from brandguard.model.features import (
    Features,
    Measured,
    PageFeatures,
    Swatch,
    VoiceTraits,
)

TEXT = """\
# Luma's own rules.
meta: {name: Luma, x-other: kept}
color:
  palette:
    sun: "#F2B441"   # the yellow
    paper: "#FAF7F0"
defaults:
  brandguard:
    languages: [it]
    colour: {palette: {sun: {core: true}}}
    wording: {banned: [cheap]}
    rules: {COL001: warn, TRM001: fail}
"""
NAVY = "#1F3A5F"


def measured(number=0, other=NAVY, gulpease=60.0):
    swatches = (Swatch("#F2B441", 0.4), Swatch(other, 0.3), Swatch("#FAF7F0", 0.3))
    text = "Scopri la luce. Un prezzo cheap!" if number % 2 else "Scopri la luce."
    traits = {"gulpease": Measured(gulpease, gulpease - 5, gulpease + 5)}
    counts = {"informal": 1, "plural": 0, "formal": 0}
    voice = VoiceTraits("it", 40, 3, "informal", counts, 1, 0, traits)
    page = PageFeatures(1, 800, 600, palette=swatches, text=text)
    return Features(f"{number:064d}", "png", 1, (page,), 1, voices=(voice,))


@pytest.fixture
def profile_file(tmp_path):
    file = tmp_path / "brand" / "_brand.yml"
    file.parent.mkdir()
    file.write_text(TEXT, encoding="utf-8")
    return file


@pytest.fixture
def editor(window, script, profile_file, qtbot):
    """The profile's page, with eight creatives open that the real checks judge."""
    return opened(window, script, profile_file, qtbot, [measured(n) for n in range(8)])


def opened(window, script, profile_file, qtbot, features):
    session, judge = window.session, real().judge
    script.load_profile = lambda path: load_profile(path, BY_CODE)
    session.backend = replace(session.backend, judge=judge, load_profile=script.load_profile)
    session.open_profile(profile_file)
    qtbot.waitUntil(lambda: session.profile is not None)
    judged = judge(session.profile)
    for number, each in enumerate(features):
        session._put(judged(f"creative-{number}.png", each), each)
    session._flush()
    session.rows.arrange()
    session._roots = ["creatives"]
    session.phase_changed.emit()
    window.views.show_view("profile")
    page = window.profile_view.editor
    qtbot.waitUntil(lambda: page.editing.text is not None and not page.editing.busy)
    page.turn_to(Colours)
    qtbot.waitUntil(lambda: bool(page.effect.effect and page.effect.effect.verdicts))
    return page


def settle(page, qtbot):
    session = page.editing.session
    qtbot.waitUntil(lambda: session._judged_by is session.profile and not session._rejudge.running)
    qtbot.wait(20)


def type_cell(table, row, column, words, qtbot, *, enter=True):
    table.setCurrentCell(row, column)
    table.editItem(table.item(row, column))
    line = next(e for e in table.findChildren(QLineEdit) if e.isVisible())
    line.selectAll()
    QTest.keyClicks(line, words)
    if enter:
        QTest.keyClick(line, Qt.Key.Key_Return)
        qtbot.wait(50)  # the view commits when it comes to it
    else:
        qtbot.wait(400)
    return line


def test_an_edit_judges_what_is_open_and_shows_what_turned(editor, qtbot):
    assert all(e.report.verdict != "pass" for e in editor.editing.session.rows.entries())
    editor.colours.add_colour("navy", NAVY)
    settle(editor, qtbot)
    found = editor.effect.effect
    assert set(found.clean) == {f"creative-{n}.png" for n in (0, 2, 4, 6)}
    assert found.flagged == ()
    assert ("COL001", 8, 0) in found.rules
    assert editor.effect.clean.count() == 4
    assert "Newly clean (4)" in editor.effect._clean_title.text()


def test_a_saved_version_that_cannot_judge_is_said(editor, qtbot):
    baseline = editor.effect.baseline

    def broken():
        raise OutputError("logo.svg: gone")

    baseline.rejudge.start(broken, editor.editing.session.rows.entries())
    qtbot.waitUntil(lambda: baseline.error is not None)
    assert "could not be found out: logo.svg: gone" in editor.effect.summary.text()
    editor.colours.add_colour("navy", NAVY)
    settle(editor, qtbot)
    assert "could not be found out" in editor.effect.summary.text()


def test_a_click_on_a_creative_that_turned_goes_there(editor, qtbot):
    editor.colours.add_colour("navy", NAVY)
    settle(editor, qtbot)
    editor.effect.clean.itemActivated.emit(editor.effect.clean.item(2))
    assert editor.editing.session.current.path == "creative-4.png"


def test_everything_can_be_undone_and_done_again(editor, qtbot):
    session = editor.editing.session
    editor.colours.add_colour("navy", NAVY)
    editor.colours.table.setCurrentCell(0, 0)
    editor.colours._remove()
    settle(editor, qtbot)
    assert [c.name for c in session.profile.colours] == ["paper", "navy"]
    session.deeds.undo()
    session.deeds.undo()
    settle(editor, qtbot)
    assert [c.name for c in session.profile.colours] == ["sun", "paper"]
    assert not editor.editing.dirty
    assert editor.effect.effect.clean == ()
    session.deeds.redo()
    settle(editor, qtbot)
    assert "navy" in [c.name for c in session.profile.colours]


def test_a_hex_is_judged_as_it_is_typed_and_the_last_valid_profile_stays(editor, qtbot):
    before = editor.editing.session.profile
    line = type_cell(editor.colours.table, 0, 1, "#F2B44", qtbot, enter=False)
    qtbot.waitUntil(lambda: bool(editor.editing.problems))
    assert "is no colour: write #RRGGBB" in editor.colours.problem.text()
    assert editor.problems.isVisible()
    assert "color.palette.sun" in editor.problems.item(0).text()
    assert editor.list.item(1).text().endswith("■")
    assert editor.editing.session.profile is before
    QTest.keyClicks(line, "2")
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not editor.editing.problems)
    assert editor.editing.session.profile.colours[0].hex == "#F2B442"
    assert not editor.problems.isVisible()


def test_letters_typed_in_one_cell_are_undone_in_one_go(editor, qtbot):
    for words in ("#0000FE", "#0000FF"):
        type_cell(editor.colours.table, 0, 1, words, qtbot)
    assert editor.editing.session.profile.colours[0].hex == "#0000FF"
    editor.editing.session.deeds.undo()
    assert editor.editing.session.profile.colours[0].hex == "#F2B441"


def test_cells_set_name_role_tolerance_share_core_and_forbidden(editor):
    table, editing = editor.colours.table, editor.editing
    for column, value in enumerate(("sole", None, "primary", "3,5", "10–40", False)):
        if value is not None:
            table.typed.emit(0, column, value)
    sun = editing.profile.colours[0]
    assert (sun.name, sun.tolerance, sun.share, sun.core) == ("sole", 3.5, (0.1, 0.4), False)
    assert editing.value("color", "primary") == "sole"
    forbid = Qt.CheckState
    table.item(1, 6).setCheckState(forbid.Checked)
    assert [c.name for c in editing.profile.forbidden_colours] == ["paper"]
    assert [c.name for c in editing.profile.colours] == ["sole"]
    table.item(1, 6).setCheckState(forbid.Unchecked)
    assert [c.name for c in editing.profile.colours] == ["sole", "paper"]
    table.typed.emit(0, 4, "40–10")
    assert "lower limit" in editor.colours.problem.text()


def test_colours_move_and_can_be_copied_in_every_form(editor):
    editor.colours.table.setCurrentCell(0, 0)
    assert editor.colours.copies() == ("#F2B441", "rgb(242 180 65)", "oklch(80.81% 0.1450 79.06)")
    assert "nearest is paper" in editor.colours.near.text()
    editor.colours._move(1)
    assert [c.name for c in editor.editing.profile.colours] == ["paper", "sun"]
    editor.colours._copy(editor.colours.copies()[0])
    assert QGuiApplication.clipboard().text() == "#F2B441"


def test_colours_are_imported(editor, tmp_path, qtbot):
    file = tmp_path / "luma.css"
    file.write_text(":root { --sea: #2A8580; --sun: #F2B840 }", encoding="utf-8")
    editor.colours.import_file(file)
    qtbot.waitUntil(lambda: len(editor.editing.profile.colours) == 3)
    assert {c.name: c.hex for c in editor.editing.profile.colours} == {
        "sun": "#F2B840", "paper": "#FAF7F0", "sea": "#2A8580",
    }  # fmt: skip
    assert editor.editing.profile.colours[0].core


def test_a_file_of_colours_that_is_none_is_told(editor, tmp_path, window, qtbot):
    file = tmp_path / "bad.ase"
    file.write_bytes(b"ASEF")
    editor.colours.import_file(file)
    qtbot.waitUntil(lambda: bool(window.dialogs.told))
    assert "bad.ase" in str(window.dialogs.told[0])
    assert not editor.editing.dirty


def test_the_eyedropper_takes_what_lies_under_the_cross(editor):
    image = QImage(40, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("#2A8580"))
    page = editor.eyedropper.page
    page.resize(400, 200)
    page.show_image(image)
    assert page.code == sampled(image, QPointF(0.5, 0.5)) == "#2A8580"
    assert "nearest" in editor.eyedropper._words.text()
    QTest.keyClick(page, Qt.Key.Key_Right)
    QTest.keyClick(page, Qt.Key.Key_Return)
    assert editor.editing.profile.colours[-1].hex == "#2A8580"


def test_saving_keeps_comments_order_and_other_tools_keys(editor, profile_file, window, qtbot):
    editor.colours.add_colour("navy", NAVY)
    assert window.windowTitle().startswith("● ")
    editor.save.trigger()
    qtbot.waitUntil(lambda: not editor.editing.dirty)
    text = profile_file.read_text(encoding="utf-8")
    assert text == TEXT.replace('"#FAF7F0"\n', '"#FAF7F0"\n    navy: "#1F3A5F"\n')
    assert not window.windowTitle().startswith("● ")
    settle(editor, qtbot)
    assert editor.effect.effect.clean == ()


def test_a_file_that_somebody_else_changed_is_asked_about(editor, profile_file, qtbot):
    answers = []
    editor.asking.conflict = lambda path: answers.append(path) or ""
    editor.colours.add_colour("navy", NAVY)
    profile_file.write_text(TEXT.replace("Luma,", "Lumen,"), encoding="utf-8")
    editor.save.trigger()
    qtbot.waitUntil(lambda: answers == [profile_file])
    assert "Lumen" in profile_file.read_text(encoding="utf-8")
    assert editor.editing.dirty
    editor.asking.conflict = lambda _: "overwrite"
    editor.save.trigger()
    qtbot.waitUntil(lambda: not editor.editing.dirty)
    assert "navy" in profile_file.read_text(encoding="utf-8")


def test_read_anew_takes_what_somebody_else_wrote(editor, profile_file, qtbot):
    editor.asking.conflict = lambda _: "reload"
    editor.colours.add_colour("navy", NAVY)
    profile_file.write_text(TEXT.replace("Luma,", "Lumen,"), encoding="utf-8")
    editor.save.trigger()
    qtbot.waitUntil(lambda: editor.editing.profile.name == "Lumen")
    assert len(editor.editing.profile.colours) == 2
    assert "navy" in editor.editing.found.text


def test_a_full_disk_is_told_and_the_old_file_is_intact(editor, profile_file, window, qtbot):
    def full(text, path, expected):
        del text, expected
        raise OutputError(f"{path}: could not be written: the disk is full")

    editor.editing.doors.write = full
    editor.colours.add_colour("navy", NAVY)
    editor.save.trigger()
    qtbot.waitUntil(lambda: bool(window.dialogs.told))
    assert "disk is full" in str(window.dialogs.told[0])
    assert profile_file.read_text(encoding="utf-8") == TEXT
    assert editor.editing.dirty


def test_the_disk_fills_up_while_it_is_written(tmp_path, monkeypatch):
    file = tmp_path / "_brand.yml"
    file.write_text(TEXT, encoding="utf-8")

    def fsync(_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", fsync)
    with pytest.raises(OutputError, match="disk is full"):
        write("meta: {name: New}", file, None)
    assert file.read_text(encoding="utf-8") == TEXT
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_is_written_only_over_the_one_that_was_read(tmp_path):
    file = tmp_path / "_brand.yml"
    file.write_text(TEXT, encoding="utf-8")
    stamp = read(file).stamp
    file.write_text("meta: {name: Other}", encoding="utf-8")
    with pytest.raises(ChangedOnDiskError):
        write(TEXT, file, stamp)
    assert write(TEXT, file, None) == stamp


def test_save_as_goes_on_with_the_new_file(editor, profile_file, qtbot):
    other = profile_file.with_name("kids.yml")
    editor.colours.add_colour("navy", NAVY)
    editor.editing.save_as(other)
    qtbot.waitUntil(lambda: editor.editing.path == other)
    assert "navy" in other.read_text(encoding="utf-8")
    assert profile_file.read_text(encoding="utf-8") == TEXT
    assert editor.editing.session.profile.path == str(other)


def test_a_draft_is_kept_and_offered_after_a_crash(editor, profile_file, window, qtbot):
    editor.colours.add_colour("navy", NAVY)
    drafts = editor.editing.drafts
    qtbot.waitUntil(lambda: drafts.find(str(profile_file)) is not None, timeout=3000)
    editing = editor.editing
    editing.text = editing._saved  # as after a restart: the file, and a draft beside it
    editing._later.stop()
    editing._open(profile_file)
    qtbot.waitUntil(lambda: editing.found is not None)
    assert editor.bar.draft.isVisibleTo(editor.bar)
    editor.bar.restore.click()
    assert [c.name for c in editing.profile.colours] == ["sun", "paper", "navy"]
    assert editing.dirty
    window.session.deeds.undo()
    assert not editing.dirty


def test_a_draft_is_thrown_away_when_the_user_says_so(tmp_path):
    drafts = Drafts(tmp_path / "drafts")
    draft = Draft("/brand/_brand.yml", "meta: {}", "abc", "2026-01-01T10:00+00:00")
    assert drafts.keep(draft)
    assert drafts.find(draft.path) == draft
    assert drafts.find("/other.yml") is None
    drafts.forget(draft.path)
    assert drafts.find(draft.path) is None
    drafts._file(draft.path).write_text("{", encoding="utf-8")
    assert drafts.find(draft.path) is None


def test_checking_again_leaves_what_is_not_saved_in_force(editor, qtbot):
    editor.colours.add_colour("navy", NAVY)
    session = editor.editing.session
    session.check_again()
    qtbot.wait(300)
    assert "navy" in [c.name for c in session.profile.colours]
    assert editor.editing.dirty


def test_a_rule_is_set_and_its_page_explains_it(editor, qtbot):
    editor.turn_to(RulesSection)
    section = editor.section
    row = [rule.code for rule in SETTABLE].index("COL001")
    section.table.setCurrentCell(row, 2)
    assert "COL001" in section.page.toPlainText()
    section.table.typed.emit(row, 2, "Fail")
    settle(editor, qtbot)
    assert editor.editing.profile.rules["COL001"] == "fail"
    assert ("fail", 4, 8) in editor.effect.effect.verdicts
    section.table.typed.emit(row, 2, section._free)
    assert "COL001" not in editor.editing.profile.rules
    section.search.setText("off-palette")
    assert not section.table.isRowHidden(row)
    assert section.table.isRowHidden(row + 1)


def test_ranges_show_what_is_open_and_are_dragged(editor, qtbot):
    editor.turn_to(Voice)
    row = editor.voice.ranges.rows["gulpease"]
    row.low.setText("70")
    row.high.setText("90")
    row.low.editingFinished.emit()
    assert editor.editing.profile.voice_ranges["it"]["gulpease"] == (70, 90)
    bar = row.bar
    assert bar.value == (70, 90)
    assert len(bar._open) == 8
    bar.resize(400, 40)
    start, end = bar.x_of(70), bar.x_of(62)
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=QPointF(start, 20).toPoint())
    QTest.mouseMove(bar, QPointF(end, 20).toPoint())
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=QPointF(end, 20).toPoint())
    qtbot.waitUntil(lambda: editor.editing.profile.voice_ranges["it"]["gulpease"][0] < 65)
    row.none.click()
    assert "gulpease" not in editor.editing.profile.voice_ranges.get("it", {})


def test_a_range_is_moved_by_keys(qtbot):
    bar = RangeBar("x")
    qtbot.addWidget(bar)
    bar.show_range((2.0, 4.0), [1.0, 5.0], [])
    QTest.keyClick(bar, Qt.Key.Key_End)
    with qtbot.waitSignal(bar.changed):
        QTest.keyClick(bar, Qt.Key.Key_Right)
    assert bar.value[0] == 2.0
    assert bar.value[1] > 4.0
    QTest.keyClick(bar, Qt.Key.Key_Home)
    for _ in range(200):
        QTest.keyClick(bar, Qt.Key.Key_Right)
    assert bar.value[0] == bar.value[1]


def test_words_facts_weights_and_rates_are_written(editor):
    editing = editor.editing
    editor.turn_to(WordingSection)
    editor.section.banned._add()
    editor.section.banned.table.typed.emit(1, 0, "gratis")
    editor.section.banned.table.typed.emit(0, 2, "fair")
    assert [(b.term, b.instead) for b in editing.profile.wording.banned] == [
        ("cheap", "fair"), ("gratis", None),
    ]  # fmt: skip
    for section, label, words in (
        (MessageSection, "Italian", "Luce buona."),
        (Weights, "Colour", "0.9"),
        (Thresholds, "False alarms", "0,1"),
    ):
        editor.turn_to(section)
        fields = [f for form in editor.section._forms for f in form.fields]
        field = next(f for f in fields if f.label == label)
        field.line.setText(words)
        field._typed()
    assert editing.profile.message.claims == {"it": "Luce buona."}
    assert editing.profile.weights["colour"] == 0.9
    assert editing.profile.false_alarms == 0.1
    field.line.setText("many")
    field._typed()
    assert "must be a number" in field.problem.text()


def test_the_effect_is_counted():
    before = {
        "a": Standing("pass", ()),
        "b": Standing("fail", (("X", 2),)),
        "c": Standing("warn", ()),
    }
    after = {
        "a": Standing("warn", (("X", 1),)),
        "b": Standing("pass", ()),
        "d": Standing("pass", ()),
    }
    found = effect(before, after)
    assert (found.flagged, found.clean) == (("a",), ("b",))
    assert found.rules == (("X", 2, 1),)


@pytest.mark.parametrize("kind", ["colour", "severity", "word"])
def test_two_hundred_creatives_are_judged_while_somebody_looks(
    window, script, profile_file, qtbot, kind
):
    codes = (NAVY, "#2A8580", "#C5472B", "#5F8140")
    many = [measured(n, codes[n % 4]) for n in range(200)]
    page = opened(window, script, profile_file, qtbot, many)
    edits = {
        "colour": lambda n: (("color", "palette", "sun"), f"#F2B44{n}"),
        "severity": lambda n: (
            ("defaults", "brandguard", "rules", "COL001"),
            ("fail", "warn")[n % 2],
        ),
        "word": lambda n: (("defaults", "brandguard", "wording", "banned"), ["cheap", f"x{n}"]),
    }
    took, busy, ended = [], [], []
    session = page.editing.session
    session.rejudged.connect(lambda: ended.append(time.perf_counter()))
    for number in range(6):
        qtbot.wait(400)  # until what lies between the creatives is compared
        ended.clear()
        started, work = time.perf_counter(), time.process_time()
        page.editing.set_value("edit", *edits[kind](number))
        qtbot.waitUntil(lambda: bool(ended), timeout=10_000)
        took.append((ended[0] - started) * 1000)
        busy.append((time.process_time() - work) * 1000)
    print(f"\n{kind}: 200 creatives, best {min(took):.0f} ms ({min(busy):.0f} ms of work)")  # noqa: T201  figures for -s
    assert {e.report.verdict for e in session.rows.entries()} <= {"warn", "fail", "pass"}
    assert session._judged_by is page.editing.profile


def test_the_loop_is_free_while_edits_are_judged(editor, qtbot):
    ticks = []
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.append(1))
    timer.start(5)
    for number in range(5):
        editor.editing.set_value("edit", ("color", "palette", "sun"), f"#F2B44{number}")
        qtbot.wait(30)
    assert len(ticks) >= 5


def test_a_profile_that_is_not_there_any_more_is_told(editor, window, qtbot):
    editor.editing._open(Path("/nowhere/_brand.yml"))
    qtbot.waitUntil(lambda: bool(window.dialogs.told))
    assert "nowhere" in str(window.dialogs.told[0])
