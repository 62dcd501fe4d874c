"""What is open in the window, and the only place where that changes.

Widgets read it, call its verbs (add, check_again, cancel, select…) and redraw at its signals.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from brandguard.engine import Finished, Found, Judged, Started
from brandguard.gui.accepting import Accepting
from brandguard.gui.arrivals import Arrivals
from brandguard.gui.bridge import Bridge, Ended
from brandguard.gui.comparing import Comparing
from brandguard.gui.deeds import Deed, name_anew
from brandguard.gui.entry import COUNTED, Entry
from brandguard.gui.intake import Intake
from brandguard.gui.placing import Placing
from brandguard.gui.prepare import Prepared, load, look_at, look_at_with
from brandguard.gui.rejudge import Rejudge
from brandguard.gui.runkeeping import NotKept, ToKeep
from brandguard.gui.runs import Asked, Progress
from brandguard.gui.scores import Scores
from brandguard.gui.selection import Selection
from brandguard.gui.sessionfile import Opened
from brandguard.gui.task import Task
from brandguard.gui.words import left_out_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from brandguard.gui.backend import Backend
    from brandguard.model.errors import ProfileError
    from brandguard.model.features import Features
    from brandguard.model.profile import Profile
    from brandguard.model.report import CampaignReport, CreativeReport


class Session(Selection):
    """The open creatives, the profile, the run and what is selected."""

    phase_changed = Signal()
    profile_changed = Signal()
    progress_changed = Signal()
    counts_changed = Signal()
    campaigns_changed = Signal()
    rejudged = Signal()
    """All that is open has been judged by the profile as it is now."""
    failed = Signal(object)
    """An exception that ended a run."""

    def __init__(self, backend: Backend, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.backend = backend
        self.profile: Profile | None = None
        self.profile_error: ProfileError | None = None
        self.progress = Progress()
        self._ending: Callable[[], str] = str
        """Says how the last run ended, in whatever language is spoken by then."""
        self.counts = dict.fromkeys(COUNTED, 0)
        self._roots: list[str] = []
        self._removed: set[str] = set()
        self._wished: tuple[str | None, int] | None = None
        self._queue: list[Asked] = []
        self._seen: set[str] = set()
        self._copies = 0
        self._whole = False
        self._shown_changed = False
        self._bridge = Bridge(self._handle, self._flush, self, first=self.rows.flush)
        self._task: Task[Prepared] | None = None
        self.deeds = QUndoStack(self)
        """What can be undone, the latest last."""
        self.accepting = Accepting(self)
        self.placing = Placing(self)
        self.scores = Scores(self)
        self._arrivals = Arrivals(self)
        self.campaigns: tuple[CampaignReport, ...] = ()
        self._judged_by: Profile | None = None
        self._rejudge = Rejudge(self._put_again, self._flush, self)
        self._rejudge.ended.connect(self._all_judged)
        self._rejudge.failed.connect(self.failed)
        self._comparing = Comparing(self)
        self._comparing.compared.connect(self._compared)

    # What is shown

    @property
    def phase(self) -> str:
        """Which page the window shows: invalid, welcome, no_profile or workspace."""
        if self.profile_error is not None:
            return "invalid"
        if not self._roots:
            return "welcome"
        return "workspace" if self.profile is not None else "no_profile"

    @property
    def open_paths(self) -> int:
        """How many files and folders were handed in."""
        return len(self._roots)

    # Verbs on creatives

    def add(self, paths: Sequence[str], *, restored: bool = False) -> None:
        """Take files and folders and check them; a profile among them becomes the profile.

        Where there is none yet, one is looked for near the first of them.
        """
        known = {os.path.realpath(path) for path in self._roots}
        profile, backend = self.profile, self.backend
        if paths:
            self._task = Task(
                lambda: look_at(backend, paths, known, profile),
                lambda prepared: self._taken(prepared, keeps=not restored),
                self.failed.emit,
            )

    def add_with_profile(
        self, paths: Sequence[str], profile: Path, *, restored: bool = False
    ) -> None:
        """Open a profile and check these creatives; `restored` without what was taken out."""
        backend = self.backend
        removed, wished = (self._removed, self._wished) if restored else (set(), None)
        self._forget_all()
        self._removed, self._wished = removed, wished
        self._task = Task(
            lambda: look_at_with(backend, paths, profile),
            lambda prepared: self._taken(prepared, keeps=not restored),
            self.failed.emit,
        )

    def open_profile(self, path: Path) -> None:
        """Change to another profile; what is open is judged by it."""
        backend = self.backend
        self._task = Task(
            lambda: load(backend, path, Intake()), self._profile_read, self.failed.emit
        )

    def check_again(self) -> None:
        """Read profile and creatives anew and judge them; what is gone leaves the list."""
        source = self.profile_error.path if self.profile_error else None
        source = source or (self.profile.path if self.profile else None)
        if source is not None:
            self.open_profile(Path(source))

    def remove(self, path: str) -> None:
        """Take a creative out of the list until the user brings it back; its file stays."""
        entry = self.rows.get(path)
        if entry is None or entry.report is None:
            return
        report, features, name = entry.report, entry.features, entry.name

        def take_out() -> None:
            order = list(self.order())
            self._removed.add(path)
            self._count(self.rows.get(path), -1)
            self.rows.drop(path)
            if self._current == path:
                at = order.index(path) if path in order else 0
                left = [other for other in order if other != path]
                self._current = left[min(at, len(left) - 1)] if left else None
                self.page, self.finding, self._shown_changed = 1, None, True
            self._flush()
            self._all_judged()

        def bring_back() -> None:
            self._removed.discard(path)
            self._put(report, features)
            self.rows.arrange()
            self._flush()
            self._all_judged()

        take_out()
        self.deeds.push(
            Deed(lambda: self.tr("remove {name}").format(name=name), take_out, bring_back)
        )

    @property
    def opened(self) -> Opened:
        """What is worth keeping for the next start; the window adds the zoom."""
        profile = self.profile.path if self.profile else None
        removed = tuple(sorted(self._removed))
        return Opened(tuple(self._roots), removed, profile, self._current, self.page)

    def restore(self, opened: Opened) -> None:
        """Open again what was open: creatives that are gone are named, not missed silently."""
        self._removed = set(opened.removed)
        self._wished = (opened.current, opened.page) if opened.current else None
        if opened.profile is not None:
            self.add_with_profile(opened.paths, Path(opened.profile), restored=True)
        else:
            self.add(opened.paths, restored=True)

    def judge_by(self, profile: Profile) -> None:
        """Judge what is open by a version of the profile that need not be saved.

        What it asks to be measured anew is measured; the rest takes a millisecond a creative.
        """
        old, self.profile = self.profile, profile
        self.profile_error = None
        self.profile_changed.emit()
        wish = self.backend.wish
        if old is not None and wish(old) == wish(profile):
            self.judge_again()
        elif self._roots:
            self._run_all(keeps=False)

    def judge_again(self) -> None:
        """Judge what is open once more from what was measured, the creative that is shown first."""
        profile, judge = self.profile, self.backend.judge
        if profile is None:
            return
        shown = self.current
        first = [shown] if shown is not None else []
        others = [entry for entry in self.rows.entries() if entry is not shown]
        self._judged_by = profile
        self._comparing.forget()
        self._rejudge.start(lambda: judge(profile), first + others)

    def clear(self) -> None:
        """Close all creatives; the profile stays."""
        self._forget_all()
        self.phase_changed.emit()
        self.progress_changed.emit()

    def cancel(self) -> None:
        """Stop the run at once; what is judged stays."""
        if not self.progress.running:
            return
        self._bridge.cancel()
        self._queue.clear()
        left = max(self.progress.total - self.progress.done, 0)
        self.rows.drop_unjudged()
        kept = self.progress.done
        self._end(lambda: self.tr("Stopped: {kept} kept, {left} not checked. Check again goes on.")
                  .format(kept=kept, left=left))  # fmt: skip

    def close(self) -> None:
        """Let go of the run, at once; its thread closes the generator when it can."""
        if self._task is not None:
            self._task.forget()
        self._comparing.forget()
        self._rejudge.stop()
        self._bridge.cancel()

    def wait(self) -> None:
        """Give the run's thread a moment to come to its end."""
        self._bridge.close()

    # Behind the verbs

    def _taken(self, prepared: Prepared, *, keeps: bool) -> None:
        intake = prepared.intake
        self._roots += intake.paths
        self._arrivals.tell(intake)
        if intake.profile is not None:
            self._profile_read(prepared)
            return
        self._set_profile(prepared)
        if self.profile is not None and intake.paths and self.profile_error is None:
            self._queue.append(Asked(intake.paths, keeps=keeps))
            self._next_run()

    def _profile_read(self, prepared: Prepared) -> None:
        self._set_profile(prepared)
        if self.profile_error is None and self._roots:
            self._run_all()

    def _run_all(self, *, keeps: bool = True) -> None:
        self._bridge.cancel()
        self._queue = [Asked(tuple(self._roots), whole=True, keeps=keeps)]
        self._next_run()

    def _set_profile(self, prepared: Prepared) -> None:
        self.profile_error = prepared.error
        if prepared.profile is not None:
            self.profile = prepared.profile
        self.profile_changed.emit()
        self.phase_changed.emit()

    def _next_run(self) -> None:
        if self._bridge.running or not self._queue or self.profile is None:
            return
        asked, profile, review = self._queue.pop(0), self.profile, self.backend.review
        self._seen, self._copies, self._whole = set(), 0, asked.whole
        self._judged_by = profile
        self.progress = Progress(running=True)
        self.progress_changed.emit()
        self._bridge.start(lambda: review(asked.paths, profile, asked.keeps))

    def _handle(self, event: object) -> None:
        match event:
            case Found(total=total, left_out=left_out):
                self.progress = Progress(running=True, total=total)
                if left_out:
                    self.said.emit(left_out_words(total, left_out))
            case Started(path=path) if path not in self._removed:
                self.rows.expect(path)
            case Judged(report=report, done=done, total=total, features=features):
                self._judged(report, features)
                name = Entry(report.path).name
                self.progress = Progress(running=True, done=done, total=total, name=name)
            case ToKeep() | NotKept():
                self.scores.take(event)
            case Finished():
                self._finished()
            case Ended(error=error):
                self._ended(error)

    def _judged(self, report: CreativeReport, features: Features | None) -> None:
        if report.path in self._removed:
            self.rows.drop(report.path)
            return
        self._seen.add(report.path)
        if self.rows.has_copy_of(report):
            self._copies += 1
            self.rows.drop(report.path)
            return
        self._put(report, features)

    def _put_again(self, report: CreativeReport) -> None:
        if self.rows.get(report.path) is not None:  # it may have been closed since
            self._put(report)

    def _put(self, report: CreativeReport, features: Features | None = None) -> None:
        """Give a creative its report; the finding in hand stays in hand."""
        shown = report.path == self._current
        held = self.findings[self.finding].fingerprint if shown and self.finding is not None else ""
        self._count(self.rows.get(report.path), -1)
        entry = self.rows.put(report, features)
        self._count(entry, +1)
        if self._wished is not None and self._wished[0] == entry.path:
            (self._current, self.page), self._wished = self._wished, None
        elif self._current is None:
            self._current = entry.path
        if shown and held:
            names = [finding.fingerprint for finding in report.findings]
            self.finding = names.index(held) if held in names else None
        self._shown_changed |= entry.path == self._current

    def _count(self, entry: Entry | None, sign: int) -> None:
        for severity, number in (entry.counts if entry else {}).items():
            self.counts[severity] += sign * number

    def _finished(self) -> None:
        self.rows.arrange()
        if self._whole:
            for entry in self.rows.besides(self._seen):
                self._count(entry, -1)
                self.rows.drop(entry.path)
        if self._copies:
            text = self.tr("%n skipped: the same creative is already open", "", self._copies)
            self.said.emit(text)
        if self.profile is not self._judged_by:  # it was edited while this ran
            self.judge_again()
        else:
            self._all_judged()

    def _all_judged(self) -> None:
        """Say so; what lies between the creatives is compared when edits rest."""
        self.rejudged.emit()
        self._comparing.wish()

    def _compared(self, campaigns: tuple[CampaignReport, ...]) -> None:
        self.campaigns = campaigns
        self.campaigns_changed.emit()

    def _ended(self, error: BaseException | None) -> None:
        number = self.progress.total
        if error is not None:
            self.rows.drop_unjudged()
            kept = self.progress.done
            self._end(lambda: self.tr("The run ended early: {kept} kept.").format(kept=kept))
            self.failed.emit(error)
        elif self._queue:
            self._next_run()
        elif number:
            self._end(lambda: self.tr("%Ln checked", "", number))
        else:
            self._end(lambda: self.tr("Nothing to check was found there."))

    def _end(self, words: Callable[[], str]) -> None:
        self._ending = words
        self.progress = replace(self.progress, running=False, name="", ended=words())
        self._flush()

    def say_anew(self) -> None:
        """Say what stays on the screen in the language that is spoken now."""
        if self.progress.ended:
            self.progress = replace(self.progress, ended=self._ending())
        name_anew(self.deeds)

    def _flush(self) -> None:
        """Announce what a slice of events has changed, once."""
        self.rows.flush()
        if self._current is not None and self.rows.get(self._current) is None:
            first = self.rows.at(0)
            self._current, self._shown_changed = first.path if first else None, True
        if self._shown_changed:
            self._shown_changed = False
            self.turn_to(self.page)
            if self.finding is not None and self.finding >= len(self.findings):
                self.finding = None
            self.current_changed.emit()
        self.counts_changed.emit()
        self.progress_changed.emit()

    def _forget_all(self) -> None:
        self._bridge.cancel()
        self._roots, self._queue, self._current = [], [], None
        self._removed, self._wished = set(), None
        self.page, self.finding = 1, None
        self.counts = dict.fromkeys(COUNTED, 0)
        self.progress = Progress()
        self.rows.clear()
        self._rejudge.stop()
        self.campaigns = ()
        self.deeds.clear()
        self.current_changed.emit()
        self.counts_changed.emit()
        self.campaigns_changed.emit()
