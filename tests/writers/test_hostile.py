"""Names and copy that want to be markup, commands or other lines stay what they are: words."""

from __future__ import annotations

import base64
import csv
import io
import json
import xml.etree.ElementTree as ET
from dataclasses import replace

import campaign_report
import pytest
import sample_report
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from readback import text_of, workbook_of
from selectolax.lexbor import LexborHTMLParser

from brandguard.messages import LANGUAGES
from brandguard.model.paths import display_path, path_b64
from brandguard.model.report import CampaignReport, ProfileRef, Waived
from brandguard.settings import asset_path
from brandguard.writers import WRITERS

NASTY = (
    "<img src=x onerror=alert(1)>",
    "\"><script>alert(1)</script><a href='javascript:alert(1)'>",
    '=HYPERLINK("http://evil.example","x")',
    "two\nlines\r\nCOL001 fail forged",
    "\u202egpj.exe\u2066",
    "caf\udce9.png",
    "\x1b[2J\x07\x00\x9b31m",
    "{{ 7*7 }}{% for x in y %}{share:percent}[{nothing}]",
    "]]>--><!-- &lt;b&gt; '; DROP",
    "a" * 255,
)


def hostile(nasty):
    base = sample_report.failing(
        path=f"spring/{nasty}", text=f"{nasty} Brandguard {nasty}" + " x" * 40
    )
    found = tuple(
        replace(
            f,
            facts={k: nasty if isinstance(v, str) else v for k, v in f.facts.items()},
            waived=Waived(nasty, nasty, nasty, nasty),
            limit_from=f"profile: {nasty}",
            key=nasty,
        )
        for f in base.findings
    )
    rows = tuple(replace(row, nearest=nasty) for row in base.palette)
    creative = replace(base, findings=found, palette=rows, campaign=nasty, channel_from=nasty)
    broken = sample_report.unreadable(path=nasty)
    broken = replace(
        broken,
        error=replace(broken.error, facts={"cause": nasty, "format": nasty, "detail": nasty}),
    )
    report = sample_report.report(creative, broken)
    return replace(
        report,
        profile=ProfileRef(nasty, nasty, nasty),
        campaigns=(CampaignReport(nasty, 1.0, "fail", 2, found),),
        brand_palette=((nasty, "#E4002B"), ("ok", nasty)),
    )


def written(report, name, lang="en"):
    return text_of(report, name, lang)


@pytest.mark.parametrize("nasty", NASTY)
@pytest.mark.parametrize("writer", WRITERS, ids=lambda w: w.name)
def test_no_control_reaches_the_reader(writer, nasty):
    text = written(hostile(nasty), writer.name)
    line_ends = {"csv": {"\n", "\r"}, "pdf": {"\n", "\f"}}.get(writer.name, {"\n"})
    controls = {c for c in text if ord(c) < 32 or 127 <= ord(c) < 160} - line_ends
    assert not controls
    assert not set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029") & set(text)


@pytest.mark.parametrize("nasty", NASTY)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_html_holds_no_markup_but_ours(nasty, lang):
    page = LexborHTMLParser(written(hostile(nasty), "html", lang))
    assert not page.css("script, iframe, object, embed, form, base, link, meta[http-equiv=refresh]")
    for node in page.css("*"):
        assert not [name for name in node.attributes if name.startswith("on") or name == "style"]
    assert all(i.attributes["src"].startswith("data:image/jpeg;base64,") for i in page.css("img"))
    assert all(a.attributes["href"].startswith("#") for a in page.css("a"))
    assert len(page.css("img")) == 1
    twin = "ca/lm" if "/" in nasty else "calm"  # a folder more is an element more
    calm = LexborHTMLParser(written(hostile(twin), "html", lang))
    assert [n.tag for n in page.css("main *")] == [n.tag for n in calm.css("main *")]


def elements(text):
    """Give the tags of all elements in their order: what words must not change."""
    return [node.tag for node in LexborHTMLParser(text).css("*")]


@pytest.mark.parametrize("nasty", NASTY)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_campaigns_page_holds_no_element_but_ours(nasty, lang):
    page = written(campaign_report.report(nasty), "html", lang)
    assert elements(page) == elements(written(campaign_report.report("calm"), "html", lang))
    assert all(use.attributes["href"].startswith("#t") for use in LexborHTMLParser(page).css("use"))


