"""What an edit of the profile costs with 200 creatives open: pictures of many colours, PDFs, posts.

    QT_QPA_PLATFORM=offscreen python tests/benchmarks/edits_live.py [--keep FOLDER] [NUMBER]

By edit, the median of five: processor time of judging all; then, in the window with the profile
editor in view, the time from the edit to the last verdict, and what the window's thread worked
meanwhile. To be met on a quiet machine: 100 ms each. `--keep` keeps creatives and measurements for
another time (measuring takes a minute).
"""

from __future__ import annotations

import os
import pickle
import statistics
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parent))

import brandset
from window_run import until

from brandguard.engine import Finished, Found, Judged, Request, wanted_for
from brandguard.gui.app import make_app
from brandguard.gui.backend import real
from brandguard.gui.mainwindow import MainWindow
from brandguard.gui.memory import Memory
from brandguard.gui.session import Session
from brandguard.gui.task import end_all
from brandguard.model.profile import BannedTerm, BrandColour, ForbiddenColour
from brandguard.model.report import Summary
from brandguard.rejudging import Rejudging

TIMES = 5


def say(line):
    """Print a line, at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _colour(profile, place, **changes):
    colours = list(profile.colours)
    colours[place] = replace(colours[place], **changes)
    return replace(profile, colours=tuple(colours))


def _word(profile, step):
    terms = (*profile.wording.banned, BannedTerm(f"sconti{step}", "it"))
    return replace(profile, wording=replace(profile.wording, banned=terms))


EDITS = {
    "a tolerance": lambda p, n: _colour(p, 0, tolerance=5 + n * 0.1),
    "a colour": lambda p, n: _colour(p, 3, hex=f"#2A85{0x80 - n:02X}"),
    "a colour more": lambda p, n: replace(
        p, colours=(*p.colours, BrandColour("x", f"#1020{n:02X}"))
    ),
    "a forbidden colour": lambda p, n: replace(
        p, forbidden_colours=(*p.forbidden_colours, ForbiddenColour(f"#F0F0{n:02X}"))
    ),
    "a word": _word,
    "a severity": lambda p, n: replace(
        p, rules={**p.rules, "COL001": ("fail", "warn", "note")[n % 3]}
    ),
    "a rule off and on": lambda p, n: replace(
        p, rules={**p.rules, "COL002": ("off", "warn")[n % 2]}
    ),
    "a weight": lambda p, n: replace(p, weights={**p.weights, "colour": 0.3 + n * 0.01}),
}

OWN = ("defaults", "brandguard")
FORBIDDEN = {"color": "#000000", "name": "black", "tolerance": 4}
BANNED = {"term": "imperdibile", "language": "it", "instead": "bello"}
TYPED = {
    "the tolerance": ((*OWN, "colour", "tolerance"), lambda n: 5 + n * 0.1),
    "a colour": (("color", "palette", "smalto"), lambda n: f"#2A85{0x80 - n:02X}"),
    "a colour more": (("color", "palette", "more"), lambda n: f"#1020{n:02X}"),
    "a forbidden colour": (
        (*OWN, "colour", "forbidden"),
        lambda n: [FORBIDDEN, {"color": f"#F0F0{n:02X}", "name": "pale", "tolerance": 4}],
    ),
    "a word": (
        (*OWN, "wording", "banned"),
        lambda n: [BANNED, {"term": f"sconti{n}", "language": "it"}],
    ),
    "a severity": ((*OWN, "rules", "COL001"), lambda n: ("fail", "note", "warn")[n % 3]),
    "a rule off and on": ((*OWN, "rules", "COL002"), lambda n: ("warn", "off")[n % 2]),
}
"""Edits as the profile editor makes them: places in the file, and what each step writes there."""


def judging_alone(profile, measured):
    """Time judging without any window."""
    rejudging = Rejudging(None, Request())

    def judge_all(version):
        begun = time.process_time()
        for path, features in measured:
            rejudging.judge(path, features, version, None)
        return (time.process_time() - begun) * 1000

    first, again = judge_all(profile), judge_all(profile)
    say(f"the first time: {first:.0f} ms; nothing edited: {again:.0f} ms")
    for name, edit in EDITS.items():
        spent = []
        version = profile
        for step in range(1, TIMES + 1):
            version = edit(version, step)
            spent.append(judge_all(version))
        say(f"{name:20} {statistics.median(spent):6.0f} ms of judging")
        judge_all(profile)


def in_the_window(profile, measured, home):
    """Time edits as the session makes them, with the editor's effects in view."""
    from PySide6.QtCore import QSettings

    make_app()
    backend = real()
    judge = backend.judge(profile)

    def review(*_):
        yield Found(len(measured))
        for done, (path, features) in enumerate(measured, 1):
            yield Judged(judge(path, features), done, len(measured), features)
        yield Finished(Summary(creatives=len(measured)), ())

    session = Session(replace(backend, review=review))
    window = MainWindow(session, Memory(QSettings(str(home / "w.ini"), QSettings.Format.IniFormat)))
    window.resize(1280, 800)
    window.show()
    session.add_with_profile([path for path, _ in measured], Path(profile.path))
    until(lambda: bool(session.progress.ended))
    window.views.show_view("profile")
    editing = window.profile_view.editor.editing
    until(lambda: editing.text is not None and not editing.busy)
    until(lambda: len(window.profile_view.editor.effect.baseline.standings) == len(measured))
    ended = []
    session.rejudged.connect(lambda: ended.append(time.perf_counter()))
    try:
        for name, (keys, value) in TYPED.items():
            _type(editing, name, keys, value, ended)
    finally:
        session.close()
        backend.close()
        session.wait()
        end_all()


def _type(editing, name, keys, value, ended):
    took, worked = [], []
    for step in range(1, TIMES + 1):
        ended.clear()
        begun, work = time.perf_counter(), time.thread_time()
        editing.set_value(name, keys, value(step))
        until(lambda: bool(ended))
        took.append((ended[0] - begun) * 1000)
        worked.append((time.thread_time() - work) * 1000)
    say(
        f"{name:20} {statistics.median(took):6.0f} ms to the last verdict in the window,"
        f" {statistics.median(worked):6.0f} ms of its thread's work"
    )


def material(folder, creatives):
    """Give the profile and what was measured; kept in the folder for another time."""
    kept = folder / f"measured-{creatives}.pickle"
    if kept.is_file():
        measured = pickle.loads(kept.read_bytes())
    else:
        folder.mkdir(parents=True, exist_ok=True)
        paths = brandset.make(folder, creatives)
        wanted = replace(wanted_for(brandset.profile_of(folder)), ocr=False)
        measured = brandset.measured(paths, wanted)
        kept.write_bytes(pickle.dumps(measured))
    return brandset.profile_of(folder), measured


def main(arguments):
    """Print the figures."""
    keep = arguments[arguments.index("--keep") + 1] if "--keep" in arguments else None
    numbers = [int(word) for word in arguments if word.isdigit()]
    with tempfile.TemporaryDirectory() as home:
        os.environ.update({"HOME": home, "XDG_CACHE_HOME": home, "XDG_CONFIG_HOME": home})
        os.environ.update({"XDG_DATA_HOME": home, "XDG_STATE_HOME": home})
        folder = Path(keep) if keep else Path(home) / "brand"
        profile, measured = material(folder, numbers[0] if numbers else brandset.CREATIVES)
        judging_alone(profile, measured)
        in_the_window(profile, measured, Path(home))


if __name__ == "__main__":
    main(sys.argv[1:])
