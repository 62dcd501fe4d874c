"""The portraits of a run's creatives, kept on disk until their campaign is complete."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from pydantic import TypeAdapter

from brandguard.coherence.portrait import Portrait, portrait_of

if TYPE_CHECKING:
    from brandguard.model.features import Features
    from brandguard.model.profile import Profile
    from brandguard.model.report import CreativeReport

MOST_OF_A_SIDE = 120
"""Creatives of one side of a campaign that are compared. Of more, those whose paths have the lowest
hashes: a sample that is the same whatever the order in which they were done."""


@cache
def _adapter() -> TypeAdapter[Portrait]:
    return TypeAdapter(Portrait)


class PortraitStore:
    """What every creative of a run is like. Lies in a temporary file of SQLite's."""

    def __init__(self) -> None:
        self._db = sqlite3.connect("", check_same_thread=False)
        self._db.execute(
            "CREATE TABLE drawn (campaign BLOB, side TEXT, rank TEXT, path BLOB, portrait BLOB)"
        )
        self._db.execute("CREATE INDEX by_rank ON drawn (campaign, side, rank)")

    def add(
        self,
        campaign: str,
        report: CreativeReport,
        features: Features | None,
        profile: Profile | None,
        side: str | None = None,
    ) -> None:
        """Keep a creative's portrait, where it is among those that are compared."""
        where = (report.channel or "") if side is None else side
        rank = hashlib.sha256(os.fsencode(report.path)).hexdigest()
        key = (os.fsencode(campaign), where)
        count, last = self._db.execute(
            "SELECT count(*), max(rank) FROM drawn WHERE campaign = ? AND side = ?", key
        ).fetchone()
        if count >= MOST_OF_A_SIDE:
            if rank >= last:
                return
            self._db.execute(
                "DELETE FROM drawn WHERE campaign = ? AND side = ? AND rank = ?", (*key, last)
            )
        nameless = replace(portrait_of(report, features, profile), path="")
        drawn = _adapter().dump_json(nameless)  # a path may be no Unicode, which JSON cannot hold
        self._db.execute(
            "INSERT INTO drawn VALUES (?,?,?,?,?)", (*key, rank, os.fsencode(report.path), drawn)
        )

    def sides(self, campaign: str) -> dict[str, list[Portrait]]:
        """Give the portraits of a campaign by side, each side by path; an empty name is none."""
        rows = self._db.execute(
            "SELECT side, path, portrait FROM drawn WHERE campaign = ? ORDER BY side, path",
            (os.fsencode(campaign),),
        )
        out: dict[str, list[Portrait]] = {}
        for side, path, drawn in rows:
            portrait = replace(_adapter().validate_json(drawn), path=os.fsdecode(path))
            out.setdefault(side, []).append(portrait)
        return out

    def close(self) -> None:
        """Throw the file away."""
        self._db.close()
