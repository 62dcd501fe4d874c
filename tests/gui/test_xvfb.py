"""The real program on a real (virtual) screen; skipped where there is no Xvfb."""

import os
import shutil
import signal
import subprocess
import sys

import pytest

XVFB = shutil.which("Xvfb")
pytestmark = pytest.mark.skipif(XVFB is None, reason="there is no Xvfb here")
PATIENCE_S = 240
SCRIPT = """
import sys
from PySide6.QtCore import (
    QLibraryInfo, QMimeData, QPointF, Qt, QTimer, QUrl, QVersionNumber
)
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from brandguard.gui import app as program
from brandguard.gui.mainwindow import MainWindow

CREATIVE, PROFILE, PICTURE = sys.argv[1:4]


def the_window():
    return next((w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)), None)


def drop():
    window = the_window()
    if window is None or window.session.profile is None or not window.isVisible():
        QTimer.singleShot(50, drop)
        return
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(CREATIVE)])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    at, copy = QPointF(window.rect().center()), Qt.DropAction.CopyAction
    where = at if QLibraryInfo.version() >= QVersionNumber(6, 12) else at.toPoint()
    enter = QDragEnterEvent(where, copy, data, left, none)
    QApplication.sendEvent(window, enter)  # Qt takes no drop of what has not come in
    QApplication.sendEvent(window, QDropEvent(at, copy, data, left, none))
    QTimer.singleShot(0, look)


def look():
    if not the_window().session.progress.ended:
        QTimer.singleShot(50, look)
        return
    QTimer.singleShot(500, take)  # until what was judged is painted


def take():
    window = the_window()
    verdict = window.session.current.report.verdict
    picture = QApplication.primaryScreen().grabWindow(0)  # as the X server shows it
    picture.save(PICTURE)
    print(QApplication.platformName(), window.session.progress.ended, verdict)
    window.close()


program.make_app()
QTimer.singleShot(0, drop)
sys.exit(program.run([PROFILE]))
"""


@pytest.fixture
def screen():
    """A screen of its own; Xvfb says on a pipe which number it took."""
    mine, its = os.pipe()
    server = subprocess.Popen(
        [XVFB, "-displayfd", str(its), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
        pass_fds=[its], stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(its)
    with os.fdopen(mine) as pipe:
        number = pipe.readline().strip()
    yield f":{number}"
    server.send_signal(signal.SIGTERM)
    server.wait(10)


def test_a_creative_is_dropped_judged_and_shown(screen, tmp_path):
    text = tmp_path / "post.txt"
    text.write_text("Scopri la luce. Contattaci oggi!")
    profile = tmp_path / "_brand.yml"
    profile.write_text(
        "meta: {name: Luma}\ncolor: {palette: {sun: '#F2B441'}}\n"
        "defaults:\n  brandguard: {wording: {banned: [luce]}, rules: {TRM001: fail}}\n"
    )
    script = tmp_path / "start.py"
    body = "".join(f"    {line}\n" for line in SCRIPT.splitlines())
    script.write_text(f"if __name__ == '__main__':\n{body}")
    env = {k: v for k, v in os.environ.items() if not k.startswith(("QT_", "WAYLAND"))}
    home = {
        name: str(tmp_path / name.lower())
        for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
    }
    home["HOME"] = str(tmp_path)  # and so no window that runs is the one that answers
    picture = tmp_path / "screen.png"
    done = subprocess.run(
        [sys.executable, script, text, profile, picture],
        env=env | home | {"DISPLAY": screen, "QT_QPA_PLATFORM": "xcb", "LANG": "C.UTF-8"},
        capture_output=True, text=True, check=False, timeout=PATIENCE_S,
    )  # fmt: skip
    if "could not load the Qt platform plugin" in done.stderr.lower():
        pytest.skip("Qt's xcb plugin lacks a library of the system here")
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["xcb", "1", "checked", "fail"], done.stderr
    shades = shown(picture)
    assert len(shades) > 30
    assert any(red > green + 60 and red > blue + 60 for red, green, blue in shades)  # a fail's red


def shown(picture):
    from PIL import Image

    with Image.open(picture) as image:
        small = image.convert("RGB")
        return {small.getpixel((x, y)) for x in range(0, small.width, 2)
                for y in range(0, small.height, 2)}  # fmt: skip
