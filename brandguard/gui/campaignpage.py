"""The campaign view: how far the creatives of a campaign agree, and where they contradict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from brandguard.gui.campaignbody import CampaignBody
from brandguard.gui.campaigndata import is_member, side_number
from brandguard.gui.chartfile import ChartSaver
from brandguard.gui.comparepage import ComparePage
from brandguard.gui.notice import Notice
from brandguard.gui.task import Task, forget_all
from brandguard.gui.trendchart import TrendChart
from brandguard.gui.voicechart import VoiceWords
from brandguard.gui.words import messages
from brandguard.model.trend import TrendLine, TrendPoint

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QShowEvent

    from brandguard.gui.backend import LearnedVoice
    from brandguard.gui.entry import Entry
    from brandguard.gui.session import Session
    from brandguard.model.report import CampaignReport, Finding

TREND_RUNS = 12
_NO_CHANGE = 0.05
"""Points of a score: less is not shown anyway."""
Key = tuple[str, str]


class CampaignPage(QWidget):
    """Shows one of the session's campaigns, two creatives of it, or why there is nothing."""

    place_wanted = Signal(str, object)
    """Go to this creative (path) and Place."""
    accept_wanted = Signal(object, object)
    """Ask why this finding of this campaign may stay."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        words = self._voice_words()
        self.saver = ChartSaver(self)
        self.notice = Notice()
        self.body = CampaignBody(session, self.saver)
        self.compare = ComparePage(session, self.saver, words)
        self.stack = QStackedWidget()
        for page in (self.notice, self.body, self.compare):
            self.stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
        self._words = words
        self._key: Key | None = None
        self._drawn: CampaignReport | None = None
        self._awaiting = False
        self._learned_of: object = None
        self._tasks: dict[str, Task] = {}  # type: ignore[type-arg]  # of several results
        tasks = self._tasks
        self.destroyed.connect(lambda: forget_all(tasks.values()))
        self._connect()
        self._show()

    def _voice_words(self) -> VoiceWords:
        return VoiceWords(
            self.tr("brand’s range"),
            self.tr("outside the brand’s range"),
            self.tr(
                "Band: the brand’s range. Line: how sure one text is (95 %), or the span"
                " of several. Small dots: approved examples."
            ),
        )

    def _connect(self) -> None:
        session, body = self._session, self.body
        session.rejudged.connect(self._await)
        session.campaigns_changed.connect(self._arrived)
        session.progress_changed.connect(self._show_state)
        session.scores.kept.connect(self._reload_trend)
        session.profile_changed.connect(self._forget_voices)
        self.saver.said.connect(session.said)
        self.saver.failed.connect(session.failed)
        body.head.chosen.connect(self._choose)
        body.place_wanted.connect(self.place_wanted)
        body.compare_wanted.connect(self.compare_two)
        body.furthest_wanted.connect(self.compare_furthest)
        body.accept_wanted.connect(self._accept)
        body.take_back_wanted.connect(self._take_back)
        self.compare.back_wanted.connect(self.leave_comparison)
        self.compare.place_wanted.connect(self.place_wanted)

    # Which campaign

    @property
    def campaign(self) -> CampaignReport | None:
        """The campaign that is shown; the worst one until another is chosen."""
        known = self._session.campaigns
        mine = (one for one in known if (one.name, one.folder) == self._key)
        worst = min(known, key=_badness, default=None)
        return next(mine, worst)

    def _choose(self, place: int) -> None:
        if 0 <= place < len(self._session.campaigns):
            one = self._session.campaigns[place]
            self._key = (one.name, one.folder)
            self._show()

    # What is shown

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what has come while nobody looked."""
        super().showEvent(event)
        self._show()

    def _await(self) -> None:
        self._awaiting = True
        self._show_state()

    def _arrived(self) -> None:
        self._awaiting = False
        self._show()

    def _show(self) -> None:
        self._show_state()
        one = self.campaign
        if one is None or not self.isVisible():
            return
        campaigns = self._session.campaigns
        self.body.head.show_choice(campaigns, campaigns.index(one))
        self._load_voices()
        if one != self._drawn:
            self._drawn = one
            self.body.show_campaign(one, self._words)
            self._load_trend(one)

    def _show_state(self) -> None:
        """Choose between the campaign and the words for there being none."""
        session, one = self._session, self.campaign
        busy = session.progress.running or self._awaiting
        if one is None:
            self._drawn = None
            self._say_why(busy=busy)
            self.stack.setCurrentWidget(self.notice)
            return
        if self.stack.currentWidget() is self.notice:
            self.stack.setCurrentWidget(self.body)
        self.body.hint.setVisible(busy or one.coherence is None)
        if busy:
            self.body.hint.setText(self.tr("A run is under way: these figures are from before it."))
        else:
            self.body.hint.setText(
                self.tr("Two creatives that can be read are needed to compare; here is one.")
            )

    def _say_why(self, *, busy: bool) -> None:
        progress = self._session.progress
        if busy and progress.total and progress.running:
            done = self.tr("{done} of {total} creatives are checked.")
            self.notice.say(
                self.tr("Not compared yet"),
                done.format(done=progress.done, total=progress.total)
                + " "
                + self.tr("Campaigns are compared when the run is at its end."),
            )
        elif busy:
            self.notice.say(
                self.tr("Comparing…"), self.tr("The creatives are held against each other.")
            )
        elif any(entry.report and entry.report.error is None for entry in self._entries()):
            self.notice.say(
                self.tr("No campaign among these creatives"),
                self.tr(
                    "A campaign is a folder with the creatives that carry one message, best with"
                    " folders «online» and «offline» in it. Add that folder as a whole, or name"
                    " the campaign in a file campaign.yml."
                ),
            )
        else:
            self.notice.say(
                self.tr("Nothing to compare"),
                self.tr("None of the open creatives could be read."),
            )

    def _entries(self) -> tuple[Entry, ...]:
        return self._session.rows.entries()

    # What comes from behind

    def _load_trend(self, one: CampaignReport) -> None:
        profile, trend = self._session.profile, self._session.backend.trend
        if profile is None:
            return
        if "trend" in self._tasks:
            self._tasks["trend"].forget()
        self._tasks["trend"] = Task(
            lambda: trend(one, profile, TREND_RUNS), lambda line: self._show_trend(one, line),
            self._no_trend,
        )  # fmt: skip

    def _reload_trend(self) -> None:
        if self._drawn is not None and self.isVisible():
            self._load_trend(self._drawn)
        else:
            self._drawn = None  # all of it is drawn when it is looked at

    def _show_trend(self, one: CampaignReport, line: TrendLine | None) -> None:
        if line is None or not line.points:
            self.body.show_trend(None)
            return
        profile, found = self._session.profile, one.coherence
        now = TrendPoint(
            "", one.creatives, one.score, found.score if found is not None else None,
            profile_sha256=profile.sha256 if profile is not None else None,
        )  # fmt: skip
        *earlier, last = line.points
        if not _same(last, now):  # else the run that is shown has been kept
            earlier.append(last)
        if not earlier:
            self.body.show_trend(None)
            return
        name = messages().text("report.over_time")
        self.body.show_trend(TrendChart(name, (*earlier, now), self.tr("now")))

    def _no_trend(self, error: Exception) -> None:
        self.body.show_trend(
            None,
            self.tr("The earlier runs cannot be read: {why}").format(why=messages().error(error)),
        )

    def _forget_voices(self) -> None:
        self._learned_of = None

    def _load_voices(self) -> None:
        profile, voices = self._session.profile, self._session.backend.voices
        if profile is None or (profile.path, profile.learned) == self._learned_of:
            return
        self._learned_of = (profile.path, profile.learned)
        self._tasks["voices"] = Task(
            lambda: voices(profile), self._show_voices, self._session.failed.emit
        )

    def _show_voices(self, learned: Mapping[str, LearnedVoice]) -> None:
        self.body.learned = self.compare.learned = learned
        if self._drawn is not None and not self.body.slices.running and learned:
            self.body.show_voice(self._drawn, self._words)

    # Deeds

    def compare_two(self, one: str, other: str) -> None:
        """Show two creatives side by side."""
        if self.compare.compare(one, other):
            self.stack.setCurrentWidget(self.compare)
            self.compare.one.selector.setFocus()

    def compare_furthest(self, path: str) -> None:
        """Show a creative beside the one that agrees with it least."""
        one = self.campaign
        pairs = one.coherence.pairs if one is not None and one.coherence is not None else ()
        for pair in pairs:
            if path in {pair.one, pair.other}:
                self.compare_two(path, pair.other if pair.one == path else pair.one)
                return
        self._look_for_furthest(path)

    def _look_for_furthest(self, path: str) -> None:
        campaign, mine = self.campaign, self._session.rows.get(path)
        profile, compare = self._session.profile, self._session.backend.compare
        if campaign is None or campaign.coherence is None or mine is None or profile is None:
            return
        both = len(set(campaign.coherence.sides)) > 1
        here = side_number(campaign, mine)
        others = [
            (entry.report, entry.features)
            for entry in self._entries()
            if entry.report is not None and entry.path != path and is_member(campaign, entry)
            and not (both and side_number(campaign, entry) in {here, None})
        ]  # fmt: skip
        report, features = mine.report, mine.features
        if report is None or not others:
            return

        def found(result: CampaignReport) -> None:
            pairs = result.coherence.pairs if result.coherence is not None else ()
            if pairs:
                self.compare_two(path, pairs[0].other if pairs[0].one == path else pairs[0].one)

        self._tasks["furthest"] = Task(
            lambda: compare([(report, features)], others, profile), found, self._session.failed.emit
        )

    def leave_comparison(self) -> None:
        """Go back to the campaign."""
        if self.stack.currentWidget() is self.compare:
            self.stack.setCurrentWidget(self.body if self.campaign is not None else self.notice)
            self.body.setFocus()

    def _accept(self, found: Finding) -> None:
        if self._drawn is not None:
            self.accept_wanted.emit(found, self._drawn)

    def _take_back(self, found: Finding) -> None:
        if self._drawn is not None:
            self._session.accepting.take_back(found, self._drawn)


def _same(kept: TrendPoint, now: TrendPoint) -> bool:
    """Whether a kept point says what holds now."""
    figures = ((kept.score, now.score), (kept.coherence, now.coherence))
    return (kept.creatives, kept.profile_sha256) == (now.creatives, now.profile_sha256) and all(
        abs(before - after) < _NO_CHANGE
        if before is not None and after is not None
        else before is after
        for before, after in figures
    )


def _badness(one: CampaignReport) -> tuple[bool, float, str]:
    return one.score is None, one.score or 0.0, one.name
