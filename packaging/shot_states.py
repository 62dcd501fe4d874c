"""The views and states of the window that have a picture: how each one comes about.

Used by screenshots.py with the sample that the engine judged, and by the tests with any reports.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from brandguard.engine import Finished, Found, Judged
from brandguard.gui.backend import Backend
from brandguard.gui.editor.colours import Colours
from brandguard.gui.exportdialog import ExportDialog
from brandguard.gui.mainwindow import MainWindow
from brandguard.model.creative import Note
from brandguard.model.errors import OutputError, ProfileError, ProfileProblem
from brandguard.model.features import Features
from brandguard.model.profile import Profile
from brandguard.model.report import CreativeReport, Summary
from brandguard.model.said import Said

if TYPE_CHECKING:
    from collections.abc import Iterator


PATIENCE_S = 300
MANY = 5_000
_NO_COLOUR = "«{value}» is no colour: write #RRGGBB, or a name of the palette"
_MEANT = Said("; did you mean «{word}»?", word="languages")
PROBLEMS = (
    ProfileProblem(5, "color.palette.cotto", Said(_NO_COLOUR, value="#C5472")),
    ProfileProblem(6, "color.palette.mora", Said(_NO_COLOUR, value="mulberry")),
    ProfileProblem(9, "defaults.brandguard.langauges", Said("is no known key{hint}", hint=_MEANT)),
)


@dataclass
class Replay:
    """An engine that gives reports which were made before, as many as a state wants."""

    backend: Backend
    profile: Profile
    judged: Sequence[tuple[CreativeReport, Features | None]]
    shown: Sequence[tuple[CreativeReport, Features | None]] = ()
    hold_after: int | None = None
    together: bool = False
    found: bool = True
    """Whether a profile is found beside the creatives."""
    go_on: threading.Event = field(default_factory=threading.Event)

    def doors(self) -> Backend:
        """Give the doors, those of the engine replaced."""
        return replace(
            self.backend,
            review=self._review,
            load_profile=lambda _: self.profile,
            find_profile=lambda _: Path(self.profile.path or "_brand.yml") if self.found else None,
            together=self._together,
            judge=lambda _, **__: self._same,
        )

    def _review(self, paths: Sequence[str], profile: Profile, keeps: bool) -> Iterator[object]:
        del paths, profile, keeps
        ones = self.shown
        yield Found(len(ones))
        for done, (report, features) in enumerate(ones, 1):
            if self.hold_after is not None and done > self.hold_after:
                self.go_on.wait(20)
            yield Judged(report, done, len(ones), features)
        yield Finished(Summary(creatives=len(ones)), ())

    def _together(self, judged: Any, profile: Profile, go_on: Any) -> Any:  # noqa: ANN401  handed through
        return self.backend.together(judged, profile, go_on) if self.together else ()

    def _same(self, path: str, features: Features) -> CreativeReport:
        del features
        return next(report for report, _ in self.shown if report.path == path)


@dataclass(frozen=True)
class State:
    """One picture: `make` brings the window there, `show` gives what is seen, in each language."""

    make: Callable[[MainWindow, Replay], None]
    show: Callable[[MainWindow, Replay], QWidget | None] = lambda *_: None
    """A dialog over the window, None for the window alone."""


def pause(milliseconds: int) -> None:
    """Let the window work. QTest.qWait would hold Python's lock, and threads would starve."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def until(condition: Callable[[], bool]) -> None:
    """Let the window work until something holds."""
    for _ in range(PATIENCE_S * 50):
        if condition():
            return
        pause(20)
    raise TimeoutError("the window did not come so far")


def run(window: MainWindow, replay: Replay, ones: Sequence[Any] | None = None) -> None:
    """Judge creatives (all of the sample if none are named) and wait for the end."""
    replay.shown = list(replay.judged if ones is None else ones)
    window.views.show_view("creatives")
    window.session.add_with_profile([str(Path(__file__).parent)], Path("_brand.yml"))
    number = len(replay.shown)
    until(lambda: bool(window.session.progress.ended) and window.session.rows.rowCount() == number)


def nothing(window: MainWindow, replay: Replay) -> None:
    """Leave the window as it opens."""
    del replay
    until(lambda: window.session.phase == "welcome")


def point(window: MainWindow, name: str) -> None:
    """Show a creative by the end of its name and point at its first finding."""
    session = window.session
    paths = session.rows.paths()
    session.select_path(next((path for path in paths if path.endswith(name)), paths[0]))
    session.select_finding(0 if session.findings else None)


