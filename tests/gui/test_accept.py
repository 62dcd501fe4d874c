"""Somebody accepts a finding, thinks better of it, and edits the profile meanwhile."""

from dataclasses import replace

import pytest
from fakes import PROFILE, judged
from PySide6.QtWidgets import QLabel, QPushButton

from brandguard.gui.acceptdialog import AcceptDialog
from brandguard.model.errors import OutputError
from brandguard.model.report import CampaignReport


def accept(window, qtbot, scope="here", reason="as agreed"):
    session = window.session
    report = session.current.report
    session.accepting.accept(report.findings[0], report, scope, reason)
    qtbot.waitUntil(lambda: session.findings[0].waived is not None)


def test_an_accepted_finding_is_marked_in_all_that_it_reaches(checked, qtbot):
    accept(checked, qtbot, "campaign")
    assert checked.session.findings[0].waived.reason == "as agreed"
    qtbot.waitUntil(lambda: checked.session.counts["fail"] == 1)  # the unreadable one alone


def test_here_is_this_finding_of_this_creative_alone(checked, qtbot, script):
    accept(checked, qtbot)
    (waiver,) = script.accepted
    assert waiver.fingerprint == checked.session.findings[0].fingerprint
    assert waiver.on is not None
    others = [e.report for e in checked.session.rows.entries() if e is not checked.session.current]
    assert all(f.waived is None for report in others for f in report.findings)


def test_accepting_is_undone_and_done_again(checked, qtbot, script):
    accept(checked, qtbot)
    checked.session.deeds.undo()
    qtbot.waitUntil(lambda: checked.session.findings[0].waived is None)
    assert script.accepted == []
    checked.session.deeds.redo()
    qtbot.waitUntil(lambda: checked.session.findings[0].waived is not None)
    assert len(script.accepted) == 1


def test_what_was_accepted_can_be_taken_back_and_that_undone(checked, qtbot, script):
    accept(checked, qtbot)
    report = checked.session.current.report
    checked.session.accepting.take_back(report.findings[0], report)
    qtbot.waitUntil(lambda: checked.session.findings[0].waived is None)
    checked.session.deeds.undo()
    qtbot.waitUntil(lambda: len(script.accepted) == 1)


def test_a_reason_is_needed(checked, qtbot, script):
    session = checked.session
    report = session.current.report
    with qtbot.waitSignal(session.failed):
        session.accepting.accept(report.findings[0], report, "here", "  ")
    assert script.accepted == []
    assert session.deeds.count() == 0


def test_a_full_disk_is_told_and_leaves_nothing_to_undo(checked, qtbot, script):
    script.waiver_error = OutputError("waivers.yml: no space left")
    session = checked.session
    report = session.current.report
    with qtbot.waitSignal(session.failed):
        session.accepting.accept(report.findings[0], report, "here", "as agreed")
    assert session.deeds.count() == 0
    assert session.findings[0].waived is None


def test_an_edited_profile_judges_what_is_open_without_reading_it_again(checked, qtbot, script):
    runs = len(script.runs)
    calm = lambda path: judged(path, findings=(), verdict="pass", score=99.0)  # noqa: E731
    script.reports = dict.fromkeys(("banner.png", "flyer.pdf", "post.txt"), calm)
    with qtbot.waitSignal(checked.session.rejudged):
        checked.session.judge_by(replace(PROFILE, name="Luma 2"))
    assert len(script.runs) == runs
    assert {e.state for e in checked.session.rows.entries()} == {"pass", "unreadable"}
    assert checked.session.counts["warn"] == 0


def test_what_needs_new_measures_is_read_again(checked, qtbot, script):
    runs = len(script.runs)
    checked.session.judge_by(replace(PROFILE, languages=("it",)))
    qtbot.waitUntil(lambda: len(script.runs) == runs + 1)
    qtbot.waitUntil(lambda: checked.session.progress.ended == "4 checked")


def test_the_finding_in_hand_stays_in_hand(checked, qtbot, script):
    session = checked.session
    session.select_finding(1)
    name = session.findings[1].fingerprint
    fewer = lambda path: judged(path, findings=judged(path).findings[1:])  # noqa: E731
    script.reports = {session.current.name: fewer}
    with qtbot.waitSignal(session.rejudged):
        session.judge_again()
    assert session.finding == 0
    assert session.findings[0].fingerprint == name


def test_creatives_are_compared_after_a_run_and_after_each_change(checked, qtbot, script):
    qtbot.waitUntil(lambda: len(script.compared) == 1)
    assert len(script.compared[0]) == 4
    script.campaigns = (CampaignReport("spring", 60.0, "warn", 3),)
    checked.session.judge_again()
    qtbot.waitUntil(lambda: [one.name for one in checked.session.campaigns] == ["spring"])
    assert len(script.compared) == 2


def button(card, word):
    return next(b for b in card.findChildren(QPushButton) if b.text().startswith(word))


def test_the_dialog_asks_for_a_reason_and_offers_what_fits(checked, qtbot):
    report = checked.session.current.report
    dialog = AcceptDialog(report.findings[0], report)
    qtbot.addWidget(dialog)
    assert set(dialog.choices) == {"here", "region", "creative", "campaign"}
    assert not dialog.yes.isEnabled()
    qtbot.keyClicks(dialog.reason, "agreed with the printer")
    assert dialog.yes.isEnabled()
    assert (dialog.scope, dialog.last_day) == ("here", None)
    dialog.choices["creative"].click()
    dialog.ends.click()
    assert dialog.scope == "creative"
    assert dialog.last_day is not None
    words = AcceptDialog(report.findings[1], replace(report, campaign=""))
    qtbot.addWidget(words)
    assert set(words.choices) == {"here", "creative"}


@pytest.mark.parametrize("way", ["button", "key"])
def test_accept_by_button_or_key_and_take_back_on_the_card(checked, qtbot, script, way):
    checked.dialogs.accept = lambda finding, report: ("here", "as agreed", None)  # noqa: ARG005
    checked.session.select_finding(0)
    if way == "button":
        button(checked.findings.cards[0], "Accept").click()
    else:
        checked.accept_finding.trigger()
    qtbot.waitUntil(lambda: checked.session.findings[0].waived is not None)
    card = checked.findings.cards[0]
    said = " ".join(label.text() for label in card.findChildren(QLabel))
    assert "Accepted: as agreed" in said
    button(card, "Take back").click()
    qtbot.waitUntil(lambda: checked.session.findings[0].waived is None)
    assert script.accepted == []


def test_undo_and_redo_say_what_they_undo(checked, qtbot):
    accept(checked, qtbot)
    assert checked.undo.text() == "Undo accept COL001"
    checked.undo.trigger()
    qtbot.waitUntil(lambda: checked.session.findings[0].waived is None)
    assert checked.redo.text() == "Redo accept COL001"
    assert not checked.undo.isEnabled()


def test_cancelling_the_question_changes_nothing(checked, qtbot, script):
    checked.dialogs.accept = lambda finding, report: None  # noqa: ARG005
    checked.session.select_finding(0)
    checked.accept_finding.trigger()
    qtbot.wait(20)
    assert script.accepted == []
