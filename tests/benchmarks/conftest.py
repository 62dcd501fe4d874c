"""Benchmarks run as a warm worker does: one thread a library.

Set before scikit-learn is loaded: threads that wait for each other would count as CPU time.
"""

import brandguard.workers.one_thread  # noqa: F401  what it sets is what counts
