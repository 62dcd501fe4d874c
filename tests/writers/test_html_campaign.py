"""The campaign's page: agreement, matrix, pairs, conflicts with all their sides, the message."""

from __future__ import annotations

from dataclasses import replace

import campaign_report
import pytest
import sample_report
from test_html import parsed, words

from brandguard.messages import LANGUAGES, Messages
from brandguard.model.coherence import Saying
from brandguard.model.creative import Note
from brandguard.model.report import CampaignReport
from brandguard.writers import html_plan


@pytest.fixture(scope="module")
def page():
    return parsed(campaign_report.report())


def rows(table):
    return [[words(cell) for cell in row.css("th, td")] for row in table.css("tbody tr")]


def test_campaigns_come_before_the_creatives_and_the_worst_first():
    report = campaign_report.report()
    right = CampaignReport("right", 99.0, "pass", 3)
    html = parsed(replace(report, campaigns=(right, *report.campaigns)))
    assert [words(h) for h in html.css(".campaign h3")] == ["spring", "right"]
    assert html.html.index('class="campaign"') < html.html.index('id="creatives"')


def test_both_sides_are_compared_in_each_dimension_with_bar_figure_and_reason(page):
    table = page.css_first(".dimensions")
    said = {row[0]: row[2:] for row in rows(table)}
    assert list(said) == [
        "Colour", "Logo", "Typography", "Imagery", "Voice", "Message", "Production",
    ]  # fmt: skip
    assert said["Colour"] == ["91.5", "20%", "colours 1.50"]
    assert said["Typography"] == ["–", "–", "not compared: there is no picture"]
    assert said["Message"][2] == "−45.0 The campaign contradicts itself CAM010"
    fills = table.css(".bar .fill")
    assert [fill.attributes["width"] for fill in fills][:2] == ["91.50", "100.00"]
    assert words(page.css_first(".campaign .agreement h4")) == "How far offline and online agree"


def test_the_matrix_is_a_table_with_figures_in_every_cell(page):
    table = page.css_first("table.heat")
    assert all(th.attributes["scope"] == "col" for th in table.css("thead th"))
    assert all(th.attributes["scope"] == "row" for th in table.css("tbody th"))
    first, second = rows(table)
    assert first[0].startswith("post.png")
    assert first[1] == "62"
    assert first[3] == "–not compared: there is no picture"
    assert first[8] == "31"
    assert first[-1] == "claim, core colour"
    assert second[0].startswith("volantino.pdf")
    cells = table.css("tbody td.cell")
    assert all(words(cell) for cell in cells)
    heat = {cell.attributes["class"].split()[-1] for cell in cells}
    assert {"h0", "h4", "none"} <= heat


def test_the_matrix_can_be_reached_by_keyboard_where_it_must_be_scrolled(page):
    for region in page.css(".across"):
        assert region.attributes["tabindex"] == "0"
        assert region.attributes["aria-label"]


def test_a_large_campaign_shows_the_rows_that_agree_least_and_counts_the_rest():
    report = campaign_report.report()
    (one,) = report.campaigns
    row = one.coherence.creatives[0]
    many = tuple(replace(row, path=f"spring/online/{i}.png") for i in range(60))
    large = replace(one.coherence, creatives=many, creatives_compared=75)
    html = parsed(replace(report, campaigns=(replace(one, coherence=large),)))
    assert len(html.css(".heat tbody tr")) == html_plan.MOST_ROWS == 40
    assert "35 creatives more agree better than these." in words(html.css_first(".matrix"))


def test_the_pairs_furthest_apart_are_shown_with_both_pictures_and_their_figures(page):
    (card,) = page.css(".apart .card")
    assert len(card.css("svg.shot use")) == 2
    assert [words(a) for a in card.css("a")] == ["volantino.pdf", "post.png"]
    marks = [words(mark) for mark in card.css(".marks > div")]
    assert marks == ["Agreement24", "Imagery18", "Message35", "Voice54", "Colour72", "Logo80"]
    assert "1 pair of 1 that were compared." in words(page.css_first(".apart"))


def test_a_conflict_has_a_row_for_each_side_grouped_by_what_it_says(page):
    (conflict,) = page.css(".conflict")
    groups = [words(th) for th in conflict.css("th[scope=rowgroup]")]
    assert groups == ["−30 %1 creative", "−20 %3 creatives"]
    said = [[words(td) for td in row.css("td")] for row in conflict.css("tbody tr")]
    assert [row[1] for row in said] == [
        "volantino.pdfoffline", "post.pngonline", "radio.txtoffline", "email.htmlonline",
    ]  # fmt: skip
    assert [row[2] for row in said] == [
        "Sconto del 30 % sulle scarpe", "Scarpe a -20%", "Il venti per cento in meno", "-20 %",
    ]  # fmt: skip
    assert [words(b) for b in conflict.css("q b")] == ["30 %", "-20%", "venti per cento"]
    assert "Page 1" not in words(conflict)
    assert words(conflict.css_first("h5")) == "1 The campaign contradicts itself: Discount CAM010"


def test_sides_lead_to_their_creatives_and_show_where_they_say_it(page):
    links = page.css(".conflict .file a")
    assert [link.attributes["href"] for link in links] == ["#c1", "#c2"]
    first, second = page.css(".conflict svg.thumb use")
    drawn = first.parent
    assert len(drawn.css("rect.light")) == 1
    assert not second.parent.css("rect")
    for use in (first, second):
        picture = page.css_first(f"defs {use.attributes['href']}")
        assert picture.attributes["href"].startswith("data:image/jpeg;base64,")


