"""Somebody accepts a finding, thinks better of it, and edits the profile meanwhile."""

from dataclasses import replace

from fakes import PROFILE, judged

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
    with qtbot.waitSignal(checked.session.campaigns_changed):
        checked.session.judge_again()
    assert checked.session.campaigns[0].name == "spring"
