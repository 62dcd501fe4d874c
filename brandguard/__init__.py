"""BrandGuard tells whether a brand's creatives look and sound like the brand, and like each other.

Four verbs in a row: read → measure → judge → write. The window and the command line are thin
shells.
"""

__version__ = "0.1.0"
