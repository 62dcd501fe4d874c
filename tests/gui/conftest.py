"""Every test gets its own settings, an engine that it directs, and a window that nobody sees."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from fakes import Script, backend
from PySide6.QtCore import QLocale, QSettings

from brandguard.gui.app import make_app
from brandguard.gui.mainwindow import MainWindow
from brandguard.gui.memory import Memory
from brandguard.gui.session import Session
from brandguard.gui.speech import speak
from brandguard.gui.task import end_all

BRITISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)


@pytest.fixture(autouse=True)
def english():
    before = QLocale()
    QLocale.setDefault(BRITISH)
    yield
    QLocale.setDefault(before)


@pytest.fixture
def memory(tmp_path):
    return Memory(QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def script():
    return Script()


@pytest.fixture
def session(qapp, script):  # noqa: ARG001  Qt must be there
    speak(make_app(), "en")
    QLocale.setDefault(BRITISH)
    made = Session(backend(script))
    yield made
    script.go_on.set()
    made.close()
    made.wait()
    end_all()


@pytest.fixture
def window(qtbot, session, memory):
    made = MainWindow(session, memory)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    return made


@pytest.fixture
def creatives(tmp_path):
    """Some files to hand in; what they hold does not matter to the fake engine."""
    folder = tmp_path / "creatives"
    folder.mkdir()
    names = ("banner.png", "flyer.pdf", "post.txt", "broken.png")
    for name in names:
        (folder / name).write_bytes(name.encode())
    return [str(folder / name) for name in names]


@pytest.fixture
def checked(window, creatives, qtbot):
    """The window with all four creatives judged and the first one shown."""
    window.session.add(creatives)
    qtbot.waitUntil(lambda: window.session.progress.ended == "4 checked")
    return window
