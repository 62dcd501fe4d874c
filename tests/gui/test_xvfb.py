"""The real program on a real (virtual) screen; skipped where there is no Xvfb."""

import os
import shutil
import signal
import subprocess
import sys
import time

import pytest

XVFB = shutil.which("Xvfb")
pytestmark = pytest.mark.skipif(XVFB is None, reason="there is no Xvfb here")
PATIENCE_S = 240
SCRIPT = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from brandguard.gui import app as program
from brandguard.gui.mainwindow import MainWindow

def look():
    window = next((w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)), None)
    if window is None or not window.session.progress.ended:
        QTimer.singleShot(50, look)
        return
    pixel = window.grab().toImage()
    print(QApplication.platformName(), window.session.progress.ended, pixel.width() > 600)
    window.close()

program.make_app()
QTimer.singleShot(0, look)
sys.exit(program.run([sys.argv[1]], sys.argv[2]))
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


def test_the_window_opens_checks_and_closes(screen, tmp_path):
    text = tmp_path / "post.txt"
    text.write_text("Scopri la luce. Contattaci oggi!")
    profile = tmp_path / "_brand.yml"
    profile.write_text("meta: {name: Luma}\ncolor: {palette: {sun: '#F2B441'}}\n")
    script = tmp_path / "start.py"
    body = "".join(f"    {line}\n" for line in SCRIPT.splitlines())
    script.write_text(f"if __name__ == '__main__':\n{body}")
    env = {k: v for k, v in os.environ.items() if not k.startswith(("QT_", "WAYLAND"))}
    home = {
        name: str(tmp_path / name.lower())
        for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
    }
    started = time.monotonic()
    done = subprocess.run(
        [sys.executable, script, text, profile],
        env=env | home | {"DISPLAY": screen, "QT_QPA_PLATFORM": "xcb", "LANG": "C.UTF-8"},
        capture_output=True, text=True, check=False, timeout=PATIENCE_S,
    )  # fmt: skip
    if "could not load the Qt platform plugin" in done.stderr.lower():
        pytest.skip("Qt's xcb plugin lacks a library of the system here")
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["xcb", "1", "checked", "True"], done.stderr
    assert time.monotonic() - started < PATIENCE_S
