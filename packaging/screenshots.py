"""Takes the pictures of the window for the manual, offscreen: `python packaging/screenshots.py`.

The sample is judged by the real engine. Each scheme and scale runs in a process of its own, because
Qt reads the scale once. Pictures go to docs/screenshots, with 256 colours so that they stay small.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).parent.parent
TARGET = HERE / "docs" / "screenshots"
SHOTS = (
    ("light", 1, ("empty", "sample", "words", "unreadable", "invalid", "no-profile")),
    ("light", 1, ("campaign", "contradictions", "matrix", "compare")),
    ("dark", 1, ("empty", "sample")),
    ("dark", 1, ("campaign", "matrix", "compare")),
    ("light", 2, ("sample",)),
)
"""Scheme, scale, and what to show."""
WIDTH, HEIGHT = 1280, 800
PATIENCE_S = 180
THUMBNAIL_PX = 360
WRONG_PROFILE = """meta:
  name: Tazamora
color:
  palette:
    cotto: "#C5472"
    mora: mulberry
defaults:
  brandguard:
    langauges: [it, es]
    colours:
      core: [cotto]
"""


def main() -> None:
    """Start one process for each scheme and scale."""
    if len(sys.argv) > 1:
        take(sys.argv[1], sys.argv[2].split(","))
        return
    TARGET.mkdir(parents=True, exist_ok=True)
    for scheme, scale, names in SHOTS:
        env = dict(os.environ, QT_QPA_PLATFORM="offscreen", QT_SCALE_FACTOR=str(scale))
        command = [sys.executable, __file__, scheme, ",".join(names)]
        subprocess.run(command, env=env, check=True)


def take(scheme: str, names: list[str]) -> None:
    """Show each state and save what the window looks like."""
    from PySide6.QtCore import QLocale, QSettings

    sys.path.insert(0, str(HERE))
    from brandguard.gui import theme
    from brandguard.gui.app import make_app
    from brandguard.gui.backend import real
    from brandguard.gui.mainwindow import MainWindow
    from brandguard.gui.memory import Memory
    from brandguard.gui.session import Session
    from brandguard.gui.task import end_all

    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    app = make_app()
    if scheme == "dark":
        app.setPalette(theme.dark_palette())
    backend = real()
    with tempfile.TemporaryDirectory() as folder:
        settings = QSettings(str(Path(folder, "window.ini")), QSettings.Format.IniFormat)
        session = Session(backend)
        window = MainWindow(session, Memory(settings))
        window.resize(WIDTH, HEIGHT)
        window.show()
        for name in names:
            STATES[name](window, Path(folder))
            pause(700)
            window.toast.hide()
            scale = "@2x" if window.devicePixelRatioF() > 1 else ""
            save(window, TARGET / f"{name}-{scheme}{scale}.png")
            session.clear()
        window.close()
        session.close()
        backend.close()
        session.wait()
        end_all()


def save(window: object, path: Path) -> None:
    """Write the window's picture with 256 colours."""
    import io

    from PIL import Image
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice

    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    window.grab().save(buffer, "PNG")  # type: ignore[attr-defined]  # a QWidget
    picture = Image.open(io.BytesIO(bytes(data.data()))).convert("RGB")
    picture.quantize(256, dither=Image.Dither.NONE).save(path, optimize=True)
    print(f"{path.name}: {path.stat().st_size // 1000} kB")


def pause(milliseconds: int) -> None:
    """Let the window work. QTest.qWait would hold Python's lock, and threads would starve."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def until(condition: Callable[[], bool]) -> None:
    """Let the window work until something holds."""
    deadline = time.monotonic() + PATIENCE_S
    while not condition():
        if time.monotonic() > deadline:
            raise TimeoutError("the window did not come so far")
        pause(20)


def empty(window, folder) -> None:  # noqa: ANN001  a MainWindow; Qt is imported late
    """Leave the window as it opens."""
    del folder
    until(lambda: window.session.phase == "welcome")


def sample(window, folder, name: str = "story.png") -> None:  # noqa: ANN001  as above
    """Judge the sample's wrong campaign and point at the first finding of a creative."""
    del folder
    window.sample.trigger()
    session = window.session
    until(lambda: bool(session.progress.ended) and session.rows.rowCount() > 0)
    names = [session.rows.at(row).name for row in range(session.rows.rowCount())]
    session.select(names.index(name))
    session.select_finding(0)
    if session.current.report.page_views and session.current.report.page_views[0].thumbnail:
        until(lambda: window.preview.canvas.picture.width() > THUMBNAIL_PX)


