"""A run on a cluster gives the report of a local run, whatever happens to the cluster."""

import os
import pickle
import signal
import sys
import time

import pytest
from dask_cluster import Cluster
from PIL import Image

from brandguard.engine import Request, measure_all
from brandguard.measures.everything import Wanted
from brandguard.model.creative import Note
from brandguard.model.errors import ClusterError, UsageError
from brandguard.readers import Limits
from brandguard.workers import cluster, cluster_task
from brandguard.workers.cluster import ClusterWorkers
from brandguard.workers.cluster_address import checked
from brandguard.workers.cluster_store import ResultFolder
from brandguard.workers.cluster_task import SAME_AS_HERE, Asked, Chunk, Done, Unfit
from brandguard.workers.local import LocalWorkers, Outcome
from brandguard.workers.task import Job

FILES = 40
POISON = 17

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals are Unix's")


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    """A scheduler and two workers, for all tests of this file."""
    made = Cluster(tmp_path_factory.mktemp("cluster"))
    made.scheduler()
    made.worker()
    made.worker()
    yield made
    made.stop()


@pytest.fixture
def small_chunks(monkeypatch):
    monkeypatch.setattr(cluster, "CHUNK", 4)


@pytest.fixture
def creatives(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    for i in range(FILES):
        if i == POISON:
            (folder / f"{i:02}.png").write_bytes(b"\x89PNG\r\n\x1a\n and then nothing")
        else:
            Image.new("RGB", (60, 60), (5 * i, 90, 200 - 4 * i)).save(folder / f"{i:02}.png")
    return folder


def outcomes(folder, **options):
    request = Request(paths=(str(folder),), jobs=1, **options)
    events = measure_all(request, Wanted(voice=False, facts=False))
    return {e.job.path: e.result for e in events if isinstance(e, Outcome)}


@pytest.mark.usefixtures("small_chunks")
def test_a_worker_killed_on_the_way_changes_nothing(running, creatives):
    local = outcomes(creatives)
    events = measure_all(
        Request(paths=(str(creatives),), cluster=running.address, cache=creatives / "../c.sqlite3"),
        Wanted(voice=False, facts=False),
    )
    got = {}
    for event in events:
        if isinstance(event, Outcome):
            got[event.job.path] = event.result
            if len(got) == 6:
                running.processes[-1].send_signal(signal.SIGKILL)
                running.worker()
    assert got == local
    assert list(got) == list(local)
    assert isinstance(got[str(creatives / f"{POISON}.png")], Note)
    assert len(running.kept) == FILES - 1  # by content, whoever did what twice; none for the broken


@pytest.mark.usefixtures("small_chunks")
def test_a_client_that_starts_again_has_only_the_rest_measured(running, creatives):
    jobs = [Job(str(f), str(f)) for f in sorted(creatives.iterdir())]
    wanted, key = Wanted(voice=False, facts=False), "again"

    def workers():
        return ClusterWorkers(running.address, None, 1024, key=key, keep=True)

    first = workers()
    run = first.run(jobs, wanted, Limits(), ordered=True)
    for _ in range(10):
        next(run)
    run.close()
    first.close()
    time.sleep(0.5)  # what was begun is finished and kept by its worker
    second = workers()
    assert len(list(second.run(jobs, wanted, Limits(), ordered=True))) == FILES
    assert 1 <= second.measured <= FILES - 10 + 1  # the broken one is tried each time
    second.close()
    third = workers()
    list(third.run(jobs, wanted, Limits(), ordered=True))
    third.close()
    assert third.measured == 1


def test_files_that_the_workers_do_not_see_are_sent(running, creatives, monkeypatch):
    local = outcomes(creatives)
    real = os.lstat

    def other_machine(path):
        seen = real(path)
        if str(path).startswith(str(creatives)) and str(path).endswith(".png"):
            return os.stat_result((*seen[:6], seen.st_size + 1, *seen[7:]))
        return seen

    monkeypatch.setattr(cluster.os, "lstat", other_machine)
    asked = ClusterWorkers(running.address, None, 1024, key="sent", keep=False)
    jobs = [Job(path, path) for path in local]
    got = {
        o.job.path: o.result
        for o in asked.run(jobs, Wanted(voice=False, facts=False), Limits(), ordered=True)
    }
    assert asked._sending
    asked.close()
    assert got == local


def test_a_file_too_large_to_be_sent_names_the_cure(tmp_path, monkeypatch):
    monkeypatch.setattr(cluster, "SENT_BYTES", 10)
    (tmp_path / "x.png").write_bytes(b"x" * 11)
    with pytest.raises(ClusterError, match="Mount its folder"):
        cluster._with_bytes(Job("x.png", str(tmp_path / "x.png")))


def test_workers_that_cannot_have_children_are_told_of(tmp_path, creatives):
    made = Cluster(tmp_path)
    made.scheduler()
    try:
        made.worker("--nanny")
        with pytest.raises(ClusterError, match="DASK_DISTRIBUTED__WORKER__DAEMON=False"):
            outcomes(creatives, cluster=made.address)
    finally:
        made.stop()


def test_a_cluster_without_workers_or_scheduler_ends_the_run(tmp_path, creatives, monkeypatch):
    monkeypatch.setattr(cluster, "IDLE_SECONDS", 0.5)
    monkeypatch.setattr(cluster, "LOST_SECONDS", 0.5)
    made = Cluster(tmp_path)
    scheduler = made.scheduler()
    try:
        with pytest.raises(ClusterError, match="it has no worker"):
            outcomes(creatives, cluster=made.address)
        monkeypatch.setattr(cluster, "IDLE_SECONDS", 600)
        asked = ClusterWorkers(made.address, None, 1024, key="k", keep=False)
        jobs = [Job(str(f), str(f)) for f in sorted(creatives.iterdir())]
        run = asked.run(jobs, Wanted(), Limits(), ordered=True)
        monkeypatch.setattr(
            asked, "_look_after", lambda: scheduler.kill() or type(asked)._look_after(asked)
        )
        with pytest.raises(ClusterError, match="run the same command again"):
            next(run)
        asked.close()
    finally:
        made.stop()


def test_no_scheduler_there_is_said_with_the_cure(creatives, monkeypatch):
    monkeypatch.setattr("brandguard.workers.cluster_address.CONNECT_SECONDS", 1)
    with pytest.raises(ClusterError, match="no scheduler answers"):
        outcomes(creatives, cluster=f"tcp://127.0.0.1:{Cluster(creatives).port}")


@pytest.mark.parametrize(
    "address",
    ["tcp://127.0.0.1:8786", "tcp://localhost:1", "tcp://[::1]:8786", "tls://farm.example:8786"],
)
def test_ways_that_nobody_can_listen_in_on(address):
    assert checked(address) == address


@pytest.mark.parametrize(
    ("address", "cure"),
    [
        ("tcp://10.0.0.7:8786", "tls://10.0.0.7:8786"),
        ("tcp://farm.example:8786", "tls://farm.example:8786"),
        ("tcp://0.0.0.0:8786", "tls://"),
        ("10.0.0.7:8786", "name a Dask scheduler"),
        ("tcp://127.0.0.1", "name a Dask scheduler"),
        ("http://127.0.0.1:8787", "name a Dask scheduler"),
        ("tls://ann:secret@farm:8786", "only a host and a port"),
        ("tcp://127.0.0.1:99999", "name a Dask scheduler"),
    ],
)  # fmt: skip
def test_every_other_way_is_refused_with_the_cure(address, cure):
    with pytest.raises(UsageError, match=cure.replace("/", "/")) as refused:
        checked(address)
    assert "secret" not in str(refused.value)


def test_encryption_without_certificates_is_refused(creatives):
    with pytest.raises(UsageError, match="DASK_DISTRIBUTED__COMM__TLS__CA_FILE"):
        outcomes(creatives, cluster="tls://127.0.0.1:1")


def test_without_dask_the_cure_is_named(creatives, monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(UsageError, match=r"brandguard\[cluster\]"):
        outcomes(creatives, cluster="tcp://127.0.0.1:1")


# One worker, without Dask


def chunk(*jobs, **changes):
    options = {
        "wanted": Wanted(voice=False, facts=False), "limits": Limits(), "timeout_s": None,
        "max_memory_mb": 1024, "key": "k", "keep": True, "office": bool(cluster_task.office()),
    }  # fmt: skip
    return pickle.dumps(Chunk(tuple(jobs), **{**options, **changes}))


def test_a_worker_of_another_version_reads_nothing():
    answer = cluster_task.measure_chunk("0.0/0", b"what only another version can read")
    assert answer == Unfit("version", answer.worker, SAME_AS_HERE)


def test_a_worker_that_draws_documents_otherwise_says_so():
    answer = cluster_task.measure_chunk(SAME_AS_HERE, chunk(office=not cluster_task.office()))
    assert isinstance(answer, Unfit)
    assert answer.why == "office"


def test_another_file_under_the_same_path_is_not_taken_for_it(tmp_path):
    file = tmp_path / "a.png"
    file.write_bytes(b"other")
    job = Job("a.png", str(file))
    asked = (Asked(job, 99, 0.0), Asked(job, 5, file.stat().st_mtime - 60))
    assert cluster_task.measure_chunk(SAME_AS_HERE, chunk(*asked)) == Done((None, None), 0)


def test_results_are_found_by_content_kind_and_wish(tmp_path, creatives):
    workers = LocalWorkers(1, None, 1024, preload=False)
    job = Job("a.png", str(creatives / "00.png"))
    wanted = Wanted(voice=False, facts=False)
    features = next(workers.run([job], wanted, Limits(), ordered=True)).result
    workers.close()
    value = cluster_task.pack(features)
    store = ResultFolder(tmp_path / "s", "k")
    store.put(features.sha256, "a.png", value)
    store.put(features.sha256, "a.png", value)
    assert store.get(features.sha256, "b.PNG") == value
    assert store.get(features.sha256, "a.jpg") is None
    assert ResultFolder(tmp_path / "s", "other").get(features.sha256, "a.png") is None
    (file,) = (tmp_path / "s").glob("??/*")
    file.write_bytes(value[:50])
    assert store.get(features.sha256, "a.png") is None
    assert not file.exists()


class Dask:
    """A cluster on which one file kills every worker that it meets."""

    status = "running"

    class scheduler:  # noqa: N801  as Dask calls it
        ncores = None

    def __init__(self):
        self.sizes = []

    def sync(self, *_arguments, **_options):
        return {"tcp://worker": 1}

    def submit(self, _function, _version, packed, **_options):
        asked = pickle.loads(packed).asked
        self.sizes.append(len(asked))
        return Future(asked)

    def cancel(self, *_arguments, **_options):
        pass

    def close(self, **_options):
        pass


class Future:
    def __init__(self, asked):
        self.asked = asked

    def add_done_callback(self, function):
        function(self)

    def result(self, **_options):
        if any(a.job.path == "poison" for a in self.asked):
            raise RuntimeError("KilledWorker")
        return Done(tuple(Note("SYS002", {"file": a.job.path}) for a in self.asked), 0)

    def release(self):
        pass


def test_a_file_that_brings_workers_down_costs_itself_alone(monkeypatch):
    dask = Dask()
    monkeypatch.setattr(cluster, "connect", lambda _address: dask)
    names = [str(i) for i in range(50)]
    names.insert(33, "poison")
    workers = ClusterWorkers("tcp://127.0.0.1:1", None, 1024, key="k", keep=False)
    got = list(workers.run([Job(n, n) for n in names], Wanted(), Limits(), ordered=True))
    assert [o.job.path for o in got] == names
    assert {o.job.path for o in got if o.result.code == "SYS011"} == {"poison"}
    assert sorted(dask.sizes, reverse=True)[:2] == [32, 19]
