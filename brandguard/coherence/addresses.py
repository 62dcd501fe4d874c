"""How a campaign's creatives address their reader: CAM011 where they differ in one language."""

from __future__ import annotations

import os
import sqlite3
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from pydantic import TypeAdapter

from brandguard.coherence.conflicts import in_order
from brandguard.language.speech_es import AMERICAN
from brandguard.model.report import Addressed, Conflict, Finding, Place, Side, fingerprint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brandguard.model.profile import Profile
    from brandguard.model.report import CreativeReport

MOST_SIDES = 6
"""Creatives shown of each language, address and channel."""
SURE = 2
"""Signs that each side needs where tu meets voi. Both are familiar, and a command alone may be
either («godete» is a form of the noun's verb too); tu beside Lei is another voice at one sign."""


@cache
def _adapter() -> TypeAdapter[Addressed]:
    return TypeAdapter(Addressed)


class AddressStore:
    """How every creative of a run addresses its reader. Lies in a temporary file of SQLite's."""

    def __init__(self) -> None:
        self._db = sqlite3.connect("", check_same_thread=False)
        self._db.execute(
            "CREATE TABLE spoken (campaign BLOB, path BLOB, channel TEXT, side TEXT, "
            "language TEXT, address TEXT, count INTEGER, detail BLOB)"
        )
        self._db.execute("CREATE INDEX by_campaign ON spoken (campaign, path)")

    def add(self, campaign: str, report: CreativeReport, side: str | None = None) -> None:
        """Keep how one creative addresses its reader, in each language.

        `side` says on which of two sides it is, where that is not its channel.
        """
        rows = [
            (
                os.fsencode(campaign), os.fsencode(report.path), report.channel or "",
                report.channel or "" if side is None else side, one.language, one.address,
                one.count, _adapter().dump_json(one),
            )
            for one in report.addressed
        ]  # fmt: skip
        self._db.executemany("INSERT INTO spoken VALUES (?,?,?,?,?,?,?,?)", rows)

    def conflicts(self, campaign: str, profile: Profile | None) -> tuple[Conflict, ...]:
        """Give a conflict for each language in which the campaign uses several addresses."""
        rows = self._db.execute(
            "SELECT language, path, channel, side, detail FROM (SELECT *, row_number() OVER "
            "(PARTITION BY language, address, side ORDER BY count < ?, path) AS nth FROM spoken "
            "WHERE campaign = ?) WHERE nth <= ? ORDER BY language, path",
            (SURE, os.fsencode(campaign), MOST_SIDES),
        )
        found = []
        for language, group in groupby(rows, key=lambda row: row[0]):
            heard, at = [], {}
            for _, path, channel, side, detail in group:
                heard.append((os.fsdecode(path), channel or None, _adapter().validate_json(detail)))
                at[os.fsdecode(path)] = side
            kept = _differing([one for *_, one in heard], profile)
            sides: dict[tuple[str, str], Side] = {
                (path, one.address): _side(path, channel, one)
                for path, channel, one in heard
                if one in kept
            }
            if len({address for _, address in sides}) > 1:
                found.append((language, in_order(sides, at)))
        return tuple(Conflict("CAM011", None, sides) for _, sides in found)

    def findings(
        self, conflicts: Sequence[Conflict], profile: Profile | None
    ) -> tuple[Finding, ...]:
        """Say each conflict: a warning where the profile names an address, else a note."""
        return tuple(_finding(one, profile) for one in conflicts)

    def close(self) -> None:
        """Throw the file away."""
        self._db.close()


def _differing(heard: Sequence[Addressed], profile: Profile | None) -> list[Addressed]:
    """Leave out what is no other address: ustedes beside tú in America, one sign of voi."""
    american = bool(profile and (profile.region or "").lower() in AMERICAN)
    formal = any(one.address == "formal" for one in heard)
    kept = []
    for one in heard:
        if not formal and (one.count < SURE or (american and one.language == "es")):
            continue
        kept.append(one)
    return kept


def _side(path: str, channel: str | None, one: Addressed) -> Side:
    value = f"{one.language}:{one.address}"
    return Side(path, channel, value, one.place, one.raw, one.sentence)  # type: ignore[arg-type]  # from the store


def _finding(conflict: Conflict, profile: Profile | None) -> Finding:
    one, other = conflict.sides[:2]
    language, _, first = one.value.partition(":")
    second = other.value.partition(":")[2]
    asked = bool(profile and language in profile.address)
    wanted = profile.rules.get("CAM011") if profile else None
    key = f"{language} {' '.join(sorted((first, second)))}"
    limit = f"profile: defaults.brandguard.voice.address.{language}" if asked else "built in"
    return Finding(
        "CAM011",
        wanted or ("warn" if asked else "note"),
        facts={
            "language": language,
            "first": first,
            "path": one.path,
            "second": second,
            "other_path": other.path,
            "sentence": one.sentence,
            "other_sentence": other.sentence,
        },
        key=key,
        place=one.place,
        limit_from="profile: defaults.brandguard.rules.CAM011" if wanted else limit,
        suggestion=True,
        fingerprint=fingerprint("CAM011", one.path, key, Place()),
    )
