"""The button that says where a creative runs, and lets that be corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from brandguard.gui.words import messages, where_words
from brandguard.model.creative import CHANNELS, OFFLINE_MEDIA, ONLINE_MEDIA

if TYPE_CHECKING:
    from brandguard.gui.session import Session
    from brandguard.model.creative import Channel, Medium

_MEDIA: dict[Channel, tuple[Medium, ...]] = {"online": ONLINE_MEDIA, "offline": OFFLINE_MEDIA}


class PlaceButton(QToolButton):
    """«Offline · flyer»; its menu holds the channels, each with its media."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.choices = QMenu(self)
        self.choices.aboutToShow.connect(self.fill)
        self.setMenu(self.choices)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        session.current_changed.connect(self.show_place)
        self.show_place()

    def show_place(self) -> None:
        """Say where the creative that is shown runs."""
        entry = self._session.current
        report = entry.report if entry is not None else None
        self.setVisible(report is not None and report.error is None)
        if entry is None or report is None:
            return
        words = where_words(entry) or self.tr("Channel unknown")
        self.setText(f"{words} ▾")
        self.setAccessibleName(self.tr("Where it runs: {place}").format(place=words))
        source = report.channel_from
        how = messages().name("channel_from", source) if source else self.tr("not found")
        self.setToolTip(self.tr("Channel and medium ({how}). Click to correct.").format(how=how))

    def fill(self) -> None:
        """Make the menu afresh."""
        self.choices.clear()
        entry, words = self._session.current, messages()
        report = entry.report if entry is not None else None
        if report is None:
            return
        for channel in CHANNELS:
            name = words.name("channel", channel)
            sub = self.choices.addMenu(name[:1].upper() + name[1:])
            plain = sub.addAction(self.tr("Medium unknown"))
            plain.setCheckable(True)
            plain.setChecked(report.channel == channel and report.medium == "other")
            plain.triggered.connect(lambda _=False, c=channel: self._place(c, "other"))
            sub.addSeparator()
            for medium in _MEDIA[channel]:
                act = sub.addAction(words.name("medium", medium))
                act.setCheckable(True)
                act.setChecked(report.medium == medium)
                act.triggered.connect(lambda _=False, c=channel, m=medium: self._place(c, m))

    def _place(self, channel: Channel, medium: Medium) -> None:
        entry = self._session.current
        if entry is not None:
            self._session.placing.place(entry.path, channel, medium)
