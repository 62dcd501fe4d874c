"""Takes the pictures of the window for the manual, offscreen: `make screenshots`.

The sample is judged by the real engine, once; every view and state of shot_states.py is then shown
in both schemes and three languages. Names given on the command line take those states alone. What
is twice as sharp runs in a process of its own, because Qt reads the scale once. Pictures go to
docs/screenshots, with few colours so that they stay small.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from brandguard.gui.mainwindow import MainWindow

HERE = Path(__file__).parent.parent
TARGET = HERE / "docs" / "screenshots"
SCHEMES = ("light", "dark")
LANGUAGES = ("en", "it", "es")
SHARP = ("sample",)
WIDTH, HEIGHT = 1280, 800
COLOURS = 256
SETTLE_MS = 700
"""Until cards are made, in slices, and everything has found its place."""


NEUTRAL = Path(tempfile.gettempdir(), "brandguard")
"""The pictures show paths: ours, wherever the repository lies and whoever takes them."""


def main() -> None:
    """Judge the sample, then start one process for each scale."""
    sys.path.insert(0, str(HERE))
    if sys.argv[1:2] == ["--take"]:
        take(Path(sys.argv[2]), sys.argv[3:])
        return
    if HERE != NEUTRAL:
        again_from_neutral_ground()
        return
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        kept = Path(folder, "sample.pickle")
        kept.write_bytes(pickle.dumps(judge()))
        for scale, names in ((1, sys.argv[1:]), (2, list(SHARP))):
            env = dict(os.environ, QT_QPA_PLATFORM="offscreen", QT_SCALE_FACTOR=str(scale))
            subprocess.run([sys.executable, __file__, "--take", kept, *names], env=env, check=True)


def again_from_neutral_ground() -> None:
    """Start anew by a link to the repository, with a home that is nobody's."""
    NEUTRAL.unlink(missing_ok=True)
    NEUTRAL.symlink_to(HERE, target_is_directory=True)
    home = tempfile.gettempdir() + "/brandguard-home"
    folders = {f"XDG_{name}_HOME": "" for name in ("CACHE", "CONFIG", "DATA", "STATE")}
    env = {**os.environ, "HOME": home, **folders}
    script = NEUTRAL / "packaging" / "screenshots.py"
    try:
        subprocess.run([sys.executable, script, *sys.argv[1:]], env=env, check=True)
    finally:
        NEUTRAL.unlink()


def judge() -> object:
    """Have the engine judge the sample's wrong campaign."""
    from brandguard.engine import Judged
    from brandguard.gui.backend import real
    from brandguard.settings import asset_path

    backend = real()
    profile = backend.load_profile(asset_path("sample", "_brand.yml"))
    folder = str(asset_path("sample", "campaigns", "spring-wrong"))
    keeps = False
    events = list(backend.review([folder], profile, keeps))
    backend.close()
    return profile, [(e.report, e.features) for e in events if isinstance(e, Judged)]


def take(kept: Path, names: list[str]) -> None:
    """Show each state in each scheme and language and save what the window looks like."""
    from PySide6.QtCore import QSettings
    from shot_states import STATES, Replay, let_go

    from brandguard.gui.app import make_app
    from brandguard.gui.backend import real
    from brandguard.gui.mainwindow import MainWindow
    from brandguard.gui.memory import Memory
    from brandguard.gui.session import Session
    from brandguard.gui.speech import speak
    from brandguard.gui.task import end_all

    app = make_app()
    speak(app, "en")
    profile, judged = pickle.loads(kept.read_bytes())
    backend = real()
    replay = Replay(backend, profile, judged)
    with tempfile.TemporaryDirectory() as folder:
        memory = Memory(QSettings(str(Path(folder, "window.ini")), QSettings.Format.IniFormat))
        session = Session(replay.doors())
        window = MainWindow(session, memory)
        window.resize(WIDTH, HEIGHT)
        window.show()
        for name in names or STATES:
            started = time.monotonic()
            STATES[name].make(window, replay)
            every(window, replay, name)
            let_go(window, replay)
            session.profile_error = None
            session.clear()
            window.views.show_view("creatives")
            print(f"{name}: {time.monotonic() - started:.1f} s", flush=True)
        window.close()
        session.close()
        backend.close()
        session.wait()
        end_all()


def every(window: MainWindow, replay: object, name: str) -> None:
    """Save one state in every language and scheme."""
    from PySide6.QtWidgets import QApplication
    from shot_states import STATES, pause

    from brandguard.gui import theme

    app = QApplication.instance()
    sharp = window.devicePixelRatioF() > 1
    for language in LANGUAGES[:1] if sharp else LANGUAGES:
        window.speak(language)
        for scheme in SCHEMES[:1] if sharp else SCHEMES:
            theme.wear(app, scheme)
            dialog = STATES[name].show(window, replay)
            pause(SETTLE_MS)
            window.toast.hide()
            file = f"{name}-{language}-{scheme}{'@2x' * sharp}.png"
            save(window, dialog, TARGET / file)
            if dialog is not None:
                dialog.close()
    theme.wear(app, "light")
    window.speak("en")


def save(window: MainWindow, dialog: QWidget | None, path: Path) -> None:
    """Write the window's picture, the dialog in its middle, with few colours.

    An octree keeps the few pixels of a severity's sign in their colour; a median cut greys them.
    """
    import io

    from PIL import Image
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtGui import QColor, QPainter

    picture = window.grab()
    if dialog is not None:
        over = dialog.grab()
        painter = QPainter(picture)
        painter.fillRect(window.rect(), QColor(0, 0, 0, 90))
        painter.drawPixmap(window.rect().center() - dialog.rect().center(), over)
        painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    image = Image.open(io.BytesIO(bytes(data.data()))).convert("RGB")
    few = image.quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few.save(path, optimize=True)


if __name__ == "__main__":
    main()