def test_a_creative_beyond_the_room_of_the_file_is_linked_by_its_line(monkeypatch):
    monkeypatch.setattr(html_plan, "MOST_CREATIVES", 1)
    links = parsed(campaign_report.report()).css(".conflict .file a")
    assert [link.attributes["href"] for link in links] == ["#c1", "#r2"]


def test_a_conflict_without_a_finding_is_shown_too_and_other_findings_stand_by_themselves():
    report = campaign_report.report()
    (one,) = report.campaigns
    other = sample_report.findings()[1]
    html = parsed(replace(report, campaigns=(replace(one, findings=(other,)),)))
    assert words(html.css_first(".conflict h5")) == (
        "The campaign contradicts itself: Discount CAM010"
    )
    assert "COL002" in words(html.css_first(".campaign .others"))


def test_forms_of_address_are_named():
    report = campaign_report.report()
    (one,) = report.campaigns
    (conflict,) = one.conflicts
    informal, formal = (
        replace(side, value=value)
        for side, value in zip(conflict.sides, ("it:informal", "it:formal"), strict=False)
    )
    spoken = replace(conflict, rule="CAM011", fact=None, sides=(informal, formal))
    html = parsed(replace(report, campaigns=(replace(one, conflicts=(spoken,), findings=()),)))
    said = [words(b) for b in html.css(".conflict .value b")]
    table = Messages.load("en").tables["address_it"]
    assert said == [table["informal"], table["formal"]]


def test_a_date_is_the_same_with_and_without_its_year():
    report = campaign_report.report()
    (one,) = report.campaigns
    (conflict,) = one.conflicts
    dates = ("2027-05-15", "2027-05-31", "--05-31")
    sides = tuple(replace(s, value=v, raw=v) for s, v in zip(conflict.sides, dates, strict=False))
    said = replace(conflict, fact="date", sides=sides)
    html = parsed(replace(report, campaigns=(replace(one, conflicts=(said,)),)))
    groups = html.css(".conflict th[scope=rowgroup]")
    assert [words(th) for th in groups] == ["2027-05-151 creative", "2027-05-312 creatives"]


def test_each_side_says_what_it_states_by_kind(page):
    said = {row[0]: row[1:] for row in rows(page.css_first("table.facts"))}
    assert said == {
        "Price": ["9 €", "nothing"],
        "Discount■ contradicts itself": ["30 %", "-20%"],  # said twice in one creative: once
    }


def test_headlines_and_calls_stand_side_by_side(page):
    one, other = page.css(".sayings .columns > div")
    assert words(one.css_first("h5")) == "offline"
    assert words(one.css_first(".headline")) == "Scopra la Sua cucina"
    assert words(one.css_first(".call")) == "Venga"
    assert words(other.css_first(".headline")) == "Scarpe nuove"


def test_the_palettes_of_both_sides_are_bars_with_their_figures(page):
    one, other = page.css(".palettes figure")
    widths = [float(rect.attributes["width"]) for rect in one.css(".strip rect")]
    assert widths == [60.0, 30.0, 10.0]
    assert words(other) == "online #1FA8A0 90%"


def test_two_paths_are_the_sides_of_a_comparison():
    html = parsed(campaign_report.report(sides=("spring/offline", "spring/online")))
    assert (
        words(html.css_first(".agreement h4")) == "How far spring/offline and spring/online agree"
    )
    assert {row[0]: row[1:] for row in rows(html.css_first("table.facts"))}["Price"] == [
        "9 €", "nothing",
    ]  # fmt: skip


def test_a_comparison_without_a_profile_is_named_after_its_sides():
    report = campaign_report.report(sides=("a/print/", "a/web"))
    assert words(parsed(replace(report, profile=None)).css_first("h1")) == "a/print · a/web"
    assert (
        words(parsed(replace(report, profile=None, campaigns=())).css_first("h1")) == "no profile"
    )


def test_one_side_alone_is_compared_within_itself():
    html = parsed(campaign_report.report(sides=("online", "online")))
    assert words(html.css_first(".agreement h4")) == "How far its creatives agree with one another"
    assert words(html.css_first(".matrix h4")) == "Each creative against the others"
    assert len(html.css(".columns > div")) == 1
    assert [words(th) for th in html.css(".facts thead th")] == ["Fact", "online"]


def test_a_campaign_in_which_nothing_could_be_compared_says_so():
    report = campaign_report.report()
    (one,) = report.campaigns
    mute = tuple(
        replace(d, score=None, parts=(), deductions=(), reason=Note("why.no_text"))
        for d in one.coherence.dimensions
    )
    empty = replace(
        one.coherence, score=None, dimensions=mute, creatives=(), pairs=(), palettes=((), ()),
        sayings=(Saying(campaign_report.FLYER, "offline", "  ", 1, (0, 2)),),
    )  # fmt: skip
    html = parsed(replace(report, campaigns=(replace(one, coherence=empty, conflicts=()),)))
    assert not html.css(".matrix, .apart, .palettes, .sayings, .conflicts")
    assert {row[4] for row in rows(html.css_first(".dimensions"))} == {
        "not compared: there is no text"
    }
    assert words(html.css(".figures dd")[1]) == "–"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_speaks_the_language_of_the_report(lang):
    text = words(parsed(campaign_report.report(), lang).css_first(".campaign"))
    table = Messages.load(lang).tables
    for key in ("contradictions", "pairs", "headlines", "side_palettes", "each_side_says"):
        assert table["report"][key] in text
    assert table["cue"]["core_colour"] in text
