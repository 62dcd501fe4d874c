"""What was open, kept on disk so that a restart or a crash loses nothing. Without any Qt."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Any

from brandguard.model.errors import OutputError
from brandguard.writers.atomic import replacing

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Opened:
    """The state of a window that is worth keeping."""

    paths: tuple[str, ...] = ()
    """Files and folders that were handed in."""
    removed: tuple[str, ...] = ()
    """Creatives that the user took out of the list."""
    profile: str | None = None
    current: str | None = None
    page: int = 1
    zoom: float | None = None
    """Device pixels for one of the picture; None where it fits the pane."""

    def __bool__(self) -> bool:
        return bool(self.paths)


def save(path: Path, opened: Opened) -> bool:
    """Write the file whole or not at all; False where it cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with replacing(path) as out:
            json.dump(asdict(opened), out, ensure_ascii=True)
    except (OSError, OutputError):
        return False
    return True


def load(path: Path) -> Opened:
    """Read the file; nothing was open where it is missing or cannot be used."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        return _opened(kept)
    except (OSError, ValueError, TypeError, AttributeError):
        return Opened()


def _opened(kept: dict[str, Any]) -> Opened:
    known = {field.name: kept[field.name] for field in fields(Opened) if field.name in kept}
    for name in ("paths", "removed"):
        known[name] = tuple(str(path) for path in known.get(name, ()))
    for name in ("profile", "current"):
        known[name] = str(known[name]) if known.get(name) else None
    known["page"] = max(int(known.get("page", 1)), 1)
    zoom = known.get("zoom")
    known["zoom"] = float(zoom) if zoom else None
    return Opened(**known)