def sample(window: MainWindow, replay: Replay) -> None:
    """Judge the sample and point at a finding."""
    run(window, replay)
    point(window, "story.png")
    pause(1500)  # until the preview is sharp


def words(window: MainWindow, replay: Replay) -> None:
    """Show a creative that is text, with its words marked."""
    run(window, replay)
    point(window, "press-release.txt")


def campaign(window: MainWindow, replay: Replay) -> None:
    """Compare online with offline."""
    replay.together = True
    run(window, replay)
    until(lambda: bool(window.session.campaigns))
    replay.together = False
    window.views.show_view("campaign")


def part(window: MainWindow, name: str) -> None:
    """Scroll the campaign view to one of its parts, once it is filled."""
    window.campaign.leave_comparison()
    body = window.campaign.body
    pause(100)
    until(lambda: not body.slices.running)
    pause(300)
    at = {"head": body.head, "contradictions": body.conflicts, "matrix": body.matrix_section}[name]
    body.verticalScrollBar().setValue(at.y())


def head(window: MainWindow, replay: Replay) -> None:
    """Show how the campaign agrees."""
    del replay
    part(window, "head")


def contradictions(window: MainWindow, replay: Replay) -> None:
    """Show what is at odds, every side with its own words."""
    del replay
    part(window, "contradictions")


def matrix(window: MainWindow, replay: Replay) -> None:
    """Show each creative by dimension."""
    del replay
    part(window, "matrix")


def compared(window: MainWindow, replay: Replay) -> None:
    """Put two creatives side by side."""
    del replay
    paths = window.session.rows.paths()
    one = next((path for path in paths if path.endswith("poster-a3.jpg")), paths[0])
    other = next((path for path in paths if path.endswith("banner-970x250.png")), paths[-1])
    window.campaign.compare_two(one, other)
    page = window.campaign.compare
    until(lambda: page.report is not None and not page.slices.running)
    pause(400)


def profile(window: MainWindow, replay: Replay) -> None:
    """Edit the profile."""
    run(window, replay)
    window.views.show_view("profile")
    pause(500)


def lesson(window: MainWindow, replay: Replay) -> None:
    """Show what approved examples have taught, before it is accepted."""
    from brandguard.gui.editor.alarms import alarms
    from brandguard.gui.learning import Lesson
    from brandguard.learning.learn import learn

    run(window, replay)
    examples = [(report.path, features) for report, features in replay.judged if features]
    learned = learn(examples, 0.05)
    window.views.show_view("profile")
    page = window.profile_view.learn
    window.profile_view.setCurrentWidget(page)
    page.teacher.learned.emit(Lesson(learned, alarms(learned.file), 0.05, len(examples)))


def eyedropper(window: MainWindow, replay: Replay) -> QWidget:
    """Pick a colour from a creative."""
    del replay
    point(window, "story.png")
    window.profile_view.setCurrentWidget(window.profile_view.editor)
    window.profile_view.editor.turn_to(Colours)
    picker = window.profile_view.editor.eyedropper
    picker.show()
    pause(1500)  # until the page is sharp
    return picker


def report(window: MainWindow, replay: Replay) -> None:
    """Read the run as a page."""
    run(window, replay)
    window.views.show_view("report")


def clean(window: MainWindow, replay: Replay) -> None:
    """Show creatives in which nothing was found."""
    ones = [
        (replace(r, findings=(), verdict="pass", score=97.0 + i % 3, cap=None), f)
        for i, (r, f) in enumerate(replay.judged)
        if r.error is None
    ]
    run(window, replay, ones)
    window.views.show_view("report")


def broken(code: str, path: str, **facts: str) -> tuple[CreativeReport, None]:
    """Make the report of a creative that could not be read."""
    from brandguard.judging import unreadable
    from brandguard.model.features import Features
    from brandguard.model.report import Subject

    empty = Subject(path=path, features=Features("", "", 0, (), 0))
    return unreadable(path, Note(code, {"file": path, **facts}), empty), None


def unreadable_only(window: MainWindow, replay: Replay) -> None:
    """Show files that cannot be read, and why not."""
    run(window, replay, [broken("SYS002", "banner.png"), broken("SYS003", "poster.tiff"),
                         broken("SYS007", "brochure.pdf")])  # fmt: skip
    point(window, "brochure.pdf")


def lost(window: MainWindow, replay: Replay) -> None:
    """Show a creative whose worker died."""
    run(window, replay, [*list(replay.judged)[:3], broken("SYS011", "billboard.psd")])
    point(window, "billboard.psd")


