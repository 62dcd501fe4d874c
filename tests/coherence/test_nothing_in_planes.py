"""A picture without any plane has no colours to compare, and does not stop the run."""

from brandguard.coherence.portrait import _colours
from brandguard.model.features import PageFeatures, Swatch


def test_colours_that_lie_in_no_plane_are_not_compared():
    page = PageFeatures(1, 10, 10, palette=(Swatch("#E5002B", 1.0, flat=0.0),))
    tints, why = _colours([page])
    assert tints == ()
    assert why.code == "why.only_photographs"
