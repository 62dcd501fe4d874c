"""The PDF report draws with Qt: the one application of the test run is there before it asks."""

import pytest


@pytest.fixture(autouse=True, scope="session")
def _application(qapp):
    """Share the application with the tests of the window, which need the larger kind."""
