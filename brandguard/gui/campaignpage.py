"""The campaign view: how far the creatives of a campaign agree, and where they contradict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from brandguard.gui.notice import Notice

if TYPE_CHECKING:
    from brandguard.gui.session import Session


class CampaignPage(QWidget):
    """Shows one of the session's campaigns, or why there is nothing to compare."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.notice = Notice()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.notice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
        session.campaigns_changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        self.notice.say(
            self.tr("Nothing to compare yet"),
            self.tr("Two creatives of one campaign are needed, best one online and one offline."),
        )
