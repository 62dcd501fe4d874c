"""A manager looks at a campaign: how far online and offline agree, and what is at odds."""

from dataclasses import replace

import pytest
from fakes import judged
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from brandguard.gui.conflictcard import SideFrame, SideList
from brandguard.gui.matrix import SCORE_ROLE
from brandguard.gui.paircard import Picture
from brandguard.model.coherence import (
    Agreement,
    Coherence,
    CreativeAgreement,
    PairAgreement,
    Saying,
)
from brandguard.model.creative import Note
from brandguard.model.errors import HistoryError
from brandguard.model.facts import Fact
from brandguard.model.features import Swatch
from brandguard.model.report import (
    CampaignReport,
    Conflict,
    Deduction,
    Finding,
    Place,
    Side,
    fingerprint,
)
from brandguard.model.trend import TrendLine, TrendPoint
from brandguard.waivers import accepting_together

NAMES = ("banner.png", "flyer.pdf", "post.txt")


def dimensions(colour, message):
    return (
        Agreement("colour", colour, 0.3),
        Agreement("logo", None, 0.2, Note("why.not_measured_yet")),
        Agreement("message", message, 0.1, deductions=(Deduction("CAM010", 50.0, "x" * 16),)),
    )


def fact(kind, value, path, span=(0, 5)):
    del path
    return Fact(kind, value, value, 1, span)


def contradiction(paths):
    one, other, third = paths
    sides = (
        Side(one, "offline", "20", Place(1, (0.5, 0.6, 0.9, 0.9)), "20 %", "Now 20 % off"),
        Side(other, "online", "30", Place(2, span=(5, 7)), "30 %", "Only today: 30 % off"),
        Side(third, "online", "30", Place(1, span=(5, 7)), "30 %", "<b>30 %</b> & more"),
    )
    facts = {"fact": "discount", "value": "20", "path": one, "other_value": "30",
             "other_path": other}  # fmt: skip
    found = Finding("CAM010", "fail", facts, "discount", suggestion=True)
    name = fingerprint("CAM010", one, "discount", Place())
    return Conflict("CAM010", "discount", sides), replace(found, fingerprint=name)


def campaign(paths, name="spring", score=62.4):
    conflict, found = contradiction(paths)
    one, other, third = paths
    rows = (
        CreativeAgreement(one, "offline", 30.0, dimensions(35.0, 25.0), ("logo",)),
        CreativeAgreement(other, "online", 71.0, dimensions(80.0, 50.0)),
        CreativeAgreement(third, "online", 55.0, dimensions(None, 55.0)),
    )
    return CampaignReport(
        name, score, "fail", 3, (found,), (conflict,),
        coherence=Coherence(
            ("offline", "online"), 66.0, dimensions(74.0, 50.0), rows,
            (PairAgreement(one, other, ("offline", "online"), 40.0, dimensions(35.0, 50.0)),),
            2, 3, ((Swatch("#1F3A5F", 1.0),), (Swatch("#F2B441", 1.0),)), ((1.0,), (1.0,)),
            (Saying(one, "offline", "Spring is here", 1, (0, 5), ("Come in",)),
             Saying(other, "online", "Spring online", 2, (0, 5))),
        ),
    )  # fmt: skip


def stating(path):
    """Give a report that states a discount, as the side of a contradiction does."""
    channel = "offline" if "banner" in path else "online"
    value = "20" if "banner" in path else "30"
    return replace(judged(path), channel=channel, facts=(fact("discount", value, path),))


@pytest.fixture
def reviewed(window, creatives, qtbot, script):
    """The window with a campaign that has been compared, and its view drawn."""
    script.reports = dict.fromkeys(NAMES, stating)
    known = [next(p for p in creatives if p.endswith(name)) for name in NAMES]
    script.campaigns = (campaign(known),)
    window.session.add(creatives)
    qtbot.waitUntil(lambda: bool(window.session.campaigns))
    window.views.show_view("campaign")
    drawn(window, qtbot)
    return window


def drawn(window, qtbot):
    qtbot.waitUntil(lambda: not window.campaign.body.slices.running)


