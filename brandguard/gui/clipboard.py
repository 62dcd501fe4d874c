"""Makes creatives of what is on the clipboard: files as they are, a picture or a text as a file."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData, QUrl


class Board(Protocol):
    """What is asked of a clipboard; Qt's own is one."""

    def mimeData(self) -> QMimeData | None: ...  # noqa: D102  Qt's own name


def local_paths(urls: list[QUrl]) -> list[str]:
    """Give the paths of those that lie on this computer."""
    return [str(Path(url.toLocalFile())) for url in urls if url.isLocalFile()]


def pasted(board: Board, folder: Path) -> list[str]:
    """Give the paths of what is on the clipboard, none where it holds nothing that can be judged.

    A picture or text is written into `folder`; raises OSError where that cannot be done.
    """
    data = board.mimeData()
    if data is None:  # nothing at all, as Qt says it on some platforms
        return []
    if data.hasUrls() and (paths := local_paths(data.urls())):
        return paths
    name = f"{dt.datetime.now().astimezone():%Y-%m-%d %H-%M-%S}"
    image = data.imageData() if data.hasImage() else None
    if isinstance(image, QImage) and not image.isNull():
        return [_write(folder, name, ".png", _png(image))]
    text = data.text() if data.hasText() else ""
    if text.strip():
        return [_write(folder, name, ".txt", text.encode("utf-8", "replace"))]
    return []


def _png(image: QImage) -> bytes:
    raw = QByteArray()
    buffer = QBuffer(raw)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub says bytes, Qt wants text
    return bytes(raw.data())


def _write(folder: Path, name: str, suffix: str, data: bytes) -> str:
    """Write a new file, never over another."""
    folder.mkdir(parents=True, exist_ok=True)
    path, again = folder / f"{name}{suffix}", 1
    while path.exists():
        again += 1
        path = folder / f"{name} ({again}){suffix}"
    path.write_bytes(data)
    return str(path)
