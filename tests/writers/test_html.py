"""The HTML report: what a manager sees, and that the sums in it are right."""

from __future__ import annotations

import base64
import hashlib
import io
import re
from dataclasses import replace

import pytest
import sample_report
from selectolax.lexbor import LexborHTMLParser

from brandguard.messages import LANGUAGES, Messages
from brandguard.model.report import Finding, Summary
from brandguard.model.trend import TrendLine, TrendPoint
from brandguard.writers import html_plan, html_report
from brandguard.writers.approved import small
from brandguard.writers.html_report import GENERATOR
from brandguard.writers.overlay import AIR


def parsed(report=None, lang="en"):
    out = io.StringIO()
    html_report.write(report or sample_report.report(), out, Messages.load(lang))
    return LexborHTMLParser(out.getvalue())


def words(node):
    return " ".join(node.text().split())


def test_it_says_what_it_is():
    page = parsed()
    assert (
        page.css_first("meta[name=generator]").attributes["content"]
        == GENERATOR
        == "brandguard report/1"
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_language_is_named(lang):
    assert parsed(lang=lang).css_first("html").attributes["lang"] == lang


def test_only_our_own_style_may_be_used():
    page = parsed()
    style = page.css_first("style").text()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = page.css_first("meta[http-equiv=Content-Security-Policy]").attributes["content"]
    assert policy == f"default-src 'none'; img-src data:; style-src 'sha256-{digest}'"
    assert not page.css("[style]")


def test_every_creative_is_listed_the_worst_first_and_leads_to_its_part():
    page = parsed()
    links = page.css(".overview a")
    assert [link.text() for link in links] == ["volantino.pdf", "banner.png", "post.png"]
    for link in links:
        assert page.css_first(link.attributes["href"]) is not None


def test_verdict_is_shape_and_word():
    cells = [words(cell) for cell in parsed().css(".overview .verdict")]
    assert cells == ["■ Off brand", "✕ Unreadable", "✓ On brand"]


def test_each_finding_with_a_place_is_drawn_once_with_its_number():
    first = parsed().css_first("article")
    badges = [words(b) for b in first.css(".places .badge")]
    assert sorted(badges) == ["1", "2", "3", "4", "5"]
    assert len(first.css(".places rect.dark")) == len(first.css(".places rect.light")) >= 5


def test_a_frame_lies_around_its_place_and_not_on_it():
    first = parsed().css_first("article")
    svg = first.css_first("svg.places")
    width, height = map(float, svg.attributes["viewBox"].split()[2:])
    rect = svg.css_first("rect.dark").attributes
    left, top = float(rect["x"]), float(rect["y"])
    assert [left + AIR, top + AIR] == pytest.approx([0.55 * width, 0.5 * height], abs=0.1)
    assert float(rect["width"]) - 2 * AIR == pytest.approx(0.35 * width, abs=0.1)


def test_words_are_marked_with_the_finding_they_belong_to():
    marks = [words(mark) for mark in parsed().css("mark")]
    assert marks == ["Scopra3", "Sua", "Brandguard4", "economico5", "Chiamaci"]


def test_no_word_of_the_text_is_lost():
    copy = parsed().css_first(".copy")
    plain = re.sub(r"[345](?=\s|,|\.)", "", copy.text())
    assert plain == sample_report.TEXT


def test_what_was_not_measured_is_said_with_its_reason():
    coverage = [words(node) for node in parsed().css("article .coverage li")]
    assert "Logo: not part of this version yet" in coverage
    assert "Voice: its words are part of the picture and cannot be read" in coverage


def test_profile_and_version_stand_at_the_end():
    footer = words(parsed().css_first("footer"))
    assert "Acme" in footer
    assert "0" * 64 in footer
    assert "BrandGuard 0.1.0" in footer


def test_an_accepted_finding_says_who_and_until_when():
    waived = words(parsed().css_first(".finding.waived"))
    assert "Accepted: The retailer insists on it, by Anna, until 2027-01-31" in waived


def test_pictures_have_words_and_sections_have_names():
    page = parsed()
    assert all(img.attributes.get("alt") for img in page.css("img"))
    assert all(page.css_first(f"#{a.attributes['aria-labelledby']}") for a in page.css("article"))
    assert all(page.css_first(landmark) for landmark in ("main", "header", "footer"))


def test_pages_without_findings_are_shown_small():
    first = sample_report.failing().page_views[0]
    views = tuple(replace(first, number=n) for n in range(1, 31))
    page = parsed(
        sample_report.report(replace(sample_report.failing(), pages=30, page_views=views))
    )
    assert len(page.css(".frame")) == 1
    assert [words(c) for c in page.css(".sheet figcaption")] == [f"Page {n}" for n in range(2, 14)]
    assert "Only some of the 30 pages are shown." in words(page.css_first(".pages"))


def test_too_many_findings_are_cut_with_a_note(monkeypatch):
    monkeypatch.setattr(html_plan, "MOST_FINDINGS", 8)
    page = parsed(sample_report.report(*[sample_report.failing()] * 4))
    assert len(page.css("article.creative .finding")) == 8
    assert len(page.css(".overview tbody tr")) == 4
    assert len(page.css(".overview a")) == len(page.css("article")) == 2
    assert "first 8 findings" in words(page.css_first(".notice"))


def test_too_many_creatives_are_cut_with_a_note(monkeypatch):
    monkeypatch.setattr(html_plan, "MOST_CREATIVES", 3)
    page = parsed(sample_report.report(*[sample_report.passing()] * 5))
    assert len(page.css("article")) == 3
    assert len(page.css(".overview tbody tr")) == 5
    assert "first 3 creatives" in words(page.css_first(".notice"))


def test_the_colours_of_words_can_be_read():
    css = parsed().css_first("style").text()
    for block in re.findall(r":root \{(.*?)\}", css, flags=re.DOTALL):
        colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]+)", block))
        ground = {name: colours[name] for name in ("ground", "card", "soft")}
        for name in ("ink", "muted", "fail", "warn", "pass", "note", "off"):
            for under, paper in ground.items():
                assert contrast(colours[name], paper) >= 4.5, (name, under, colours[name])
        for name in ("mark-fail", "mark-warn", "mark-note"):
            assert contrast(colours["ink"], colours[name]) >= 4.5, name
    for plate in re.findall(r"\.badge\.\w+ \.plate \{ fill: (#[0-9a-f]{6})", css):
        assert contrast("#ffffff", plate) >= 4.5


