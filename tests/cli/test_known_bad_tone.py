"""A formal brand's copy, rewritten by rule into slangy talk, is flagged; its own copy is not.

One language and few texts: the table of all three is printed by tests/benchmarks/formal_voice.py.
"""

import importlib.util
from pathlib import Path

import pytest

PLACE = Path(__file__).parents[1] / "benchmarks" / "formal_voice.py"


@pytest.fixture(scope="module")
def copy():
    spec = importlib.util.spec_from_file_location("formal_voice", PLACE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_rewritten_copy_is_flagged_and_the_brands_own_is_not(copy, tmp_path, command):
    copy.write_set(tmp_path, "it", 8)
    profile = str(tmp_path / "formal.yml")
    answer = command("learn", str(tmp_path / "learn"), "--name", "Formal", "-o", profile, "-j", "1")
    assert answer.code == 0, answer.err
    places = [str(tmp_path / kind) for kind in ("approved", "bad")]
    report = command("check", *places, "-p", profile, "-j", "1", "--format", "json").json
    assert copy.flagged(report, "bad") >= 0.85
    assert copy.flagged(report, "approved") <= 0.25


def test_the_rewriting_leaves_nothing_of_the_notation(copy):
    for language in copy.LANGUAGES:
        for sentence in copy.sentences(language):
            assert not set("[|]") & set(copy.formal([sentence]))
