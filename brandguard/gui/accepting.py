"""Accepts findings and takes that back: written beside the profile, undone by one key."""

from __future__ import annotations

import datetime as dt
import getpass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from brandguard.gui.deeds import Deed
from brandguard.gui.task import Task
from brandguard.model.errors import WaiverError
from brandguard.model.report import CampaignReport
from brandguard.waivers import accepting, accepting_together, campaign_waiver, waiver_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from brandguard.gui.session import Session
    from brandguard.model.profile import Profile
    from brandguard.model.report import CreativeReport, Finding
    from brandguard.model.waiver import Waiver
    from brandguard.waivers import Scope


class Accepting(QObject):
    """The session's hand on the waiver file. Everything is judged again when it has changed."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._task: Task[None] | None = None

    @property
    def busy(self) -> bool:
        """Whether the file is being written."""
        return self._task is not None

    def accept(
        self,
        finding: Finding,
        report: CreativeReport | CampaignReport,
        scope: Scope,
        reason: str,
        until: dt.date | None = None,
    ) -> None:
        """Accept a finding of a creative, or of a campaign, as far as `scope` reaches.

        The session tells what cannot be.
        """
        try:
            waiver = _waiver(finding, report, scope, reason, until)
        except WaiverError as error:
            self._session.failed.emit(error)
            return
        accept, take_back = self._session.backend.accept, self._session.backend.take_back
        self._write(
            waiver,
            accept,
            lambda: self._remember(
                lambda: self.tr("accept {rule}").format(rule=finding.rule),
                waiver, accept, take_back,
            ),
        )  # fmt: skip

    def take_back(self, finding: Finding, report: CreativeReport | CampaignReport) -> None:
        """Take back the waiver by which a finding is accepted."""
        profile = self._session.profile
        if profile is None:
            return
        try:
            waiver = _found(self._session.backend.waivers(profile), finding, report)
        except Exception as error:  # noqa: BLE001  a broken file is told like every other
            self._session.failed.emit(error)
            return
        if waiver is None:
            self._session.said.emit(self.tr("It was accepted by a baseline, not by a waiver."))
            return
        accept, take_back = self._session.backend.accept, self._session.backend.take_back
        self._write(
            waiver,
            take_back,
            lambda: self._remember(
                lambda: self.tr("take back {rule}").format(rule=finding.rule),
                waiver, take_back, accept,
            ),
        )  # fmt: skip

    def _remember(
        self,
        name: Callable[[], str],
        waiver: Waiver,
        deed: Callable[[Profile, Waiver], None],
        opposite: Callable[[Profile, Waiver], None],
    ) -> None:
        self._session.deeds.push(
            Deed(
                name,
                lambda: self._write(waiver, deed),
                lambda: self._write(waiver, opposite),
            )
        )

    def _write(
        self,
        waiver: Waiver,
        deed: Callable[[Profile, Waiver], None],
        then: Callable[[], None] = lambda: None,
    ) -> None:
        profile = self._session.profile
        if profile is None:
            return
        if self._task is not None:
            self._task.wait(1.0)

        def written(_: None) -> None:
            self._task = None
            then()
            self._session.judge_again()

        self._task = Task(lambda: deed(profile, waiver), written, self._fail)

    def _fail(self, error: Exception) -> None:
        self._task = None
        self._session.failed.emit(error)


def _waiver(
    finding: Finding,
    report: CreativeReport | CampaignReport,
    scope: Scope,
    reason: str,
    until: dt.date | None,
) -> Waiver:
    today = dt.datetime.now().astimezone().date()
    if isinstance(report, CampaignReport):
        return campaign_waiver(
            finding, report.name, scope, reason, by=_user(), on=today, until=until
        )
    return waiver_of(finding, report, scope, reason, by=_user(), on=today, until=until)


def _found(
    waivers: Sequence[Waiver], finding: Finding, report: CreativeReport | CampaignReport
) -> Waiver | None:
    if isinstance(report, CampaignReport):
        return accepting_together(waivers, finding, report.name)
    return accepting(waivers, finding, report)


def _user() -> str | None:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # no name for the number that runs us
        return None
