"""The engine works where Qt is not installed."""

import subprocess
import sys

BLOCKED = """
import sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {"PySide6", "shiboken6"}:
            raise ModuleNotFoundError(f"no {name} here", name=name)

sys.meta_path.insert(0, NoQt())
from pathlib import Path
import brandguard.engine
from brandguard.cli.app import run
from brandguard.interchange.brandyml import load_profile
from brandguard.checks import BY_CODE
"""


def test_the_engine_judges_without_qt(tmp_path):
    text = tmp_path / "post.txt"
    text.write_text("Scopri la luce.")
    profile = tmp_path / "_brand.yml"
    profile.write_text("meta: {name: Luma}\n")
    code = BLOCKED + (
        f"profile = load_profile(Path({str(profile)!r}), BY_CODE)\n"
        f"request = brandguard.engine.Request(paths=({str(text)!r},), jobs=1)\n"
        "events = list(brandguard.engine.review(request, profile))\n"
        "assert events[-1].summary.creatives == 1, events\n"
    )
    script = tmp_path / "run.py"  # workers import it again: it must do nothing then
    body = "".join(f"    {line}\n" for line in code.splitlines())
    script.write_text(f"if __name__ == '__main__':\n{body}")
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
