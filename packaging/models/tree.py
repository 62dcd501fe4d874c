"""Template sentences are small dependency trees; this module turns a tree into tokens."""

from __future__ import annotations

from dataclasses import dataclass, field

from conllu import Sentence, Token

CLOSE = frozenset(",.!?:;%")
"""Marks that follow the word before them without a space."""


@dataclass(slots=True)
class Node:
    """A word with what depends on it, to its left and to its right, in written order."""

    form: str
    pos: str
    lemma: str = ""
    dep: str = "dep"
    feats: dict[str, str] = field(default_factory=dict)
    left: list[Node] = field(default_factory=list)
    right: list[Node] = field(default_factory=list)

    def in_order(self) -> list[Node]:
        """Give the tree's words as they are written."""
        before = [node for child in self.left for node in child.in_order()]
        after = [node for child in self.right for node in child.in_order()]
        return [*before, self, *after]


def word(form: str, pos: str, lemma: str = "", dep: str = "dep", **feats: str) -> Node:
    """Give a node without dependents."""
    return Node(form, pos, lemma, dep, dict(feats))


def mark(sign: str) -> Node:
    """Give a punctuation mark."""
    return word(sign, "PUNCT", sign, "punct")


def tokens(root: Node) -> Sentence:
    """Give the tree as a training sentence: capital at the start, spaces as they are typed."""
    nodes = root.in_order()
    place = {id(node): i for i, node in enumerate(nodes)}
    head = {id(child): place[id(node)] for node in nodes for child in [*node.left, *node.right]}
    sentence: Sentence = []
    for i, node in enumerate(nodes):
        after = nodes[i + 1].form if i + 1 < len(nodes) else ""
        joined = node.form.endswith("'") or node.form in "¡¿" or (after and after[0] in CLOSE)
        sentence.append(
            Token(
                form=node.form,
                pos=node.pos,
                feats=dict(sorted(node.feats.items())),
                lemma=node.lemma or node.form.lower(),
                head=head.get(id(node), i),
                dep="ROOT" if node is root else node.dep,
                space=not joined,
            )
        )
    first = next((token for token in sentence if token.form not in "¡¿"), sentence[0])
    first.form = first.form[:1].upper() + first.form[1:]
    return sentence
