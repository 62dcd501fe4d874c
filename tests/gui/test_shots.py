"""Every state that the window is designed for: what is on the screen, as its picture shows it."""

import sys
from pathlib import Path

import pytest
from fakes import FEATURES, PROFILE, Script, backend, judged
from PySide6.QtWidgets import QLabel, QPlainTextEdit

from brandguard.gui.mainwindow import MainWindow
from brandguard.gui.session import Session
from brandguard.gui.task import end_all

sys.path.insert(0, str(Path(__file__).parents[2] / "packaging"))
import shot_states

NAMES = ("banner.png", "flyer.pdf", "post.txt", "story.png", "reel.png", "card.png")
SEEN = {
    "empty": "Drop creatives or folders here",
    "no-profile": "Which brand are these creatives for?",
    "clean": "Nothing found that is off brand.",
    "unreadable": "Locked with a password",
    "invalid": "did you mean «languages»?",
    "no-model": "there is no language model",
    "disk-full": "the disk is full",
    "worker-lost": "Reading broke down",
    "running": "2 of 6",
    "cancelled": "Stopped: 2 kept, 4 not checked",
    "many": "5,000 checked",
    "report": "Creatives that need work",
    "settings": "Language of the window",
}


@pytest.fixture
def stage(qtbot, memory, monkeypatch):
    """A window whose engine gives six creatives, and shows them as the pictures do."""
    monkeypatch.setattr(shot_states, "PATIENCE_S", 60)
    replay = shot_states.Replay(
        backend(Script()), PROFILE, [(judged(name), FEATURES) for name in NAMES]
    )
    session = Session(replay.doors())
    window = MainWindow(session, memory)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    yield window, replay
    shot_states.let_go(window, replay)
    window.close()
    session.close()
    session.wait()
    end_all()


def said(part):
    labels = [w.text() for w in part.findChildren(QLabel) if w.isVisible()]
    texts = [w.toPlainText() for w in part.findChildren(QPlainTextEdit) if w.isVisible()]
    return "\n".join([*labels, *texts, getattr(part, "text", str)()])


@pytest.mark.parametrize("name", SEEN)
def test_a_state_says_what_is_the_matter(stage, name):
    window, replay = stage
    state = shot_states.STATES[name]
    state.make(window, replay)
    part = state.show(window, replay) or window
    assert SEEN[name] in said(part)
    picture = part.grab().toImage()
    shades = {picture.pixel(x, y) for x in range(0, picture.width(), 7)
              for y in range(0, picture.height(), 7)}  # fmt: skip
    assert len(shades) > 5
    if part is not window:
        part.close()


def test_every_state_has_its_picture():
    shots = Path(__file__).parents[2] / "docs" / "screenshots"
    there = {file.stem for file in shots.glob("*.png")}
    wanted = {
        f"{name}-{language}-{scheme}"
        for name in shot_states.STATES
        for language in ("en", "it", "es")
        for scheme in ("light", "dark")
    }
    assert wanted <= there, "run: make screenshots"
