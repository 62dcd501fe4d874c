"""Somebody drops approved creatives, looks at what they teach, and accepts it or not."""

import pytest
from PySide6.QtWidgets import QLabel
from test_edit_profile import TEXT, measured, profile_file  # noqa: F401  a fixture

from brandguard.engine import Found, Started
from brandguard.gui.editor.alarms import Alarm
from brandguard.gui.editor.doors import ProfileDoors
from brandguard.gui.learning import Lesson, Teacher
from brandguard.interchange.brandyml import load_profile
from brandguard.learning.learn import learn
from brandguard.learning.reference import load_learned
from brandguard.model.creative import Note
from brandguard.workers.local import Outcome
from brandguard.workers.task import Job


def measuring(count=6, *, broken=1, endless=False):
    def measure(paths):
        yield Found(count + broken)
        number = 0
        while number < count or endless:
            path = f"{paths[0]}/{number}.png"
            yield Started(path)
            yield Outcome(Job(path, path), measured(number))
            number += 1
        for at in range(broken):
            yield Outcome(Job(f"broken-{at}.png", "x"), Note("SYS002", {"file": "broken"}))

    return measure


def page_of(window, measure):
    page = window.profile_view.learn
    page.editing.doors.measure = measure
    window.views.show_view("profile")
    window.profile_view.setCurrentWidget(page)
    page.add(["/approved"])
    return page


def test_nothing_is_written_before_it_is_accepted(window, tmp_path, qtbot):
    page = page_of(window, measuring())
    target = tmp_path / "_brand.yml"
    page.asking.save_as = lambda _: target
    page.name.setText("Luma")
    page.learn.click()
    qtbot.waitUntil(lambda: page.lesson is not None, timeout=30_000)
    assert page.steps.currentIndex() == 1
    assert page.lesson.examples == 6
    assert [path for path, _ in page.lesson.unreadable] == ["broken-0.png"]
    assert list(tmp_path.glob("_brand*")) == []
    page.accept.click()
    qtbot.waitUntil(lambda: window.profile_view.currentWidget() is window.profile_view.editor)
    profile = load_profile(target)
    assert profile.name == "Luma"
    assert load_learned(profile).flagged


def test_what_is_written_by_hand_stays(window, script, profile_file, qtbot):  # noqa: F811  as above
    script.load_profile = load_profile
    from dataclasses import replace

    window.session.backend = replace(window.session.backend, load_profile=load_profile)
    window.session.open_profile(profile_file)
    qtbot.waitUntil(lambda: window.session.profile is not None)
    window.views.show_view("profile")
    qtbot.waitUntil(lambda: window.editing.text is not None)
    page = page_of(window, measuring())
    page.learn.click()
    qtbot.waitUntil(lambda: page.lesson is not None, timeout=30_000)
    assert profile_file.read_text(encoding="utf-8") == TEXT
    page.accept.click()
    qtbot.waitUntil(lambda: profile_file.with_name("_brand.yml.learned").exists())
    qtbot.waitUntil(lambda: "learned:" in profile_file.read_text(encoding="utf-8"))
    text = profile_file.read_text(encoding="utf-8")
    assert "# Luma's own rules." in text
    assert "x-other: kept" in text
    assert [c.name for c in load_profile(profile_file).colours] == ["sun", "paper"]


def test_a_run_is_cancelled_at_once_and_teaches_nothing(window, qtbot):
    page = page_of(window, measuring(endless=True))
    page.learn.click()
    qtbot.waitUntil(lambda: page.teacher.progress[0] > 3)
    assert page.stop.isVisible()
    page.stop.click()
    assert not page.teacher.running
    assert page.lesson is None
    assert page.learn.isEnabled()


def test_examples_that_cannot_be_read_are_named(window, qtbot):
    page = page_of(window, measuring(0, broken=2))
    page.learn.click()
    qtbot.waitUntil(lambda: not page.teacher.running)
    assert "None of them could be read" in page.state.text()
    assert "broken-1.png" in page.state.text()
    assert page.lesson is None


