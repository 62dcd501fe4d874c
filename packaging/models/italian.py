"""Italian template sentences."""

from __future__ import annotations

from grammar import PLURAL, PRESENT, SINGULAR, Grammar, attach
from tree import Node, word

NUMBER = {"S": SINGULAR, "P": PLURAL}
OWNERS = {
    "p1": ("nostr", "nostro"),
    "tu": ("tu", "tuo"),
    "voi": ("vostr", "vostro"),
    "lei": ("Su", "suo"),
}
IRREGULAR_OWN = {"MS": "o", "FS": "a", "MP": "oi", "FP": "e"}
ENDINGS = {"MS": "o", "FS": "a", "MP": "i", "FP": "e"}


class Italian(Grammar):
    """Speaks to tu, voi and Lei."""

    language = "it"
    also = "e"
    negation = "non"
    conditions = ("se", "quando", "mentre", "perché")
    shares = (0.52, 0.27, 0.21, 0.0)

    # --------------------------------------------------------------------------- noun phrases

    def adjective(self, entry: str, gender: str, number: str) -> Node:
        """Nuovo, nuova, nuovi, nuove; migliore, migliori."""
        stem, kind = entry.split()
        feats = NUMBER[number]
        if kind == "x":
            return word(stem, "ADJ", stem, "amod", **feats)
        if kind == "e":
            return word(stem + ("e" if number == "S" else "i"), "ADJ", stem + "e", "amod", **feats)
        ending = ENDINGS[gender + number]
        hard = stem[-1] in "cg" and ending in "ie" and (gender == "F" or stem == "fresc")
        return word(stem + ("h" if hard else "") + ending, "ADJ", stem + "o", "amod", **feats)

    def article(self, gender: str, number: str, following: str) -> str:
        """Give the definite article as the next word asks for it."""
        first = following.lower()
        vowel = first[0] in "aeiouàèéìòù"
        impure = first.startswith(("z", "sc", "st", "sp", "sf", "gn", "ps"))
        if number == "S":
            if vowel:
                return "l'"
            return "la" if gender == "F" else ("lo" if impure else "il")
        return "le" if gender == "F" else ("gli" if vowel or impure else "i")

    def phrase(self, owner: str | None = "any", dep: str = "obj") -> Node:
        """La nostra nuova collezione."""
        form, gender, number, lemma = self.noun()
        root = word(form, "NOUN", lemma, dep, **NUMBER[number])
        if owner == "any":
            owner = self.draw.choice(["none", "none", "p1", "p1", "tu", "voi", "bare"])
        if owner in OWNERS:
            root.left.append(self._possessive(owner, gender, number))
        if self.chance(0.4):
            entry = self.draw.choice(self.words["adjectives"])
            adjective = self.adjective(entry, gender, number)
            front = entry.split()[0] in self.words["before"]
            (root.left if front else root.right).append(adjective)
        if not (owner == "bare" and number == "P"):
            following = root.left[0].form if root.left else form
            article = self.article(gender, number, following)
            root.left.insert(0, word(article, "DET", "il", "det", **NUMBER[number], PronType="Art"))
        return root

    def _possessive(self, owner: str, gender: str, number: str) -> Node:
        stem, lemma = OWNERS[owner]
        table = IRREGULAR_OWN if owner in {"tu", "lei"} else ENDINGS
        form = stem + table[gender + number]
        return word(form, "DET", lemma, "det", **NUMBER[number], Poss="Yes", PronType="Prs")

    def adverbial(self) -> Node:  # noqa: PLR0911  one answer a kind
        """Oggi, in negozio, con noi, entro domenica, per te, sul nostro sito, ogni giorno."""
        kind = self.draw.randrange(9)
        if kind in {0, 1}:
            return word(self.draw.choice(self.words["adverbs"]), "ADV", dep="advmod")
        if kind == 2:
            return self._with("in", self.draw.choice(self.words["places"]))
        if kind == 3:
            return self._with("entro", self.draw.choice(self.words["days"]))
        if kind == 4:
            return self._pronoun()
        if kind == 5:
            site = word("sito", "NOUN", dep="obl", **SINGULAR)
            site.left = [
                word("sul", "ADP", "su", "case", **SINGULAR, PronType="Art"),
                word("nostro", "DET", "nostro", "det", **SINGULAR, Poss="Yes", PronType="Prs"),
            ]
            return site
        if kind == 6:
            node = word(self.draw.choice(self.words["spans"]), "NOUN", dep="obl", **SINGULAR)
            node.left.append(word("ogni", "DET", dep="det", **SINGULAR, PronType="Tot"))
            return node
        if kind == 7:
            node = self.phrase(dep="obl")
            node.left.insert(0, word("con", "ADP", dep="case"))
            return node
        node = word("%", "SYM", dep="obl")
        node.left = [
            word("fino", "ADV", dep="case"),
            word("al", "ADP", "a", "case", **SINGULAR, PronType="Art"),
            word(str(self.draw.randrange(10, 80, 5)), "NUM", dep="nummod"),
        ]
        return node

    def _with(self, preposition: str, noun: str) -> Node:
        node = word(noun.split(maxsplit=1)[0], "NOUN", dep="obl", **SINGULAR)
        node.left.append(word(preposition, "ADP", dep="case"))
        if " " in noun:
            attach(node, word(noun.split()[1], "NOUN", dep="nmod", **SINGULAR))
        return node

    def _pronoun(self) -> Node:
        preposition, form, person, number = self.draw.choice(
            [("con", "noi", "1", "Plur"), ("per", "te", "2", "Sing"), ("per", "voi", "2", "Plur"),
             ("a", "te", "2", "Sing"), ("per", "Lei", "3", "Sing"), ("da", "noi", "1", "Plur")]
        )  # fmt: skip
        node = word(form, "PRON", form.lower(), "obl", Number=number, Person=person, PronType="Prs")
        node.left.append(word(preposition, "ADP", dep="case"))
        return node

    # --------------------------------------------------------------------------------- verbs

    def imperative_feats(self, who: str) -> dict[str, str]:
        """Mood=Imp, third person for Lei."""
        return {
            "Mood": "Imp",
            "Number": "Plur" if who == "voi" else "Sing",
            "Person": "3" if who == "lei" else "2",
            "Tense": "Pres",
            "VerbForm": "Fin",
        }

    def _clitic(self, form: str, dep: str = "expl", **feats: str) -> Node:
        return word(form, "PRON", form.lower(), dep, Clitic="Yes", PronType="Prs", **feats)

    def _reflexive(self) -> str:
        if self.wide and self.chance(0.5):
            return self.draw.choice(self.wide)
        return self.draw.choice(self.words["reflexive"].split())[:-2] + "e"

    def enclitic(self, who: str) -> Node | None:
        """Scoprilo, iscriviti, contattateci; si iscriva, ci contatti, lo scopra."""
        own = self.chance(0.5)
        verb = self.verbs.get(self._reflexive()) if own else self.verb()
        if verb is None or len(verb.tu) < 4:
            return None
        pronoun = (
            {"tu": "ti", "voi": "vi", "lei": "si"}[who]
            if own
            else self.draw.choice(["lo", "la", "li", "le", "ci", "ci"])
        )
        feats = self.imperative_feats(who)
        if who == "lei":
            root = word(verb.lei, "VERB", verb.infinitive, "ROOT", **feats)
            person = {"ci": {"Number": "Plur", "Person": "1"}}.get(pronoun, {"Person": "3"})
            root.left.append(self._clitic(pronoun, **person))
        else:
            form = getattr(verb, who) + pronoun
            root = word(form, "VERB", verb.infinitive, "ROOT", Clitic="Yes", **feats)
        return attach(root, self.adverbial() if self.chance(0.8) else None)

    def forbidden(self, who: str) -> Node | None:
        """Non perdere, non perderti, non perdete, non perdetevi, non perda, non si perda."""
        verb = self.verb()
        own = self.chance(0.3)
        infinitive = verb.infinitive
        if who == "tu" and own:
            root = word(
                infinitive[:-1] + self.draw.choice(["ti", "ti", "lo", "la", "ci"]),
                "VERB", infinitive, "ROOT", Clitic="Yes", VerbForm="Inf",
            )  # fmt: skip
        elif who == "tu":
            root = word(infinitive, "VERB", infinitive, "ROOT", VerbForm="Inf")
        elif who == "voi" and own:
            feats = self.imperative_feats(who)
            root = word(verb.voi + "vi", "VERB", infinitive, "ROOT", Clitic="Yes", **feats)
        else:
            form = getattr(verb, who)
            root = word(form, "VERB", infinitive, "ROOT", **self.imperative_feats(who))
            if own:
                root.left.append(self._clitic("si", Person="3"))
        root.left.insert(0, word("non", "ADV", dep="advmod", PronType="Neg"))
        return attach(root, self.phrase(self.owner_for(who)))

    def modal(self, who: str) -> Node:
        """Puoi prenotare; vuole ricevere; potrete trovare."""
        number = "Plur" if who == "voi" else "Sing"
        form, lemma = self.draw.choice(
            {
                "tu": [("puoi", "potere"), ("vuoi", "volere"), ("devi", "dovere"),
                       ("potrai", "potere"), ("potresti", "potere")],
                "voi": [("potete", "potere"), ("volete", "volere"), ("dovete", "dovere"),
                        ("potrete", "potere")],
                "lei": [("può", "potere"), ("vuole", "volere"), ("potrà", "potere")],
            }[who]
        )  # fmt: skip
        feats = {**PRESENT, "Number": number, "Person": "3" if who == "lei" else "2"}
        if form in {"potrai", "potrete", "potrà"}:
            feats["Tense"] = "Fut"
        if form == "potresti":
            feats["Mood"] = "Cnd"
        verb = self.verb()
        root = word(verb.infinitive, "VERB", verb.infinitive, "ROOT", VerbForm="Inf")
        root.left.append(word(form, "AUX", lemma, "aux", **feats))
        if who == "lei" and self.chance(0.6):
            root.left.insert(
                0, word("Lei", "PRON", "lei", "nsubj", Number="Sing", Person="3", PronType="Prs")
            )
        return attach(root, self.phrase(who), self.adverbial() if self.chance(0.3) else None)

    def greeting(self) -> Node:
        """Ti aspettiamo; La invitiamo; vi abbiamo premiato."""
        form, feats = self.draw.choice(
            [("ti", {"Number": "Sing", "Person": "2"}), ("vi", {"Number": "Plur", "Person": "2"}),
             ("La", {"Number": "Sing", "Person": "3"}), ("Le", {"Person": "3"})]
        )  # fmt: skip
        name = self.draw.choice(self.words["greet"].split())
        verb = self.verbs[name]
        root = word(verb.p1, "VERB", name, "ROOT", **PRESENT, Number="Plur", Person="1")
        root.left.append(self._clitic(form, "obj", **feats))
        return attach(root, self.phrase() if form == "Le" else self.adverbial())

    def subject(self, person: str) -> Node | None:
        """Noi, tu, voi now and then."""
        form = {"p1": "noi", "s2": "tu", "p2": "voi"}.get(person)
        if form is None or self.chance(0.75):
            return None
        feats = {
            "Number": "Sing" if form == "tu" else "Plur",
            "Person": "1" if form == "noi" else "2",
        }
        return word(form, "PRON", form, "nsubj", PronType="Prs", **feats)

    def special(self) -> Node | None:
        """Hai scelto, avete scelto, abbiamo scelto."""
        form, number, person = self.draw.choice(
            [("hai", "Sing", "2"), ("avete", "Plur", "2"), ("abbiamo", "Plur", "1")]
        )
        verb = self.verb()
        root = word(
            verb.participle, "VERB", verb.infinitive, "ROOT",
            Number="Sing", Tense="Past", VerbForm="Part",
        )  # fmt: skip
        root.left.append(word(form, "AUX", "avere", "aux", **PRESENT, Number=number, Person=person))
        return self.ended(attach(root, self.phrase()), ".?!")
