"""Make assets/models/voice_cohort_*.json.gz: what is usual in a language, and a few other voices.

    python packaging/make_voice_cohort.py --treebanks DIR --books DIR

The first DIR holds the Universal Dependencies files that SOURCES names, the second the unpacked
handbooks of voice/books.py; assets/models/COHORT_LICENSE.md has their licences. To them comes copy
of our own (voice/registers.py).
Only sums over many texts are kept: means, scatters, the means of voices, the weights of families,
and the priors of thresholds. Takes about five minutes on one core.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from voice.books import book_texts
from voice.registers import register_texts

from brandguard.likeness.threshold import Prior
from brandguard.likeness.voice_limits import left_out
from brandguard.likeness.voice_space import (
    FAMILIES,
    LEAST_SPREAD,
    LEAST_TRAIT_SPREAD,
    VoiceCohort,
    cohort_of,
    packed,
    trait_scale,
)
from brandguard.measures.style import style_profile
from brandguard.measures.voice import measure_voice
from brandguard.settings import asset_path

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCES = {
    "en": ("en_ewt-ud-dev", "en_ewt-ud-test"),
    "es": ("es_gsd-ud-dev", "es_gsd-ud-test", "es_pud-ud-test", "es_coser"),
    "it": (
        "it_markit-ud-train", "it_markit-ud-dev", "it_markit-ud-test", "it_parlamint-ud-train",
        "it_parlamint-ud-test", "it_pud-ud-test", "it_twittiro-ud-train", "it_twittiro-ud-dev",
        "it_twittiro-ud-test", "it_valico-ud-test",
    ),
}  # fmt: skip
WORDS = 90
"""Of one background text: as long as a flyer or a post."""
LEAST_WORDS = 30
LEAST_TEXTS = 3
"""A feature that fewer background texts have is unknown."""
BRAND = 24
"""Texts of one made-up brand: neighbours in one source."""
LEAST_VOICE = 8
"""Texts from which a source is a voice, and counts as much as any other in what is usual."""
MOST_VOICES = 4
"""Made-up brands of one source whose means are shipped."""
OWN = "copy-"
"""Sources of our own: their texts share sentences, and do not show how much a brand varies."""
EXAMPLES = (1, 2, 3, 5, 10, 20)
SEED = 1
NO_PRIOR = ((1,), (1.0,), (1.0,), (1.0,), (3.0,))


@dataclass(frozen=True)
class Text:
    """One background text and where it comes from."""

    source: str
    style: dict
    traits: dict


def main() -> None:
    """Make the files of all languages, and print what they say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--treebanks", type=Path, required=True)
    parser.add_argument("--books", type=Path, required=True)
    parser.add_argument("--languages", nargs="*", default=list(SOURCES))
    args = parser.parse_args()
    for language in args.languages:
        texts = [
            Text(source, style_profile(text, language), traits_of(text, language))
            for source, text in (
                *background(args.treebanks, language),
                *book_texts(args.books, language),
                *register_texts(language),
            )
        ]
        stored = statistics(texts, language)
        target = asset_path("models", f"voice_cohort_{language}.json.gz")
        payload = json.dumps(stored, ensure_ascii=False, separators=(",", ":")).encode()
        target.write_bytes(gzip.compress(payload, mtime=0))
        print(f"{target}: {len(texts)} texts, {len(stored['features'])} features, "
              f"{target.stat().st_size / 1024:.0f} kB")  # fmt: skip
        print("weights", {k: round(v, 3) for k, v in stored["weights"].items()})
        print("prior", np.round(stored["prior"], 4).tolist())


def background(folder: Path, language: str) -> list[tuple[str, str]]:
    """Cut the treebanks into texts of about WORDS words, each with its source."""
    documents: dict[tuple[str, str], list[str]] = {}
    for name in SOURCES[language]:
        for document, identity, paragraph, sentence in sentences(folder / f"{name}.conllu"):
            place = origin(name, document, identity)
            joint = "\n\n" if paragraph else " "
            documents.setdefault(place, []).append(joint + sentence)
    return [(source, text) for (source, _), parts in documents.items() for text in cut(parts)]


