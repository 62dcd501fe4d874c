"""The house keeps its own rules."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HEAVY = (
    "sklearn", "scipy", "spacy", "cv2", "onnxruntime", "rapidocr", "PySide6", "pypdfium2",
    "pikepdf", "resvg_py", "wordfreq", "simplemma", "py3langid", "lxml", "jinja2", "PIL", "numpy",
    "rich.progress",
)  # fmt: skip


def loaded_by(*arguments):
    code = (
        "import sys; sys.argv = ['brandguard', *sys.argv[1:]]\n"
        "from brandguard.cli.app import run\n"
        "code = run(sys.argv[1:])\n"
        "print('LOADED', *sorted(sys.modules), file=sys.stderr)\n"
        "sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    last = next(line for line in done.stderr.splitlines() if line.startswith("LOADED"))
    return set(last.split()[1:]), done.stdout


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("check", "--help")])
def test_help_answers_without_any_heavy_library(arguments):
    modules, out = loaded_by(*arguments)
    assert "brandguard" in out
    assert not modules & set(HEAVY)


def test_the_engine_needs_no_qt():
    code = "import sys; sys.modules['PySide6'] = None; import brandguard.engine"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_floors_hold():
    command = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [command, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_no_module_is_too_long_to_read():
    long = {
        str(p.relative_to(ROOT)): n
        for p in (ROOT / "brandguard").rglob("*.py")
        if (n := len(p.read_text(encoding="utf-8").splitlines())) > 450
    }
    assert not long


def test_every_rule_has_words_in_three_languages():
    from brandguard.checks import RULES
    from brandguard.messages import LANGUAGES, Messages

    for lang in LANGUAGES:
        messages = Messages.load(lang)
        for rule in RULES:
            entry = messages.rule(rule.code)
            assert {"title", "message", "what", "why", "fix"} <= entry.keys(), (lang, rule.code)
