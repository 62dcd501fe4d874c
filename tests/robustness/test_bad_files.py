"""Each class of bad file, read by itself in a worker: one outcome, within its limits."""

import bad_files
import pytest

from brandguard.measures.everything import Wanted
from brandguard.model.creative import Note
from brandguard.readers import Limits
from brandguard.workers.local import LocalWorkers
from brandguard.workers.task import Job

NAMES = sorted(bad_files.CLASSES)


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory):
    folder = tmp_path_factory.mktemp("bad")
    jobs = []
    for name in NAMES:
        (folder / name).write_bytes(bad_files.CLASSES[name]())
        jobs.append(Job(name, str(folder / name)))
    pool = LocalWorkers(1, timeout_s=4.0, max_memory_mb=700, preload=False)
    wanted = Wanted(ocr=False, voice=False)
    done = pool.run(jobs, wanted, Limits(), ordered=True)
    found = {outcome.job.path: outcome.result for outcome in done}
    pool.close()
    return found


def test_each_has_one_outcome(outcomes):
    assert list(outcomes) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_it_is_refused_with_a_cause(name, outcomes):
    result = outcomes[name]
    if isinstance(result, Note):
        assert result.code.startswith("SYS0")
    else:
        assert name in bad_files.READ_ALL_THE_SAME
        assert result.pages