def sentences(file: Path) -> Iterator[tuple[str, str, bool, str]]:
    """Read document, sentence's name, whether a paragraph begins, and sentence from a file."""
    document, identity, paragraph = "", "", True
    for line in file.read_text(encoding="utf-8").splitlines():
        key, _, value = line.partition(" = ")
        if line.startswith("# newdoc"):
            document, paragraph = value, True
        elif line.startswith("# newpar"):
            paragraph = True
        elif key == "# sent_id":
            identity = value
        elif key == "# text":
            yield document, identity, paragraph, value
            paragraph = False


def origin(file: str, document: str, identity: str) -> tuple[str, str]:
    """Name the source (an author, a session, a genre) and the document of a sentence."""
    corpus = file.partition("-")[0]
    if corpus == "en_ewt":
        return document.partition("-")[0], document
    if corpus == "it_parlamint":
        session = identity.rsplit("_", 1)[0]
        return session, session
    if corpus.endswith("_pud"):
        return f"{corpus}-{identity[:1]}", corpus + identity[:1]
    return corpus, corpus


def cut(parts: list[str]) -> list[str]:
    """Join sentences to texts of WORDS words or more; a rest under LEAST_WORDS is dropped."""
    texts, text = [], ""
    for part in parts:
        text += part
        if len(text.split()) >= WORDS:
            texts.append(text.strip())
            text = ""
    return texts + ([text.strip()] if len(text.split()) >= LEAST_WORDS else [])


def traits_of(text: str, language: str) -> dict:
    """Measure a text's traits in its own language."""
    found = [v for v in measure_voice([(1, text)], (language,)) if v.language == language]
    return found[0].traits if found else {}


def statistics(texts: list[Text], language: str) -> dict:
    """Work out everything that a cohort's file holds."""
    names = feature_names(texts)
    centre, spread = centre_spread(texts, names)
    stored = {
        "language": language, "name": "", "features": names,
        "centre": [float(f"{x:.4g}") for x in centre],
        "spread": [float(f"{x:.4g}") for x in spread],
        "weights": dict.fromkeys(FAMILIES, 1.0), "prior": NO_PRIOR,
        "voices": packed(np.zeros((0, len(names)), dtype=np.float32)),
    }  # fmt: skip
    cohort = cohort_of(stored)
    rows = np.stack([cohort.vector(text.style, text.traits) for text in texts])
    sources = [text.source for text in texts]
    groups = made_up_brands(texts)
    brands = [b for b in groups if not sources[b[0]].startswith(OWN)]
    stored["weights"] = weights(cohort, rows, brands, sources)
    shown = voices(groups, sources)
    stored["voices"] = packed(np.stack([cohort.mean(rows[brand]) for brand in shown]))
    stored["prior"] = prior(cohort_of(stored), rows, brands, sources, shown)
    digest = hashlib.sha256(json.dumps(stored, sort_keys=True).encode()).hexdigest()
    stored["name"] = f"voice-{language}-{digest[:12]}"
    return stored


def feature_names(texts: list[Text]) -> list[str]:
    """Give the features that enough texts have, family by family."""
    counts = Counter(name for text in texts for name in text.style)
    counts.update(f"t:{n}" for t in texts for n, m in t.traits.items() if m and n != "readability")
    order = list(FAMILIES)
    known = [n for n, count in counts.items() if count >= LEAST_TEXTS and n[0] in FAMILIES]
    return sorted(known, key=lambda name: (order.index(name[0]), name))


