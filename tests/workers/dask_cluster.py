"""A real scheduler and real worker processes on this machine's own address, for tests."""

import os
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

PLAIN = {
    "DASK_DISTRIBUTED__DEPLOY__LOST_WORKER_TIMEOUT": "1s",
    "DASK_DISTRIBUTED__WORKER__PROFILE__ENABLED": "False",
}


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


@dataclass
class Cluster:
    """`folder` holds logs and what the workers keep."""

    folder: Path
    protocol: str = "tcp"
    port: int = field(default_factory=free_port)
    processes: list = field(default_factory=list)

    @property
    def address(self):
        return f"{self.protocol}://127.0.0.1:{self.port}"

    @property
    def kept(self):
        return sorted(f for f in self.folder.glob("store/??/*"))

    def scheduler(self):
        where = ("--host", f"{self.protocol}://127.0.0.1", "--port", str(self.port))
        process = self._start("dask_scheduler", *where, "--no-dashboard")
        until = time.monotonic() + 60
        while time.monotonic() < until:
            with socket.socket() as s:
                if s.connect_ex(("127.0.0.1", self.port)) == 0:
                    return process
            time.sleep(0.1)
        raise AssertionError((self.folder / "log").read_text())

    def worker(self, *options, **env):
        options = options or ("--no-nanny",)
        return self._start(
            "dask_worker", self.address, "--nthreads", "1", "--no-dashboard",
            "--local-directory", str(self.folder), *options, **env,
        )  # fmt: skip

    def _start(self, module, *arguments, **env):
        settings = {"BRANDGUARD_CLUSTER_STORE": str(self.folder / "store"), **PLAIN, **env}
        with (self.folder / "log").open("ab") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", f"distributed.cli.{module}", *arguments],
                env={**os.environ, **settings}, stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip
        self.processes.append(process)
        return process

    def stop(self):
        for process in self.processes:
            process.kill()
        for process in self.processes:
            process.wait()