def texts(widget):
    shown = (label for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))
    return " ¦ ".join(label.text() for label in shown)


def button(widget, word):
    return next(b for b in widget.findChildren(QPushButton) if b.text().startswith(word))


def test_the_views_are_switched_by_key_and_by_button(checked, qtbot):
    views = checked.views
    assert views.shown.name == "creatives"
    qtbot.keyClick(checked, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert views.shown.name == "campaign"
    assert views.actions_by_name["campaign"].isChecked()
    qtbot.keyClick(checked, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert views.shown.name == "creatives"
    assert checked.list.hasFocus()


def test_views_wait_for_creatives(window):
    assert not window.views.actions_by_name["campaign"].isEnabled()


def test_the_head_says_score_agreement_sides_and_counts(reviewed):
    head = reviewed.campaign.body.head
    assert (head.score.value.text(), head.agreement.value.text()) == ("62.4", "66.0")
    assert head.counts.text() == "3 creatives  ·  offline 1  ·  online 2"
    assert head.verdict.text() == "■ Off brand"
    assert head.name.text() == "spring"
    assert not head.selector.isVisible()


def test_each_dimension_has_its_figure_or_the_reason_for_none(reviewed):
    said = reviewed.campaign.body.agreement.view.accessibleDescription()
    assert "Colour 74.0" in said
    assert "Logo not compared: " in said
    assert "Message 50.0 (−50.0 The campaign contradicts itself (CAM010))" in said


def test_a_contradiction_shows_every_side(reviewed):
    (card,) = reviewed.campaign.body.cards
    assert "The campaign contradicts itself" in card.accessibleName()
    frames = card.findChildren(SideFrame)
    assert len(frames) == 3
    said = texts(card)
    for words in ("banner.png · offline", "page 2", "Only today: <b>30 %</b> off", "20 %"):
        assert words in said
    assert "&lt;b&gt;<b>30 %</b>&lt;/b&gt; &amp; more" in said  # what a creative says is text


@pytest.mark.parametrize("way", ["click", "enter"])
def test_a_side_leads_to_its_creative_page_and_place(reviewed, qtbot, way):
    (card,) = reviewed.campaign.body.cards
    frame = next(f for f in card.findChildren(SideFrame) if "flyer" in f.side.path)
    if way == "click":
        qtbot.mouseClick(frame, Qt.MouseButton.LeftButton)
    else:
        qtbot.keyClick(frame, Qt.Key.Key_Return)
    session = reviewed.session
    assert reviewed.views.shown.name == "creatives"
    assert session.current.name == "flyer.pdf"
    assert session.page == 2
    assert [words for index, words in reviewed.preview.text.marked() if index == -1]


def test_a_place_is_framed_until_something_else_is_chosen(reviewed, qtbot):
    (card,) = reviewed.campaign.body.cards
    frame = next(f for f in card.findChildren(SideFrame) if "banner" in f.side.path)
    qtbot.mouseClick(frame, Qt.MouseButton.LeftButton)
    (trace,) = reviewed.preview.canvas.traces
    assert (trace.kind, trace.boxes) == ("place", ((0.5, 0.6, 0.9, 0.9),))
    reviewed.session.select_finding(0)
    assert reviewed.preview.canvas.traces == ()


def test_a_creative_that_was_closed_is_told_of(reviewed, qtbot):
    (card,) = reviewed.campaign.body.cards
    with qtbot.waitSignal(reviewed.session.said) as said:
        card.place_wanted.emit("/gone.png", Place())
    assert "not open any more" in said.args[0]
    assert reviewed.views.shown.name == "campaign"


def test_a_contradiction_is_accepted_for_a_reason_and_that_undone(reviewed, qtbot, script):
    asked = []
    reviewed.dialogs.accept = lambda _, of: (asked.append(of), ("here", "agreed", None))[1]
    (card,) = reviewed.campaign.body.cards
    button(card, "Accept").click()
    qtbot.waitUntil(lambda: len(script.accepted) == 1)
    (waiver,) = script.accepted
    assert asked[0].name == "spring"
    assert (waiver.campaign, waiver.creative) == ("spring", None)
    assert accepting_together(script.accepted, card.finding, "spring") is waiver
    assert accepting_together(script.accepted, card.finding, "autumn") is None
    qtbot.waitUntil(reviewed.session.deeds.canUndo)
    reviewed.undo.trigger()
    qtbot.waitUntil(lambda: script.accepted == [])


def test_what_was_accepted_says_so_and_can_be_taken_back(reviewed, qtbot, script):
    from brandguard.model.report import Waived

    one = script.campaigns[0]
    accepted = replace(one.findings[0], waived=Waived("as agreed", "Ada"))
    reviewed.dialogs.accept = lambda *_: ("here", "as agreed", None)
    button(reviewed.campaign.body.cards[0], "Accept").click()
    script.campaigns = (replace(one, findings=(accepted,)),)
    qtbot.waitUntil(lambda: reviewed.session.campaigns == script.campaigns)
    drawn(reviewed, qtbot)
    (card,) = reviewed.campaign.body.cards
    assert "Accepted: as agreed" in texts(card)
    button(card, "Take back").click()
    qtbot.waitUntil(lambda: script.accepted == [])


def test_the_focus_and_the_place_stay_when_the_page_is_drawn_anew(reviewed, qtbot, script):
    body = reviewed.campaign.body
    qtbot.waitUntil(lambda: body.verticalScrollBar().maximum() > 60)
    body.verticalScrollBar().setValue(60)
    button(body.cards[0], "Accept").setFocus()
    script.campaigns = (replace(script.campaigns[0], score=61.0),)
    with qtbot.waitSignal(body.slices.ended):
        reviewed.session.judge_again()
    assert button(body.cards[0], "Accept").hasFocus()
    qtbot.waitUntil(lambda: body.verticalScrollBar().value() == 60)


def test_the_dialog_offers_what_fits_a_campaign(reviewed, qtbot):
    from brandguard.gui.acceptdialog import AcceptDialog

    one = reviewed.session.campaigns[0]
    dialog = AcceptDialog(one.findings[0], one)
    qtbot.addWidget(dialog)
    assert set(dialog.choices) == {"here", "campaign"}


def test_the_matrix_is_a_table_worst_first(reviewed):
    table = reviewed.campaign.body.matrix
    model = table.model()
    heads = [model.headerData(c, Qt.Orientation.Horizontal) for c in range(model.columnCount())]
    assert heads == ["File", "Colour", "Message", "All", "Lacks"]
    names = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert [name.split()[0] for name in names] == ["banner.png", "post.txt", "flyer.pdf"]
    assert model.index(0, 1).data() == "35"
    assert model.index(1, 1).data() == "–"
    assert model.index(1, 1).data(SCORE_ROLE) is None
    said = model.index(1, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Colour: not compared"
    assert model.index(0, 4).data() == "logo"


def test_the_matrix_sorts_by_any_column_without_figures_last(reviewed):
    table = reviewed.campaign.body.matrix
    table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    names = [table.model().index(row, 0).data().split()[0] for row in range(3)]
    assert names == ["banner.png", "flyer.pdf", "post.txt"]
    table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert table.model().index(0, 0).data().startswith("post.txt")


def test_a_row_leads_to_its_creative(reviewed):
    body = reviewed.campaign.body
    body.matrix.selectRow(2)
    body.show_one.click()
    assert reviewed.session.current.name == "flyer.pdf"
    assert reviewed.views.shown.name == "creatives"


def test_pairs_show_both_and_where_they_disagree(reviewed):
    (card,) = reviewed.campaign.body.pair_cards
    assert card.accessibleName() == "banner.png × flyer.pdf"
    assert card.accessibleDescription() == "Agreement 40; Colour 35.0, Message 50.0"


def test_a_text_shows_its_first_words_where_others_show_a_picture(qapp):  # noqa: ARG001  Qt must be
    words = Picture(None, "Ciao\r\n  Scopri\tla luce").accessibleName()
    assert words == "Ciao Scopri la luce"


def test_missing_cues_and_facts_and_headlines_are_there(reviewed):
    body = reviewed.campaign.body
    assert "logo: banner.png" in texts(body.cues)
    table = body.facts_table
    cells = [table.item(0, c).text() for c in range(table.columnCount())]
    assert cells == ["Discount", "20", "30 ×2", "■ contradicts itself"]
    said = texts(body.sayings)
    for words in ("Spring is here", "→ Come in", "Spring online"):
        assert words in said


def test_a_headline_leads_to_its_place(reviewed, qtbot):
    frame = next(
        w for w in reviewed.campaign.body.sayings.findChildren(QWidget)
        if w.accessibleName() == "flyer.pdf: Spring online"
    )  # fmt: skip
    qtbot.keyClick(frame, Qt.Key.Key_Space)
    assert (reviewed.session.current.name, reviewed.session.page) == ("flyer.pdf", 2)


def test_palettes_of_both_sides_lie_over_the_brands(reviewed):
    said = reviewed.campaign.body.palettes.view.accessibleDescription()
    assert said == "Offline: #1F3A5F 100%; Online: #F2B441 100%; Brand: Sun #F2B441"


def test_the_worst_campaign_comes_first_and_others_can_be_chosen(reviewed, qtbot, script):
    known = [row.path for row in script.campaigns[0].coherence.creatives]
    script.campaigns = (campaign(known, "autumn", 90.0), campaign(known))
    with qtbot.waitSignal(reviewed.session.campaigns_changed):
        reviewed.session.judge_again()
    head = reviewed.campaign.body.head
    assert head.selector.isVisible()
    assert reviewed.campaign.campaign.name == "spring"
    head.selector.setCurrentIndex(0)
    head.selector.activated.emit(0)
    drawn(reviewed, qtbot)
    assert reviewed.campaign.campaign.name == "autumn"
    assert head.score.value.text() == "90.0"


def test_without_earlier_runs_it_says_so(reviewed, qtbot):
    body = reviewed.campaign.body
    qtbot.waitUntil(lambda: not body.no_trend.isHidden())
    assert "No earlier runs" in body.no_trend.text()
    assert body.trend.isHidden()


def test_earlier_runs_are_a_line_that_ends_now(reviewed, qtbot, script):
    kept = TrendPoint("2026-11-01T09:30:00+00:00", 3, 50.0, 44.0)
    script.trend_line = TrendLine("spring", (kept,))
    script.campaigns = (replace(script.campaigns[0], score=70.0),)
    reviewed.session.judge_again()
    body = reviewed.campaign.body
    qtbot.waitUntil(lambda: not body.trend.isHidden())
    said = body.trend.view.accessibleDescription()
    assert "Score 50.0, Agreement 44.0" in said
    assert said.endswith("now, Score 70.0, Agreement 66.0")


def test_a_history_that_cannot_be_read_is_told_in_its_place(reviewed, qtbot, script):
    script.trend_error = HistoryError("the history /x: disk I/O error")
    script.campaigns = (replace(script.campaigns[0], score=71.0),)
    reviewed.session.judge_again()
    qtbot.waitUntil(lambda: "disk I/O error" in reviewed.campaign.body.no_trend.text())
    assert reviewed.dialogs.told == []


def test_nothing_that_belongs_together_says_what_a_campaign_is(checked, qtbot):
    checked.views.show_view("campaign")
    qtbot.waitUntil(lambda: "No campaign" in checked.campaign.notice.heading.text())
    assert "campaign.yml" in checked.campaign.notice.text.text()


def test_during_the_run_it_says_how_far_it_is(window, creatives, qtbot, script):
    script.hold_after = 2
    window.session.add(creatives)
    window.views.show_view("campaign")
    qtbot.waitUntil(lambda: "2 of 4" in window.campaign.notice.text.text())
    assert window.campaign.notice.isVisible()
    script.go_on.set()
    qtbot.waitUntil(lambda: "No campaign" in window.campaign.notice.heading.text())


def test_a_campaign_of_one_creative_says_why_nothing_is_compared(checked, qtbot, script):
    script.campaigns = (CampaignReport("spring", 80.0, "pass", 1),)
    checked.views.show_view("campaign")
    checked.session.judge_again()
    qtbot.waitUntil(lambda: checked.campaign.campaign is not None)
    drawn(checked, qtbot)
    body = checked.campaign.body
    qtbot.waitUntil(body.hint.isVisible)
    assert "Two creatives" in body.hint.text()
    assert body.agreement.isHidden()
    assert body.matrix_section.isHidden()


def test_what_has_not_changed_is_not_drawn_anew(reviewed, qtbot):
    (card,) = reviewed.campaign.body.cards
    with qtbot.waitSignal(reviewed.session.campaigns_changed):
        reviewed.session.judge_again()
    assert reviewed.campaign.body.cards == [card]


def test_nobody_is_without_a_name(reviewed):
    page = reviewed.campaign
    nameless = [
        type(w).__name__
        for w in page.findChildren(QWidget)
        if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus and not w.focusProxy()
        and not w.accessibleName() and not getattr(w, "text", str)()
        and not w.objectName().startswith("qt_") and w is not page.body
    ]  # fmt: skip
    assert nameless == []


def test_300_creatives_fill_the_page_in_slices(window, qtbot, script, tmp_path):
    folder = tmp_path / "many"
    folder.mkdir()
    paths = [str(folder / f"c{i:03}.png") for i in range(300)]
    for path in paths:
        (folder / path).write_bytes(b"x")
    script.reports = {path.rsplit("/", 1)[1]: stating for path in paths}
    one = campaign(paths[:3])
    rows = tuple(
        CreativeAgreement(p, "online", i / 3, dimensions(i / 3, None)) for i, p in enumerate(paths)
    )
    sides = tuple(Side(p, "online", "20", Place(1), "20 %", "20 % off") for p in paths)
    both = (Conflict("CAM010", "discount", (*one.conflicts[0].sides[:2], *sides)),)
    script.campaigns = (
        replace(one, conflicts=both, coherence=replace(one.coherence, creatives=rows)),
    )
    window.session.add([str(folder)])
    qtbot.waitUntil(lambda: bool(window.session.campaigns), timeout=20_000)
    window.views.show_view("campaign")
    assert window.campaign.body.slices.running  # the click returns before the page is full
    drawn(window, qtbot)
    body = window.campaign.body
    assert body.matrix.model().rowCount(QModelIndex()) == 300
    (card,) = body.cards
    assert len(card.findChildren(SideFrame)) < 20
    more = next(b for b in card.findChildren(QPushButton) if "more" in b.text())
    more.click()
    (rows,) = card.findChildren(SideList)
    assert rows.count() == 300 - 3
    rows.itemActivated.emit(rows.item(7))
    assert window.session.current.path == paths[10]


def test_the_run_that_was_just_kept_is_not_drawn_twice(reviewed, qtbot, script):
    one = replace(script.campaigns[0], score=70.0)
    profile = reviewed.session.profile.sha256
    old = TrendPoint("2026-11-01T09:30:00+00:00", 3, 50.0, 44.0, profile_sha256=profile)
    kept = TrendPoint(
        "2026-11-22T09:30:00+00:00", one.creatives, 70.0, one.coherence.score,
        profile_sha256=profile,
    )  # fmt: skip
    script.trend_line, script.campaigns = TrendLine("spring", (old, kept)), (one,)
    reviewed.session.judge_again()
    body = reviewed.campaign.body
    qtbot.waitUntil(lambda: not body.trend.isHidden())
    said = body.trend.view.accessibleDescription()
    assert said.count("Score 70.0") == 1
    assert said.endswith("now, Score 70.0, Agreement 66.0")


def test_a_run_that_has_been_kept_is_drawn_without_another_look(reviewed, qtbot, script):
    body = reviewed.campaign.body
    qtbot.waitUntil(lambda: not body.no_trend.isHidden())
    kept = TrendPoint("2026-11-01T09:30:00+00:00", 3, 50.0, 44.0)
    script.trend_line = TrendLine("spring", (kept,))
    reviewed.session.scores.kept.emit()
    qtbot.waitUntil(lambda: not body.trend.isHidden())
