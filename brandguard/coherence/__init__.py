"""Creatives of one campaign against each other: the facts that they state."""

from brandguard.coherence.tally import Tally

__all__ = ["Tally"]
