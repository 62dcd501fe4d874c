"""An engine that says what a test tells it to, with the real one's events."""

import base64
import threading
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from brandguard.engine import Finished, Found, Judged, Started
from brandguard.gui.backend import Backend
from brandguard.gui.upkeep import Model, Shared, Upkeep
from brandguard.interchange.profilefile import is_profile
from brandguard.model.creative import Note, TextRun
from brandguard.model.features import Coverage, Features, PageFeatures, Swatch
from brandguard.model.profile import BrandColour, Profile
from brandguard.model.report import (
    CampaignReport,
    CreativeReport,
    DimensionScore,
    Finding,
    PaletteRow,
    Place,
    Summary,
    Waived,
    fingerprint,
)
from brandguard.waivers import accepting
from brandguard.workers.preview import Picture

FEATURES = Features("0" * 64, "png", 1, (), 1)
PROFILE = Profile("Luma", "/brand/_brand.yml", colours=(BrandColour("Sun", "#F2B441"),))
MODELS = (
    Model("en", "en_core_web_sm", "3.8.0", "MIT", None),
    Model("it", "it_brandguard_sm", None, None, "missing: install BrandGuard again"),
)
TEXT = "Ciao 🌞\r\nScopri la LUMA cheap.\nLuce buona."


def picture(colour="#1F3A5F", width=180, height=120):
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#F7F3EA"))
    painter = QPainter(image)
    painter.fillRect(0, 0, width // 2, height, QColor(colour))
    painter.fillRect(width // 2 + 10, 20, 60, 30, QColor("#F2B441"))
    painter.setPen(Qt.GlobalColor.black)
    painter.end()
    return image


def encoded(image, form):
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, form)
    return bytes(data.data())


@cache
def thumbnail():
    return base64.b64encode(encoded(picture(), "JPEG")).decode()


def page(number=1, text=TEXT):
    runs = (TextRun((0, len(text)), box=(0.5, 0.6, 0.9, 0.9)),) if text else ()
    return PageFeatures(number, 1800, 1200, text=text, runs=runs, thumbnail=thumbnail())


FINDINGS = (
    Finding(
        "COL001",
        "fail",
        {
            "found": "#1F3A5F",
            "share": 0.5,
            "nearest": "Sun",
            "nearest_hex": "#F2B441",
            "instead": "Sun",
            "delta_e": 61.2,
            "limit": 5.0,
        },
        key="#1F3A5F",
        place=Place(page=1, box=(0.0, 0.0, 0.5, 1.0), source="pixels"),
        limit_from="profile: color.palette.sun",
        suggestion=True,
    ),
    Finding(
        "TRM001",
        "warn",
        {"found": "cheap", "term": "cheap", "instead": "fair"},
        key="cheap",
        place=Place(page=1, span=(TEXT.index("cheap"), TEXT.index("cheap") + 5), source="live"),
        suggestion=True,
    ),
    Finding(
        "TRM003", "note", {"found": "LUMA", "name": "Luma"}, place=Place(page=2, span=(17, 21))
    ),
)

DIMENSIONS = (
    DimensionScore("colour", 61.0, "fail", 0.3),
    DimensionScore("imagery", 84.5, "pass", 0.15),
    DimensionScore("voice", 71.2, "warn", 0.15),
    DimensionScore("logo", None, "not_evaluable", 0.15, reason=Note("why.not_measured_yet")),
)

PALETTE = (
    PaletteRow(Swatch("#1F3A5F", 0.5), 1, "Sun", "#F2B441", 61.2),
    PaletteRow(Swatch("#F7F3EA", 0.42), 1, "Paper", "#FAF7F0", 1.8),
    PaletteRow(Swatch("#F2B441", 0.08), 1, "Sun", "#F2B441", 0.0),
)


def named(finding, path):
    name = fingerprint(finding.rule, path, finding.key, finding.place)
    return replace(finding, fingerprint=name)


def judged(path, *, findings=FINDINGS, verdict="fail", score=62.4, sha256=None):
    return CreativeReport(
        path=path, sha256=sha256 or f"hash of {path}", channel="offline", channel_from="folder",
        medium="poster", language="it", campaign="spring", pages=2, score=score, verdict=verdict,
        dimensions=DIMENSIONS, palette=PALETTE,
        findings=tuple(named(finding, path) for finding in findings),
        coverage=(Coverage("logo", measured=False, reason=Note("why.not_measured_yet")),),
        page_views=(page(1), page(2)),
    )  # fmt: skip


def unreadable(path):
    note = Note("SYS002", {"file": path})
    finding = Finding("SYS002", "fail", dict(note.facts))
    return CreativeReport(
        path=path, sha256=None, channel=None, channel_from=None, medium="other", language=None,
        campaign="", pages=0, score=None, verdict="not_evaluable", error=note, findings=(finding,),
    )  # fmt: skip


@dataclass
class Script:
    """What the fake engine does. `hold_after` stops it after so many creatives until `go_on`."""

    reports: dict = field(default_factory=dict)
    hold_after: int | None = None
    go_on: threading.Event = field(default_factory=threading.Event)
    closed: threading.Event = field(default_factory=threading.Event)
    runs: list = field(default_factory=list)
    profile_error: Exception | None = None
    profile: Profile | None = PROFILE
    error: Exception | None = None
    exported: list = field(default_factory=list)
    export_error: Exception | None = None
    hold_export: bool = False
    shared: Shared = field(default_factory=Shared)
    saved: list = field(default_factory=list)
    stored: int = 4_200_000
    settings_error: Exception | None = None
    left_out: dict = field(default_factory=dict)
    judged_by: list = field(default_factory=list)
    accepted: list = field(default_factory=list)
    waiver_error: Exception | None = None
    campaigns: tuple = ()
    placed: dict = field(default_factory=dict)
    place_error: Exception | None = None
    compared: list = field(default_factory=list)
    comparison: object = None
    sides_compared: list = field(default_factory=list)
    voices: dict = field(default_factory=dict)
    trend_line: object = None
    trend_error: Exception | None = None
    wished_kept: list = field(default_factory=list)
    to_keep: object = None
    first_kept: bool = False
    keep_error: Exception | None = None
    kept: list = field(default_factory=list)

    def review(self, paths, profile, keeps):
        self.runs.append((tuple(paths), profile))
        self.wished_kept.append(keeps)
        files = [f for p in paths for f in self._below(p)]
        try:
            yield Found(len(files), left_out=self.left_out)
            for path in files:
                yield Started(path)
            for done, path in enumerate(files, 1):
                if self.hold_after is not None and done > self.hold_after:
                    self.go_on.wait(10)
                if self.error is not None:
                    raise self.error
                default = unreadable if "broken" in path else judged
                report = self._accepted(self.reports.get(Path(path).name, default)(path))
                yield Judged(report, done, len(files), None if report.error else FEATURES)
            if self.to_keep is not None:
                yield self.to_keep
            yield Finished(Summary(creatives=len(files)), ())
        finally:
            self.closed.set()

    def _below(self, path):
        folder = Path(path)
        return sorted(str(p) for p in folder.iterdir()) if folder.is_dir() else [path]

    def load_profile(self, path):
        del path
        if self.profile_error is not None:
            raise self.profile_error
        return self.profile or PROFILE

    def find_profile(self, start):
        del start
        return Path("/brand/_brand.yml") if self.profile is not None else None

    def preview(self, path, page_number, max_px):
        del path, page_number, max_px
        return Picture(1800, 1200, bytes.fromhex("1F3A5F") * 1800 * 1200)

    def export(self, judged_ones, profile, order, way):
        for done in range(len(judged_ones)):
            if self.hold_export:
                self.go_on.wait(0.05)
            way.step(done)
        if self.export_error is not None:
            raise self.export_error
        self.exported.append((tuple(report for report, _ in judged_ones), profile, order))
        order.path.write_text("<!doctype html>", encoding="utf-8")

    def print_pages(self, judged_ones, profile, language, way):
        self.exported.append((tuple(report for report, _ in judged_ones), profile, language))
        way.step(0)
        return (encoded(picture(), "JPEG"), encoded(picture("#B42318"), "JPEG"))

    def upkeep(self):
        return Upkeep(
            load=lambda: self.shared,
            save=self.save_setting,
            stored=lambda: self.stored,
            clear=self.clear_store,
            models=lambda: MODELS,
            file=lambda: Path("/home/somebody/settings.toml"),
            own_history=lambda: Path("/home/somebody/history.sqlite3"),
        )

    def save_setting(self, name, value):
        if self.settings_error is not None:
            raise self.settings_error
        self.saved.append((name, value))

    def clear_store(self):
        self.stored = 0

    def judge(self, profile, *, once=False):
        del once
        self.judged_by.append(profile)
        return lambda path, features: self._accepted(self.judge_one(path, features, profile))

    def judge_one(self, path, features, profile):
        del features, profile
        report = self.reports.get(Path(path).name, judged)(path)
        channel, medium = self.placed.get(path, (report.channel, report.medium))
        return replace(report, channel=channel, medium=medium)

    def _accepted(self, report):
        findings = tuple(
            replace(f, waived=Waived(w.reason))
            if (w := accepting(self.accepted, f, report)) is not None
            else f
            for f in report.findings
        )
        return replace(report, findings=findings)

    def wish(self, profile):
        return str(profile.languages)

    def together(self, judged_ones, profile, go_on=lambda: None):
        go_on()
        del profile
        self.compared.append(tuple(report.path for report, _ in judged_ones))
        return self.campaigns

    def compare(self, ones, others, profile):
        del profile
        sides = tuple(tuple(report.path for report, _ in side) for side in (ones, others))
        self.sides_compared.append(sides)
        make = self.comparison
        return make(ones, others) if make else CampaignReport("", None, "pass", 2)

    def keep(self, run):
        if self.keep_error is not None:
            raise self.keep_error
        self.kept.append(run)
        return self.first_kept

    def trend(self, campaign, profile, last):
        del campaign, profile, last
        if self.trend_error is not None:
            raise self.trend_error
        return self.trend_line

    def accept(self, profile, waiver):
        del profile
        if self.waiver_error is not None:
            raise self.waiver_error
        self.accepted.append(waiver)

    def take_back(self, profile, waiver):
        del profile
        self.accepted.remove(waiver)

    def place(self, path, channel, medium):
        if self.place_error is not None:
            raise self.place_error
        self.placed[path] = (channel, medium)
        return lambda: self.placed.pop(path)


def backend(script):
    return Backend(
        review=script.review,
        keep=script.keep,
        load_profile=lambda path: script.load_profile(path),  # noqa: PLW0108  tests put another there
        find_profile=script.find_profile,
        is_profile=is_profile,
        preview=script.preview,
        export=script.export,
        print_pages=script.print_pages,
        upkeep=script.upkeep(),
        judge=script.judge,
        wish=script.wish,
        together=script.together,
        compare=script.compare,
        voices=lambda _: script.voices,
        trend=script.trend,
        accept=script.accept,
        take_back=script.take_back,
        place=script.place,
        waivers=lambda _: tuple(script.accepted),
    )
