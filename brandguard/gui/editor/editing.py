"""The profile under edit: its versions, what is wrong with it, whether it is saved.

Every edit makes another version. One that is valid is what the session judges by, at once; while
one is not, the last valid profile stays in force and the problems are shown.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoCommand

from brandguard.checks import BY_CODE
from brandguard.gui.editor.doors import ChangedOnDiskError, ProfileDoors, take_along
from brandguard.gui.editor.drafts import Draft, Drafts
from brandguard.gui.task import Task
from brandguard.gui.words import messages
from brandguard.interchange.profiletext import ProfileText
from brandguard.model.errors import BrandGuardError, ProfileError

if TYPE_CHECKING:
    from collections.abc import Callable

    from brandguard.gui.editor.doors import Opened
    from brandguard.gui.session import Session
    from brandguard.interchange.yamlfile import Key
    from brandguard.model.errors import ProfileProblem
    from brandguard.model.profile import Profile

DRAFT_MS = 800
"""Rest after the last edit before a draft is written."""


class Editing(QObject):
    """The one place where a profile under edit changes."""

    changed = Signal()
    """There is another version, or another profile."""
    saved_changed = Signal()
    """It is saved now, or no longer."""
    draft_found = Signal()
    conflict = Signal()
    """It cannot be saved: the file was changed by somebody else meanwhile."""

    def __init__(
        self, session: Session, doors: ProfileDoors | None = None, drafts: Drafts | None = None
    ) -> None:
        super().__init__(session)
        self.session = session
        self.doors = doors or ProfileDoors()
        self.drafts = drafts or Drafts()
        self.text: ProfileText | None = None
        self.profile: Profile | None = None
        """The last valid version."""
        self.saved_profile: Profile | None = None
        self.problems: tuple[ProfileProblem, ...] = ()
        self.found: Draft | None = None
        """A draft of an earlier session that waits for the user's word."""
        self._saved: ProfileText | None = None
        self._stamp = ""
        self._was_dirty = False
        self._task: Task[object] | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(DRAFT_MS)
        self._later.timeout.connect(self._keep_draft)
        self._awake = False
        session.profile_changed.connect(self._follow)

    # Looking

    @property
    def path(self) -> Path | None:
        """The file under edit."""
        return Path(self.text.path) if self.text is not None else None

    @property
    def dirty(self) -> bool:
        """Whether something is not saved."""
        if self.text is None or self._saved is None or self.text is self._saved:
            return False
        return repr(self.text.document.plain()) != repr(self._saved.document.plain())

    @property
    def stamp(self) -> str:
        """What the file was when it was read or written last."""
        return self._stamp

    @property
    def busy(self) -> bool:
        """Whether a file is being read or written."""
        return self._task is not None

    def value(self, *keys: Key) -> object:
        """Give what is in force at a place, whether the file says it or what it extends."""
        from brandguard.interchange.profiletext import value_at

        return value_at(self.text.tree(), keys) if self.text is not None else None

    def problem_at(self, *keys: Key) -> str:
        """Say what is wrong at a place or below it; nothing where all is well."""
        name = ".".join(map(str, keys))
        here = (p for p in self.problems if p.key == name or p.key.startswith(f"{name}."))
        said = [messages().said(problem.text) for problem in here]
        return "; ".join(dict.fromkeys(said))

    # Changing

    def wake(self) -> None:
        """Read the session's profile, now that somebody looks at it."""
        if not self._awake:
            self._awake = True
            self._follow()

    def edit(
        self, name: str, make: Callable[[ProfileText], ProfileText], merge: str | None = None
    ) -> None:
        """Make another version; edits of the same `merge` in a row are undone in one go."""
        if self.text is None:
            return
        try:
            new = make(self.text)
        except BrandGuardError as error:
            self.session.said.emit(messages().error(error))
            self.changed.emit()
            return
        if new is self.text or repr(new.document.plain()) == repr(self.text.document.plain()):
            return
        self.session.deeds.push(Edit(self, name, self.text, new, merge))

    def put(self, text: ProfileText) -> None:
        """Take a version: judge by it, or show what is wrong with it."""
        self.text = text
        try:
            profile = text.profile(BY_CODE)
        except ProfileError as error:
            self.problems = error.problems
        else:
            self.problems, self.profile = (), profile
            self.session.judge_by(profile)
        self._later.start()
        self.changed.emit()
        self._tell_saved()

    def set_value(
        self, name: str, keys: tuple[Key, ...], value: object, merge: str | None = None
    ) -> None:
        """Set one value; None takes it out."""
        self.edit(name, lambda text: text.with_value(keys, value), merge)

    # Reading and writing

    def reload(self) -> None:
        """Read the file anew; what was not saved stays as a draft."""
        if self.path is not None:
            self.take_written(self.path, keep=True)

    def take_written(self, path: Path, *, keep: bool = False) -> None:
        """Go on with a file that was written elsewhere; `keep` what is not saved, as a draft."""
        if keep:
            self._keep_draft()
        elif self.text is not None:
            self.drafts.forget(self.text.path)
        self.text, self._awake = self._saved, True
        self.session.open_profile(path)

    def save(self, *, over: bool = False) -> None:
        """Write the file; `over` whatever somebody else made of it meanwhile."""
        if self.text is not None and self.path is not None and not self.busy:
            self._write(self.text, self.path, None if over else self._stamp)

    def save_as(self, path: Path) -> None:
        """Write another file and go on with that one."""
        text, profile = self.text, self.profile
        if text is None or profile is None or self.busy:
            return
        plain = text.text

        def work() -> Opened:
            moved = ProfileText.parse(plain, str(path))
            if path.parent != Path(text.path).parent:
                take_along(profile, path)
            moved.profile(BY_CODE)  # paths that lead nowhere from there are told before
            self.doors.write(plain, path, None)
            return self.doors.read(path)

        self._begin(work, self._opened_anew)

    def restore_draft(self) -> None:
        """Take the draft of an earlier session, as one edit."""
        draft, self.found = self.found, None
        self.draft_found.emit()
        if draft is None or self.text is None:
            return
        try:
            text = ProfileText.parse(draft.text, self.text.path)
        except ProfileError as error:
            self.session.failed.emit(error)
            return
        self._stamp = draft.stamp  # so that a file that was changed since is noticed
        self.edit(self.tr("restore the draft"), lambda _: text)

    def discard_draft(self) -> None:
        """Throw the draft of an earlier session away."""
        if self.found is not None:
            self.drafts.forget(self.found.path)
        self.found = None
        self.draft_found.emit()

    def close(self) -> None:
        """Keep what is not saved before the window goes."""
        if self._later.isActive():
            self._later.stop()
            self._keep_draft()

    # Behind the verbs

    def _follow(self) -> None:
        """Go along when the session opens another profile, or the same one anew."""
        profile, error = self.session.profile, self.session.profile_error
        source = error.path if error is not None else profile.path if profile else None
        if not self._awake or source is None:
            return
        if error is None and (profile is self.profile or profile is self.saved_profile):
            return
        if self.dirty and self.text is not None and self.profile is not None:
            if self.text.path == source:  # all was checked again: what is not saved stays in force
                self.session.judge_by(self.profile)
                return
            self._keep_draft()
            said = self.tr("The changes of {name} are kept as a draft.")
            self.session.said.emit(said.format(name=Path(self.text.path).name))
        self._open(Path(source))

    def _open(self, path: Path) -> None:
        doors = self.doors
        self._begin(lambda: doors.read(path), self._opened)

    def _opened(self, opened: Opened) -> None:
        draft = self.drafts.find(opened.text.path)
        self.found = draft if draft and draft.text != opened.text.text else None
        self._take(opened)
        self.draft_found.emit()

    def _opened_anew(self, opened: Opened) -> None:
        """Go on with the file that was just written under another name."""
        if self.text is not None:
            self.drafts.forget(self.text.path)
        self._take(opened)
        if self.profile is not None:
            self.session.judge_by(self.profile)

    def _take(self, opened: Opened) -> None:
        self.text = self._saved = opened.text
        self._stamp, self.problems = opened.stamp, ()
        try:
            self.profile = self.saved_profile = opened.text.profile(BY_CODE)
        except ProfileError as error:
            self.problems = error.problems
        self.changed.emit()
        self._tell_saved()

    def _write(self, text: ProfileText, path: Path, expected: str | None) -> None:
        plain, doors = text.text, self.doors

        def written(stamp: str) -> None:
            self._saved, self._stamp = text, stamp
            if not self.problems:
                self.saved_profile = self.profile
            self.drafts.forget(str(path))
            self.session.said.emit(self.tr("Saved {name}").format(name=path.name))
            self.changed.emit()
            self._tell_saved()

        self._begin(lambda: doors.write(plain, path, expected), written)

    def _begin(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        def finish(result: object) -> None:
            self._task = None
            done(result)

        if self._task is not None:
            self._task.forget()
        self._task = Task(work, finish, self._failed)

    def _failed(self, error: Exception) -> None:
        self._task = None
        if isinstance(error, ChangedOnDiskError):
            self.conflict.emit()
        else:
            self.session.failed.emit(error)

    def _tell_saved(self) -> None:
        dirty = self.dirty
        if not dirty and self.text is not None and self.found is None:
            self.drafts.forget(self.text.path)
        if dirty != self._was_dirty:
            self._was_dirty = dirty
            self.saved_changed.emit()

    def _keep_draft(self) -> None:
        if self.text is None or not self.dirty:
            return
        now = dt.datetime.now().astimezone().isoformat(timespec="minutes")
        self.drafts.keep(Draft(self.text.path, self.text.text, self._stamp, now))


class Edit(QUndoCommand):
    """One step from version to version; obsolete once another file is under edit."""

    def __init__(
        self, editing: Editing, name: str, old: ProfileText, new: ProfileText, merge: str | None
    ) -> None:
        super().__init__(name)
        self._editing, self._old, self.new, self.merge = editing, old, new, merge

    def redo(self) -> None:
        """Take the newer version."""
        self._go(self.new)

    def undo(self) -> None:
        """Take the older version again."""
        self._go(self._old)

    def id(self) -> int:
        """Tell which edits may become one."""
        return 6 if self.merge is not None else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Swallow the next edit of the same field."""
        if not isinstance(other, Edit) or other.merge != self.merge:
            return False
        self.new = other.new
        return True

    def _go(self, text: ProfileText) -> None:
        here = self._editing.text
        if here is None or here.path != text.path:
            self.setObsolete(True)
        else:
            self._editing.put(text)
