"""What files can do to a worker, without the files. The job's path names the deed."""

import ctypes
import os
import re
import time

from brandguard.model.features import Features


def loop():
    while True:
        pass


def sleep():
    time.sleep(600)


def regex():  # holds the interpreter's lock
    re.match(r"(a+)+$", "a" * 60 + "b")


def segfault():
    ctypes.string_at(0)


def abort():
    os.abort()


def leave():
    os._exit(3)


def memory():
    hoard = []
    while True:
        hoard.append(bytearray(os.urandom(1024 * 1024)) * 16)
        time.sleep(0.01)


def raising():
    raise RuntimeError("a library's own idea of an error")


DEEDS = {f.__name__: f for f in (loop, sleep, regex, segfault, abort, leave, memory, raising)}


def unpicklable():
    return lambda: None


def act(job, _wanted, _limits):
    if job.path == "unpicklable":
        return unpicklable()
    if job.path in DEEDS:
        DEEDS[job.path]()
    return Features(job.path, "png", 1, (), 1)


def threads():
    """Say how many threads each numeric library of this worker would start."""
    import sklearn.cluster  # noqa: F401
    from threadpoolctl import threadpool_info

    return {each["internal_api"]: each["num_threads"] for each in threadpool_info()}
