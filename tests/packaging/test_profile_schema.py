"""The published schema of a profile is the program's own, with words for every key."""

import json
import re
import sys
from pathlib import Path

import jsonschema
import pytest
from ruamel.yaml import YAML

from brandguard.checks import BY_CODE
from brandguard.interchange.schema import ProfileFile
from brandguard.interchange.validation import validate
from brandguard.interchange.yamlfile import parse
from brandguard.settings import asset_path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "packaging" / "profile"))

import make_schema  # noqa: E402  lies beside the program

SCHEMA = json.loads(make_schema.TARGET.read_text(encoding="utf-8"))
WORDS = make_schema.words()
NAMES = {
    "color.palette": "cotto", "colour.palette": "cotto", "logo.images": "symbol",
    "min_size": "poster", "formats": "it",
}  # fmt: skip
"""A name that may stand where a key's path has a star."""


def keys(node=SCHEMA, path=""):
    """Every key with its schema: not the stars and brackets between them."""
    for inner, below in make_schema.below_of(node, path):
        if not inner.endswith(("*", "[]")):
            yield inner, below
        yield from keys(below, inner)


ALL = dict(keys())
WITH_EXAMPLE = sorted(path for path, entry in WORDS.items() if "example" in entry)


def described(path):
    """The path under which a key's words stand."""
    return path if path in WORDS else make_schema.elsewhere(path)


def judged(tree):
    """What is wrong with a profile, as the program sees it and as the published schema does."""
    text = json.dumps(tree, ensure_ascii=False)
    _, problems = validate(ProfileFile, tree, parse(text, "_brand.yml"))
    return problems, list(jsonschema.Draft202012Validator(SCHEMA).iter_errors(tree))


def test_the_schema_is_current():
    assert make_schema.TARGET.read_text(encoding="utf-8") == make_schema.text(), "run make docs"
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_every_key_has_its_words_and_every_word_its_key():
    own = {described(path) for path in ALL}
    assert own == set(WORDS)
    for path, node in ALL.items():
        assert len(node["description"]) > 8, path
        assert node["description"].endswith((".", "?")), path


def test_every_key_shows_an_example():
    for path in WORDS:
        if path in {"meta", "color", "defaults", make_schema.OURS}:
            continue
        nearest = path
        while "example" not in WORDS.get(nearest, {}):
            nearest = re.sub(r"(\.[^.\[]+|\[\]|\.\*)$", "", nearest)
            if nearest in {make_schema.OURS, "defaults"}:
                assert path.count(".") == 2, path  # a section: its keys have theirs
                break
        else:
            name = path.rpartition(".")[2].removesuffix("[]")
            assert nearest == path or name in WORDS[nearest]["example"], path


@pytest.mark.parametrize("path", WITH_EXAMPLE)
def test_every_example_is_one_that_the_program_takes(path):
    tree = YAML(typ="safe", pure=True).load(WORDS[path]["example"])
    parts = path.split(".")
    for place in range(len(parts) - 1, -1, -1):
        name = parts[place]
        if name == "*":
            name = next(v for k, v in NAMES.items() if ".".join(parts[:place]).endswith(k))
        learned = {"file": "_brand.yml.learned", "sha256": "0" * 64} if name == "learned" else {}
        tree = {name: learned | tree if learned else tree}
    assert judged(tree) == ([], [])


@pytest.mark.parametrize("file", ["profile/template.yml", "sample/_brand.yml"])
def test_our_own_profiles_fit_the_schema(file):
    text = asset_path(*file.split("/")).read_text(encoding="utf-8")
    assert judged(YAML(typ="safe", pure=True).load(text)) == ([], [])
    everything = re.sub(r"^( *)# (?=[ a-z_]+:( |$)| +[-{])", r"\1", text, flags=re.MULTILINE)
    assert judged(YAML(typ="safe", pure=True).load(everything)) == ([], [])


@pytest.mark.parametrize(
    "ours",
    [
        {"colour": {"contrast": 7}},
        {"colour": {"forbidden": ["#E20074"], "forbidden_pairs": [["red", "green"]]}},
        {"rules": {"COL001": False}},
        {"voice": {"address": {"it": "Lei", "es": "usted"}}},
        {"typography": {"min_size": {"offline": 6}}},
        {"production": {"online": {"sizes": {"banner": ["300x250", [728, 90]]}, "max_kb": 150}}},
        {"message": {"facts": {"url": "acme.example", "code": ["PANE10"]}}},
        {"wording": {"banned": ["cheap"], "required": ["www.example.com"]}},
        {"logo": {"required": True}},
    ],
)
def test_short_forms_are_in_the_schema(ours):
    assert judged({"meta": {"name": "Acme"}, "defaults": {"brandguard": ours}}) == ([], [])


@pytest.mark.parametrize(
    "ours",
    [
        {"langauges": ["it"]},
        {"colour": {"tolerance": "much"}},
        {"colour": {"contrast": 40}},
        {"rules": {"COL001": "error"}},
        {"voice": {"address": {"it": "thou"}}},
        {"wording": {"banned": [{"instead": "x"}]}},
        {"production": {"offline": {"min_dpi": -1}}},
    ],
)
def test_what_the_program_refuses_the_schema_refuses(ours):
    refused, marked = judged({"defaults": {"brandguard": ours}})
    assert refused
    assert marked


def test_rules_of_keys_are_rules():
    named = {code for node in ALL.values() for code in node.get("x-rules", ())}
    assert named <= set(BY_CODE)
    asked = {
        code
        for code, rule in json.loads(make_schema.EXAMPLES.read_text(encoding="utf-8")).items()
        if any(key.startswith(("color", "defaults", "logo", "typography")) for key in rule["keys"])
    }
    assert asked - named == set()


def test_the_reference_has_every_key():
    sys.path.insert(0, str(ROOT / "docs" / "manual"))
    try:
        import conf
    finally:
        sys.path.pop(0)
    page = conf.reference()
    for path in set(map(described, ALL)) - {"defaults", make_schema.OURS}:
        short = path.removeprefix(f"{make_schema.OURS}.")
        assert page.count(f"# `{short}`\n") >= 1, short
        words = WORDS[path]
        assert words["says"] in page
        if "unit" in words:
            assert f": {words['unit']}\n" in page
