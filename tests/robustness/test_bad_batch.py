"""A batch with bad files among the good, and a run that is killed: nothing is lost, nobody stays.

The same at full size: tests/benchmarks/hostile_batch.py and tests/benchmarks/killed_runs.py.
"""

import json
import random
import sys
import time

import batches
import pytest
import watched

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="signals and pipes are Unix's"),
]
GOOD, BAD = 40, 20


@pytest.fixture(scope="module")
def batch(tmp_path_factory):
    folder = tmp_path_factory.mktemp("batch")
    profile = batches.brand(folder)
    good, bad = batches.build(folder / "in", GOOD, BAD, slow=False)
    return folder, profile, good, bad


def test_outcomes_equal_inputs_and_the_good_are_judged_as_ever(batch, tmp_path):
    folder, profile, good, bad = batch
    canary = folder / "canary.png"
    canary.write_bytes((folder / "in" / good[0]).read_bytes())
    with watched.door() as (_, asked), watched.opened(canary) as reads:
        paths = [folder / "in" / name for name in good]
        alone = batches.Run(tmp_path / "a", *paths, "-p", profile, "--format", "json")
        clean = batches.judged(json.loads(alone.end()[0]))
        run = batches.Run(tmp_path / "b", folder / "in", "-p", profile, "--format", "json")
        report = json.loads(run.end()[0])
    after = batches.judged(report)
    assert len(report["creatives"]) == len(good) + len(bad)
    assert sorted(after) == sorted([*good, *bad])
    for name in good:
        assert batches.told(after[name]) == batches.told(clean[name]), name
    for name in bad:
        creative = after[name]
        assert creative["error"] or creative["pages"], name
    assert (asked, reads, run.alive()) == ([], [], [])


def test_killed_runs_leave_nobody_and_the_next_one_goes_on(batch, tmp_path):
    folder, profile, good, bad = batch
    chance = random.Random(7)
    out = tmp_path / "report.json"
    home = tmp_path / "home"
    arguments = (folder / "in", "-p", profile, "--format", "json", "--output", out)
    for _ in range(2):
        run = batches.Run(home, *arguments)
        run.wait_for_children()
        time.sleep(chance.uniform(0, 3))
        run.kill()
        assert len(run.children) > 1
        assert run.alive() == []
        assert batches.whole(out)
    last = batches.Run(home, *arguments)
    last.end()
    assert len(json.loads(out.read_bytes())["creatives"]) == len(good) + len(bad)
    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == ["report.json"]
