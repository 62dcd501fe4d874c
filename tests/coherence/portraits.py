"""Portraits of creatives, made by hand: enough of a creative to compare it."""

from brandguard.coherence.agreeing import Agreeing
from brandguard.coherence.basis import Basis
from brandguard.coherence.portrait import portrait_of
from brandguard.model.features import Features, PageFeatures, Swatch
from brandguard.model.report import CreativeReport


def report(path, channel=None, medium="other", **more):
    defaults = {"language": "it", "campaign": "spring", "pages": 1, "score": 90.0}
    given = {**defaults, **more}
    return CreativeReport(
        path, "00", channel, "folder", medium, given.pop("language"), given.pop("campaign"),
        given.pop("pages"), given.pop("score"), "pass", **given,
    )  # fmt: skip


def palette(*colours, photo=False):
    return tuple(Swatch(code, share, photo=photo) for code, share in colours)


def portrait(path="a.png", channel=None, medium="other", profile=None, voices=(), **page):
    measured = PageFeatures(1, 1000, 1000, **page)
    features = Features("00", "png", 1, (measured,), 1, voices=voices)
    made = report(path, channel, medium, page_views=(measured,))
    return portrait_of(made, features, profile)


def agreeing(ones, others=(), basis=None, names=("offline", "online")):
    return Agreeing((list(ones), list(others)), names, basis or Basis())


def scores(coherence):
    return {a.dimension: a.score for a in coherence.dimensions}
