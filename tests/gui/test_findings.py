"""Somebody reads the findings of a creative and looks for their places."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton


def words(card):
    return [label.text() for label in card.findChildren(QLabel)]


def chosen(window):
    return [o.spot.index for o in window.preview.canvas.overlays if o.chosen]


def test_a_card_says_what_was_measured_and_which_limit_from_where(checked):
    card = checked.findings.cards[0]
    said = " ".join(words(card))
    assert "■ Fail" in said
    assert "Off-palette colour" in said
    assert "ΔE 61.2" in said
    assert "limit 5.0" in said
    assert "Profile: color.palette.sun" in said
    assert card.accessibleName() == "1. Fail: Off-palette colour"


def test_a_click_on_a_card_highlights_its_place_on_the_picture(checked, qtbot):
    assert chosen(checked) == []
    qtbot.mouseClick(checked.findings.cards[0], Qt.MouseButton.LeftButton, pos=QPoint(30, 20))
    assert checked.session.finding == 0
    assert chosen(checked) == [0]
    assert [card.chosen for card in checked.findings.cards] == [True, False, False]


def test_a_click_on_a_place_highlights_its_card(checked, qtbot):
    canvas = checked.preview.canvas
    overlay = next(o for o in canvas.overlays if o.spot.index == 1)
    point = canvas.mapFromScene(overlay.place().center())
    qtbot.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert checked.session.finding == 1
    assert checked.findings.cards[1].chosen


def test_words_are_marked_behind_an_emoji_and_a_windows_line_end(checked):
    assert checked.preview.text.marked() == ((1, "cheap"),)


def test_a_click_on_marked_words_points_at_their_finding(checked, qtbot):
    text = checked.preview.text
    cursor = text.document().find("cheap")
    cursor.setPosition(cursor.selectionStart() + 2)
    point = text.cursorRect(cursor).center()
    qtbot.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert checked.session.finding == 1


def test_a_place_lies_where_its_box_says(checked):
    overlay = next(o for o in checked.preview.canvas.overlays if o.spot.index == 0)
    place = overlay.place()
    assert (place.left(), place.top(), place.right(), place.bottom()) == (0, 0, 900, 1200)


def test_the_sharp_preview_replaces_the_thumbnail(checked, qtbot):
    qtbot.waitUntil(lambda: checked.preview.canvas.picture.width() == 1800)


def test_a_finding_on_another_page_turns_to_it(checked):
    checked.session.select_finding(2)
    assert checked.session.page == 2
    assert [mark[0] for mark in checked.preview.text.marked()] == [2]


def test_f8_walks_through_the_findings_and_on_to_the_next_creative(checked):
    for _ in range(4):
        QTest.keyClick(checked, Qt.Key.Key_F8)
    assert checked.session.current.name == "broken.png"
    assert checked.session.finding == 0
    QTest.keyClick(checked, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert checked.session.current.name == "banner.png"
    assert checked.session.finding == 2


def test_enter_on_a_card_points_at_its_place(checked):
    QTest.keyClick(checked.findings.cards[0], Qt.Key.Key_Return)
    assert chosen(checked) == [0]


def test_the_right_colour_can_be_copied(checked, qtbot):
    button = checked.findings.cards[0].findChild(QPushButton)
    assert button.text() == "Copy #F2B441"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "#F2B441"


def test_overlays_can_be_put_away(checked):
    QTest.keyClick(checked, Qt.Key.Key_O)
    assert not any(o.isVisible() for o in checked.preview.canvas.overlays)
    QTest.keyClick(checked, Qt.Key.Key_O)
    assert all(o.isVisible() for o in checked.preview.canvas.overlays)


def test_ctrl_1_shows_pixels_as_they_are_and_ctrl_0_the_whole_page(checked):
    canvas = checked.preview.canvas
    QTest.keyClick(checked, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert canvas.transform().m11() * canvas.devicePixelRatioF() == 1.0
    QTest.keyClick(checked, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert canvas.transform().m11() < 1.0


def test_what_was_not_measured_is_said_with_its_reason(checked):
    said = " ".join(label.text() for label in checked.findings.findChildren(QLabel))
    assert "Logo: not part of this version yet" in said


def test_counts_by_severity_stand_in_the_status_line(checked):
    said = " ".join(label.text() for label in checked.status.findChildren(QLabel))
    assert "■ Fails 4" in said
    assert "▲ Warnings 3" in said
    assert "● Notes 3" in said


def test_markup_in_a_finding_stays_text(window, creatives, script, qtbot):
    from fakes import judged

    from brandguard.model.report import Finding

    evil = Finding("TRM001", "warn", {"found": "<b>x</b><img src=file:///etc/passwd>"})
    script.reports["banner.png"] = lambda path: judged(path, findings=(evil,))
    window.session.add(creatives[:1])
    qtbot.waitUntil(lambda: len(window.findings.cards) == 1)
    labels = window.findings.cards[0].findChildren(QLabel)
    assert any("<b>x</b>" in label.text() for label in labels)
    assert {label.textFormat() for label in labels if "<b>" in label.text()} == {
        Qt.TextFormat.PlainText
    }
