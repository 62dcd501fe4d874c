"""Draw the sample brand: `python packaging/make_sample.py` rewrites what is drawn in assets/sample.

Texts (.md, .txt) and the profile are written by hand and stay untouched. Run it again after a
change; on one machine the same code gives the same bytes.
"""

from __future__ import annotations

import os
import sys

from sample import approved, campaign, logo, render
from sample.brand import FONT_FILES, OUT

A3, A4, A5 = (297.0, 420.0), (210.0, 297.0), (148.0, 210.0)


def draw_logo() -> None:
    """Write the logo's files."""
    for name, svg in logo.files().items():
        (OUT / "logo" / name).parent.mkdir(parents=True, exist_ok=True)
        (OUT / "logo" / name).write_text(svg, encoding="utf-8", newline="\n")


def draw_approved() -> None:
    """Write the approved creatives."""
    folder = OUT / "approved"
    for name, scene in {
        "post-colazione": approved.post_breakfast(), "post-piastrelle": approved.post_tiles(),
        "post-valencia-es": approved.post_valencia(), "post-moka-en": approved.post_moka(),
        "story-brocca": approved.story_jug(), "story-bottega": approved.story_shelves(),
        "banner-970x250-marea": approved.wide_marea(),
        "banner-970x250-cafe-es": approved.wide_cafe(),
        "banner-300x600-tazze": approved.tall_cups(),
        "banner-300x600-mugs-en": approved.tall_mugs(),
    }.items():  # fmt: skip
        render.png(scene, folder / "pictures" / f"{name}.png", round(scene.width))
    prints = folder / "print"
    render.png(approved.flyer_coffee(), prints / "flyer-a5-caffe.png", 874, 150)
    render.png(approved.poster_night(), prints / "poster-notte-dei-forni.png", 1240, 106)
    render.pdf([approved.flyer_course()], prints / "flyer-a5-corso.pdf", A5, "Le mani nell’argilla")
    render.pdf(
        [approved.flyer_taller()], prints / "flyer-a5-taller-es.pdf", A5, "Manos en el barro"
    )
    render.pdf([approved.poster_exhibition()], prints / "poster-mostra.pdf", A3, "Terra di mare")
    render.pdf([approved.poster_table()], prints / "poster-mesa-es.pdf", A3, "La mesa puesta")


def main() -> int:
    """Draw everything; Qt needs no display for it."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QFontDatabase, QGuiApplication

    application = QGuiApplication([])
    for font in FONT_FILES:
        QFontDatabase.addApplicationFont(str(font))
    draw_logo()
    draw_approved()
    for right in (True, False):
        campaign.draw(right=right)
    application.quit()
    print(f"drawn: {sum(1 for p in OUT.rglob('*') if p.is_file())} files in {OUT}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
