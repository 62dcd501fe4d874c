"""Somebody asks what the program is, what a rule means and what the keyboard does."""

import re
import sys
from importlib.metadata import PackageNotFoundError

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from brandguard import __version__
from brandguard.gui import about
from brandguard.gui import packages as known
from brandguard.gui.packages import packages


def test_about_names_versions_licences_and_the_log(window, qtbot):
    window.about.trigger()
    dialog = window.errands.open_dialog
    qtbot.waitUntil(lambda: dialog.table.rowCount() > 20, timeout=20_000)
    said = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert f"BrandGuard {__version__}" in said
    assert "Lesser General Public License, version 3" in said
    assert "log" in said
    dialog.copy.click()
    assert QGuiApplication.clipboard().text().startswith(f"BrandGuard {__version__}\nPython")
    dialog.close()
    qtbot.waitUntil(lambda: window.errands.open_dialog is None)


def test_the_packages_are_those_that_are_installed_with_a_licence_each():
    found = {package.name.lower(): package for package in packages()}
    assert "pyside6_essentials" in found
    assert "numpy" in found
    assert "pytest" not in found
    assert re.match(r"\d", found["numpy"].version)
    nameless = [package.name for package in found.values() if package.licence == "–"]
    assert len(nameless) <= 3, nameless


def test_what_lies_inside_packages_is_named_too():
    """LGPL libraries, models and fonts have no metadata of their own."""
    found = {package.name: package for package in packages()}
    assert found["Qt"].licence.startswith("LGPL")
    assert found["FFmpeg"].licence.startswith("LGPL")
    assert "exchanged" in found["FFmpeg"].note
    assert found["Figtree"].licence == "OFL-1.1"
    assert "Python" not in found  # whoever installed the package has one already


def test_a_frozen_program_goes_by_the_list_that_is_shipped(monkeypatch):
    def nothing(name):
        raise PackageNotFoundError(name)

    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(known, "distribution", nothing)
    found = {package.name.lower(): package for package in packages()}
    assert {"numpy", "pyside6-essentials", "qt", "python"} <= set(found)
    assert re.match(r"\d", found["numpy"].version)
    assert all(package.licence not in {"", "–"} for package in found.values())
    assert "distributed" not in found


def test_without_metadata_it_goes_by_that_list_too(monkeypatch):
    def nothing(name):
        raise PackageNotFoundError(name)

    monkeypatch.setattr(known, "distribution", nothing)
    assert "numpy" in {package.name.lower() for package in packages()}


def test_the_log_folder_is_named_where_it_cannot_be_opened(window, monkeypatch, tmp_path):
    monkeypatch.setattr(about, "log_folder", lambda: tmp_path / "none")
    window.logs.trigger()
    assert "The log is here" in window.toast.text()


def test_f1_explains_the_rule_of_the_finding_in_hand(checked):
    checked.session.select_finding(1)
    QTest.keyClick(checked, Qt.Key.Key_F1)
    page = checked.errands.rule
    assert page.rule == "TRM001"
    text = page.page.toPlainText()
    assert "What it checks" in text
    assert "How to fix it" in text
    checked.session.select_finding(0)
    checked.explain.trigger()
    assert checked.errands.rule is page
    assert page.rule == "COL001"


def test_f1_without_a_finding_says_what_to_do(window):
    window.explain.trigger()
    assert "Choose a finding" in window.toast.text()


def test_the_keys_are_those_of_the_menus(window):
    window.keys.trigger()
    tree = window.errands.open_dialog.list
    rows = {}
    for top in (tree.topLevelItem(i) for i in range(tree.topLevelItemCount())):
        for child in (top.child(i) for i in range(top.childCount())):
            rows[child.text(0)] = child.text(1)
    assert rows["Next finding"] == "F8"
    assert rows["Export"] == "Ctrl+E"
    assert rows["Hide the side panes"] == "\\"
    wanted = {"Ctrl+O", "Ctrl+Shift+O", "F5", "F8", "Shift+F8", "W", "Space", "Ctrl+0", "Ctrl+1",
              "O", "Ctrl+E", "Ctrl+P", "Ctrl+,", "Esc", "\\", "F1", "F6"}  # fmt: skip
    have = {key for keys in rows.values() for key in keys.split(", ")}
    native = QKeySequence.SequenceFormat.NativeText
    assert {QKeySequence(key).toString(native) for key in wanted} <= have | {","}
    window.errands.open_dialog.close()


def test_f6_goes_round_the_panes(checked):
    seen = []
    checked.list.setFocus()
    for _ in range(5):
        checked.next_pane.trigger()
        now = checked.focusWidget()
        stop = next(i for i, pane in enumerate(checked._stops()) if pane.isAncestorOf(now))
        seen.append(stop)
    assert seen[:4] in ([2, 3, 0, 1], [2, 3, 4, 0])
    checked.previous_pane.trigger()
    assert checked._stops()[seen[-2]].isAncestorOf(checked.focusWidget())


def test_a_backslash_leaves_the_preview_alone(checked):
    checked.list.setFocus()
    QTest.keyClick(checked, Qt.Key.Key_Backslash)
    assert not checked.creatives.isVisible()
    assert not checked.findings.isVisible()
    assert checked.preview.isVisible()
    checked.bare.trigger()
    assert checked.creatives.isVisible()
