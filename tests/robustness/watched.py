"""Whether anybody reads a file that was not handed in, or knocks at a door on this machine."""

import ctypes
import os
import socket
import struct
import threading
from contextlib import contextmanager, suppress

OPENED = 0x20 | 0x1  # IN_OPEN and IN_ACCESS of inotify(7)


@contextmanager
def opened(path):
    """Count how often a file is opened or read, by whatever process; Linux only."""
    libc = ctypes.CDLL(None, use_errno=True)
    descriptor = libc.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
    assert descriptor >= 0
    assert libc.inotify_add_watch(descriptor, os.fsencode(path), OPENED) >= 0
    seen = []
    try:
        yield seen
    finally:
        with suppress(BlockingIOError):
            while data := os.read(descriptor, 4096):
                while data:
                    _, mask, _, length = struct.unpack_from("iIII", data)
                    seen.append(mask)
                    data = data[16 + length :]
        os.close(descriptor)


@contextmanager
def door():
    """Listen on this machine; gives the port and what was asked of it."""
    asked = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.05)
        done = threading.Event()

        def answer():
            while not done.is_set():
                with suppress(TimeoutError, OSError):
                    visitor, _ = server.accept()
                    asked.append(visitor)
                    visitor.close()

        thread = threading.Thread(target=answer)
        thread.start()
        try:
            yield server.getsockname()[1], asked
        finally:
            done.set()
            thread.join()
