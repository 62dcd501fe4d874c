"""Writes the lexicon of possible imperatives, which vetoes what a pipeline takes for one.

    python packaging/models/lexicon.py it --verbs FILE --out assets/lexicons/imperatives_it.txt

`--verbs` as for train.py. Verbs too rare for copy are left out.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import verbs
from wordfreq import zipf_frequency

RAREST_ZIPF = 1.2
ITALIAN_MISSING = (
    ("avere", "abbi", "abbiate", "abbia"),
    ("essere", "sii", "siate", "sia"),
    ("sapere", "sappi", "sappiate", "sappia"),
    ("volere", "vogli", "vogliate", "voglia"),
    ("sedere", "siedi", "sedete", "sieda"),
)
SHORT_IMPERATIVES = (
    ("andare", "va'", "andate", "vada"),
    ("dare", "da'", "date", "dia"),
    ("dire", "di'", "dite", "dica"),
    ("fare", "fa'", "fate", "faccia"),
    ("stare", "sta'", "state", "stia"),
    ("andare", "vai", "andate", "vada"),
    ("dare", "dai", "date", "dia"),
    ("fare", "fai", "fate", "faccia"),
    ("stare", "stai", "state", "stia"),
)
HEADS = {
    "it": """# Possible imperatives: infinitive, tu, voi, Lei.
# Derived from Morph-it! (Marco Baroni and Eros Zanchetta), CC BY-SA 2.0.
# This list: CC BY-SA 4.0.""",
    "es": """# Possible imperatives: infinitive, tú, usted, vosotros, ustedes;
# after «no»: tú, vosotros.
# Formed by rules of our own, checked against the MIT-licensed table of spacy-lookups-data.""",
}


def main() -> None:
    """Write one language's list."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("language", choices=sorted(HEADS))
    parser.add_argument("--verbs", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    rows = italian(options.verbs) if options.language == "it" else spanish(options.verbs)
    lines = [" ".join(row) for row in sorted(rows)]
    options.out.write_text("\n".join([HEADS[options.language], *lines, ""]), encoding="utf-8")
    print(f"{options.out}: {len(lines)} verbs")


def italian(path: Path) -> set[tuple[str, ...]]:
    """Rows of the Italian list."""
    modern = verbs.italian_modern()
    table = verbs.italian(path) | modern
    return {
        (name, verb.tu, verb.voi, verb.lei)
        for name, verb in table.items()
        if zipf_frequency(name, "it") >= RAREST_ZIPF or name in modern
    } | {*ITALIAN_MISSING, *SHORT_IMPERATIVES}


def spanish(path: Path) -> set[tuple[str, ...]]:
    """Rows of the Spanish list."""
    table = verbs.spanish(verbs.spanish_lemmas(path))
    return {
        (name, verb.tu, verb.lei, verb.voi, verb.loro, verb.no_tu, verb.no_voi)
        for name, verb in table.items()
        if zipf_frequency(name, "es") >= RAREST_ZIPF
    }


if __name__ == "__main__":
    main()
