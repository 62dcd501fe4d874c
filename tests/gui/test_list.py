"""Somebody has many creatives open and looks for the ones that matter."""

from dataclasses import replace

import pytest
from fakes import judged, unreadable
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from brandguard.gui.entry import Entry
from brandguard.gui.shown import HEADING_ROLE
from brandguard.gui.view import GROUPS, ORDERS, STATES, Heading, View, arranged


def entry(name, verdict="pass", score=90.0, campaign="spring", channel="online"):
    report = replace(judged(name, verdict=verdict, score=score), campaign=campaign, channel=channel)
    return Entry(name, report)


SOME = (
    entry("b.png", "warn", 70.0),
    entry("a.png", "fail", 30.0, channel="offline"),
    entry("c.png", "pass", 99.0, campaign="autumn", channel=None),
    Entry("d.png", unreadable("d.png")),
    Entry("e.png"),
)


def names(view):
    return [x.key if isinstance(x, Heading) else x.path for x in arranged(SOME, view)]


def test_worst_comes_first():
    assert names(View(order="worst")) == ["a.png", "b.png", "c.png", "d.png", "e.png"]


def test_groups_have_headings_and_counts():
    items = arranged(SOME, View(group="channel"))
    assert [i for i in items if isinstance(i, Heading)] == [
        Heading("offline", 1), Heading("online", 1), Heading("", 3),
    ]  # fmt: skip
    assert names(View(group="state"))[:2] == ["fail", "a.png"]


def test_filters_by_state_channel_and_campaign():
    assert names(View(states=frozenset({"fail", "warn"}))) == ["b.png", "a.png"]
    assert names(View(channel="offline")) == ["a.png"]
    assert names(View(campaign="autumn")) == ["c.png"]


@pytest.mark.parametrize("words", ["A.PNG", "trm001 a.png", "luma a"])
def test_search_looks_at_names_rules_and_text(words):
    assert "a.png" in names(View(search=words))
    assert names(View(search="zebra")) == []


@given(
    st.sets(st.sampled_from(STATES)), st.sampled_from(GROUPS), st.sampled_from(ORDERS),
    st.sampled_from(["", "png", "a", "luma"]),
)  # fmt: skip
def test_no_creative_is_lost_or_shown_twice(states, group, order, search):
    narrow = View(states=frozenset(states), search=search)
    shown = [p for p in names(replace(narrow, group=group, order=order)) if p.endswith(".png")]
    assert sorted(shown) == sorted(names(narrow))


def shown(window):
    return [window.creatives.shown.index(i).data() for i in range(window.list.model().rowCount())]


def test_typing_narrows_the_list_and_says_how_many_are_hidden(checked, qtbot):
    qtbot.keyClicks(checked.creatives.search, "flyer")
    qtbot.waitUntil(lambda: shown(checked) == ["flyer.pdf"])
    assert "3 hidden" in checked.creatives._hidden.text()
    checked.creatives.show_all()
    assert len(shown(checked)) == 4
    assert not checked.creatives._hidden.isVisible()


def test_headings_cannot_be_chosen_and_f8_passes_over_them(checked):
    checked.creatives.show_view(View(group="state"))
    model = checked.creatives.shown
    heads = [i for i in range(model.rowCount()) if model.index(i).data(HEADING_ROLE)]
    assert heads
    assert all(model.flags(model.index(i)) == Qt.ItemFlag.NoItemFlags for i in heads)
    seen = []
    for _ in range(9):
        checked.next_finding.trigger()
        seen.append(checked.session.current.name)
    assert set(seen) == {"banner.png", "flyer.pdf", "post.txt"}


def test_the_menu_offers_what_there_is(checked):
    pane = checked.creatives
    pane.fill_menu()
    texts = [action.text() for action in pane.menu.actions()]
    assert "Worst first" in texts
    next(a for a in pane.menu.actions() if a.text() == "Worst first").trigger()
    assert pane.shown.view.order == "worst"


def test_the_creative_in_hand_stays_in_hand(checked):
    checked.session.select_path(checked.session.order()[2])
    name = checked.session.current.name
    checked.creatives.show_view(View(order="name", group="campaign"))
    assert checked.session.current.name == name
    assert checked.list.currentIndex().data() == name
