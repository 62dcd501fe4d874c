"""A designer puts two creatives side by side and sees where they part."""

from dataclasses import replace

import pytest
from fakes import judged, page
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from test_campaign import NAMES, campaign, contradiction, dimensions, drawn, stating

from brandguard.gui import theme
from brandguard.model.coherence import Coherence
from brandguard.model.features import Swatch
from brandguard.model.report import Addressed, CampaignReport, Place


def settled(window, qtbot):
    compare = window.campaign.compare
    qtbot.waitUntil(lambda: compare.report is not None and not compare.slices.running)


def comparison(ones, others):
    paths = (ones[0][0].path, others[0][0].path)
    conflict, found = contradiction((*paths, "/elsewhere.png"))
    return CampaignReport(
        " × ".join(paths), None, "fail", 2, (found,), (conflict,),
        coherence=Coherence(
            paths, 41.5, dimensions(35.0, 50.0), palettes=((Swatch("#1F3A5F", 0.6),), ()),
            palette_weights=((1.0,), ()),
        ),
    )  # fmt: skip


def addressing(path):
    form = "informal" if "banner" in path else "formal"
    one = Addressed("it", form, 2, Place(1), "tu", "Vieni tu")
    return replace(stating(path), addressed=(one,))


@pytest.fixture
def ready(window, creatives, qtbot, script):
    script.reports = dict.fromkeys(NAMES, addressing)
    script.comparison = comparison
    known = [next(p for p in creatives if p.endswith(name)) for name in NAMES]
    script.campaigns = (campaign(known),)
    window.session.add(creatives)
    qtbot.waitUntil(lambda: bool(window.session.campaigns))
    window.views.show_view("campaign")
    drawn(window, qtbot)
    return window


@pytest.fixture
def beside(ready, qtbot):
    """The pair of the campaign's page, side by side."""
    qtbot.mouseClick(ready.campaign.body.pair_cards[0], Qt.MouseButton.LeftButton)
    settled(ready, qtbot)
    return ready


def names(compare):
    return compare.one.entry.name, compare.other.entry.name


def test_a_pair_is_shown_side_by_side(beside):
    compare = beside.campaign.compare
    assert beside.campaign.stack.currentWidget() is compare
    assert names(compare) == ("banner.png", "flyer.pdf")
    assert compare.one.selector.currentText() == "banner.png"
    assert compare.figure.value.text() == "41.5"
    assert "Colour 35.0" in compare.agreement.view.accessibleDescription()
    assert not compare.one.canvas.picture.isNull()


def test_what_is_at_odds_is_framed_and_numbered_on_both(beside):
    compare = beside.campaign.compare
    (left,) = compare.one.canvas.overlays
    assert (left.spot.index, left.spot.box) == (0, (0.5, 0.6, 0.9, 0.9))
    assert compare.other.page == 2  # where it says otherwise
    (right, *_) = compare.other.canvas.overlays
    assert right.spot.index == 0


def test_a_frame_points_at_its_card_and_both_places(beside):
    compare = beside.campaign.compare
    compare.one.spot_pressed.emit(0)
    assert compare.one.canvas.overlays[0].chosen
    assert compare.other.canvas.overlays[0].chosen


def test_facts_and_forms_of_address_stand_side_by_side(beside):
    table = beside.campaign.compare.table
    cells = [[table.item(r, c).text() for c in range(3)] for r in range(table.rowCount())]
    assert cells == [["Discount", "20", "30"], ["Form of address", "tu", "Lei"]]
    assert [table.horizontalHeaderItem(c).text() for c in (1, 2)] == ["banner.png", "flyer.pdf"]


def test_palettes_lie_over_each_other_and_the_brand(beside):
    said = beside.campaign.compare.palettes.view.accessibleDescription()
    assert said == "banner.png: #1F3A5F 60%; Brand: Sun #F2B441"


def test_the_way_back_is_drawn_in_the_scheme_s_colour(beside, qapp, qtbot):
    back = beside.campaign.compare.back

    def ink():
        picture = back.icon().pixmap(20).toImage()
        places = [(x, y) for x in range(picture.width()) for y in range(picture.height())]
        return max((picture.pixelColor(*at) for at in places), key=lambda c: c.alpha()).lightness()

    theme.wear(qapp, "dark")
    try:
        qtbot.waitUntil(lambda: ink() > 200)
    finally:
        theme.wear(qapp, "light")
    qtbot.waitUntil(lambda: ink() < 60)