def centre_spread(texts: list[Text], names: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """Give mean and floored standard deviation of each feature on the scale of comparison."""
    place = {name: i for i, name in enumerate(names)}
    table = np.zeros((len(texts), len(names)))
    for row, text in zip(table, texts, strict=True):
        words, characters = text.style["n:words"], text.style["n:characters"]
        for name, count in text.style.items():
            if name in place:
                unit = {"s": 1.0, "c": characters}.get(name[0], words)
                row[place[name]] = (count / max(unit, 1)) ** 0.5
        for name in [n for n in names if n[0] == "t"]:
            trait = text.traits.get(name[2:])
            row[place[name]] = trait_scale(name[2:], trait)[0] if trait else np.nan
    centre, spread = balanced_mean(table, texts), np.nanstd(table, axis=0)
    letters = np.array([name[0] for name in names])
    for family in FAMILIES:
        mine = letters == family
        least = LEAST_SPREAD * float(np.median(spread[mine]))
        spread[mine] = np.maximum(spread[mine], LEAST_TRAIT_SPREAD if family == "t" else least)
    return centre, spread


def balanced_mean(table: np.ndarray, texts: list[Text]) -> np.ndarray:
    """Give the mean over sources of their means: a large source is not what is usual.

    Our own copy is one source: its registers are too plain to be a third of the language.
    """
    by_source = defaultdict(list)
    for number, text in enumerate(texts):
        by_source[OWN if text.source.startswith(OWN) else text.source].append(number)
    known = [numbers for numbers in by_source.values() if len(numbers) >= LEAST_VOICE]
    means = np.stack(
        [np.nan_to_num(np.nanmean(table[numbers], axis=0), nan=0.0) for numbers in known]
    )
    return means.mean(axis=0)


def voices(brands: list[list[int]], sources: list[str]) -> list[list[int]]:
    """Choose the made-up brands whose means are shipped: at most MOST_VOICES of a source."""
    by_source = defaultdict(list)
    for brand in brands:
        by_source[sources[brand[0]]].append(brand)
    return [
        found[i * len(found) // min(len(found), MOST_VOICES)]
        for found in by_source.values()
        for i in range(min(len(found), MOST_VOICES))
    ]


def made_up_brands(texts: list[Text]) -> list[list[int]]:
    """Group neighbouring texts of a source by BRAND: a made-up brand's approved texts."""
    by_source = defaultdict(list)
    for number, text in enumerate(texts):
        by_source[text.source].append(number)
    return [
        numbers[start : start + BRAND]
        for numbers in by_source.values()
        for start in range(0, len(numbers) - BRAND // 2, BRAND)
    ]


def weights(cohort: VoiceCohort, rows: np.ndarray, brands: list, sources: list[str]) -> dict:
    """Give each family one over the scatter of its likeness between strangers; mean distance 1."""
    likeness = []
    for brand in brands:
        strangers = [i for i, s in enumerate(sources) if s != sources[brand[0]]]
        approved = rows[brand]
        likeness.append(cohort.likeness(rows[strangers], approved, cohort.mean(approved)))
    between = np.concatenate(likeness, axis=1)
    raw = 1 / between.std(axis=1)
    raw /= float((raw * (1 - between.mean(axis=1))).sum())
    return {family: float(f"{w:.5g}") for family, w in zip(FAMILIES, raw, strict=True)}


def prior(
    whole: VoiceCohort, rows: np.ndarray, brands: list, sources: list[str], shown: list
) -> list[list[float]]:
    """Tabulate likeness.threshold.Prior over EXAMPLES, from the made-up brands' own distances.

    The voices of a brand's own source are left out: a real brand is not in the cohort either.
    """
    origins = np.array([sources[brand[0]] for brand in shown])
    rng = np.random.default_rng(SEED)
    table: list[list[float]] = []
    for count in EXAMPLES:
        means, variances, sizes = [], [], []
        for brand in brands:
            others_only = whole.voices[origins != sources[brand[0]]]
            cohort = replace(whole, voices=others_only)
            values = []
            for number in brand:
                others = [i for i in brand if i != number]
                chosen = rng.permutation(others)[:count]
                values += left_out(rows[[number]], rows[chosen], cohort)
            means.append(np.mean(values))
            variances.append(np.var(values, ddof=1))
            sizes.append(len(values))
        within = float(np.mean(variances))
        between = max(float(np.var(means, ddof=1)) - within / float(np.mean(sizes)), 1e-5)
        # As for looks: what brands' variances differ by more than chance fixes the freedom.
        excess = float(np.var(variances)) / within**2 - 2 / (float(np.mean(sizes)) - 1)
        freedom = min(4 + 2 / max(excess, 0.05), 40.0)
        table.append([count, float(np.mean(means)), between, within, freedom])
    assert Prior.of_array(np.array(table).T).examples == EXAMPLES
    return [[float(f"{x:.6g}") for x in row] for row in np.array(table).T]


if __name__ == "__main__":
    main()
