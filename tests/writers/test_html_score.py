"""The score in the HTML report can be recomputed with what is printed, and nothing else."""

from __future__ import annotations

import io
import re

import pytest
import sample_report
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from brandguard import score
from brandguard.messages import LANGUAGES, Messages
from brandguard.model.creative import Note
from brandguard.model.report import CreativeReport, Distance, Finding
from brandguard.writers import html_report, html_score

DIMENSIONS = ("colour", "logo", "imagery", "voice")
LEARNED = st.none() | st.floats(0, 9)
SEVERITIES = st.lists(
    st.tuples(st.sampled_from(["fail", "warn", "note"]), st.floats(0, 1)), max_size=6
)


def judged(parts):
    """Score made-up findings and distances by the program's own function."""
    dimensions, findings, distances = [], [], []
    for name, (weight, distance, severities, measured) in zip(DIMENSIONS, parts, strict=False):
        mine = [
            Finding(f"{'COL'}{i % 3:03d}", s, extent=extent, fingerprint=f"{name}{i}")
            for i, (s, extent) in enumerate(severities)
        ]
        far = None if distance is None else Distance(name, distance, None, (("colours", distance),))
        reason = None if measured else Note("why.no_picture")
        dimensions.append(score.score_dimension(name, weight, mine, far, reason))
        findings += mine if measured else []
        distances += [far] if far else []
    mean, cap, verdict = score.overall(dimensions, findings)
    return CreativeReport(
        "a.png", "0", None, None, "other", None, "", 1, mean, verdict, None, tuple(dimensions), cap,
        distances=tuple(distances), findings=tuple(findings),
    )  # fmt: skip


def printed(creative, lang="en"):
    out = io.StringIO()
    html_report.write(sample_report.report(creative), out, Messages.load(lang))
    return LexborHTMLParser(out.getvalue()).css_first("article")


def figures(node):
    """Read the numbers of a cell as a person would: comma or point, minus sign, per cent."""
    text = re.sub(r"\b[A-Z]{3}\d{3}\b|×\d+", " ", node.text()).replace("−", "-")
    return [float(n.replace(",", ".")) for n in re.findall(r"-?\d+(?:[.,]\d+)?", text)]


def recomputed(article):
    """Add up the printed lines; gives the mean and the score, and checks each line on the way."""
    total = 0.0
    for row in article.css(".sums tbody tr"):
        start, distance, deductions, end, weight, adds = row.css("td")
        (first,), (last,), (counts,) = figures(start), figures(end), figures(adds)
        taken = sum(sum(figures(points)) for points in deductions.css(".points"))
        assert first == 100.0
        assert round(first + sum(figures(distance)) + taken, 2) == last
        assert last * figures(weight)[0] / 100 == pytest.approx(counts, abs=0.06)
        total += counts
    return round(total, 2)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_printed_lines_add_up_to_the_score(lang):
    parts = (
        (0.3, 0.84, (("fail", 0.7), ("warn", 0.2), ("warn", 1.0)), True),
        (0.15, None, (), True),
        (0.15, 1.3178, (("note", 1.0),), True),
        (0.15, None, (("warn", 0.3),), False),
    )
    creative = judged(parts)
    article = printed(creative, lang)
    assert len(article.css(".sums tbody tr")) == 3
    mean = recomputed(article)
    assert figures(article.css_first(".mean")) == [mean]
    (capped,) = figures(article.css_first(".capped"))
    assert mean / 2 == pytest.approx(capped, abs=0.01)
    assert round(creative.score, 2) == capped
    assert [round(capped, 1)] == figures(article.css_first(".score"))[-1:]


@settings(max_examples=15, deadline=None)
@given(
    st.lists(st.tuples(st.floats(0, 1), LEARNED, SEVERITIES, st.booleans()), min_size=1, max_size=4)
)
def test_any_score_can_be_recomputed_from_what_is_printed(parts):
    article = printed(judged(parts))
    mean = recomputed(article)
    if article.css_first(".mean") is not None and figures(article.css_first(".mean")):
        assert figures(article.css_first(".mean")) == [mean]


@given(st.lists(st.floats(0, 100), min_size=1, max_size=8))
def test_rounded_steps_add_up(values):
    whole = sorted(values, reverse=True)
    made = html_score.steps(whole)
    assert round(round(whole[0], 2) + sum(made), 2) == round(whole[-1], 2)
    assert all(abs(s - (b - a)) <= 0.0101 for s, a, b in zip(made, whole, whole[1:], strict=False))


def test_the_distance_is_a_line_of_its_own_with_what_it_is_made_of():
    article = printed(judged([(1.0, 0.84, (), True)]))
    (row,) = article.css(".sums tbody tr")
    assert "distance 0.84 from what was approved: colours 0.84" in " ".join(row.text().split())
    assert figures(row.css("td")[1]) == [round(round(100 * 0.7**0.84, 2) - 100, 2)]
