"""Draws the program's icon in the sizes and formats that desktops ask for, from its one SVG.

    python packaging/icons.py build/icons

writes hicolor/SIZExSIZE/apps/brandguard.png and hicolor/scalable (Linux), brandguard.ico (Windows)
and brandguard.icns (macOS).
"""

from __future__ import annotations

import io
import shutil
import sys
from pathlib import Path

import resvg_py
from PIL import Image

SOURCE = Path(__file__).parents[1] / "assets" / "icons" / "brandguard.svg"
LINUX = (16, 22, 24, 32, 48, 64, 128, 256, 512)
WINDOWS = (16, 20, 24, 32, 40, 48, 64, 128, 256)
MACOS = (16, 32, 64, 128, 256, 512, 1024)


def draw(side: int) -> Image.Image:
    """Draw the icon, `side` pixels wide and high."""
    png = resvg_py.svg_to_bytes(
        svg_string=SOURCE.read_text(encoding="utf-8"), width=side, height=side
    )
    return Image.open(io.BytesIO(bytes(png))).convert("RGBA")


def main(folder: Path) -> None:
    """Write all icons into a folder."""
    for side in LINUX:
        file = folder / "hicolor" / f"{side}x{side}" / "apps" / "brandguard.png"
        file.parent.mkdir(parents=True, exist_ok=True)
        draw(side).save(file, optimize=True)
    scalable = folder / "hicolor" / "scalable" / "apps"
    scalable.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(SOURCE, scalable / "brandguard.svg")
    drawn = {side: draw(side) for side in {*WINDOWS, *MACOS}}
    drawn[256].save(
        folder / "brandguard.ico",
        sizes=[(side, side) for side in WINDOWS],
        append_images=[drawn[side] for side in WINDOWS],
    )
    drawn[1024].save(folder / "brandguard.icns", append_images=[drawn[side] for side in MACOS[:-1]])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
