"""The language that the window speaks, and how it changes while the window is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

from brandguard.gui.memory import SYSTEM
from brandguard.messages import LANGUAGES
from brandguard.settings import asset_path

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication

_installed: list[QTranslator] = []
"""Qt keeps no reference of its own."""


def spoken(wish: str, system: QLocale | None = None) -> QLocale:
    """Give the locale for a wish: a language with its usual country, or the system's own.

    A system that speaks the wished language keeps its country and so its way to write numbers; one
    that speaks none of ours gets English words.
    """
    own = system or QLocale.system()
    language = own.name().split("_")[0]
    if wish == SYSTEM:
        wish = language if language in LANGUAGES else "en"
    if wish == language:
        return own
    return (
        QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
        if (wish == "en")
        else QLocale(wish)
    )


def speak(app: QCoreApplication, wish: str) -> None:
    """Have Qt and everything made from now on speak this language."""
    for old in _installed:
        app.removeTranslator(old)
    _installed.clear()
    locale = spoken(wish)
    QLocale.setDefault(locale)
    language = locale.name().split("_")[0]
    own = str(asset_path("i18n"))
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in ((f"qtbase_{language}", qt), (f"brandguard_{language}", own)):
        translator = QTranslator(app)
        if translator.load(name, folder):
            app.installTranslator(translator)
            _installed.append(translator)
