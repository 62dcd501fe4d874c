"""Runs made by hand, so that figures of the history can be told by heart."""

import datetime as dt

from brandguard.history.counting import Counting
from brandguard.history.record import RunRecord
from brandguard.model.report import (
    CampaignReport,
    CreativeReport,
    DimensionScore,
    Finding,
    ProfileRef,
    Waived,
)

NOON = dt.datetime(2026, 11, 1, 12, tzinfo=dt.UTC)


def creative(path, score=80.0, verdict="pass", *findings, campaign="spring", error=None):
    dimensions = () if score is None else (DimensionScore("colour", score, verdict, 1.0),)
    return CreativeReport(
        path=path, sha256=None, channel=None, channel_from=None, medium="other", language=None,
        campaign=campaign, pages=1, score=score, verdict=verdict, error=error,
        dimensions=dimensions, findings=findings,
    )  # fmt: skip


def found(rule="COL001", severity="warn", *, waived=False):
    return Finding(rule, severity, waived=Waived("agreed") if waived else None)


def campaign(name="spring", *findings, folder="spring", coherence=None):
    return CampaignReport(name, 80.0, "pass", 1, findings, folder=folder, coherence=coherence)


def a_run(
    *creatives, day=0, campaigns=(), brand="Acme", paths=("spring",), sha="a" * 64, home=None
):
    counting = Counting(home)
    for one in creatives:
        counting.add(one)
    return RunRecord(
        started=NOON + dt.timedelta(days=day), seconds=1.0, profile=ProfileRef(brand, None, sha),
        version="0", paths=paths, options={}, parts=counting.parts(campaigns), home=home,
    )  # fmt: skip