def no_model(window: MainWindow, replay: Replay) -> None:
    """Show a creative whose language has no model here."""
    first, features = next((r, f) for r, f in replay.judged if r.error is None and r.dimensions)
    why = Note("why.no_model", {"language": first.language or "it"})
    dimensions = tuple(
        replace(d, score=None, verdict="not_evaluable", reason=why, deductions=())
        if d.dimension == "voice"
        else d
        for d in first.dimensions
    )
    alone = replace(first, dimensions=dimensions, findings=first.findings[:1])
    run(window, replay, [(alone, features)])


def many(window: MainWindow, replay: Replay) -> None:
    """Show as many creatives as a large house has in a year."""
    ones = [(r, f) for r, f in replay.judged if r.error is None]
    run(window, replay, [
        (replace(ones[i % len(ones)][0], path=f"archive/{i:05d}-{i % 7}.png", sha256=f"{i}"), None)
        for i in range(MANY)
    ])  # fmt: skip


def no_profile(window: MainWindow, replay: Replay) -> None:
    """Add creatives where no profile is to be found."""
    replay.found = False
    window.session.profile = window.session.profile_error = None
    window.session.add([str(Path(__file__).parent)])
    until(lambda: window.session.phase == "no_profile")
    replay.found = True


def invalid(window: MainWindow, replay: Replay) -> None:
    """Open a profile with errors."""
    del replay
    window.session.profile_error = ProfileError("/brand/_brand.yml", PROBLEMS)
    window.session.phase_changed.emit()
    window.session.profile_changed.emit()


def cancelled(window: MainWindow, replay: Replay) -> None:
    """Stop a run half-way."""
    half_way(window, replay)
    window.session.cancel()
    replay.hold_after = None
    replay.go_on.set()


def half_way(window: MainWindow, replay: Replay) -> None:
    """Hold a run after a third of its creatives."""
    replay.shown = list(replay.judged)
    replay.hold_after = max(len(replay.shown) // 3, 1)
    replay.go_on.clear()
    window.views.show_view("creatives")
    window.session.add_with_profile([str(Path(__file__).parent)], Path("_brand.yml"))
    until(lambda: window.session.progress.done == replay.hold_after)
    pause(100)  # until the slice that brought them is announced


def let_go(window: MainWindow, replay: Replay) -> None:
    """End what `half_way` holds."""
    del window
    replay.hold_after = None
    replay.go_on.set()


def settings(window: MainWindow, replay: Replay) -> None:
    """Show the settings, whatever the language."""
    del replay
    window.show_settings()
    until(lambda: window.settings_page.stored.text() != "")


def full(window: MainWindow, replay: Replay) -> QWidget:
    """Tell that the disk is full."""
    del replay
    cure = Said("the disk is full; make room or choose another drive")
    text = Said("{file}: could not be written: {cure}", file="/reports/spring.html", cure=cure)
    window.tell(OutputError(text))
    return window.dialogs.box


def about(window: MainWindow, replay: Replay) -> QWidget | None:
    """Show versions and licences."""
    del replay
    window.errands.about()
    dialog = window.errands.open_dialog
    until(lambda: dialog.table.rowCount() > 0)
    return dialog


def keys(window: MainWindow, replay: Replay) -> QWidget | None:
    """Show what the keyboard does."""
    del replay
    window.errands.keys()
    return window.errands.open_dialog


def rule(window: MainWindow, replay: Replay) -> QWidget | None:
    """Explain a rule."""
    del replay
    window.errands.explain_rule("COL001")
    return window.errands.rule


def export(window: MainWindow, replay: Replay) -> QWidget:
    """Choose a format."""
    del replay
    dialog = ExportDialog(window.memory, "en", window)
    dialog.show()
    return dialog


STATES = {
    "empty": State(nothing), "sample": State(sample), "words": State(words),
    "campaign": State(campaign, head), "contradictions": State(campaign, contradictions),
    "matrix": State(campaign, matrix), "compare": State(campaign, compared),
    "profile": State(profile), "lesson": State(lesson), "eyedropper": State(profile, eyedropper),
    "report": State(report), "settings": State(report, settings), "about": State(sample, about),
    "keys": State(sample, keys), "rule": State(sample, rule), "export": State(sample, export),
    "no-profile": State(no_profile), "clean": State(clean), "unreadable": State(unreadable_only),
    "invalid": State(invalid), "no-model": State(no_model), "disk-full": State(sample, full),
    "worker-lost": State(lost), "running": State(half_way), "cancelled": State(cancelled),
    "many": State(many),
}  # fmt: skip
