"""Near-duplicates among a campaign's pictures: CAM020 in other colours, CAM021 otherwise.

Two pages show the same picture where their perceptual hashes differ by COPY_BITS at most: exports
at other sizes, recompressed, with a small change. The hash sees light and dark alone, so that what
was recoloured is still known; the colours are then compared cell by cell.
"""

from __future__ import annotations

import os
import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from brandguard.model.creative import Channel
from brandguard.model.look import LAYOUT
from brandguard.model.report import Facts, Finding, Place, fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from brandguard.model.features import PageFeatures
    from brandguard.model.profile import Profile
    from brandguard.model.report import CreativeReport, Severity

COPY_BITS = 6
"""Bits by which hashes of near-duplicates differ at most (likeness.look uses the same)."""
LEAST_CONTRAST = 0.05
"""Standard deviation of OKLab L under which a page is too even for its hash to mean anything."""
OTHER_COLOURS = 0.04
"""Mean OKLab distance of the cells from which the colours are plainly others. Resized and
recompressed exports stay under 0.01; a correct build for print moves only vivid colours, and a page
is seldom vivid all over. Judgement."""
MOST_PAGES = 600
"""Pages of one campaign that are compared with each other."""
MOST_FINDINGS = 20
RULES = ("CAM020", "CAM021")


@dataclass(frozen=True, slots=True)
class _Seen:
    """One page as it is compared."""

    path: str
    channel: Channel | None
    page: int
    hash: int
    cells: np.ndarray  # (cells, 3), OKLab


class PictureStore:
    """What every picture of a run looks like. Lies in a temporary file of SQLite's."""

    def __init__(self) -> None:
        self._db = sqlite3.connect("", check_same_thread=False)
        self._db.execute(
            "CREATE TABLE seen "
            "(campaign BLOB, path BLOB, channel TEXT, page INTEGER, hash TEXT, cells BLOB)"
        )
        self._db.execute("CREATE INDEX by_campaign ON seen (campaign, path)")

    def add(self, campaign: str, report: CreativeReport) -> None:
        """Keep how the pages of one creative look."""
        rows = [
            (os.fsencode(campaign), os.fsencode(report.path), report.channel, *_row(page))
            for page in report.page_views
            if _tells(page)
        ]
        self._db.executemany("INSERT INTO seen VALUES (?,?,?,?,?,?)", rows)

    def findings(self, campaign: str, profile: Profile | None) -> tuple[Finding, ...]:
        """Compare the pictures of a campaign, those in other colours first."""
        rows = self._db.execute(
            "SELECT path, channel, page, hash, cells FROM seen WHERE campaign = ? "
            "ORDER BY path, page LIMIT ?",
            (os.fsencode(campaign), MOST_PAGES),
        )
        seen = [
            _Seen(os.fsdecode(path), channel, page, int(name, 16), _cells(cells))
            for path, channel, page, name, cells in rows
        ]
        wanted = profile.rules if profile else {}
        found = sorted(_findings(seen), key=lambda f: (f[0], f[1].path, f[2].path))
        return tuple(
            _finding(code, one, other, gap, wanted.get(code, "note"))
            for code, one, other, gap in found[:MOST_FINDINGS]
            if wanted.get(code) != "off"
        )

    def close(self) -> None:
        """Throw the file away."""
        self._db.close()


def _tells(page: PageFeatures) -> bool:
    return (
        page.phash is not None
        and page.look is not None
        and page.traits is not None
        and page.traits.contrast >= LEAST_CONTRAST
    )


def _row(page: PageFeatures) -> tuple[int, str | None, bytes]:
    assert page.look is not None  # the caller has looked
    cells = np.array(page.look[LAYOUT["layout"]], dtype=np.float32)
    return page.number, page.phash, cells.tobytes()


def _cells(data: bytes) -> np.ndarray:
    return np.frombuffer(data, dtype=np.float32).reshape(-1, 3)


def _findings(seen: Sequence[_Seen]) -> Iterator[tuple[str, _Seen, _Seen, float]]:
    """Set each page beside the likest of the creatives before it, once a rule and pair."""
    bits = np.array([one.hash for one in seen], dtype=np.uint64)
    done: set[tuple[str, str, str]] = set()
    for number, one in enumerate(seen):
        apart = np.bitwise_count(bits[:number] ^ bits[number])
        likest: dict[str, tuple[_Seen, float]] = {}
        for place in np.argsort(apart, kind="stable"):
            other = seen[place]
            if apart[place] > COPY_BITS:
                break
            if other.path != one.path:
                gap = float(np.linalg.norm(one.cells - other.cells, axis=1).mean())
                likest.setdefault("CAM020" if gap >= OTHER_COLOURS else "CAM021", (other, gap))
        for code, (other, gap) in likest.items():
            first, second = _offline_first(other, one)
            if (code, first.path, second.path) not in done:
                done.add((code, first.path, second.path))
                yield code, first, second, gap


def _offline_first(one: _Seen, other: _Seen) -> tuple[_Seen, _Seen]:
    return (other, one) if other.channel == "offline" != one.channel else (one, other)


def _finding(code: str, one: _Seen, other: _Seen, gap: float, severity: Severity) -> Finding:
    facts: Facts = {"path": one.path, "other_path": other.path, "difference": gap}
    key = f"{one.path} {other.path}"
    return Finding(
        code,
        severity,
        facts=facts,
        key=key,
        place=Place(one.page, source="pixels"),
        limit_from="built in",
        suggestion=code == "CAM020",
        fingerprint=fingerprint(code, one.path, key, Place()),
    )
