"""What the window remembers between two starts: what was used last, its size, its looks."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

_RECENT = 8
SYSTEM = "system"
"""As the user's system has it."""


class Memory:
    """A small settings file of Qt's; whatever in it cannot be used is as good as not there."""

    def __init__(self, settings: QSettings | None = None) -> None:
        form, scope = QSettings.Format.IniFormat, QSettings.Scope.UserScope
        self._settings = settings or QSettings(form, scope, "brandguard", "window")

    def recent_profiles(self) -> tuple[Path, ...]:
        """Give the profiles that were used last and are still there, the latest first."""
        kept = self._settings.value("profiles/recent", [])
        names = [kept] if isinstance(kept, str) else kept if isinstance(kept, list) else []
        return tuple(path for name in names if (path := Path(str(name))).is_file())

    def remember_profile(self, path: Path) -> None:
        """Put a profile first among the recent ones."""
        absolute = str(path.absolute())
        others = [str(p) for p in self.recent_profiles() if str(p) != absolute]
        self._settings.setValue("profiles/recent", [absolute, *others][:_RECENT])

    def recent_folders(self) -> tuple[Path, ...]:
        """Give the folders that were opened last and are still there, the latest first."""
        kept = self._settings.value("folders/recent", [])
        names = [kept] if isinstance(kept, str) else kept if isinstance(kept, list) else []
        return tuple(path for name in names if (path := Path(str(name))).is_dir())

    def remember_folder(self, path: Path) -> None:
        """Put a folder of creatives first among the recent ones."""
        absolute = str(path.absolute())
        others = [str(p) for p in self.recent_folders() if str(p) != absolute]
        self._settings.setValue("folders/recent", [absolute, *others][:_RECENT])

    @property
    def last_form(self) -> str:
        """The format in which a report was exported last."""
        return str(self._settings.value("report/format", "html"))

    @last_form.setter
    def last_form(self, name: str) -> None:
        self._settings.setValue("report/format", name)

    @property
    def language(self) -> str:
        """The language of the window: en, it, es, or «system»."""
        return str(self._settings.value("window/language", SYSTEM))

    @language.setter
    def language(self, name: str) -> None:
        self._settings.setValue("window/language", name)

    @property
    def scheme(self) -> str:
        """The window's colours: light, dark, or «system»."""
        return str(self._settings.value("window/scheme", SYSTEM))

    @scheme.setter
    def scheme(self, name: str) -> None:
        self._settings.setValue("window/scheme", name)

    def shape(self, name: str) -> QByteArray | None:
        """Give the remembered geometry of the window or state of a splitter."""
        kept = self._settings.value(f"window/{name}")
        return kept if isinstance(kept, QByteArray) else None

    def remember_shape(self, name: str, shape: QByteArray) -> None:
        """Remember a geometry or a state."""
        self._settings.setValue(f"window/{name}", shape)