@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(exclude_categories=()), min_size=1, max_size=40))
def test_no_words_at_all_make_an_element(nasty):
    nasty = f"a{nasty}a/b"  # a name that is there, and no folder that is another's
    calm = elements(written(campaign_report.report("aa/b"), "html"))
    assert elements(written(campaign_report.report(nasty), "html")) == calm


@pytest.mark.parametrize("nasty", NASTY)
@pytest.mark.parametrize("name", ["csv", "xlsx", "junit", "sarif", "github"])
def test_conflicts_bring_no_more_than_their_words(nasty, name):
    """As many rows, elements, results and lines as harmless words give; no formula, no link."""
    report, calm = campaign_report.report(nasty), campaign_report.report("calm")
    if name == "csv":
        rows, plain = (
            list(csv.reader(io.StringIO(written(r, name).lstrip("\ufeff")))) for r in (report, calm)
        )
        assert [len(row) for row in rows] == [len(row) for row in plain]
        assert not any(
            cell.lstrip().startswith(("=", "+", "-", "@")) for row in rows for cell in row
        )
    elif name == "xlsx":
        book, plain = workbook_of(report), workbook_of(calm)
        assert [sheet.dimensions for sheet in book] == [sheet.dimensions for sheet in plain]
        cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
        assert not any(cell.data_type == "f" for cell in cells)
    elif name == "junit":
        tags = [[n.tag for n in ET.fromstring(written(r, name)).iter()] for r in (report, calm)]
        assert tags[0] == tags[1]
    elif name == "sarif":
        results = [json.loads(written(r, name))["runs"][0]["results"] for r in (report, calm)]
        assert [sorted(one) for one in results[0]] == [sorted(one) for one in results[1]]
    else:
        lines = [written(r, name).splitlines() for r in (report, calm)]
        assert len(lines[0]) == len(lines[1])
        assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in lines[0])


@pytest.mark.parametrize("nasty", NASTY)
def test_concise_forges_no_line(nasty):
    report = hostile(nasty)
    lines = written(report, "concise").splitlines()
    said = [*report.creatives, *report.campaigns]
    assert len(lines) == sum(len(one.findings) for one in said)


@pytest.mark.parametrize("nasty", NASTY)
def test_json_gives_back_what_it_was_given(nasty):
    data = json.loads(written(hostile(nasty), "json"))
    schema = json.loads(asset_path("schema", "report.schema.json").read_text(encoding="utf-8"))
    if "\udce9" not in nasty:
        assert data["creatives"][0]["path"] == f"spring/{nasty}"
        assert data["creatives"][0]["findings"][0]["facts"]["found"] == nasty
        assert "path_b64" not in data["creatives"][0]
    data["profile"]["sha256"] = None
    Draft202012Validator(schema).validate(data)


def test_a_path_that_is_no_unicode_is_given_in_base64():
    creative = json.loads(written(hostile("caf\udce9.png"), "json"))["creatives"][0]
    assert creative["path"] == "spring/caf\\xe9.png"
    assert base64.b64decode(creative["path_b64"]) == b"spring/caf\xe9.png"


def test_paths_are_shown_as_one_safe_line():
    assert display_path("a\nb") == "a\\nb"
    assert display_path("\u202egpj.exe") == "\\u202egpj.exe"
    assert display_path("caf\udce9") == "caf\\xe9"
    assert display_path("\x1b[2J") == "\\x1b[2J"
    assert display_path("città/ñ/日本.png") == "città/ñ/日本.png"


@given(st.text(alphabet=st.characters()))
def test_any_name_is_one_line_of_valid_unicode(name):
    shown = display_path(name)
    shown.encode("utf-8")
    assert len(shown.splitlines()) <= 1
    assert display_path(shown) == shown


@given(st.binary(max_size=60))
def test_the_bytes_of_any_file_name_can_be_had_back(raw):
    path = raw.decode("utf-8", "surrogateescape")
    encoded = path_b64(path)
    assert (base64.b64decode(encoded) if encoded else path.encode()) == raw
