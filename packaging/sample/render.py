"""Scenes to files: PNG and JPEG through resvg and Pillow, PDF with live text through Qt."""

from __future__ import annotations

import base64
import io
from typing import TYPE_CHECKING

from sample.brand import FONT_FILES

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PIL.Image import Image
    from sample.scene import Scene


def pixels(scene: Scene, width: int) -> Image:
    """Draw a scene as a picture of a given width."""
    import resvg_py
    from PIL import Image

    data = resvg_py.svg_to_bytes(
        svg_string=scene.svg(), width=width, skip_system_fonts=True, dpi=96,
        font_files=[str(p) for p in FONT_FILES],
    )  # fmt: skip
    return Image.open(io.BytesIO(bytes(data))).convert("RGB")


def png(scene: Scene, path: Path, width: int, dpi: int | None = None) -> None:
    """Write a scene as an optimised PNG."""
    path.parent.mkdir(parents=True, exist_ok=True)
    pixels(scene, width).save(path, optimize=True, **({"dpi": (dpi, dpi)} if dpi else {}))


def jpeg(scene: Scene, path: Path, width: int, dpi: int) -> None:
    """Write a scene as a JPEG."""
    path.parent.mkdir(parents=True, exist_ok=True)
    pixels(scene, width).save(path, quality=85, optimize=True, dpi=(dpi, dpi))


def picture(image: Image, x: float, y: float, w: float, h: float) -> str:
    """Return a picture as a piece of a scene."""
    stream = io.BytesIO()
    image.save(stream, "PNG", optimize=True)
    data = base64.b64encode(stream.getvalue()).decode()
    return (
        f'<image x="{x:g}" y="{y:g}" width="{w:g}" height="{h:g}" preserveAspectRatio="none" '
        f'xlink:href="data:image/png;base64,{data}"/>'
    )


def pdf(scenes: Sequence[Scene], path: Path, size_mm: tuple[float, float], title: str) -> None:
    """Write scenes as the pages of a PDF with live text and embedded fonts."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF
    from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter
    from PySide6.QtSvg import QSvgRenderer

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setResolution(600)
    size = QPageSize(
        QSizeF(*size_mm), QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.ExactMatch
    )
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
    painter = QPainter(writer)
    for number, scene in enumerate(scenes):
        if number:
            writer.newPage()
        area = QRectF(0, 0, writer.width(), writer.height())
        QSvgRenderer(QByteArray(scene.svg().encode())).render(painter, area)
    painter.end()
    path.parent.mkdir(parents=True, exist_ok=True)
    _settle(bytes(buffer.data().data()), path, title)


def _settle(data: bytes, path: Path, title: str) -> None:
    """Drop what changes from run to run (dates, identifiers, tags of subset fonts) and compress."""
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as document:
        if "/Metadata" in document.Root:
            del document.Root.Metadata
        if "/ID" in document.trailer:
            del document.trailer["/ID"]
        for thing in document.objects:
            if isinstance(thing, pikepdf.Dictionary) and "/FontName" in thing:
                thing.FontName = pikepdf.Name("/TAZMRA+" + str(thing.FontName).partition("+")[2])
        document.docinfo = document.make_indirect(
            pikepdf.Dictionary(Title=title, Creator="Tazamora", CreationDate="D:20270301090000Z")
        )
        # Qt numbers its fonts by where they lie in memory: the first writing numbers them by the
        # order in which the page names them.
        plain = io.BytesIO()
        document.save(plain, object_stream_mode=pikepdf.ObjectStreamMode.disable, static_id=True)
    with pikepdf.open(plain) as document:
        del document.trailer["/ID"]
        document.save(
            path, deterministic_id=True, compress_streams=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate, recompress_flate=True,
        )  # fmt: skip
