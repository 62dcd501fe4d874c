"""campaign.yml: what may stand in it, and what is said where it is wrong."""

import json
from io import StringIO

import jsonschema
import pytest
from ruamel.yaml import YAML

from brandguard.campaigns import read_campaign, read_value
from brandguard.interchange.campaignfile import EXAMPLES, KEYS
from brandguard.model.errors import ProfileError
from brandguard.settings import asset_path

FULL = """
name: Brezza
expected:
  discount: 20 %
  until: 2027-05-31
  price: [19.90 €, 24.90 €]
  phone: {value: 019 555 0142, required: true}
  claim: {it: "Fatto a mano.", es: "Hecho a mano."}
creatives:
  - pattern: online/**
    channel: online
  - pattern: [online/story*, "*.gif"]
    medium: social
    language: it
    expected:
      url: {value: [acme.example/a, acme.example/b], required: true}
  - pattern: old/
    campaign: false
"""


@pytest.fixture
def load(tmp_path):
    def loaded(text):
        path = tmp_path / "campaign.yml"
        path.write_text(text, encoding="utf-8")
        return read_campaign(path, ("it", "es", "en"), "IT")

    return loaded


@pytest.fixture
def problems(load):
    def found(text):
        with pytest.raises(ProfileError) as caught:
            load(text)
        return [(p.line, p.key, p.text) for p in caught.value.problems]

    return found


def plain(text):
    """The tree as JSON has it: a YAML date is text."""
    tree = YAML(typ="safe", pure=True).load(StringIO(text))
    return json.loads(json.dumps(tree, default=str))


def validator():
    schema = json.loads(asset_path("schema", "campaign.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def test_a_full_file_is_read(load):
    campaign = load(FULL)
    assert campaign.name == "Brezza"
    values = {e.key: [f.value for f in e.facts] for e in campaign.expected}
    assert values == {
        "price": ["EUR 19.90", "EUR 24.90"],
        "discount": ["-20 %"],
        "until": ["2027-05-31"],
        "phone": ["+390195550142"],
        "claim": ["Fatto a mano.", "Hecho a mano."],
    }
    assert [e.key for e in campaign.expected if e.required] == ["phone"]
    online, story, old = campaign.entries
    assert (online.patterns, online.channel) == (("online/**",), "online")
    assert (story.medium, story.language) == ("social", "it")
    assert [f.value for f in story.expected[0].facts] == ["acme.example/a", "acme.example/b"]
    assert old.campaign is False


@pytest.mark.parametrize(
    "text", ["", "name: A", "name: A\nexpected:\ncreatives:\n", "creatives: []"]
)
def test_little_is_needed(load, text, tmp_path):
    assert load(text).name in {"A", tmp_path.name}
    validator().validate(plain(text) or {})


def test_the_schema_knows_what_the_program_knows():
    validator().validate(plain(FULL))
    schema = validator().schema
    assert tuple(schema["$defs"]["expected"]["properties"]) == KEYS


@pytest.mark.parametrize(
    ("text", "line", "key", "said"),
    [
        ("nam: A", 1, "nam", "is no known key; did you mean «name»?"),
        ("expected:\n  discont: 20 %", 2, "expected.discont", "did you mean «discount»?"),
        ("expected:\n  form: 2027-05-01", 2, "expected.form", "did you mean «from»?"),
        ("creatives:\n  - channel: online", 2, "creatives.0.pattern", "is missing"),
        (
            "creatives:\n  - pattern: a\n    channel: on-line", 3, "creatives.0.channel",
            "«on-line» is not one of online, offline; did you mean «online»?",
        ),
        ("creatives:\n  - pattern: a\n    medium: flier", 3, "creatives.0.medium", "flyer"),
        ("creatives:\n  - {pattern: a, language: ITA}", 2, "creatives.0.language", "not written"),
        ("creatives:\n  - {pattern: '!a'}", 2, "creatives.0.pattern.0", "a later entry wins"),
        ("creatives:\n  - {pattern: ../a}", 2, "creatives.0.pattern.0", "stays below"),
        ("creatives:\n  - {pattern: '# a'}", 2, "creatives.0.pattern.0", "a backslash"),
        ("creatives:\n  - {pattern: '/'}", 2, "creatives.0.pattern.0", "matches nothing"),
        ("creatives:\n  - {pattern: a, campaign: 3}", 2, "creatives.0.campaign", "true (of this"),
        (
            "creatives:\n  - {pattern: a, channel: online, medium: flyer}", 2, "creatives.0",
            "the medium flyer is not online",
        ),
        ("expected:\n  phone: 0195550142", 2, "expected.phone.value.0", "put it in quotes"),
        ("expected:\n  discount: soon", 2, "expected.discount", "cannot be read as a discount"),
        ("expected:\n  until: 31 Febuary", 2, "expected.until", "write it like «2027-05-31»"),
        ("expected: &a {}\nname: *a", 1, "", "aliases"),
        ("name: !x A", 1, "", "tags"),
        ("name: A\nname: B", 2, "", "twice"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_line(problems, text, line, key, said):
    found = problems(text)
    assert any(p[1] == key and said in p[2] for p in found), found
    assert found[0][0] == line or key == ""


def test_all_problems_come_at_once_and_the_schema_refuses_them_too(problems):
    text = """
    nam: A
    expected: {discount: 20 %, untill: x}
    creatives:
      - {pattern: a, channel: nowhere}
      - {pattern: b, medium: flier}
    """
    assert [p[0] for p in problems(text)] == [2, 3, 5, 6]
    assert not validator().is_valid(plain(text))


def test_a_file_too_large_is_refused_unread(problems):
    assert "1 MiB" in problems("# " + "x" * (1024 * 1024))[0][2]


@pytest.mark.parametrize("key", EXAMPLES)
def test_the_example_that_a_message_gives_is_read(load, key):
    expected = load(f"expected:\n  {key}: '{EXAMPLES[key]}'\n").expected
    assert [e.key for e in expected] == [key]


@pytest.mark.parametrize(
    ("key", "text", "value", "role"),
    [
        ("discount", "−20%", "-20 %", ""),
        ("discount", "fino al 20 %", "-20 %", "up to"),
        ("discount", "EUR 10.00", "-EUR 10.00", ""),
        ("until", "31 maggio", "--05-31", "until"),
        ("until", "hasta el 31 de mayo de 2027", "2027-05-31", "until"),
        ("from", "1 May 2027", "2027-05-01", "from"),
        ("date", "1–31 May 2027", "2027-05-01/2027-05-31", "range"),
        ("phone", "+390195550142", "+390195550142", ""),
        ("code", "SPRING20", "SPRING20", ""),
        ("price", "from 19 €", "EUR 19.00", "from"),
        ("offer", "spedizione gratuita", "free delivery", ""),
    ],
)
def test_values_are_read_as_people_write_them(key, text, value, role):
    fact = read_value(key, text, ("it", "es", "en"), "IT")
    assert (fact.value, fact.role, fact.raw) == (value, role, text)


@pytest.mark.parametrize(
    ("key", "text"), [("discount", "cheap"), ("phone", "12"), ("until", "now")]
)
def test_what_is_no_value_of_its_kind_is_none(key, text):
    assert read_value(key, text) is None
