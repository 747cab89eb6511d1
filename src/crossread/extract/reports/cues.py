"""What the models see of a word that may be a cue: itself, what hangs on it, what stands around it."""

from collections.abc import Iterator
from itertools import chain

from crossread.extract.reports.tree import Tree

_TOLD = frozenset(
    {"ccomp", "xcomp", "obj", "obl", "nsubj", "nsubj:pass", "parataxis", "iobj", "nmod", "acl", "advcl", "cop"}
    | {"obl:agent", "compound:prt", "expl", "nmod:poss"}
)
"""Relations that are looked at together with the word itself."""

_MISSED = ("ccomp", "xcomp", "obj", "nsubj", "obl", "nmod")
_NAMED_OBJECTS = frozenset({"obj", "nmod", "compound:prt"})
_LENGTH_STEP = 8  # words of a sentence that count as one step of length
_LONGEST = 5  # steps

PARTS = ("VERB", "NOUN", "ADJ")
"""Parts of speech that a cue may have."""


def lexeme(tree: Tree, word: int) -> str:
    """Return dictionary form and part of speech."""
    return f"{tree.lemmas[word]}/{tree.pos[word]}"


def cue_features(tree: Tree, word: int, *, nested: bool = False) -> list[str]:
    """Return the features of a word that may be a cue.

    Of a `nested` one, in what somebody else is reported to have said, the reader's network only knows that it is said.
    """
    seen = (_itself(tree, word), _below(tree, word), _around(tree, word), _above(tree, word))
    known = () if nested else _in_context(tree, word)
    return ["b", *chain.from_iterable(seen), *known]


def _itself(tree: Tree, word: int) -> Iterator[str]:
    own, pos, dep = lexeme(tree, word), tree.pos[word], tree.dep[word]
    form = tree.feature(word, "VerbForm") + tree.feature(word, "Tense")
    yield from (
        f"L={own}",
        f"p={pos}",
        f"d={dep}",
        f"pd={pos}{dep}",
        f"Ld={own}{dep}",
        f"vf={form}",
        f"Lvf={own}{form}",
    )


def _below(tree: Tree, word: int) -> Iterator[str]:
    own, pos = lexeme(tree, word), tree.pos[word]
    seen: set[str] = set()
    for child in tree.children(word):
        dep = tree.dep[child]
        if dep in seen and dep != "obl":
            continue
        seen.add(dep)
        yield f"k={dep}{pos}"
        if dep in _TOLD:
            yield from _child(tree, child, own, pos)
        elif dep.startswith("aux"):
            yield from (f"aux={tree.lemmas[child]}", f"Laux={own}{tree.lemmas[child]}")
        elif dep == "advmod":
            yield f"adv={tree.lemmas[child]}"
    for dep in _MISSED:
        if dep not in seen:
            yield from (f"no={dep}{pos}", f"Lno={own}{dep}")
    subject = tree.subject_sort(word)
    yield from (f"s={subject}{pos}", f"Ls={own}{subject}")


def _child(tree: Tree, child: int, own: str, pos: str) -> Iterator[str]:
    dep, opener = tree.dep[child], tree.opener(child)
    yield from (f"Lk={own}{dep}", f"kp={dep}{tree.pos[child]}{pos}")
    if opener:
        yield from (f"kc={dep}{opener}{pos}", f"Lkc={own}{opener}")
    if dep in _NAMED_OBJECTS:
        yield f"Lko={own}{dep}{tree.lemmas[child]}"


def _around(tree: Tree, word: int) -> Iterator[str]:
    reading, own = tree.reading, lexeme(tree, word)
    start, end = reading.sentence_of(word)
    following = reading.lower[word + 1] if word + 1 < end else "</s>"
    previous = reading.lower[word - 1] if word > start else "<s>"
    quotes = tree.beside_quote(word)
    marked = any(mark in form for form in reading.forms[word + 1 : word + 3] for mark in "“\"‘'")
    yield from (f"nx={following}", f"pv={previous}", f"Lnx={own}{following}", f"qa={marked}")
    yield from (f"q={reading.quoted[word]}", f"sq={quotes}", f"Lsq={own}{quotes}")
    yield f"first={reading.annotated.words.sentence[word] == 0}"
    yield f"len={min(_LONGEST, (end - start) // _LENGTH_STEP)}"


def _above(tree: Tree, word: int) -> Iterator[str]:
    head, dep = tree.head[word], tree.dep[word]
    if head == word:
        return
    side = "before" if head > word else "after"
    yield from (f"h={tree.lemmas[head]}/{dep}", f"hp={tree.pos[head]}{dep}", f"up={side}{dep}")
    yield from (f"hq={tree.reading.quoted[head]}", f"gdep={dep}>{tree.dep[head]}")


def _in_context(tree: Tree, word: int) -> Iterator[str]:
    """What the reader's network knows of the word, of what hangs on it and of what stands beside it."""
    roles = tree.roles(word)
    if not roles:
        return
    cue = roles[0]
    yield from (f"r={cue}", f"r*={roles}", f"rp={cue}{tree.pos[word]}", f"rL={cue}{lexeme(tree, word)}")
    yield f"rq={cue}{tree.beside_quote(word)}"
    for child in tree.children(word):
        if tree.dep[child] in _TOLD:
            yield from (f"rk={tree.dep[child]}{tree.roles(child)}", f"rks={cue}{tree.roles(child)[1]}{tree.dep[child]}")
    start, end = tree.reading.sentence_of(word)
    for side, other in (("<", word - 1), (">", word + 1)):
        yield f"r{side}={tree.roles(other) if start <= other < end else None}"
