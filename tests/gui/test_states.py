"""What the window shows when there is nothing, or nothing good, to show."""

from pathlib import Path

from fakes import FINDINGS, judged, page
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from brandguard.settings import asset_path


def test_an_empty_window_is_a_drop_zone_with_ways_on(window):
    assert window.welcome.isVisible()
    assert window.welcome.add_button.isEnabled()
    assert window.welcome.sample_button.isEnabled()
    assert not window.again.isEnabled()


def test_from_the_profile_there_is_a_way_back_to_the_drop_zone(window):
    window.views.actions_by_name["profile"].trigger()
    assert not window.welcome.isVisible()
    back = window.views.actions_by_name["creatives"]
    assert back.isEnabled()
    back.trigger()
    assert window.welcome.isVisible()
    assert back.isChecked()


def test_the_sample_is_opened_with_its_own_profile(window, script, qtbot):
    qtbot.mouseClick(window.welcome.sample_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(script.runs) == 1)
    assert script.runs[0][0] == (str(asset_path("sample", "campaigns", "spring-wrong")),)


def test_an_unreadable_file_shows_cause_and_cure(checked):
    checked.session.select(1)
    assert checked.session.current.state == "unreadable"
    assert checked.preview.notice.isVisible()
    assert "Empty file" in checked.preview.notice.heading.text()
    assert "0 bytes" in checked.preview.notice.text.text()
    assert "Export it again" in checked.preview.notice.text.text()
    assert not checked.preview.fit.isEnabled()


def test_a_clean_creative_says_that_nothing_was_found(window, creatives, script, qtbot):
    script.reports["banner.png"] = lambda p: judged(p, findings=(), verdict="pass", score=98.0)
    window.session.add(creatives[:1])
    qtbot.waitUntil(lambda: window.session.progress.ended == "1 checked")
    said = [x.text() for x in window.findings.findChildren(QLabel) if x.isVisible()]
    assert "Nothing found that is off brand." in said
    assert "✓ On brand" in said


def test_an_empty_folder_is_told(window, tmp_path, qtbot):
    folder = tmp_path / "empty"
    folder.mkdir()
    window.session.add([str(folder)])
    qtbot.waitUntil(lambda: window.status.words.text() == "Nothing to check was found there.")


def test_a_text_without_a_picture_shows_its_words(window, creatives, script, qtbot):
    import dataclasses

    plain = dataclasses.replace(page(1), thumbnail=None)
    report = dataclasses.replace(judged(creatives[2]), page_views=(plain,), palette=())
    script.reports["post.txt"] = lambda _: report
    window.session.add([creatives[2]])
    qtbot.waitUntil(lambda: window.session.progress.ended == "1 checked")
    assert not window.preview.canvas.isVisible()
    assert "cheap" in window.preview.text.toPlainText()


def test_closing_all_creatives_leads_back_to_the_drop_zone(checked):
    checked.close_all.trigger()
    assert checked.welcome.isVisible()
    assert checked.session.counts == {"fail": 0, "warn": 0, "note": 0}
    assert checked.windowTitle() == "BrandGuard"


def test_hundreds_of_findings_are_shown_in_portions(window, creatives, script, qtbot):
    many = FINDINGS[:1] * 150
    script.reports["banner.png"] = lambda p: judged(p, findings=many)
    window.session.add(creatives[:1])
    qtbot.waitUntil(lambda: window.session.progress.ended == "1 checked")
    qtbot.waitUntil(lambda: len(window.findings.cards) == 60)
    window.session.select_finding(149)
    assert len(window.findings.cards) == 150
    assert window.findings.cards[149].chosen


def test_the_window_remembers_its_size(window, memory):
    window.resize(1010, 707)
    window.close()
    assert memory.shape("geometry") is not None


def test_names_that_play_tricks_are_shown_as_they_are(window, tmp_path, qtbot):
    evil = tmp_path / "a\u202egnp.exe<b>.png"
    evil.write_bytes(b"x")
    window.session.add([str(evil)])
    qtbot.waitUntil(lambda: window.session.progress.ended == "1 checked")
    entry = window.session.rows.at(0)
    assert entry.name == "a\\u202egnp.exe<b>.png"
    tip = window.session.rows.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;" in tip
    assert Path(entry.path) == evil


def test_a_score_that_a_fail_cuts_says_so(window, creatives, script, qtbot):
    import dataclasses

    script.reports["banner.png"] = lambda p: dataclasses.replace(judged(p, score=31.2), cap=50.0)
    window.session.add(creatives[:2])
    qtbot.waitUntil(lambda: window.session.progress.ended == "2 checked")
    said = [x.text() for x in window.findings.findChildren(QLabel) if x.isVisible()]
    assert "With a Fail, only 50% of the score counts" in said
    window.session.select(1)
    said = [x.text() for x in window.findings.findChildren(QLabel) if x.isVisible()]
    assert "With a Fail, only 50% of the score counts" not in said


def test_a_learned_score_without_findings_says_what_it_means(window, creatives, script, qtbot):
    import dataclasses

    clean = judged(creatives[0], findings=(), verdict="pass", score=71.4)
    far = tuple(dataclasses.replace(d, distance=0.9) for d in clean.dimensions)
    script.reports["banner.png"] = lambda _: dataclasses.replace(clean, dimensions=far)
    window.session.add(creatives[:1])
    qtbot.waitUntil(lambda: window.session.progress.ended == "1 checked")
    said = " ".join(x.text() for x in window.findings.findChildren(QLabel) if x.isVisible())
    assert "The score tells how close it comes to what was approved." in said
