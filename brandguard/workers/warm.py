"""Loads what every picture needs, once, in the server that workers are forked from."""

import sklearn.cluster  # noqa: F401, TID253  loading it is what this module is for

import brandguard.workers.task  # noqa: F401  as above
