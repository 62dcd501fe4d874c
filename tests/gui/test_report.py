"""A manager reads the run as a page."""

from dataclasses import replace

from fakes import judged, unreadable
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from brandguard.gui import theme
from brandguard.gui.entry import Entry
from brandguard.gui.pace import Pace
from brandguard.gui.runfigures import BINS, figures
from brandguard.model.report import Waived


def entry(name, **changes):
    report = judged(name)
    return Entry(name, replace(report, **changes))


def waived(name):
    report = judged(name)
    return entry(name, findings=tuple(replace(f, waived=Waived("so")) for f in report.findings))


def test_the_figures_of_a_run():
    ones = [
        entry("a.png"),
        entry("b.png", verdict="pass", score=100.0, findings=(), campaign="winter"),
        Entry("c.png", unreadable("c.png")),
        Entry("d.png"),
    ]
    run = figures(ones)
    assert run.creatives == 3
    assert run.score == (62.4 + 100.0) / 2
    assert run.states == {"fail": 1, "pass": 1, "unreadable": 1}
    assert run.bins[6] == run.bins[9] == 1
    assert [row.rule for row in run.rules] == ["COL001", "SYS002", "TRM001", "TRM003"]
    assert [(c.name, c.creatives) for c in run.campaigns] == [("spring", 1), ("winter", 1), ("", 1)]
    assert [e.path for e in run.worst] == ["a.png", "c.png"]
    logo = next(row for row in run.coverage if row.dimension == "logo")
    assert (logo.judged, logo.all, logo.reason.code) == (0, 2, "why.not_measured_yet")


def test_accepted_findings_count_only_where_they_are_asked_for():
    assert figures([waived("a.png")]).rules == ()
    assert figures([waived("a.png")]).accepted == 3
    assert len(figures([waived("a.png")], accepted=True).rules) == 3


@given(st.lists(st.floats(0, 100)))
def test_every_score_lies_in_one_tenth(scores):
    run = figures([entry(f"{i}.png", score=score) for i, score in enumerate(scores)])
    assert sum(run.bins) == len(scores)
    assert len(run.bins) == BINS


def test_the_page_shows_score_rules_and_the_worst(checked):
    checked.views.show_view("report")
    page = checked.report
    assert page._score.text() == "62.4"
    assert [bar.figure for bar in page.rules.bars] == ["3", "1", "3", "3"]
    assert "Off-palette colour: 3" in page.rules.accessibleDescription()
    assert [card.accessibleName().split(",")[0] for card in page._cards] == [
        "banner.png", "flyer.pdf", "post.txt", "broken.png",
    ]  # fmt: skip


def test_the_page_says_how_much_it_leaves_out(checked, monkeypatch):
    monkeypatch.setattr("brandguard.gui.reportpage.MOST_RULES", 3)
    checked.views.show_view("report")
    page = checked.report
    assert len(page.rules.bars) == 3
    assert page.more_rules.isVisible()
    assert page.more_rules.text() == "1 more: the exported report shows them all"
    assert not page.more_campaigns.isVisible()


def test_the_verdicts_follow_a_scheme_that_changes(checked):
    checked.views.show_view("report")
    page, before = checked.report, QApplication.palette()
    try:
        QApplication.setPalette(theme.dark_palette())
        QApplication.processEvents()
        assert theme.LOOKS["fail"].dark.lower() in page._states.text()
    finally:
        QApplication.setPalette(before)
    QApplication.processEvents()
    assert theme.colour("fail", page.palette()).name() in page._states.text()


def test_a_creative_of_the_page_leads_to_its_own(checked):
    checked.views.show_view("report")
    card = checked.report._cards[1]
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_Return)
    assert checked.session.current.name == "flyer.pdf"
    assert checked.panes.isVisible()


def test_accepting_a_finding_changes_the_page(checked, qtbot):
    checked.views.show_view("report")
    first = checked.session.rows.at(0).report
    checked.session.accepting.accept(first.findings[0], first, "here", "agreed", None)
    qtbot.waitUntil(checked.report.accepted.isVisible)
    assert checked.report.accepted.text() == "Count the accepted finding too (1)"
    assert checked.report.rules.bars[0].figure == "2"
    checked.report.accepted.setChecked(True)
    assert checked.report.rules.bars[0].figure == "3"


def test_the_page_follows_a_run_that_goes_on(window, creatives, script, qtbot):
    script.hold_after = 2
    window.session.add(creatives)
    qtbot.waitUntil(lambda: window.session.progress.done == 2)
    window.views.show_view("report")
    qtbot.waitUntil(lambda: "2 creatives · the run goes on" in window.report._lead.text())
    assert not window.report.export_button.isEnabled()
    script.go_on.set()
    qtbot.waitUntil(lambda: window.report.figures.creatives == 4)
    assert window.report.export_button.isEnabled()


def test_all_clean_says_so(window, creatives, script, qtbot):
    for name in ("banner.png", "post.txt"):
        script.reports[name] = lambda p: judged(p, findings=(), verdict="pass", score=98.0)
    window.session.add([creatives[0], creatives[2]])
    qtbot.waitUntil(lambda: window.session.progress.ended == "2 checked")
    window.views.show_view("report")
    assert window.report._clean.isVisible()
    assert window.report._unbroken.isVisible()
    assert window.report.rules.bars == ()


# How long it will take


def test_nothing_is_said_before_it_is_known():
    pace = Pace()
    pace.start(0.0)
    for done in range(1, 4):
        pace.step(done, done * 1.0)
    assert pace.left(100, 3.0) is None
    pace.step(4, 4.0)
    assert pace.left(100, 4.0) == 96.0


def test_one_large_file_does_not_double_the_estimate():
    pace = Pace()
    pace.start(0.0)
    now = 0.0
    for done in range(1, 40):
        now += 20.0 if done == 20 else 0.5
        pace.step(done, now)
    assert 30.0 <= pace.left(100, now) <= 40.0


@given(st.lists(st.floats(0.01, 60), min_size=5, max_size=60), st.integers(0, 500))
def test_what_is_left_lies_between_the_quickest_and_the_slowest(steps, more):
    pace = Pace()
    pace.start(0.0)
    now = 0.0
    for done, step in enumerate(steps, 1):
        now += step
        pace.step(done, now)
    left = pace.left(len(steps) + more, now)
    if now >= 2.0:
        assert more * min(steps[-40:]) * 0.999 <= left <= more * max(steps[-40:]) * 1.001 + 1e-6


def test_times_are_told_as_exactly_as_they_are_known(window):
    said = [window.status.left_words(s) for s in (3, 31, 61, 600, 8000)]
    assert said == [
        "a few seconds left", "about 30 seconds left", "about 1 minute left",
        "about 10 minutes left", "about 2 hours left",
    ]  # fmt: skip
