"""A report of tens of thousands of creatives needs no more memory than one of ten."""

from __future__ import annotations

import tracemalloc
import weakref
from dataclasses import replace

import pytest
import sample_report

from brandguard.messages import Messages
from brandguard.writers import WRITERS

ONLY_FINDINGS = {"concise", "csv", "github", "sarif"}
"""Formats in which a creative that is on brand has no line."""
MANY = 5000
FEW = 250


class Path(str):
    """A path that can be watched: it lives as long as its creative."""

    __slots__ = ("__weakref__",)


class Made:
    """Creatives that are made when they are walked; `most` is how many ever lived at once."""

    def __init__(self, many, thumbnail=""):
        self.many, self.thumbnail, self.most = many, thumbnail, 0
        self.living = []

    def __iter__(self):
        creative = sample_report.passing()
        view = creative.page_views[0]
        for i in range(self.many):
            path = Path(f"spring/{i}.png")
            self.living = [ref for ref in self.living if ref() is not None]
            self.living.append(weakref.ref(path))
            self.most = max(self.most, len(self.living))
            views = (replace(view, thumbnail=f"{i:08d}" * 2500),)
            yield replace(creative, path=path, page_views=views, campaign=path)


class Sink:
    def __init__(self):
        self.length, self.largest = 0, 0

    def write(self, text):
        self.length += len(text)
        self.largest = max(self.largest, len(text))

    def writelines(self, pieces):
        for piece in pieces:
            self.write(piece)

    def flush(self):
        pass


@pytest.mark.parametrize("writer", WRITERS, ids=lambda w: w.name)
def test_one_creative_at_a_time(writer):
    creatives, out = Made(MANY), Sink()
    writer.write(replace(sample_report.report(), creatives=creatives), out, Messages.load("en"))
    assert creatives.most <= 3
    assert out.largest < 100_000
    assert out.length > MANY * 20 or writer.name in ONLY_FINDINGS


@pytest.mark.parametrize("writer", WRITERS, ids=lambda w: w.name)
def test_memory_does_not_grow_with_the_run(writer):
    words, out = Messages.load("en"), Sink()
    writer.write(sample_report.report(), out, words)  # templates and words are loaded once
    report = replace(sample_report.report(), creatives=Made(FEW))
    tracemalloc.start()
    writer.write(report, out, words)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 1_500_000  # the thumbnails alone are 5 MB