def test_the_same_example_counts_once(qtbot, qapp):  # noqa: ARG001  Qt must be there
    doors = ProfileDoors()

    def measure(_):
        yield Found(2)
        for name in ("a", "b"):
            yield Outcome(Job(name, name), measured(0))

    doors.measure = measure
    teacher, lessons = Teacher(doors), []
    teacher.learned.connect(lessons.append)
    teacher.start(["x"], 0.05)
    qtbot.waitUntil(lambda: bool(lessons), timeout=30_000)
    assert lessons[0].examples == 1


def test_a_run_that_breaks_is_told(window, qtbot):
    def measure(_):
        yield Found(1)
        raise OSError("gone")

    page = page_of(window, measure)
    page.learn.click()
    qtbot.waitUntil(lambda: bool(window.dialogs.told))
    assert not page.teacher.running


NEWER = TEXT.replace("Luma,", "Lumen,").replace("sun: {core: true}", "sun: {core: false}")


@pytest.fixture
def lesson(window, script, profile_file, qtbot):  # noqa: F811  as above
    """The second step, with rules kept that somebody else has changed since they were read."""
    script.load_profile = load_profile
    window.session.open_profile(profile_file)
    qtbot.waitUntil(lambda: window.session.profile is not None)
    window.views.show_view("profile")
    qtbot.waitUntil(lambda: window.editing.text is not None)
    window.editing.set_value("name", ("meta", "x-mine"), "yes")
    page = page_of(window, measuring())
    page.learn.click()
    qtbot.waitUntil(lambda: page.lesson is not None, timeout=30_000)
    profile_file.write_text(NEWER, encoding="utf-8")
    return page


def answer(page, choice):
    asked = []
    page.asking.whose_rules = lambda path: asked.append(path) or choice
    page.accept.click()
    return asked


def test_a_profile_that_somebody_else_changed_is_asked_about(lesson, profile_file, qtbot):  # noqa: F811  as above
    asked = answer(lesson, "")
    qtbot.waitUntil(lambda: asked == [profile_file])
    assert profile_file.read_text(encoding="utf-8") == NEWER
    assert not profile_file.with_name("_brand.yml.learned").exists()
    assert lesson.steps.currentIndex() == 1
    assert lesson.editing.dirty


def test_their_version_takes_what_was_learned_and_mine_stays_as_a_draft(
    lesson,
    profile_file,  # noqa: F811  as above
    qtbot,
):
    answer(lesson, "theirs")
    qtbot.waitUntil(lambda: "learned:" in profile_file.read_text(encoding="utf-8"))
    text = profile_file.read_text(encoding="utf-8")
    assert "Lumen" in text
    assert "x-mine" not in text
    qtbot.waitUntil(lambda: lesson.editing.found is not None)
    assert "x-mine" in lesson.editing.found.text


def test_my_version_takes_what_was_learned_and_replaces_theirs(lesson, profile_file, qtbot):  # noqa: F811  as above
    answer(lesson, "mine")
    qtbot.waitUntil(lambda: "learned:" in profile_file.read_text(encoding="utf-8"))
    text = profile_file.read_text(encoding="utf-8")
    assert "x-mine" in text
    assert "Lumen" not in text


def shown_in(page):
    return [label.text() for label in page.view.findChildren(QLabel) if not label.isHidden()]


def test_a_limit_that_warns_too_often_is_marked(window):
    alarms = (Alarm("COL004", 10, 16), Alarm("COL001", 0, 16), Alarm("look", 1, 15, 0.7, ("look",)))
    taught = learn([(f"{n}.png", measured(n)) for n in range(6)], 0.05)
    page = window.profile_view.learn
    page.view.show_lesson(Lesson(taught, alarms, 0.05, 6))
    said = shown_in(page)
    assert "▲ 10 of 16" in said
    assert "0 of 16" in said
    assert "1 of 15" in said  # one may be chance
    assert "70%" in said


def test_what_was_learned_of_the_voice_has_figures(window, qtbot):
    page = page_of(window, measuring(broken=0))
    page.learn.click()
    qtbot.waitUntil(lambda: page.lesson is not None, timeout=30_000)
    for trait, (low, high) in page.lesson.learning.voice_ranges["it"].items():
        assert f"{low:,.1f}–{high:,.1f}" in shown_in(page), trait
