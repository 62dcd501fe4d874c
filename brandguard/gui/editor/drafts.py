"""Drafts of profiles, kept on disk so that a crash loses no edit. Without any Qt."""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from brandguard.model.errors import OutputError
from brandguard.settings import session_file
from brandguard.writers.atomic import replacing

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Draft:
    """The text of a profile that was not saved."""

    path: str
    """Of the profile."""
    text: str
    stamp: str
    """SHA-256 of the file that was edited."""
    saved_at: str = ""
    """When, in ISO 8601."""


class Drafts:
    """One file a profile, in the user's folder of states."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or session_file().parent / "drafts"

    def keep(self, draft: Draft) -> bool:
        """Write a draft whole or not at all; False where it cannot be written."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with replacing(self._file(draft.path)) as stream:
                json.dump(asdict(draft), stream)
        except (OSError, OutputError):
            return False
        return True

    def find(self, path: str) -> Draft | None:
        """Give the draft of a profile; None where there is none that can be used."""
        try:
            kept = json.loads(self._file(path).read_text(encoding="utf-8"))
            draft = Draft(**{name: str(kept[name]) for name in Draft.__slots__})
        except (OSError, ValueError, TypeError, KeyError):
            return None
        return draft if draft.path == path else None

    def forget(self, path: str) -> None:
        """Throw a draft away, if there is one."""
        with suppress(OSError):
            self._file(path).unlink()

    def _file(self, path: str) -> Path:
        name = hashlib.sha256(path.encode("utf-8", "surrogateescape")).hexdigest()
        return self.folder / f"{name[:32]}.json"