def words(window, folder) -> None:  # noqa: ANN001  as above
    """Show a creative that is text, with its words marked."""
    sample(window, folder, "press-release.txt")


def unreadable(window, folder) -> None:  # noqa: ANN001  as above
    """Show a picture that breaks off."""
    from brandguard.settings import asset_path

    wrong = asset_path("sample", "campaigns", "spring-wrong", "online")
    broken = folder / "banner-970x250-final.png"
    broken.write_bytes((wrong / "banner-970x250.png").read_bytes()[:4000])
    paths = [str(wrong / "story.png"), str(broken), str(wrong / "landing.md")]
    session = window.session
    session.add_with_profile(paths, asset_path("sample", "_brand.yml"))
    until(lambda: bool(session.progress.ended) and session.rows.rowCount() == len(paths))
    session.select(session.rows.row_of(str(broken)))


def invalid(window, folder) -> None:  # noqa: ANN001  as above
    """Open a profile with errors."""
    profile = folder / "wrong" / "_brand.yml"
    profile.parent.mkdir(exist_ok=True)
    profile.write_text(WRONG_PROFILE, encoding="utf-8")
    window.session.open_profile(profile)
    until(lambda: window.session.phase == "invalid")


def no_profile(window, folder) -> None:  # noqa: ANN001  as above
    """Add creatives where no profile is to be found."""
    lonely = folder / "lonely"
    shutil.rmtree(lonely, ignore_errors=True)
    lonely.mkdir()
    (lonely / "post.txt").write_text("Ciao", encoding="utf-8")
    window.session.profile = window.session.profile_error = None
    window.session.add([str(lonely)])
    until(lambda: window.session.phase == "no_profile")


def campaign(window, folder, part: str = "head") -> None:  # noqa: ANN001  as above
    """Show how the sample's wrong campaign agrees, scrolled to a part of the page."""
    sample(window, folder)
    until(lambda: bool(window.session.campaigns))
    window.campaign.leave_comparison()
    window.views.show_view("campaign")
    body = window.campaign.body
    pause(100)
    until(lambda: not body.slices.running)
    pause(300)
    at = {"head": body.head, "contradictions": body.conflicts, "matrix": body.matrix_section}[part]
    body.verticalScrollBar().setValue(at.y())


def contradictions(window, folder) -> None:  # noqa: ANN001  as above
    """Show what is at odds, every side with its own words."""
    campaign(window, folder, "contradictions")


def matrix(window, folder) -> None:  # noqa: ANN001  as above
    """Show each creative by dimension."""
    campaign(window, folder, "matrix")


def compare(window, folder) -> None:  # noqa: ANN001  as above
    """Show two creatives side by side."""
    campaign(window, folder)
    paths = {entry.name: entry.path for entry in window.session.rows.entries()}
    page = window.campaign.compare
    window.campaign.compare_two(paths["poster-a3.jpg"], paths["banner-970x250.png"])
    until(lambda: page.report is not None and not page.slices.running)
    until(lambda: page.one.canvas.picture.width() > THUMBNAIL_PX)
    until(lambda: page.other.canvas.picture.width() > THUMBNAIL_PX)


STATES = {
    "campaign": campaign, "contradictions": contradictions, "matrix": matrix, "compare": compare,
    "empty": empty, "sample": sample, "words": words, "unreadable": unreadable,
    "invalid": invalid, "no-profile": no_profile,
}  # fmt: skip

if __name__ == "__main__":
    main()