def test_alt_left_goes_back(beside, qtbot):
    compare = beside.campaign.compare
    qtbot.keyClick(compare.one.selector, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert beside.campaign.stack.currentWidget() is beside.campaign.body


def test_another_creative_can_be_taken_on_either_side(beside, qtbot, script):
    compare = beside.campaign.compare
    at = compare.other.selector.findText("post.txt")
    compare.other.selector.setCurrentIndex(at)
    compare.other.selector.activated.emit(at)
    qtbot.waitUntil(lambda: len(script.sides_compared) == 2)
    assert names(compare) == ("banner.png", "post.txt")


def test_a_creative_is_not_compared_with_itself(beside, qtbot):
    compare = beside.campaign.compare
    with qtbot.waitSignal(beside.session.said) as said:
        compare.other.selector.activated.emit(compare.other.selector.findText("banner.png"))
    assert "two different" in said.args[0]
    assert names(compare) == ("banner.png", "flyer.pdf")


def wheel(canvas):
    at = QPointF(canvas.viewport().rect().center())
    event = QWheelEvent(
        at, canvas.viewport().mapToGlobal(at), QPoint(), QPoint(0, 240), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,  # noqa: FBT003  Qt's
    )  # fmt: skip
    canvas.wheelEvent(event)


def test_both_zoom_together_unless_that_is_switched_off(beside):
    compare = beside.campaign.compare
    one, other = compare.one.canvas, compare.other.canvas
    before = other.transform().m11()
    wheel(one)
    assert other.transform().m11() == pytest.approx(before * 1.44)
    compare.sync.setChecked(False)
    wheel(one)
    assert other.transform().m11() == pytest.approx(before * 1.44)


def test_two_that_are_marked_in_the_list_are_compared(ready, qtbot, script):
    ready.views.show_view("creatives")
    view, shown = ready.list, ready.creatives.shown
    model = view.selectionModel()
    rows = [shown.place_of(e.path) for e in ready.session.rows.entries() if "broken" not in e.path]
    model.clear()
    for row in rows[1:3]:
        model.select(shown.index(row), model.SelectionFlag.Select)
    ready.compare.trigger()
    settled(ready, qtbot)
    assert ready.views.shown.name == "campaign"
    assert set(names(ready.campaign.compare)) == {"flyer.pdf", "post.txt"}
    assert len(script.sides_compared) == 1


def test_one_alone_is_compared_with_its_furthest(ready, qtbot):
    body = ready.campaign.body
    body.matrix.selectRow(2)  # flyer.pdf, which has a pair among the worst
    body.compare_one.click()
    settled(ready, qtbot)
    assert names(ready.campaign.compare) == ("flyer.pdf", "banner.png")


def test_the_furthest_is_looked_for_where_no_pair_is_known(ready, qtbot, script):
    from brandguard.model.coherence import PairAgreement

    def looked(ones, others):
        one, other = ones[0][0].path, others[0][0].path
        pair = PairAgreement(one, other, ("online", "offline"), 33.0, ())
        made = comparison(ones, others)
        return replace(made, coherence=replace(made.coherence, pairs=(pair,)))

    script.comparison = looked
    body = ready.campaign.body
    body.matrix.selectRow(1)
    body.matrix.setFocus()
    qtbot.keyClick(body.matrix, Qt.Key.Key_Return)
    settled(ready, qtbot)
    assert names(ready.campaign.compare) == ("post.txt", "banner.png")
    assert len(script.sides_compared[0][1]) == 1  # the other side alone


def test_an_edited_profile_compares_anew(beside, qtbot, script):
    compare = beside.campaign.compare
    with qtbot.waitSignal(beside.session.rejudged):
        beside.session.judge_again()
    qtbot.waitUntil(lambda: len(script.sides_compared) == 2)
    assert names(compare) == ("banner.png", "flyer.pdf")


def test_a_text_without_picture_shows_its_words(ready, qtbot, script):
    plain = lambda path: replace(  # noqa: E731
        judged(path), page_views=(replace(page(1), thumbnail=None),)
    )
    script.reports = {**script.reports, "post.txt": plain}
    with qtbot.waitSignal(ready.session.rejudged):
        ready.session.judge_again()
    entries = {e.name: e.path for e in ready.session.rows.entries()}
    ready.campaign.compare_two(entries["banner.png"], entries["post.txt"])
    settled(ready, qtbot)
    qtbot.waitUntil(lambda: ready.campaign.compare.other.entry.name == "post.txt")
    side = ready.campaign.compare.other
    assert side.text.isVisible()
    assert "cheap" in side.text.toPlainText()


def test_an_unreadable_one_says_that_nothing_can_be_compared(ready, qtbot, script):
    script.comparison = None
    entries = {e.name: e.path for e in ready.session.rows.entries()}
    ready.campaign.compare_two(entries["banner.png"], entries["broken.png"])
    settled(ready, qtbot)
    compare = ready.campaign.compare
    assert compare.hint.isVisible()
    assert "could not be read" in compare.hint.text()
    assert compare.figure.value.text() == "–"
