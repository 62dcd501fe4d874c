"""Each rule has a case that fails and one that passes, and a page made of them that is current."""

import re
import sys
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from brandguard.checks import BY_CODE, RULES
from brandguard.messages import LANGUAGES, Messages
from brandguard.model.profile import Profile

FOLDER = Path(__file__).parents[2] / "packaging" / "rules"
sys.path.insert(0, str(FOLDER))

import make_rule_pages  # noqa: E402  lies beside the program
import rule_cases  # noqa: E402  as above

FILES = rule_cases.case_files()
ALL = [
    pytest.param(document, case, id=f"{code}: {case['name']}")
    for code, document in FILES.items()
    for case in document["case"]
]


@pytest.mark.parametrize(("document", "case"), ALL)
def test_a_case_gives_what_it_says(document, case):
    code = document["rule"]
    found = rule_cases.findings_of(document, case)
    wanted = [
        entry.removeprefix(code).strip() for entry in case["expect"] if entry.startswith(code)
    ]
    assert len(found) == len(wanted), [f.key for f in found]
    for finding, about in zip(found, wanted, strict=True):
        assert about in {"", finding.key, finding.facts.get("found")}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_has_a_case_that_fails_and_one_that_passes(rule):
    if rule.code not in FILES:
        pytest.skip(f"no tested example as yet: tests/cases/{rule.code}.toml is missing")
    document = FILES[rule.code]
    assert document["rule"] == rule.code
    fires = [any(e.startswith(rule.code) for e in case["expect"]) for case in document["case"]]
    assert any(fires)
    assert any(not case["expect"] for case in document["case"])


@pytest.mark.parametrize("code", FILES)
def test_the_keys_are_what_asks_for_the_rule(code):
    document = FILES[code]
    keys, rule = document["keys"], BY_CODE[code]
    if not keys:
        assert rule.asked(Profile("Acme"))
        return
    if any(key.endswith("learned") for key in keys):
        pytest.skip("asked for by a learned profile, which no case holds")
    profile = rule_cases.profile_of(document, document["case"][0])
    assert rule.asked(profile) or code in profile.rules
    if code != "VOX005" and not rule.asked(Profile("Acme")):
        assert any(_holds(document["profile"], key) for key in keys)


def _holds(text, key):
    nodes = [YAML(typ="safe").load(text)]
    for part in key.split("."):
        tables = [node for node in nodes if isinstance(node, dict)]
        nodes = [v for t in tables for k, v in t.items() if part in {k, "*"}]
    return bool(nodes)


def test_no_case_file_is_of_a_rule_that_is_not():
    assert set(FILES) <= set(BY_CODE)


def test_the_pages_are_current():
    stale = [
        str(path.relative_to(make_rule_pages.ROOT))
        for path, text in make_rule_pages.files().items()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    ]
    assert not stale, "run make docs"


def test_every_rule_has_its_page_and_the_index_leads_to_it():
    index = (make_rule_pages.PAGES / "README.md").read_text(encoding="utf-8")
    linked = set(re.findall(r"\]\((\w+)\.md\)", index))
    assert linked == set(BY_CODE) == {p.stem for p in make_rule_pages.PAGES.glob("???0??.md")}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("code", sorted(BY_CODE))
def test_explain_says_what_the_page_says(code, lang, capsys):
    from brandguard.cli.app import run

    assert run(["explain", code.lower(), "--lang", lang]) == 0
    out = capsys.readouterr().out
    words = Messages.load(lang)
    for part in ("what", "why", "fix", "good", "bad"):
        assert words.rule(code)[part] in out
    assert words.text("explain.asked") in out
    if lang == "en":
        page = (make_rule_pages.PAGES / f"{code}.md").read_text(encoding="utf-8")
        for line in filter(None, out.splitlines()[1:]):
            assert line.strip() in page
    if code in FILES:
        assert words.text("explain.fails") in out
        assert not re.search(r"[{]\w+(:\w+)?[}]", out.split(words.text("explain.fails"))[0])
