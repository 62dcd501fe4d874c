"""What is done with a match does not count for the time that its pattern may take."""

import time

import pytest
import regex

from brandguard.measures.facts import passage as module
from brandguard.measures.facts.passage import Passage


@pytest.fixture
def passage():
    class Clean:
        text = "uno 1, due 2, tre 3"

    return Passage(1, Clean, "it", Clean.text)


def busy(seconds):
    until = time.process_time() + seconds
    while time.process_time() < until:
        pass


def test_a_slow_reader_of_matches_gets_them_all(passage, monkeypatch):
    monkeypatch.setattr(module, "SECONDS", 0.05)
    found = []
    for match in passage.matches(regex.compile(r"\d")):
        found.append(match.group())
        busy(0.1)
    assert found == ["1", "2", "3"]


def test_a_pattern_without_end_gives_nothing_more(passage, monkeypatch):
    monkeypatch.setattr(module, "SECONDS", 0.05)
    passage.left = "a" * 60
    assert list(passage.matches(regex.compile(r"(a|aa|aaa)+$(?<!a)"))) == []