def contrast(one, other):
    """WCAG 2.2, relative luminance."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(code):
    digits = code[1:] if len(code) == 7 else "".join(c * 2 for c in code[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def test_the_page_is_named_only_where_there_is_more_than_one():
    report = sample_report.report()
    first = report.creatives[0]
    assert "Page 1" not in words(parsed(report).css_first("article .findings"))
    long = replace(report, creatives=(replace(first, pages=2), *report.creatives[1:]))
    assert "Page 1" in words(parsed(long).css_first("article .findings"))


def test_text_without_marks_is_folded_away_where_a_picture_shows_it():
    report = sample_report.report()
    first = report.creatives[0]
    assert parsed(report).css_first("article.is-fail details") is None
    clean = replace(report, creatives=(replace(first, findings=()),))
    folded = parsed(clean).css_first("article details .copy")
    assert folded.text() == sample_report.TEXT


def test_a_score_below_100_without_findings_is_explained_by_the_distance():
    report = sample_report.report()
    first = replace(report.creatives[0], findings=(), cap=None)
    said = words(parsed(replace(report, creatives=(first,))).css_first("article .clean"))
    assert "The score tells how close it comes to what was approved." in said
    plain = tuple(replace(d, distance=None) for d in first.dimensions)
    bare = replace(report, creatives=(replace(first, dimensions=plain),))
    assert "Nothing found." in words(parsed(bare).css_first("article .clean"))


def test_a_colour_stands_by_its_finding_and_the_wanted_one_by_the_advice():
    found = parsed().css_first("article .finding")
    assert found.css_first(".message .chip rect").attributes["fill"] == "#1FA8A0"
    assert found.css_first(".suggestion .chip rect").attributes["fill"] == "#2B2D33"


def test_the_nearest_approved_creative_is_shown_beside_the_finding():
    facts = {"distance": 1.3, "limit": 1.0, "fail_at": 1.5, "parts": "colours", "examples": 9}
    path = "approved/poster <1>.png"
    odd = Finding("IMG001", "warn", facts | {"nearest": path}, limit_from="learned")
    report = sample_report.report(replace(sample_report.failing(), findings=(odd,)))
    assert not parsed(report).css("figure.approved")
    shown = parsed(replace(report, approved={path: sample_report.thumbnail()})).css(
        "figure.approved"
    )
    assert [words(figure) for figure in shown] == ["Nearest approved: poster <1>.png"]


def test_a_broken_thumbnail_of_an_approved_creative_is_left_out():
    assert small("no base64!") is None
    assert small("aGVsbG8=") is None


def test_what_passed_is_folded_and_what_did_not_stands_open():
    page = parsed()
    assert [a.id for a in page.css("article.creative")] == ["c1", "c3", "c2"]
    assert [bool(a.css_first("details.fold")) for a in page.css("article")] == [False, False, True]
    assert words(page.css_first("#c2 summary h3")) == "post.png"


def test_findings_come_before_the_text_that_they_are_about():
    first = parsed().css_first("#c1").html
    assert first.index('class="pages"') < first.index('class="results"')
    assert first.index('class="results"') < first.index('class="transcript"')


def test_the_worst_come_first_by_verdict_then_by_score_then_as_they_came():
    def one(path, score, verdict="pass"):
        return replace(sample_report.passing(path), score=score, verdict=verdict)

    given = (
        one("a.png", 90.0), one("b.png", 80.0, "warn"), one("c.png", 30.0), one("d.png", 90.0),
        one("e.png", None, "not_evaluable"), one("f.png", 40.0, "fail"), one("g.png", 70.0, "warn"),
        sample_report.unreadable("h.png"),
    )  # fmt: skip
    listed = [words(a) for a in parsed(sample_report.report(*given)).css(".overview a")]
    assert listed == [f"{name}.png" for name in "fhgbecad"]


def test_every_link_leads_somewhere_and_every_choice_shows_a_verdict_that_is_there():
    page = parsed()
    for link in page.css("a"):
        assert page.css_first(link.attributes["href"]) is not None, link.html
    choices = [i.id for i in page.css(".filter input")]
    assert choices == ["show-all", "show-fail", "show-pass", "show-unreadable"]
    assert [label.attributes["for"] for label in page.css(".filter label")] == choices
    assert len(page.css(".overview tr.is-fail")) == len(page.css("article.is-fail")) == 1
    assert "show-fail:checked" in page.css_first("style").text()


def test_no_filter_where_there_is_nothing_to_choose():
    assert not parsed(
        replace(
            sample_report.report(sample_report.passing()),
            summary=Summary(1, passed=1, score=96.0),
        )
    ).css(".filter")


def test_accepted_findings_and_stale_waivers_have_a_list_of_their_own():
    stale = Finding(
        "WVR001", "note",
        {"rule": "COL001", "until": "2026-10-31", "by": "Ugo", "reason": "season"}, fingerprint="0",
    )  # fmt: skip
    first = sample_report.failing()
    page = parsed(
        sample_report.report(replace(first, findings=(*first.findings, stale)))
    ).css_first("#accepted")
    assert "The waiver of COL001 ended on 2026-10-31 (by Ugo): «season»." in words(page)
    (row,) = page.css("tbody tr")
    for part in ("volantino.pdf", "TRM001", "The retailer insists on it", "Anna", "2027-01-31"):
        assert part in words(row)
    assert parsed(sample_report.report(sample_report.passing())).css_first("#accepted") is None


def test_what_could_be_measured_is_counted_over_the_run():
    rows = {words(r.css_first("th")): words(r) for r in parsed().css("#measured tbody tr")}
    assert "2 of 3" in rows["Colour"]
    assert "1 of 3" in rows["Voice"]
    assert "1 × its words are part of the picture" in rows["Voice"]


def test_a_trend_is_drawn_and_said_in_figures():
    points = tuple(
        TrendPoint(f"2026-11-{day}T08:00:00+00:00", 24, score, coherence, profile_sha256=sha)
        for day, score, coherence, sha in ((10, 60.0, 50.0, "a"), (17, 80.0, None, "b"))
    )
    lines = (TrendLine(None, points), TrendLine("spring", points[:1]))
    shown = parsed(replace(sample_report.report(), trend=lines)).css_first("#trend")
    assert len(shown.css("svg.line")) == 1  # one run is no line
    rows = [[words(cell) for cell in row.css("th, td")] for row in shown.css("tbody tr")]
    assert rows == [
        ["2026-11-10 08:00", "24", "60.0", "50.0"],
        ["2026-11-17 08:00 another profile", "24", "80.0", "–"],
    ]
    assert shown.css_first(".course").attributes["d"] == "M0.0 48.0 L600.0 24.0"


def test_print_opens_what_is_folded_and_keeps_cards_whole():
    css = parsed().css_first("style").text()
    printed = css[css.index("@media print") :]
    assert "details::details-content { content-visibility: visible" in printed
    assert "break-inside: avoid" in printed
    assert "@page" in css


def test_many_pictures_become_small_and_then_none(monkeypatch):
    one = sample_report.passing()
    large = len(one.page_views[0].thumbnail)
    monkeypatch.setattr(html_plan, "LARGE_PICTURES", 2 * large)
    monkeypatch.setattr(html_plan, "ALL_PICTURES", 4 * large)
    monkeypatch.setattr(html_plan, "SMALL_PICTURE", large)
    page = parsed(sample_report.report(*[one] * 6))
    widths = [img.attributes["width"] for img in page.css("article img")]
    assert widths == ["360", "360", "220", "220"]
    assert len(page.css("article")) == 6
