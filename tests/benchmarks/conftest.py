"""Benchmarks run as a warm worker does: one thread a library.

Set before scikit-learn is loaded: threads that wait for each other would count as CPU time.
"""

import os

from brandguard.workers.task import ONE_THREAD

os.environ.update(dict.fromkeys(ONE_THREAD, "1"))
